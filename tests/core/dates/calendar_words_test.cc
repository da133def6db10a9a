#include "core/dates/calendar_words.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "tests/core/dates/words_samples.h"

namespace demarche {
namespace {

constexpr int64_t kTenthOfJanuary2022 = 19002;

TEST(CalendarWords, SayDatesInTheOrderOfTheLanguage) {
  const struct {
    DateForm form;
    const char *english, *german, *ukrainian;
  } cases[] = {
      {DateForm::kFull, "Monday 10 January 2022", "Montag, 10. Januar 2022",
       "понеділок, 10 січня 2022 р."},
      {DateForm::kWeekdayDate, "Mon 10 Jan 2022", "Mo, 10. Jan. 2022", "пн, 10 січ. 2022 р."},
      {DateForm::kWeekdayDay, "Mon 10 Jan", "Mo, 10. Jan.", "пн, 10 січ."},
      {DateForm::kDate, "10 Jan 2022", "10. Jan. 2022", "10 січ. 2022 р."},
      {DateForm::kDay, "10 Jan", "10. Jan.", "10 січ."},
      {DateForm::kMonthAndYear, "January 2022", "Januar 2022", "січень 2022 р."},
      {DateForm::kShortMonthAndYear, "Jan 2022", "Jan 2022", "січ. 2022 р."},
  };
  const auto german = WordsOf(kGerman), ukrainian = WordsOf(kUkrainian);
  for (const auto& c : cases) {
    EXPECT_EQ(CalendarWords::English().Date(c.form, kTenthOfJanuary2022), c.english);
    EXPECT_EQ(german->Date(c.form, kTenthOfJanuary2022), c.german);
    EXPECT_EQ(ukrainian->Date(c.form, kTenthOfJanuary2022), c.ukrainian);
  }
}

TEST(CalendarWords, CountYearsBackFromOurEra) {
  const CalendarWords& english = CalendarWords::English();
  EXPECT_EQ(english.Year(2014), "2014");
  EXPECT_EQ(english.Year(0), "1 BCE");
  EXPECT_EQ(english.Year(-43), "44 BCE");
  EXPECT_EQ(english.Year(-169999), "170,000 BCE");
  EXPECT_EQ(english.Year(12022), "12,022");
  EXPECT_EQ(WordsOf(kGerman)->Year(-169999), "170.000 v. Chr.");
  EXPECT_EQ(WordsOf(kUkrainian)->Year(-1999999), "2 000 000 до н. е.");
}

TEST(CalendarWords, CountLengthsInThePluralsOfTheLanguage) {
  const struct {
    int64_t count;
    const char *english, *german, *ukrainian;
  } cases[] = {
      {1, "1 year", "1 Jahr", "1 рік"},
      {3, "3 years", "3 Jahre", "3 роки"},
      {11, "11 years", "11 Jahre", "11 років"},
      {17, "17 years", "17 Jahre", "17 років"},
      {21, "21 years", "21 Jahre", "21 рік"},
      {112, "112 years", "112 Jahre", "112 років"},
      {201, "201 years", "201 Jahre", "201 рік"},
      {1999, "1999 years", "1999 Jahre", "1999 років"},
      {20002, "20,002 years", "20.002 Jahre", "20 002 роки"},
  };
  const auto german = WordsOf(kGerman), ukrainian = WordsOf(kUkrainian);
  for (const auto& c : cases) {
    const auto years = [&c](const CalendarWords& words) {
      return words.Length(c.count, LengthUnit::kYear, Wording::kLong);
    };
    EXPECT_EQ(years(CalendarWords::English()), c.english);
    EXPECT_EQ(years(*german), c.german);
    EXPECT_EQ(years(*ukrainian), c.ukrainian);
  }
  const CalendarWords& english = CalendarWords::English();
  EXPECT_EQ(english.Length(1, LengthUnit::kDay, Wording::kShort), "1 day");
  EXPECT_EQ(english.Length(12, LengthUnit::kMonth, Wording::kShort), "12 mo");
  EXPECT_EQ(german->Length(2, LengthUnit::kMinute, Wording::kShort), "2 Min.");
}

// A table of which only some lines matter.
std::string TableWith(std::vector<std::pair<size_t, std::string>> changes) {
  std::string table;
  for (size_t line = 0; line < 85; ++line) {
    std::string text = line == 72 ? std::string(200, '0') : "word" + std::to_string(line);
    for (const auto& [at, change] : changes) {
      if (at == line) text = change;
    }
    table += text + (line < 84 ? "\n" : "");
  }
  return table;
}

TEST(CalendarWords, EachLineHasItsPlace) {
  const CalendarWords words = CalendarWords::Parse(TableWith({})).value();
  EXPECT_EQ(words.Month(1, Wording::kLong), "word0");
  EXPECT_EQ(words.Month(12, Wording::kShort), "word23");
  EXPECT_EQ(words.Weekday(0, Wording::kLong), "word48");
  EXPECT_EQ(words.Weekday(6, Wording::kShort), "word61");
  EXPECT_EQ(words.Date(DateForm::kFull, 0), "word62");
  EXPECT_EQ(words.Date(DateForm::kShortMonthAndYear, 0), "word68");
  EXPECT_EQ(words.Year(0), "word69");
  EXPECT_EQ(words.Year(1000000), "1word70000word70000");
  EXPECT_EQ(words.about(), "word71");
  EXPECT_EQ(words.Length(5, LengthUnit::kYear, Wording::kLong), "word73");
  EXPECT_EQ(words.Length(5, LengthUnit::kSecond, Wording::kShort), "word84");
}

TEST(CalendarWords, FillPatternsOfAnyOrder) {
  // 1 March 2021, a Monday; months alone and in a date, long and short, are words of their own.
  constexpr int64_t kFirstOfMarch2021 = 18687;
  const struct {
    const char *pattern, *date;
  } cases[] = {
      {"%y/%m/%d", "2021/word38/1"},
      {"%E, %d. %M", "word49, 1. word26"},
      {"%e %l %L", "word56 word14 word2"},
      {"%d%d%d", "111"},
      {"100 %", "100 %"},
      {"%", "%"},
      {"%z%d", "1"},
      {"", ""},
      {"年%y年", "年2021年"},
  };
  for (const auto& c : cases) {
    const auto words = CalendarWords::Parse(TableWith({{65, c.pattern}}));
    EXPECT_EQ(words->Date(DateForm::kDate, kFirstOfMarch2021), c.date) << c.pattern;
  }
}

TEST(CalendarWords, TakeTheFormThatTheNumberAsksFor) {
  std::string plurals(200, '2');
  plurals[0] = '0';
  plurals[1] = '1';
  plurals[100] = '9';  // more than there are: the last
  plurals[142] = '1';
  const auto words = CalendarWords::Parse(
      TableWith({{72, plurals}, {75, "%n none|%n one|%n more"}, {81, "%n d"}}));
  const struct {
    int64_t count;
    const char* text;
  } cases[] = {{0, "0 none"},     {1, "1 one"},      {2, "2 more"},     {-1, "-1 one"},
               {100, "100 more"}, {142, "142 one"},  {199, "199 more"}, {242, "242 one"},
               {201, "201 more"}, {1042, "1042 one"}};
  for (const auto& c : cases) {
    EXPECT_EQ(words->Length(c.count, LengthUnit::kDay, Wording::kLong), c.text);
    EXPECT_EQ(words->Length(c.count, LengthUnit::kDay, Wording::kShort),
              std::to_string(c.count) + " d")
        << "one form for all";
  }
}

TEST(CalendarWords, NumbersArePartedFromTenThousandOn) {
  const CalendarWords& english = CalendarWords::English();
  const struct {
    int64_t year;
    const char* text;
  } cases[] = {{1, "1"},
               {999, "999"},
               {9999, "9999"},
               {10000, "10,000"},
               {123456, "123,456"},
               {99'999'999'999, "99,999,999,999"},
               {-9998, "9999 BCE"},
               {-9999, "10,000 BCE"},
               {-99'999'999'999, "100,000,000,000 BCE"}};
  for (const auto& c : cases) EXPECT_EQ(english.Year(c.year), c.text);
}

TEST(CalendarWords, NameMonthsAndWeekdays) {
  EXPECT_EQ(CalendarWords::English().Month(12, Wording::kLong), "December");
  EXPECT_EQ(CalendarWords::English().Weekday(0, Wording::kLong), "Sunday");
  EXPECT_EQ(WordsOf(kGerman)->Month(3, Wording::kShort), "Mär");
  EXPECT_EQ(WordsOf(kUkrainian)->Weekday(6, Wording::kShort), "сб");
  EXPECT_EQ(CalendarWords::English().about(), "about ");
}

TEST(CalendarWords, RefuseWhatIsNoTableOfWords) {
  const std::string good(kGerman);
  EXPECT_TRUE(CalendarWords::Parse(good));
  EXPECT_FALSE(CalendarWords::Parse(""));
  EXPECT_FALSE(CalendarWords::Parse(good + "\n"));
  EXPECT_FALSE(CalendarWords::Parse(good.substr(good.find('\n') + 1)));
  std::string bad = good;
  bad[bad.find("0100")] = 'x';
  EXPECT_FALSE(CalendarWords::Parse(bad)) << "a plural that is no digit";
  EXPECT_FALSE(CalendarWords::Parse(std::string(70000, 'a') + good)) << "too long";
}

}  // namespace
}  // namespace demarche
