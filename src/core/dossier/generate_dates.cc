#include "core/dossier/generate_dates.h"

#include "core/base/digits.h"
#include "core/dates/civil.h"

namespace demarche {

EventDays::EventDays(uint64_t events, uint64_t seed) : random_(seed) {
  for (uint64_t i = 0; i < events; ++i) total_ += NextDistance();
  random_ = Random(seed);
  burst_left_ = 0;
}

int64_t EventDays::Next() {
  so_far_ += NextDistance();
  return kFirstMadeUpDay + static_cast<int64_t>(so_far_ * (kMadeUpDays - 1) / total_);
}

uint64_t EventDays::NextDistance() {
  if (burst_left_ > 0) {
    --burst_left_;
    return 1 + random_.Below(20);
  }
  if (random_.Percent(8)) burst_left_ = 5 + random_.Below(40);
  return 100 + random_.Below(1000);
}

std::string IsoDay(int64_t day) {
  const CivilDate date = CivilFromDays(day);
  std::string out;
  AppendPadded(out, static_cast<uint64_t>(date.year), 4);
  out += '-';
  AppendPadded(out, static_cast<uint64_t>(date.month), 2);
  out += '-';
  AppendPadded(out, static_cast<uint64_t>(date.day), 2);
  return out;
}

std::string MadeUpDate(int64_t day, Random* random) {
  const std::string text = IsoDay(day);
  const uint64_t roll = random->Below(100);
  if (roll < 3) return text + '~';
  if (roll < 6) return text.substr(0, 7) + '?';
  if (roll < 10) return text.substr(0, 7);
  if (roll < 11) return text.substr(0, 4);
  if (roll < 17) return text + '/' + IsoDay(day + 1 + static_cast<int64_t>(random->Below(20)));
  if (roll < 18) return text + "/..";
  if (roll < 19) return '[' + text + ".." + IsoDay(day + 3) + ']';
  if (roll < 27) return text + (random->Percent(50) ? "T10:30Z" : "T09:15+02:00");
  return text;
}

}  // namespace demarche
