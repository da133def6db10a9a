#include "core/base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>

namespace demarche {
namespace {

Result<int> Half(int number) {
  if (number % 2 != 0) return Error{"E-ODD", "The number is odd.", "Use an even one."};
  return number / 2;
}

TEST(ResultTest, HoldsAValue) {
  const Result<int> result = Half(8);
  ASSERT_TRUE(result.ok());
  EXPECT_EQ(result.value(), 4);
}

TEST(ResultTest, HoldsAnError) {
  const Result<int> result = Half(7);
  ASSERT_FALSE(result.ok());
  EXPECT_EQ(result.error().code, "E-ODD");
  EXPECT_EQ(result.error().message, "The number is odd.");
  EXPECT_EQ(result.error().remedy, "Use an even one.");
}

TEST(ResultTest, GivesAwayWhatCannotBeCopied) {
  Result<std::unique_ptr<int>> result = std::make_unique<int>(3);
  ASSERT_TRUE(result.ok());
  *result.value() = 4;
  const std::unique_ptr<int> taken = std::move(result).value();
  EXPECT_EQ(*taken, 4);
}

#ifndef NDEBUG
TEST(ResultDeathTest, StopsWhenAskedForWhatItDoesNotHold) {
  EXPECT_DEATH((void)Half(7).value(), "does not hold");
  EXPECT_DEATH((void)Half(8).error(), "does not hold");
}
#endif

}  // namespace
}  // namespace demarche
