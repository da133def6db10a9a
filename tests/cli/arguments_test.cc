#include "cli/arguments.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

constexpr Option kOptions[] = {{"--format"}, {"-o"}, {"--single-file", OptionKind::kSwitch}};

Result<Arguments> Parse(std::vector<std::string_view> args) {
  return Arguments::Parse(args, kOptions);
}

TEST(ArgumentsTest, TakesOptionsAmongOperands) {
  const Result<Arguments> parsed =
      Parse({"a", "--format", "json", "-o", "dir", "b", "--single-file", "-"});
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().operands(), (std::vector<std::string_view>{"a", "b", "-"}));
  EXPECT_EQ(parsed.value().Value("--format"), "json");
  EXPECT_EQ(parsed.value().Value("-o"), "dir");
  EXPECT_TRUE(parsed.value().Has("--single-file"));
}

TEST(ArgumentsTest, TakesValuesBehindAnEqualsSign) {
  const Result<Arguments> parsed = Parse({"--format=a=b", "x=y"});
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().Value("--format"), "a=b");
  EXPECT_EQ(parsed.value().operands(), (std::vector<std::string_view>{"x=y"}));
  EXPECT_EQ(Parse({"--format="}).value().Value("--format", "fallback"), "");
}

TEST(ArgumentsTest, KnowsWhatWasNotGiven) {
  const Result<Arguments> parsed = Parse({});
  ASSERT_TRUE(parsed.ok());
  EXPECT_FALSE(parsed.value().Has("--format"));
  EXPECT_EQ(parsed.value().Value("--format"), "");
  EXPECT_EQ(parsed.value().Value("--format", "text"), "text");
}

TEST(ArgumentsTest, EndsOptionsAtTwoHyphens) {
  const Result<Arguments> parsed = Parse({"--", "--format", "-o"});
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(parsed.value().operands(), (std::vector<std::string_view>{"--format", "-o"}));
}

TEST(ArgumentsTest, SaysWhatIsWrong) {
  const struct {
    std::vector<std::string_view> args;
    std::string_view message;
  } kCases[] = {
      {{"--formt", "x"}, "There is no option --formt. Did you mean \"--format\"?"},
      {{"--quiet"}, "There is no option --quiet."},
      {{"-x"}, "There is no option -x."},
      {{"--format"}, "The option --format needs a value."},
      {{"--format=a", "--format=b"}, "The option --format stands twice."},
      {{"--single-file=yes"}, "The option --single-file takes no value."},
  };
  for (const auto& c : kCases) {
    const Result<Arguments> parsed = Parse(c.args);
    ASSERT_FALSE(parsed.ok()) << c.message;
    EXPECT_EQ(parsed.error().message, c.message);
  }
}

}  // namespace
}  // namespace demarche
