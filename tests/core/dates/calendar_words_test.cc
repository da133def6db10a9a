#include "core/dates/calendar_words.h"

#include <gtest/gtest.h>

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
