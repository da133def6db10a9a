// The wordings, one golden a kind of date.
#include "core/dates/edtf_words.h"

#include <gtest/gtest.h>

namespace demarche {
namespace {

Edtf Parsed(const char* text) {
  Result<Edtf> edtf = ParseEdtf(text);
  EXPECT_TRUE(edtf.ok()) << text << ": " << edtf.error().message;
  return std::move(edtf).value();
}

TEST(InWordsTest, SaysEveryKindOfDate) {
  const struct {
    const char* text;
    const char* words;
    const char* short_words;
  } cases[] = {
      {"2014", "2014", "2014"},
      {"2014~", "about 2014", "c. 2014"},
      {"2021-11?", "perhaps November 2021", "Nov 2021?"},
      {"2019%", "perhaps about 2019", "c. 2019?"},
      {"2021-12", "December 2021", "Dec 2021"},
      {"2022-01-10", "Monday 10 January 2022", "10 Jan 2022"},
      {"2022-01-10~", "about 10 January 2022", "c. 10 Jan 2022"},
      {"1066-10-14", "14 October 1066", "14 Oct 1066"},
      {"2022-01-10T08:55+01:00", "Monday 10 January 2022, 08:55 (UTC+01:00)", "10 Jan 2022, 08:55"},
      {"2022-01-10T08:55:07-03:30", "Monday 10 January 2022, 08:55:07 (UTC−03:30)",
       "10 Jan 2022, 08:55:07"},
      {"2022-01-10T08:55Z", "Monday 10 January 2022, 08:55 (UTC)", "10 Jan 2022, 08:55"},
      {"2022-01-10T08:55", "Monday 10 January 2022, 08:55 (local time)", "10 Jan 2022, 08:55"},
      {"2014-21", "spring 2014", "spring 2014"},
      {"2014-24", "winter 2014–15", "winter 2014–15"},
      {"1999-24", "winter 1999–00", "winter 1999–00"},
      {"201X", "the 2010s", "2010s"},
      {"19XX", "the 1900s", "1900s"},
      {"190X", "the years 1900 to 1909", "1900–1909"},
      {"-201X", "the years 2020 BCE to 2011 BCE", "2020 BCE–2011 BCE"},
      {"2014-XX", "an unknown month of 2014", "2014"},
      {"1985-04-XX", "an unknown day of April 1985", "Apr 1985"},
      {"1985-XX-XX", "an unknown day of 1985", "1985"},
      {"0033", "33 CE", "33 CE"},
      {"0000", "1 BCE", "1 BCE"},
      {"-0043-03-15", "15 March 44 BCE", "15 Mar 44 BCE"},
      {"Y-170000", "170,001 BCE", "170,001 BCE"},
      {"Y170000002", "170,000,002 CE", "170,000,002 CE"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(InWords(Parsed(c.text)), c.words) << c.text;
    EXPECT_EQ(ShortWords(Parsed(c.text)), c.short_words) << c.text;
  }
}

TEST(InWordsTest, SaysIntervals) {
  const struct {
    const char* text;
    const char* words;
    const char* short_words;
  } cases[] = {
      {"2022-01-10/2022-01-13", "from Monday 10 to Thursday 13 January 2022", "10–13 Jan 2022"},
      {"2021-11-29/2021-12-03", "from Monday 29 November to Friday 3 December 2021",
       "29 Nov – 3 Dec 2021"},
      {"2021-12-30/2022-01-02", "from Thursday 30 December 2021 to Sunday 2 January 2022",
       "30 Dec 2021 – 2 Jan 2022"},
      {"2021-11-29~/2021-12-03", "from about 29 November to Friday 3 December 2021",
       "c. 29 Nov – 3 Dec 2021"},
      {"2021-03/2021-04", "from March to April 2021", "Mar–Apr 2021"},
      {"2021-03/2022-04", "from March 2021 to April 2022", "Mar 2021 – Apr 2022"},
      {"2021-03-XX/2021-03-10", "from an unknown day of March 2021 to Wednesday 10 March 2021",
       "Mar 2021 – 10 Mar 2021"},
      {"2014/2016", "from 2014 to 2016", "2014–2016"},
      {"0003-05-01/0003-05-04", "from 1 May 3 CE to 4 May 3 CE", "1 May 3 CE – 4 May 3 CE"},
      {"2005/2006-02", "from 2005 to February 2006", "2005 – Feb 2006"},
      {"2014~/2016?", "from about 2014 to perhaps 2016", "c. 2014 – 2016?"},
      {"2014~/..", "since about 2014", "c. 2014–"},
      {"../1997", "until 1997", "until 1997"},
      {"1997/", "from 1997, end unknown", "1997–?"},
      {"/1997", "until 1997, start unknown", "?–1997"},
      {"../..", "at all times", "–"},
      {"/..", "since an unknown time", "?–"},
      {"../", "until an unknown time", "–?"},
      {"2022-01-10T08:55+01:00/2022-01-10T16:30+01:00",
       "Monday 10 January 2022, from 08:55 to 16:30 (UTC+01:00)", "10 Jan 2022, 08:55–16:30"},
      {"2022-01-10T08:55Z/2022-01-10T16:30+01:00",
       "from Monday 10 January 2022, 08:55 (UTC) to Monday 10 January 2022, 16:30 (UTC+01:00)",
       "10 Jan 2022, 08:55 – 10 Jan 2022, 16:30"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(InWords(Parsed(c.text)), c.words) << c.text;
    EXPECT_EQ(ShortWords(Parsed(c.text)), c.short_words) << c.text;
  }
}

TEST(InWordsTest, SaysSets) {
  const struct {
    const char* text;
    const char* words;
    const char* short_words;
  } cases[] = {
      {"[2021-12-15..2021-12-17]", "between 15 and 17 December 2021", "15–17 Dec 2021?"},
      {"{2021-12-15..2021-12-17}", "each day from 15 to 17 December 2021", "15–17 Dec 2021"},
      {"{1670..1672}", "each year from 1670 to 1672", "1670–1672"},
      {"[2021-12-15,2021-12-16,2021-12-17]", "15, 16 or 17 December 2021", "15, 16 or 17 Dec 2021"},
      {"{2021-11-30,2021-12-16,2021-12-17}", "30 November, 16 and 17 December 2021",
       "30 Nov, 16 and 17 Dec 2021"},
      {"[1667,1668,1670..1672]", "1667, 1668 or 1670 to 1672", "1667, 1668 or 1670–1672"},
      {"{1999,2004}", "1999 and 2004", "1999 and 2004"},
      {"[..1984]", "1984 or earlier", "1984 or earlier"},
      {"{..1984}", "1984 and earlier", "1984 and earlier"},
      {"[1760-01,1760-02,1760-12..]", "January 1760, February 1760 or December 1760 or later",
       "Jan 1760, Feb 1760 or Dec 1760 or later"},
      {"[1667,1760-12]", "1667 or December 1760", "1667 or Dec 1760"},
      {"[1667,1668,1669,1672]", "1667, 1668, 1669 or 1672", "1667 … 1672"},
      {"[1667]", "1667", "1667"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(InWords(Parsed(c.text)), c.words) << c.text;
    EXPECT_EQ(ShortWords(Parsed(c.text)), c.short_words) << c.text;
  }
}

TEST(InWordsTest, SaysTheRarerKinds) {
  const struct {
    const char* text;
    const char* words;
    const char* short_words;
  } cases[] = {
      // Years around the turn of the era, where a number alone would mislead.
      {"00XX", "the years 1 BCE to 99 CE", "1 BCE–99 CE"},
      {"000X", "the years 1 BCE to 9 CE", "1 BCE–9 CE"},
      {"-01XX", "the years 200 BCE to 101 BCE", "200 BCE–101 BCE"},
      {"099X", "the years 990 CE to 999 CE", "990 CE–999 CE"},
      {"0999-12-31/1000-01-01", "from 31 December 999 CE to 1 January 1000",
       "31 Dec 999 CE – 1 Jan 1000"},
      {"-0043-24", "winter 44 BCE", "winter 44 BCE"},
      {"9999-24", "winter 9999", "winter 9999"},
      // Weekdays from the first whole year of the calendar on.
      {"1582-12-31", "31 December 1582", "31 Dec 1582"},
      {"1583-01-01", "Saturday 1 January 1583", "1 Jan 1583"},
      // Doubt about what is not fully given.
      {"2014-XX~", "about an unknown month of 2014", "c. 2014"},
      {"1985-04-XX?", "perhaps an unknown day of April 1985", "Apr 1985?"},
      {"2014-21%", "perhaps about spring 2014", "c. spring 2014?"},
      {"201X~", "about the 2010s", "c. 2010s"},
      {"Y-170000?", "perhaps 170,001 BCE", "170,001 BCE?"},
      // Intervals of what is wider than a year, or between seasons.
      {"18XX/19XX", "from the 1800s to the 1900s", "1800s–1900s"},
      {"198X~/1991", "from about the 1980s to 1991", "c. 1980s – 1991"},
      {"2014-21/2014-23", "from spring 2014 to autumn 2014", "spring 2014 – autumn 2014"},
      {"2014-24/2015-21", "from winter 2014–15 to spring 2015", "winter 2014–15 – spring 2015"},
      {"../2014-21?", "until perhaps spring 2014", "until spring 2014?"},
      // Times: one day said once, its zone too, unless they differ.
      {"2022-01-10T08:55:30Z/2022-01-10T09:00Z",
       "Monday 10 January 2022, from 08:55:30 to 09:00 (UTC)", "10 Jan 2022, 08:55:30–09:00"},
      {"2022-01-10T08:55+01/2022-01-10T10:00+01:00",
       "Monday 10 January 2022, from 08:55 to 10:00 (UTC+01:00)", "10 Jan 2022, 08:55–10:00"},
      {"2022-01-10T08:55/2022-01-10T09:00",
       "Monday 10 January 2022, from 08:55 to 09:00 (local time)", "10 Jan 2022, 08:55–09:00"},
      {"2022-01-10T08:55/2022-01-10T09:00Z",
       "from Monday 10 January 2022, 08:55 (local time) to Monday 10 January 2022, 09:00 (UTC)",
       "10 Jan 2022, 08:55 – 10 Jan 2022, 09:00"},
      {"2022-01-10T23:00Z/2022-01-11T01:00Z",
       "from Monday 10 January 2022, 23:00 (UTC) to Tuesday 11 January 2022, 01:00 (UTC)",
       "10 Jan 2022, 23:00 – 11 Jan 2022, 01:00"},
      {"2022-01-10/2022-01-10T09:00Z",
       "from Monday 10 January 2022 to Monday 10 January 2022, 09:00 (UTC)",
       "10 Jan 2022 – 10 Jan 2022, 09:00"},
      {"2022-01-10T24:00:00-00:30", "Monday 10 January 2022, 24:00:00 (UTC−00:30)",
       "10 Jan 2022, 24:00:00"},
      {"2022-01-10T08:55Z/..", "since Monday 10 January 2022, 08:55 (UTC)", "10 Jan 2022, 08:55–"},
      // Sets.
      {"{18XX..19XX}", "each century from the 1800s to the 1900s", "1800s–1900s"},
      {"[198X..199X]", "between the 1980s and the 1990s", "1980s–1990s?"},
      {"{2014-21..2014-23}", "each season from spring 2014 to autumn 2014",
       "spring 2014 – autumn 2014"},
      {"{2021-11..2022-02}", "each month from November 2021 to February 2022",
       "Nov 2021 – Feb 2022"},
      {"[2021-12-15?,2021-12-17~]", "perhaps 15 or about 17 December 2021",
       "15? or c. 17 Dec 2021"},
      {"{..1984,1990}", "1984 and earlier and 1990", "1984 and earlier and 1990"},
      {"{1667,1669..1672,1680..}", "1667, 1669 to 1672 and 1680 and later",
       "1667, 1669–1672 and 1680 and later"},
      {"{1999,2000,2001,2003..2004}", "1999, 2000, 2001 and 2003 to 2004", "1999 … 2003–2004"},
      {"[2021-11,2021-11-30]", "November 2021 or 30 November 2021", "Nov 2021 or 30 Nov 2021"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(InWords(Parsed(c.text)), c.words) << c.text;
    EXPECT_EQ(ShortWords(Parsed(c.text)), c.short_words) << c.text;
  }
}

TEST(InWordsTest, LeavesWeekdaysOutWhenAsked) {
  EXPECT_EQ(InWords(Parsed("2022-01-10"), Weekdays::kOmit), "10 January 2022");
  EXPECT_EQ(InWords(Parsed("2022-01-10/2022-01-13"), Weekdays::kOmit),
            "from 10 to 13 January 2022");
}

TEST(PrecisionNoteTest, SaysWhatIsKnownAndWhatIsNot) {
  const struct {
    const char* text;
    const char* note;
  } cases[] = {
      {"2022-01-10", "Day certain. Time of day not given."},
      {"2022-01-10T08:55+01:00", "Certain to the minute."},
      {"2022-01-10T08:55:01Z", "Certain to the second."},
      {"2022-01-10T08:55", "Certain to the minute. Time zone not given."},
      {"2021-12", "The month is known, the day is not."},
      {"1985-04-XX", "The month is known, the day is not."},
      {"2014-21", "The season is known, the day is not."},
      {"2014", "The year is known, the day is not."},
      {"2014-XX", "The year is known, the month is not."},
      {"1985-XX-XX", "The year is known, the month and the day are not."},
      {"201X", "The decade is known, the year is not."},
      {"19XX", "The century is known, the year is not."},
      {"2014~", "Approximate: this year or one near it."},
      {"2021-11?", "Uncertain: it may have been another month."},
      {"2022-01-10%", "Uncertain and approximate: perhaps this day or one near it."},
      {"2022-01-10/2022-01-13", "Start and end certain to the day."},
      {"2014~/..", "Start approximate, given to the year. No end given."},
      {"2022-01-10/2022-02", "Start certain to the day. End certain to the month."},
      {"2004-06-XX/2004-07-03", "Start known to the month. End certain to the day."},
      {"2014?/2016%",
       "Start uncertain, given to the year. End uncertain and approximate, given to the year."},
      {"1985/", "Start certain to the year. The end is not known."},
      {"/1985", "The start is not known. End certain to the year."},
      {"../1985", "No start given. End certain to the year."},
      {"201X?", "Uncertain: it may have been another decade."},
      {"19XX%", "Uncertain and approximate: perhaps this century or one near it."},
      {"2014-21~", "Approximate: this season or one near it."},
      {"2022-01-10T08:55Z/..", "Start certain to the minute. No end given."},
      {"2022-01-10T08:55:01Z/2022-01-11T08:55:01Z", "Start and end certain to the second."},
      {"../..", "No start given. No end given."},
      {"/..", "The start is not known. No end given."},
      {"../", "No start given. The end is not known."},
      {"2004-XX/201X", "Start known to the year. End known to the decade."},
      {"{2014-21,2014-23}", "All of these seasons."},
      {"{2021-11..2022-02}", "All of these months."},
      {"[..1984]", "One of these years, not known which."},
      {"{..1984,1990-05}", "All of these dates."},
      {"[2021-12-15..2021-12-17]", "One of these days, not known which."},
      {"[19XX,18XX]", "One of these centuries, not known which."},
      {"[1667,1760-12]", "One of these dates, not known which."},
      {"{1999,2004}", "All of these years."},
  };
  for (const auto& c : cases) EXPECT_EQ(PrecisionNote(Parsed(c.text)), c.note) << c.text;
}

}  // namespace
}  // namespace demarche
