// The grammar: every example of the specification, what is refused and how it is said.
#include <gtest/gtest.h>

#include <string>

#include "core/dates/edtf.h"

namespace demarche {
namespace {

// Library of Congress, EDTF Specification, 4 February 2019, in its order.
constexpr const char* kSpecificationExamples[] = {
    // Level 0: date
    "1985-04-12", "1985-04", "1985",
    // Level 0: date and time
    "1985-04-12T23:20:30", "1985-04-12T23:20:30Z", "1985-04-12T23:20:30-04",
    "1985-04-12T23:20:30+04:30",
    // Level 0: time interval
    "1964/2008", "2004-06/2006-08", "2004-02-01/2005-02-08", "2004-02-01/2005-02",
    "2004-02-01/2005", "2005/2006-02",
    // Level 1: letter-prefixed calendar year
    "Y170000002", "Y-170000002",
    // Level 1: seasons
    "2001-21", "2001-22", "2001-23", "2001-24",
    // Level 1: qualification of a date (complete)
    "1984?", "2004-06~", "2004-06-11%",
    // Level 1: unspecified digits from the right
    "201X", "20XX", "2004-XX", "1985-04-XX", "1985-XX-XX",
    // Level 1: extended interval
    "1985-04-12/..", "1985-04/..", "1985/..", "../1985-04-12", "../1985-04", "../1985",
    "1985-04-12/", "1985-04/", "1985/", "/1985-04-12", "/1985-04", "/1985",
    // Level 1: negative calendar year
    "-1985",
    // Level 2: sets
    "[1667,1668,1670..1672]", "[..1760-12-03]", "[1760-12..]", "[1760-01,1760-02,1760-12..]",
    "[1667,1760-12]", "[..1984]", "{1667,1668,1670..1672}", "{1960,1961-12}", "{..1984}",
    // Level 2: interval, of which the building blocks are Level 1
    "2004-06-XX/2004-07-03"};

// Level 2 of the same specification, as far as the dossier format does not take it.
constexpr const char* kRefusedLevel2Examples[] = {
    "Y-17E7",        "1950S2",       "Y171010000S3", "Y3388E2S3",
    "2001-34",       "2001-25",      "2001-41",      "2004-06~-11",
    "2004?-06-11",   "?2004-06-~11", "2004-%06-11",  "156X-12-25",
    "15XX-12-25",    "XXXX-12-XX",   "1XXX-XX",      "1XXX-12",
    "1984-1X",       "1XXX",         "XXXX",         "2004-XX-03",
    "2004-06-1X",    "201X-XX",      "20X4",         "2004-06-~01/2004-06-~20",
    "[1667,1950S2]", "Y17000X"};

// Not in the specification's examples, but taken; edtf.h says why.
constexpr const char* kAlsoTaken[] = {
    "0000",
    "0001",
    "-0001",
    "-9999",
    "9999-12-31",
    "Y10000",
    "Y99999999999",
    "Y-99999999999",
    "2000-02-29",
    "-0004-02-29",
    "2022-01-10T08:55",
    "2022-01-10T08:55Z",
    "2022-01-10T08:55+01:00",
    "2022-01-10T08:55-14",
    "2022-01-10T08:55+14:00",
    "2022-01-10T08:55+00:00",
    "2022-01-10T24:00",
    "2022-01-10T24:00:00Z",
    "2022-01-10T08:55+01:00/2022-01-10T16:30+01:00",
    "2022-01-10T08:55Z/..",
    "201X?",
    "-201X",
    "2004-XX~",
    "2014-21~",
    "Y-170000~",
    "-1984?/2004%",
    "1952-23~/1953",
    "201X/2020",
    "../..",
    "/..",
    "../",
    "2014/2014",
    "2005/2005-02",
    "2005-02/2005",
    "[1984]",
    "[1984?,1985~]",
    "{2014-21,2014-23}",
    "[..1984,1990..]",
    "[2021-12-15..2021-12-17]",
    "{1999,2004}",
    "[201X,Y-170000]",
};

TEST(EdtfParseTest, ReadsAndPrintsBackEveryExampleOfTheSpecification) {
  for (const char* text : kSpecificationExamples) {
    const Result<Edtf> edtf = ParseEdtf(text);
    ASSERT_TRUE(edtf.ok()) << text << ": " << edtf.error().message;
    EXPECT_EQ(ToString(edtf.value()), text);
  }
}

TEST(EdtfParseTest, ReadsAndPrintsBackWhatElseIsTaken) {
  for (const char* text : kAlsoTaken) {
    const Result<Edtf> edtf = ParseEdtf(text);
    ASSERT_TRUE(edtf.ok()) << text << ": " << edtf.error().message;
    EXPECT_EQ(ToString(edtf.value()), text);
  }
}

TEST(EdtfParseTest, NamesTheLevelOfWhatTheFormatDoesNotTake) {
  for (const char* text : kRefusedLevel2Examples) {
    const Result<Edtf> edtf = ParseEdtf(text);
    ASSERT_FALSE(edtf.ok()) << text;
    EXPECT_EQ(edtf.error().code, "E-DATE-LEVEL") << text;
    EXPECT_NE(edtf.error().message.find("Level 2"), std::string::npos) << text;
  }
}

TEST(EdtfParseTest, RefusesDatesThatDoNotExist) {
  for (const char* text : {"2022-13",
                           "2022-00",
                           "2022-20",
                           "2022-42",
                           "2022-99-01",
                           "2022-06-31",
                           "2022-01-32",
                           "2022-01-00",
                           "2021-02-29",
                           "1900-02-29",
                           "-0001-02-29",
                           "2022-01-10T24:01",
                           "2022-01-10T24:00:01",
                           "2022-01-10T25:00",
                           "2022-01-10T08:60",
                           "2022-01-10T08:55:60",
                           "2016-12-31T23:59:60Z",
                           "2022-01-10T08:55+14:01",
                           "2022-01-10T08:55+15",
                           "2022-01-10T08:55+01:60",
                           "2022-01-10T08:55-00:00",
                           "2022-01-10T08:55-00",
                           "-0000",
                           "-000X",
                           "-00XX",
                           "Y123456789012",
                           "Y-99999999999999999999999999",
                           "2022/2021",
                           "2022-01-10/2022-01-09",
                           "2022-01-10T08:55Z/2022-01-10T08:54Z",
                           "2022-01-10T08:55+01:00/2022-01-10T07:54Z",
                           "-0044/-0045",
                           "2022-01-10/2021",
                           "[1672..1670]",
                           "{1667,2021-12-17..2021-12-15}"}) {
    const Result<Edtf> edtf = ParseEdtf(text);
    ASSERT_FALSE(edtf.ok()) << text;
    EXPECT_EQ(edtf.error().code, "E-DATE-RANGE") << text;
  }
}

TEST(EdtfParseTest, RefusesWhatIsNotEdtf) {
  const std::string too_long(kEdtfMaxLength + 1, '2');
  for (const std::string& text : {std::string(),
                                  std::string(" "),
                                  std::string("2014 "),
                                  std::string(" 2014"),
                                  std::string("2014\n"),
                                  std::string("2014\0", 5),
                                  std::string("14"),
                                  std::string("985"),
                                  std::string("12022"),
                                  std::string("+2014"),
                                  std::string("--2014"),
                                  std::string("2014-"),
                                  std::string("2014-1"),
                                  std::string("2014-1-1"),
                                  std::string("2014-01-1"),
                                  std::string("2014-01-"),
                                  std::string("2014-011"),
                                  std::string("2014-01-011"),
                                  std::string("2014-001"),
                                  std::string("2014-W02"),
                                  std::string("2014-W02-1"),
                                  std::string("201401"),
                                  std::string("20140110"),
                                  std::string("2014?~"),
                                  std::string("2014??"),
                                  std::string("2014!"),
                                  std::string("201x"),
                                  std::string("201u"),
                                  std::string("y-170000"),
                                  std::string("Y"),
                                  std::string("YX"),
                                  std::string("Y-"),
                                  std::string("Y2014"),
                                  std::string("Y02014"),
                                  std::string("Y-0170000"),
                                  std::string("Y17000-01"),
                                  std::string("2014-21-03"),
                                  std::string("2014-21-XX"),
                                  std::string("2014T08:55"),
                                  std::string("2014-01T08:55"),
                                  std::string("2014-01-XXT08:55"),
                                  std::string("2014-01-10T"),
                                  std::string("2014-01-10T08"),
                                  std::string("2014-01-10T8:55"),
                                  std::string("2014-01-10T08:5"),
                                  std::string("2014-01-10T0855"),
                                  std::string("2014-01-10T08:55:"),
                                  std::string("2014-01-10T08:55:1"),
                                  std::string("2014-01-10T08:55:01.5Z"),
                                  std::string("2014-01-10T08:55Z+01"),
                                  std::string("2014-01-10T08:55+1"),
                                  std::string("2014-01-10T08:55+0100"),
                                  std::string("2014-01-10T08:55-0030"),
                                  std::string("2014-01-10T08:55+01:0"),
                                  std::string("2014-01-10T08:55 UTC"),
                                  std::string("2014-01-10t08:55"),
                                  std::string("2014-01-10 08:55"),
                                  std::string("2014-01-10T08:55~"),
                                  std::string("/"),
                                  std::string("//"),
                                  std::string("2014//"),
                                  std::string("2014/2015/2016"),
                                  std::string("10/01/2014"),
                                  std::string("2014/15"),
                                  std::string("2014/..."),
                                  std::string(".."),
                                  std::string("2014/P1Y"),
                                  std::string("P1Y"),
                                  std::string("unknown/2014"),
                                  std::string("2014/open"),
                                  std::string("[2014,2015]/2016"),
                                  std::string("["),
                                  std::string("{"),
                                  std::string("[]"),
                                  std::string("[}"),
                                  std::string("[2014"),
                                  std::string("[2014}"),
                                  std::string("{2014]"),
                                  std::string("2014]"),
                                  std::string("[2014,]"),
                                  std::string("[,2014]"),
                                  std::string("[2014, 2015]"),
                                  std::string("[..]"),
                                  std::string("[..1984..]"),
                                  std::string("[1984,..1990]"),
                                  std::string("[1984..,1990]"),
                                  std::string("[1984..1986..1990]"),
                                  std::string("[1984...1990]"),
                                  std::string("[2021-12-15..2021-12]"),
                                  std::string("[2014-01-10T08:55]"),
                                  std::string("[[2014]]"),
                                  std::string("[2014/2015]"),
                                  std::string("10.01.2014"),
                                  std::string("10 January 2014"),
                                  std::string("c. 2014"),
                                  std::string("44 BCE"),
                                  std::string("2014\xe2\x80\x93"
                                              "2016"),
                                  std::string("\xe2\x88\x92"
                                              "0044"),
                                  std::string("\xff\xfe"),
                                  too_long}) {
    const Result<Edtf> edtf = ParseEdtf(text);
    ASSERT_FALSE(edtf.ok()) << text;
    EXPECT_EQ(edtf.error().code, "E-DATE-SYNTAX") << text;
  }
}

TEST(EdtfParseTest, SaysWhatIsWrongAndWhatWouldBeRight) {
  const struct {
    const char* text;
    const char* message;
    const char* remedy_holds;
  } cases[] = {
      {"", "The date is empty.", "2022-01-10"},
      {"2014 ", "\"2014 \" has a space in it.", "without spaces"},
      {"201x", "\"201x\" has a small letter in it.", "X for a digit not known"},
      {"2014?~", "\"2014?~\" has two qualifiers.", "%"},
      {"985", "The year \"985\" has fewer than four digits.", "0985"},
      {"12022", "The year \"12022\" has more than four digits.", "Y12022"},
      {"20140110", "\"20140110\" has no hyphens between year, month and day.", "2022-01-10"},
      {"2014-1-10", "The month has one digit.", "2022-01"},
      {"2014-01-9", "The day has one digit.", "2022-01-09"},
      {"2014-13", "There is no month 13.", "01 to 12"},
      {"2022-06-31", "There is no day 31 in 2022-06.", "01 to 30"},
      {"-0044-02-30", "There is no day 30 in -0044-02.", "01 to 29"},
      {"2014-21-03", "A season has no day.", "2014-04-12"},
      {"10/01/2014", "An interval has one slash, this one has more.", "hyphens"},
      {"2016/2014", "The interval ends before it starts.", "earlier date first"},
      {"2014/P1Y", "\"P1Y\" is a duration or a repetition, which EDTF leaves out.", "interval"},
      {"1985/open", "\"open\" is how the draft of 2012 wrote it.", "1985/.."},
      {"2014-W02", "\"2014-W02\" is a week date, which EDTF leaves out.", "interval"},
      {"2014T08:55", "\"2014T08:55\" is not a date and a time.", "2022-01-10T08:55+01:00"},
      {"2014-01-10T08:55~", "A time of day takes no qualifier.", "Qualify the day"},
      {"2014-01-10T08:55:01.5Z", "The time has a fraction of a second.", "whole seconds"},
      {"2016-12-31T23:59:60Z", "There is no such time of day.", "leap second"},
      {"2014\xe2\x80\x93"
       "2016",
       "The date has a character in it that dates do not use.", "dashes"},
      {"January 2014", "\"January 2014\" is not an EDTF date.", "2022-01"},
      {"Y2014", "Y marks a year of more than four digits, and this one has fewer.", "without Y"},
      {"Y02014", "The year after Y begins with a zero.", "no Y"},
      {"+2014", "\"+2014\" has a plus sign.", "without a sign"},
      {"[2014", "The set is not closed.", "[1667,1668]"},
      {"[2021-12-15..2021-12]", "The dates beside the two dots differ in precision.", "days"},
      {"/", "The interval has neither a start nor an end.", "2014/.."},
  };
  for (const auto& c : cases) {
    const Result<Edtf> edtf = ParseEdtf(c.text);
    ASSERT_FALSE(edtf.ok()) << c.text;
    EXPECT_EQ(edtf.error().message, c.message) << c.text;
    EXPECT_NE(edtf.error().remedy.find(c.remedy_holds), std::string::npos)
        << c.text << ": " << edtf.error().remedy;
  }
}

// What an author wrote goes into messages; a page of it, or a control sequence, must not.
TEST(EdtfParseTest, QuotesLittleAndOnlyPrintableAscii) {
  for (const std::string& text : {"2014" + std::string(4000, '!'), std::string("2014\x1b[31m"),
                                  std::string("20\n14!"), std::string("2014\xe2\x80\xae")}) {
    const Result<Edtf> edtf = ParseEdtf(text);
    ASSERT_FALSE(edtf.ok());
    EXPECT_LT(edtf.error().message.size(), 120u);
    for (char c : edtf.error().message) EXPECT_TRUE(c >= ' ' && c <= '~') << text;
  }
}

TEST(EdtfParseTest, ReadsTheParts) {
  const EdtfDate time = ParseEdtf("-0044-03-15T08:55:07-03:30").value().start.date;
  EXPECT_EQ(time, (EdtfDate{.year = -44,
                            .precision = Precision::kSecond,
                            .zone = Zone::kHoursAndMinutes,
                            .month = 3,
                            .day = 15,
                            .hour = 8,
                            .minute = 55,
                            .second = 7,
                            .offset_minutes = -210}));
  const Edtf decade = ParseEdtf("-201X%/..").value();
  EXPECT_EQ(decade.kind, EdtfKind::kInterval);
  EXPECT_EQ(decade.start.date, (EdtfDate{.year = -2010,
                                         .precision = Precision::kDecade,
                                         .unspecified = Unspecified::kYearInDecade,
                                         .qualifier = Qualifier::kBoth}));
  EXPECT_EQ(decade.end.kind, BoundKind::kOpen);

  const Edtf set = ParseEdtf("{..1984,1990,1995..1997}").value();
  EXPECT_EQ(set.kind, EdtfKind::kAllOf);
  ASSERT_EQ(set.members.size(), 3u);
  EXPECT_EQ(set.members[0].first.kind, BoundKind::kOpen);
  EXPECT_EQ(set.members[0].last.date.year, 1984);
  EXPECT_EQ(set.members[1].kind, MemberKind::kDate);
  EXPECT_EQ(set.members[2].kind, MemberKind::kRange);
  EXPECT_EQ(set.members[2].last.date.year, 1997);
}

}  // namespace
}  // namespace demarche
