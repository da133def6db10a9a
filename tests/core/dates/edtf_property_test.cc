// What holds for every date, on generated ones and on broken ones.
#include <gtest/gtest.h>

#include <string>

#include "core/dates/edtf.h"
#include "core/dates/edtf_words.h"
#include "tests/core/dates/edtf_generator.h"

namespace demarche {
namespace {

constexpr int kRounds = 20000;

bool IsReversedInterval(const Result<Edtf>& edtf) {
  return !edtf.ok() && edtf.error().code == "E-DATE-RANGE" &&
         edtf.error().message == "The interval ends before it starts.";
}

void CheckDate(const std::string& text, const Edtf& edtf) {
  EXPECT_EQ(ToString(edtf), text);
  EXPECT_EQ(ParseEdtf(ToString(edtf)).value(), edtf) << text;

  const When when = Resolve(edtf);
  EXPECT_EQ(ResolveEdtf(text).value(), when) << text;
  EXPECT_LE(when.start.earliest, when.start.latest) << text;
  EXPECT_LE(when.end.earliest, when.end.latest) << text;
  EXPECT_LE(when.earliest(), when.latest()) << text;
  EXPECT_EQ(when.earliest() == kTimeMin, when.Has(kOpenStart)) << text;
  EXPECT_EQ(when.latest() == kTimeMax, when.Has(kOpenEnd)) << text;
  EXPECT_LE(when.precision, when.start_precision) << text;
  EXPECT_LE(when.precision, when.end_precision) << text;

  EXPECT_FALSE(InWords(edtf).empty()) << text;
  EXPECT_FALSE(ShortWords(edtf).empty()) << text;
  EXPECT_EQ(PrecisionNote(edtf).back(), '.') << text;
}

TEST(EdtfPropertyTest, EveryGeneratedDateIsReadPrintedBackAndSaid) {
  EdtfGenerator generator(1);
  int reversed = 0;
  for (int i = 0; i < kRounds && !HasFailure(); ++i) {
    const std::string text = generator.Any();
    const Result<Edtf> edtf = ParseEdtf(text);
    if (IsReversedInterval(edtf)) {
      ++reversed;
      continue;
    }
    ASSERT_TRUE(edtf.ok()) << text << ": " << edtf.error().message;
    CheckDate(text, edtf.value());
  }
  EXPECT_LT(reversed, kRounds / 4);
}

TEST(EdtfPropertyTest, APointIsAsWideAsItsPrecision) {
  const struct {
    Precision precision;
    Seconds least_days, most_days;
  } widths[] = {{Precision::kCentury, 36524, 36525}, {Precision::kDecade, 3651, 3653},
                {Precision::kYear, 365, 366},        {Precision::kSeason, 90, 92},
                {Precision::kMonth, 28, 31},         {Precision::kDay, 1, 1}};
  EdtfGenerator generator(2);
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = generator.Date();
    const When when = ResolveEdtf(text).value();
    const Seconds width = when.latest() - when.earliest() + 1;
    ASSERT_EQ(width % 86400, 0) << text;
    for (const auto& w : widths) {
      if (w.precision != when.precision) continue;
      ASSERT_GE(width / 86400, w.least_days) << text;
      ASSERT_LE(width / 86400, w.most_days) << text;
    }
  }
}

TEST(EdtfPropertyTest, AFinerDateLiesWithinTheCoarserOne) {
  EdtfGenerator generator(3);
  for (int i = 0; i < kRounds; ++i) {
    const std::string text = generator.DateTime();
    const size_t time = text.find('T');
    const When day = ResolveEdtf(text.substr(0, time)).value();
    const When month = ResolveEdtf(text.substr(0, time - 3)).value();
    const When year = ResolveEdtf(text.substr(0, time - 6)).value();
    const When minute = ResolveEdtf(text.substr(0, time + 6) + "Z").value();
    const When* finer_to_coarser[] = {&minute, &day, &month, &year};
    for (int k = 0; k < 3; ++k) {
      ASSERT_GE(finer_to_coarser[k]->earliest(), finer_to_coarser[k + 1]->earliest()) << text;
      ASSERT_LE(finer_to_coarser[k]->latest(), finer_to_coarser[k + 1]->latest()) << text;
    }
  }
}

TEST(EdtfPropertyTest, ABrokenDateIsReadOrSaidToBeBroken) {
  constexpr char kLetters[] = "0123456789-/.,[]{}XYTZ?~%: +ESx";
  EdtfGenerator generator(4);
  int broken = 0;
  for (int i = 0; i < kRounds && !HasFailure(); ++i) {
    std::string text = generator.Any();
    for (int edits = 1 + generator.Below(3); edits > 0 && !text.empty(); --edits) {
      const auto at = static_cast<size_t>(generator.Below(static_cast<int>(text.size())));
      const char letter = kLetters[generator.Below(sizeof(kLetters) - 1)];
      switch (generator.Below(3)) {
        case 0:
          text[at] = letter;
          break;
        case 1:
          text.insert(at, 1, letter);
          break;
        default:
          text.erase(at, 1);
          break;
      }
    }
    const Result<Edtf> edtf = ParseEdtf(text);
    if (edtf.ok()) {
      CheckDate(text, edtf.value());
      continue;
    }
    ++broken;
    EXPECT_EQ(edtf.error().code.substr(0, 7), "E-DATE-") << text;
    EXPECT_EQ(edtf.error().message.back(), '.') << text;
    EXPECT_EQ(edtf.error().remedy.back(), '.') << text;
    EXPECT_EQ(ResolveEdtf(text).error().message, edtf.error().message) << text;
  }
  EXPECT_GT(broken, kRounds / 2);
}

}  // namespace
}  // namespace demarche
