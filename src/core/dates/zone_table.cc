#include "core/dates/zone_table.h"

#include <algorithm>

#include "core/base/digits.h"
#include "core/dates/civil.h"

namespace demarche {
namespace {

constexpr int32_t kMostOffset = 18 * 3600;

// Takes a line off the text.
std::string_view TakeLine(std::string_view* text) {
  const size_t end = std::min(text->find('\n'), text->size());
  const std::string_view line = text->substr(0, end);
  text->remove_prefix(std::min(end + 1, text->size()));
  return line;
}

std::optional<Seconds> NumberFrom(std::string_view text) {
  constexpr size_t kMostDigits = 15;
  const bool negative = !text.empty() && text.front() == '-';
  if (negative) text.remove_prefix(1);
  if (text.empty() || text.size() > kMostDigits) return std::nullopt;
  Seconds number = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    number = number * 10 + (c - '0');
  }
  return negative ? -number : number;
}

std::optional<int32_t> OffsetFrom(std::string_view text) {
  const std::optional<Seconds> number = NumberFrom(text);
  if (!number || *number > kMostOffset || *number < -kMostOffset) return std::nullopt;
  return static_cast<int32_t>(*number);
}

}  // namespace

std::optional<ZoneTable> ZoneTable::Parse(std::string_view lines) {
  ZoneTable zone;
  zone.name_ = TakeLine(&lines);
  const std::optional<int32_t> first = OffsetFrom(TakeLine(&lines));
  if (!first) return std::nullopt;
  zone.changes_.front().offset_s = *first;
  while (!lines.empty()) {
    const std::string_view line = TakeLine(&lines);
    const size_t space = line.find(' ');
    if (space == std::string_view::npos) return std::nullopt;
    const std::optional<Seconds> from_s = NumberFrom(line.substr(0, space));
    const std::optional<int32_t> offset_s = OffsetFrom(line.substr(space + 1));
    if (!from_s || !offset_s || *from_s <= zone.changes_.back().from_s) return std::nullopt;
    zone.changes_.push_back({*from_s, *offset_s});
  }
  return zone;
}

size_t ZoneTable::IndexAt(Seconds utc) const {
  const auto after =
      std::upper_bound(changes_.begin() + 1, changes_.end(), utc,
                       [](Seconds t, const Change& change) { return t < change.from_s; });
  return static_cast<size_t>(after - changes_.begin()) - 1;
}

Seconds ZoneTable::UtcFromLocal(Seconds local) const {
  size_t i = IndexAt(local - kSecondsPerDay);
  while (i + 1 < changes_.size() && changes_[i + 1].from_s + changes_[i].offset_s <= local) ++i;
  return std::max(changes_[i].from_s, local - changes_[i].offset_s);
}

// One more than the most that the clocks showed before: at the last second, or before they were set
// back.
Seconds ZoneTable::FirstLocalFrom(Seconds utc) const {
  size_t i = IndexAt(utc - 1);
  Seconds local = utc + changes_[i].offset_s;
  for (; i > 0 && changes_[i].from_s > utc - 2 * kMostOffset; --i)
    local = std::max(local, changes_[i].from_s + changes_[i - 1].offset_s);
  return local;
}

Seconds ZoneTable::NextChange(Seconds utc) const {
  const size_t next = IndexAt(utc) + 1;
  return next < changes_.size() ? changes_[next].from_s : kTimeMax;
}

std::string OffsetName(int32_t offset_s) {
  std::string name = "UTC";
  const int32_t minutes = (offset_s < 0 ? -offset_s : offset_s) / 60;
  if (minutes == 0) return name;
  name += offset_s < 0 ? "−" : "+";
  name += std::to_string(minutes / 60);
  if (minutes % 60 == 0) return name;
  name += ':';
  AppendPadded(name, static_cast<uint64_t>(minutes % 60), 2);
  return name;
}

}  // namespace demarche
