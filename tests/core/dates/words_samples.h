// Words of dates as the page sends them (web/calendar_words.js), in languages with longer names,
// other orders and other plurals than English.
#pragma once

#include <memory>
#include <string_view>

#include "core/dates/calendar_words.h"

namespace demarche {

inline constexpr std::string_view kGerman =
    "Januar\nFebruar\nMärz\nApril\nMai\nJuni\nJuli\nAugust\nSeptember\nOktober\nNovember\n"
    "Dezember\nJan\nFeb\nMär\nApr\nMai\nJun\nJul\nAug\nSep\nOkt\nNov\nDez\nJanuar\nFebruar\n"
    "März\nApril\nMai\nJuni\nJuli\nAugust\nSeptember\nOktober\nNovember\nDezember\nJan.\nFeb.\n"
    "März\nApr.\nMai\nJuni\nJuli\nAug.\nSept.\nOkt.\nNov.\nDez.\nSonntag\nMontag\nDienstag\n"
    "Mittwoch\nDonnerstag\nFreitag\nSamstag\nSo\nMo\nDi\nMi\nDo\nFr\nSa\n%E, %d. %M %y\n"
    "%e, %d. %m %y\n%e, %d. %m\n%d. %m %y\n%d. %m\n%L %y\n%l %y\n%y v. Chr.\n.\n~\n01000000000000"
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"
    "00\n%n Jahre|%n Jahr\n%n Monate|%n Monat\n%n Tage|%n Tag\n%n Stunden|%n Stunde\n"
    "%n Minuten|%n Minute\n%n Sekunden|%n Sekunde\n%n J|%n J\n%n Mon.|%n Mon.\n%n Tg.|%n Tg.\n"
    "%n Std.|%n Std.\n%n Min.|%n Min.\n%n Sek.|%n Sek.";

inline constexpr std::string_view kUkrainian =
    "січень\nлютий\nберезень\nквітень\nтравень\nчервень\nлипень\nсерпень\nвересень\nжовтень\n"
    "листопад\nгрудень\nсіч.\nлют.\nбер.\nквіт.\nтрав.\nчерв.\nлип.\nсерп.\nвер.\nжовт.\nлист.\n"
    "груд.\nсічня\nлютого\nберезня\nквітня\nтравня\nчервня\nлипня\nсерпня\nвересня\nжовтня\n"
    "листопада\nгрудня\nсіч.\nлют.\nбер.\nквіт.\nтрав.\nчерв.\nлип.\nсерп.\nвер.\nжовт.\nлист.\n"
    "груд.\nнеділя\nпонеділок\nвівторок\nсереда\nчетвер\nп’ятниця\nсубота\nнд\nпн\nвт\nср\nчт\n"
    "пт\nсб\n%E, %d %M %y р.\n%e, %d %m %y р.\n%e, %d %m\n%d %m %y р.\n%d %m\n%L %y р.\n"
    "%l %y р.\n%y до н. е.\n \n~\n012220000000000000000122200000012220000001222000000122200000012"
    "22000000122200000012220000001222000000122200000000000000001222000000122200000012220000001222"
    "000000122200000012220000001222000000122200000\n%n років|%n рік|%n роки\n"
    "%n місяців|%n місяць|%n місяці\n%n днів|%n день|%n дні\n%n годин|%n година|%n години\n"
    "%n хвилин|%n хвилина|%n хвилини\n%n секунд|%n секунда|%n секунди\n%n р.|%n р.|%n р.\n"
    "%n міс.|%n міс.|%n міс.\n%n дн.|%n дн.|%n дн.\n%n год|%n год|%n год\n%n хв|%n хв|%n хв\n"
    "%n с|%n с|%n с";

inline std::shared_ptr<const CalendarWords> WordsOf(std::string_view lines) {
  return std::make_shared<const CalendarWords>(CalendarWords::Parse(lines).value());
}

}  // namespace demarche
