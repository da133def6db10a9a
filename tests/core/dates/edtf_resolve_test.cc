// What time a date covers, and the ISO text of a time.
#include <gtest/gtest.h>

#include <string>
#include <type_traits>

#include "core/dates/edtf.h"

namespace demarche {
namespace {

static_assert(sizeof(When) == 40);
static_assert(std::is_trivially_copyable_v<When>);

std::string SpanText(const TimeSpan& span) {
  return IsoUtc(span.earliest) + " " + IsoUtc(span.latest);
}

TEST(EdtfResolveTest, APointCoversAllItMayBe) {
  const struct {
    const char* text;
    const char* span;
    Precision precision;
  } cases[] = {
      {"1970", "1970-01-01T00:00:00Z 1970-12-31T23:59:59Z", Precision::kYear},
      {"2014", "2014-01-01T00:00:00Z 2014-12-31T23:59:59Z", Precision::kYear},
      {"2021-12", "2021-12-01T00:00:00Z 2021-12-31T23:59:59Z", Precision::kMonth},
      {"2020-02", "2020-02-01T00:00:00Z 2020-02-29T23:59:59Z", Precision::kMonth},
      {"2022-01-10", "2022-01-10T00:00:00Z 2022-01-10T23:59:59Z", Precision::kDay},
      {"2022-01-10T08:55+01:00", "2022-01-10T07:55:00Z 2022-01-10T07:55:59Z", Precision::kMinute},
      {"2022-01-10T08:55:30Z", "2022-01-10T08:55:30Z 2022-01-10T08:55:30Z", Precision::kSecond},
      {"2022-01-10T08:55", "2022-01-10T08:55:00Z 2022-01-10T08:55:59Z", Precision::kMinute},
      {"2022-01-01T00:30:00+02", "2021-12-31T22:30:00Z 2021-12-31T22:30:00Z", Precision::kSecond},
      {"2021-12-31T23:30:00-03:30", "2022-01-01T03:00:00Z 2022-01-01T03:00:00Z",
       Precision::kSecond},
      {"2021-12-31T24:00:00Z", "2022-01-01T00:00:00Z 2022-01-01T00:00:00Z", Precision::kSecond},
      {"2014~", "2014-01-01T00:00:00Z 2014-12-31T23:59:59Z", Precision::kYear},
      {"201X", "2010-01-01T00:00:00Z 2019-12-31T23:59:59Z", Precision::kDecade},
      {"20XX", "2000-01-01T00:00:00Z 2099-12-31T23:59:59Z", Precision::kCentury},
      {"000X", "0000-01-01T00:00:00Z 0009-12-31T23:59:59Z", Precision::kDecade},
      {"-201X", "-002019-01-01T00:00:00Z -002010-12-31T23:59:59Z", Precision::kDecade},
      {"-01XX", "-000199-01-01T00:00:00Z -000100-12-31T23:59:59Z", Precision::kCentury},
      {"2004-XX", "2004-01-01T00:00:00Z 2004-12-31T23:59:59Z", Precision::kYear},
      {"1985-XX-XX", "1985-01-01T00:00:00Z 1985-12-31T23:59:59Z", Precision::kYear},
      {"1985-04-XX", "1985-04-01T00:00:00Z 1985-04-30T23:59:59Z", Precision::kMonth},
      {"2014-21", "2014-03-01T00:00:00Z 2014-05-31T23:59:59Z", Precision::kSeason},
      {"2014-22", "2014-06-01T00:00:00Z 2014-08-31T23:59:59Z", Precision::kSeason},
      {"2014-23", "2014-09-01T00:00:00Z 2014-11-30T23:59:59Z", Precision::kSeason},
      {"2015-24", "2015-12-01T00:00:00Z 2016-02-29T23:59:59Z", Precision::kSeason},
      {"0000", "0000-01-01T00:00:00Z 0000-12-31T23:59:59Z", Precision::kYear},
      {"-0043-03-15", "-000043-03-15T00:00:00Z -000043-03-15T23:59:59Z", Precision::kDay},
      {"Y-170000", "-170000-01-01T00:00:00Z -170000-12-31T23:59:59Z", Precision::kYear},
      {"Y99999999999", "+99999999999-01-01T00:00:00Z +99999999999-12-31T23:59:59Z",
       Precision::kYear},
  };
  for (const auto& c : cases) {
    const Result<When> when = ResolveEdtf(c.text);
    ASSERT_TRUE(when.ok()) << c.text << ": " << when.error().message;
    EXPECT_EQ(SpanText(when.value().start), c.span) << c.text;
    EXPECT_EQ(when.value().start, when.value().end) << c.text;
    EXPECT_EQ(when.value().precision, c.precision) << c.text;
    EXPECT_EQ(when.value(), Resolve(ParseEdtf(c.text).value())) << c.text;
  }
}

TEST(EdtfResolveTest, SecondsCountFrom1970) {
  EXPECT_EQ(ResolveEdtf("1970-01-01").value().earliest(), 0);
  EXPECT_EQ(ResolveEdtf("1970-01-01").value().latest(), 86399);
  EXPECT_EQ(ResolveEdtf("1969-12-31T23:59:59Z").value().earliest(), -1);
  EXPECT_EQ(ResolveEdtf("2001-09-09T01:46:40Z").value().earliest(), 1000000000);
}

TEST(EdtfResolveTest, IntervalsAndSetsHaveASpanAtEachEnd) {
  const struct {
    const char* text;
    const char* start;
    const char* end;
  } cases[] = {
      {"2014/2016", "2014-01-01T00:00:00Z 2014-12-31T23:59:59Z",
       "2016-01-01T00:00:00Z 2016-12-31T23:59:59Z"},
      {"2022-01-10/2022-01", "2022-01-10T00:00:00Z 2022-01-10T23:59:59Z",
       "2022-01-01T00:00:00Z 2022-01-31T23:59:59Z"},
      {"2014~/..", "2014-01-01T00:00:00Z 2014-12-31T23:59:59Z", ".. .."},
      {"2014/", "2014-01-01T00:00:00Z 2014-12-31T23:59:59Z", "2014-01-01T00:00:00Z .."},
      {"../1997", ".. ..", "1997-01-01T00:00:00Z 1997-12-31T23:59:59Z"},
      {"/1997", ".. 1997-12-31T23:59:59Z", "1997-01-01T00:00:00Z 1997-12-31T23:59:59Z"},
      {"../..", ".. ..", ".. .."},
      {"[2021-12-15..2021-12-17]", "2021-12-15T00:00:00Z 2021-12-17T23:59:59Z",
       "2021-12-15T00:00:00Z 2021-12-17T23:59:59Z"},
      {"[1672,1667,1668]", "1667-01-01T00:00:00Z 1672-12-31T23:59:59Z",
       "1667-01-01T00:00:00Z 1672-12-31T23:59:59Z"},
      {"[..1984]", ".. 1984-12-31T23:59:59Z", ".. 1984-12-31T23:59:59Z"},
      {"[1760-01,1760-12..]", "1760-01-01T00:00:00Z ..", "1760-01-01T00:00:00Z .."},
      {"{2004,1999}", "1999-01-01T00:00:00Z 1999-12-31T23:59:59Z",
       "2004-01-01T00:00:00Z 2004-12-31T23:59:59Z"},
      {"{1960,1961-12}", "1960-01-01T00:00:00Z 1960-12-31T23:59:59Z",
       "1961-12-01T00:00:00Z 1961-12-31T23:59:59Z"},
      {"{..1984,1990..1992}", ".. ..", "1992-01-01T00:00:00Z 1992-12-31T23:59:59Z"},
  };
  for (const auto& c : cases) {
    const Result<When> when = ResolveEdtf(c.text);
    ASSERT_TRUE(when.ok()) << c.text << ": " << when.error().message;
    EXPECT_EQ(SpanText(when.value().start), c.start) << c.text;
    EXPECT_EQ(SpanText(when.value().end), c.end) << c.text;
  }
}

TEST(EdtfResolveTest, SetsFlagsOfTheWholeAndOfEachEnd) {
  const struct {
    const char* text;
    unsigned flags;
    unsigned start_flags;
    unsigned end_flags;
  } cases[] = {
      {"2014", 0, 0, 0},
      {"2014?", kUncertain, kUncertain, kUncertain},
      {"2014~", kApproximate, kApproximate, kApproximate},
      {"2014%", kUncertain | kApproximate, kUncertain | kApproximate, kUncertain | kApproximate},
      {"201X", kUnspecified, kUnspecified, kUnspecified},
      {"2022-01-10T08:55", kLocalTime, kLocalTime, kLocalTime},
      {"2022-01-10T08:55Z", 0, 0, 0},
      {"2014/2016", kInterval, 0, 0},
      {"2014~/2016?", kInterval | kApproximate | kUncertain, kApproximate, kUncertain},
      {"2014~/..", kInterval | kApproximate | kOpenEnd, kApproximate, 0},
      {"2014/", kInterval | kOpenEnd | kUnknownEnd, 0, 0},
      {"../1997?", kInterval | kUncertain | kOpenStart, 0, kUncertain},
      {"/1997", kInterval | kOpenStart | kUnknownStart, 0, 0},
      {"[1667,1668?]", kOneOf | kUncertain, kUncertain, kUncertain},
      {"[..1984]", kOneOf | kOpenStart, 0, 0},
      {"{1999,2004~}", kAllOf | kApproximate, 0, kApproximate},
      {"{1999..}", kAllOf | kOpenEnd, 0, 0},
  };
  for (const auto& c : cases) {
    const When when = ResolveEdtf(c.text).value();
    EXPECT_EQ(when.flags, c.flags) << c.text;
    EXPECT_EQ(when.start_flags, c.start_flags) << c.text;
    EXPECT_EQ(when.end_flags, c.end_flags) << c.text;
  }
  EXPECT_TRUE(ResolveEdtf("2014~").value().Has(kApproximate));
  EXPECT_FALSE(ResolveEdtf("2014~").value().Has(kUncertain));
}

TEST(EdtfResolveTest, PrecisionIsThatOfTheCoarserEnd) {
  const struct {
    const char* text;
    Precision whole, start, end;
  } cases[] = {
      {"2022-01-10/2022", Precision::kYear, Precision::kDay, Precision::kYear},
      {"2014/..", Precision::kYear, Precision::kYear, Precision::kYear},
      {"../2014-02", Precision::kMonth, Precision::kMonth, Precision::kMonth},
      {"[1667,1760-12]", Precision::kYear, Precision::kYear, Precision::kYear},
      {"{1960,1961-12}", Precision::kYear, Precision::kYear, Precision::kMonth},
  };
  for (const auto& c : cases) {
    const When when = ResolveEdtf(c.text).value();
    EXPECT_EQ(when.precision, c.whole) << c.text;
    EXPECT_EQ(when.start_precision, c.start) << c.text;
    EXPECT_EQ(when.end_precision, c.end) << c.text;
  }
  EXPECT_LT(Precision::kCentury, Precision::kDecade);
  EXPECT_LT(Precision::kMonth, Precision::kDay);
}

TEST(EdtfResolveTest, InfinityLiesBeyondEveryYearAndCanBeSubtracted) {
  EXPECT_LT(ResolveEdtf("Y99999999999").value().latest(), kTimeMax);
  EXPECT_GT(ResolveEdtf("Y-99999999999").value().earliest(), kTimeMin);
  EXPECT_GT(kTimeMax - kTimeMin, 0);
  EXPECT_GT(kTimeMax - kTimeMin, kTimeMax);
}

TEST(IsoUtcTest, PrintsWhatEcmascriptReads) {
  EXPECT_EQ(IsoUtc(0), "1970-01-01T00:00:00Z");
  EXPECT_EQ(IsoUtc(-1), "1969-12-31T23:59:59Z");
  EXPECT_EQ(IsoUtc(1641859199), "2022-01-10T23:59:59Z");
  EXPECT_EQ(IsoUtc(253402300799), "9999-12-31T23:59:59Z");
  EXPECT_EQ(IsoUtc(253402300800), "+010000-01-01T00:00:00Z");
  EXPECT_EQ(IsoUtc(-62167219201), "-000001-12-31T23:59:59Z");
  EXPECT_EQ(IsoUtc(kTimeMin), "..");
  EXPECT_EQ(IsoUtc(kTimeMax), "..");
}

}  // namespace
}  // namespace demarche
