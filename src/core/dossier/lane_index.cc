#include "core/dossier/lane_index.h"

#include <algorithm>
#include <bit>

#include "core/dossier/dossier.h"

namespace demarche {
namespace {

constexpr uint32_t kBlock = RankBits::kWordBits;

// Spreads equally important entries, so that which of them comes first has nothing to do with
// where one looks. Different for different items (it multiplies by an odd number).
uint32_t Scattered(uint32_t item) {
  item = (item ^ (item >> 16)) * 0x7feb352du;
  item = (item ^ (item >> 15)) * 0x846ca68bu;
  return item ^ (item >> 16);
}

bool IsFinite(Seconds t) { return t > kTimeMin && t < kTimeMax; }

// Times that may be infinite.
Seconds LaterBy(Seconds t, Seconds by) {
  if (t <= kTimeMin) return t + 1;
  return by >= kTimeMax - std::max<Seconds>(t, 0) ? kTimeMax : t + by;
}

// The end of a stretch of time whose two ends are known to the day; else kTimeMax.
Seconds UntilOf(const When& when) {
  const bool coarse = std::min(when.start_precision, when.end_precision) < Precision::kDay;
  const bool vague =
      ((when.start_flags | when.end_flags) & (kUncertain | kApproximate | kUnspecified)) != 0;
  const bool open = when.Has(kOpenStart) || when.Has(kOpenEnd);
  return coarse || vague || open ? kTimeMax : when.latest() + 1;
}

}  // namespace

Seconds PointOf(const When& when) {
  const TimeSpan& span = when.start;
  if (span.earliest >= kTimeMax) return kTimeMin;
  if (span.earliest <= kTimeMin) return span.latest >= kTimeMax ? kTimeMin : span.latest;
  if (span.latest >= kTimeMax) return span.earliest;
  return span.earliest + (span.latest - span.earliest) / 2;
}

PointKind KindOfPoint(const When& when) {
  bool days = NamesDays(when.precision, when.flags);
  if (when.IsStretch()) {
    days = when.Has(kOpenStart) ? NamesDays(when.end_precision, when.end_flags)
                                : NamesDays(when.start_precision, when.start_flags);
  }
  return days ? PointKind::kDay : PointKind::kInstant;
}

LaneIndex::LaneIndex(const DossierData& data) {
  const size_t tracks = data.tracks.size();
  struct Key {
    Seconds point_s;
    uint32_t item;
  };
  std::vector<std::vector<Key>> parts(2 * (tracks + 1));
  const auto add = [&parts](size_t lane, const When& when, uint32_t item) {
    const size_t part = 2 * lane + (KindOfPoint(when) == PointKind::kInstant ? 1 : 0);
    parts[part].push_back({PointOf(when), item});
  };
  for (uint32_t i = 0; i < data.events.size(); ++i) {
    const Event& event = data.events[i];
    if (event.track < tracks) add(event.track, event.date.when, i);
  }
  for (uint32_t i = 0; i < data.moves.size(); ++i) {
    const Move& move = data.moves[i];
    if (move.event == kNone) add(tracks, move.date.when, i);
  }
  size_t size = 0;
  for (const std::vector<Key>& part : parts) size += part.size();
  item_.reserve(size);
  importance_.reserve(size);
  for (std::vector<Seconds>* column : {&point_s_, &begins_s_, &reported_s_}) column->reserve(size);
  start_.assign(1, 0);
  for (uint32_t at = 0; at < parts.size(); ++at) {
    std::vector<Key>& part = parts[at];
    const auto before = [](const Key& a, const Key& b) {
      return a.point_s != b.point_s ? a.point_s < b.point_s : a.item < b.item;
    };
    if (!std::is_sorted(part.begin(), part.end(), before)) {
      std::sort(part.begin(), part.end(), before);
    }
    for (const Key& key : part) {
      const bool is_event = at / 2 < tracks;
      const When& when =
          is_event ? data.events[key.item].date.when : data.moves[key.item].date.when;
      if (when.IsStretch()) {
        const bool goes_on = is_event && data.events[key.item].status == Status::kOngoing;
        intervals_.push_back({static_cast<uint32_t>(item_.size()), when.end.earliest,
                              goes_on ? kTimeMax : UntilOf(when)});
      }
      item_.push_back(key.item);
      point_s_.push_back(key.point_s);
      begins_s_.push_back(when.earliest());
      reported_s_.push_back(is_event ? data.events[key.item].reported_s
                                     : data.moves[key.item].reported_s);
      importance_.push_back(is_event ? data.events[key.item].importance : 1);
    }
    start_.push_back(static_cast<uint32_t>(item_.size()));
    widest_s_.push_back(0);
    for (uint32_t entry = PartAt(at).first; entry < item_.size(); ++entry) {
      if (!IsFinite(point_s_[entry])) continue;
      const bool is_open = !IsFinite(begins_s_[entry]);
      const Seconds wide_s = is_open ? kTimeMax : point_s_[entry] - begins_s_[entry];
      widest_s_.back() = std::max(widest_s_.back(), wide_s);
    }
    part = {};
  }
  BuildReported();
  BuildTops();
}

Ref LaneIndex::RefOf(uint32_t entry) const {
  return {entry < Events().end ? ItemKind::kEvent : ItemKind::kMove, item_[entry]};
}

// ---- Windows ----

std::array<LanePart, 2> LaneIndex::PartsOf(EntryRange of_lane) const {
  const auto [first, end] = of_lane;
  // The part that the first entry is in ends here.
  const auto part_end = std::upper_bound(start_.begin(), start_.end(), first);
  const bool days = (part_end - start_.begin()) % 2 == 1;
  const uint32_t middle = !days || first == end ? first : std::min(*part_end, end);
  return {LanePart{{first, middle}, PointKind::kDay}, LanePart{{middle, end}, PointKind::kInstant}};
}

PointKind LaneIndex::KindOf(uint32_t entry) const {
  return PartsOf({entry, entry + 1})[0].range.size() > 0 ? PointKind::kDay : PointKind::kInstant;
}

uint32_t LaneIndex::FirstFrom(EntryRange within, Seconds t) const {
  // Galloping: J. Bentley, A. Yao, "An almost optimal algorithm for unbounded searching", 1976.
  uint32_t first = within.first;
  for (uint32_t step = 1; first < within.end; step *= 2) {
    const uint32_t end = within.end - first > step ? first + step : within.end;
    if (point_s_[end - 1] >= t) {
      const auto begin = point_s_.begin();
      return static_cast<uint32_t>(std::lower_bound(begin + first, begin + end, t) - begin);
    }
    first = end;
  }
  return within.end;
}

EntryRange LaneIndex::Between(EntryRange within, Seconds t0, Seconds t1) const {
  const auto begin = point_s_.begin();
  const auto from = std::lower_bound(begin + within.first, begin + within.end, t0);
  const auto to = std::lower_bound(from, begin + within.end, std::max(t0, t1));
  return {static_cast<uint32_t>(from - begin), static_cast<uint32_t>(to - begin)};
}

uint32_t LaneIndex::EntryOf(EntryRange lane, Seconds point_s, uint32_t item) const {
  for (const LanePart& part : PartsOf(lane)) {
    const EntryRange at = Between(part.range, point_s, point_s + 1);
    const auto begin = item_.begin();
    const auto found = std::lower_bound(begin + at.first, begin + at.end, item);
    if (found != begin + at.end && *found == item) return static_cast<uint32_t>(found - begin);
  }
  return lane.end;
}

std::span<const IntervalEntry> LaneIndex::IntervalsOf(EntryRange within) const {
  const auto before = [](const IntervalEntry& a, uint32_t entry) { return a.entry < entry; };
  const auto from = std::lower_bound(intervals_.begin(), intervals_.end(), within.first, before);
  const auto to = std::lower_bound(from, intervals_.end(), within.end, before);
  // A span from two iterators is more than Emscripten 3.1.6 has.
  return std::span(intervals_)
      .subspan(static_cast<size_t>(from - intervals_.begin()), static_cast<size_t>(to - from));
}

// ---- Sets ----

RankBits LaneIndex::EntriesOf(const RankBits& events, const RankBits& moves) const {
  RankBits entries(size());
  for (uint32_t entry = 0; entry < size(); ++entry) {
    if ((entry < Events().end ? events : moves).Has(item_[entry])) entries.Add(entry);
  }
  entries.Count();
  return entries;
}

void LaneIndex::BuildReported() {
  for (size_t first = 0; first < reported_s_.size(); first += kBlock) {
    const auto begin = reported_s_.begin() + static_cast<ptrdiff_t>(first);
    const auto end = begin + static_cast<ptrdiff_t>(std::min<size_t>(size() - first, kBlock));
    const auto [earliest, latest] = std::minmax_element(begin, end);
    reported_.push_back({*earliest, *latest});
  }
}

RankBits LaneIndex::ReportedBy(Seconds t) const {
  RankBits bits = RankBits::AllOf(size());
  for (size_t word = 0; word < reported_.size(); ++word) {
    // Most things are reported about when they happen, so that most blocks are all or nothing.
    if (reported_[word].latest <= t) continue;
    const size_t first = word * kBlock, count = std::min<size_t>(size() - first, kBlock);
    uint64_t& reported = bits.words()[word];
    reported = 0;
    if (reported_[word].earliest > t) continue;
    for (size_t i = 0; i < count; ++i) reported |= uint64_t{reported_s_[first + i] <= t} << i;
  }
  bits.Count();
  return bits;
}

RankBits LaneIndex::BegunBy(Seconds t, const RankBits& of) const {
  RankBits bits = of;
  for (uint32_t part = 0; part < part_count(); ++part) {
    // Up to `t` all have begun, far after it none has.
    const EntryRange range = PartAt(part);
    const uint32_t unsure = Between(range, kTimeMin, LaterBy(t, 1)).end;
    const uint32_t none = Between(range, kTimeMin, LaterBy(t, widest_s_[part] + 1)).end;
    for (uint32_t entry = unsure; entry < none; ++entry) {
      if (begins_s_[entry] > t) bits.Remove(entry);
    }
    bits.RemoveAll(none, range.end);
  }
  bits.Count();
  return bits;
}

TimeSpan LaneIndex::SpanOf(const RankBits& of) const {
  TimeSpan span{kTimeMax, kTimeMin};
  const auto add = [&span](Seconds t) {
    if (!IsFinite(t)) return;
    span.earliest = std::min(span.earliest, t);
    span.latest = std::max(span.latest, t);
  };
  for (uint32_t part = 0; part < part_count(); ++part) {
    // What begins first lies near the front of its part and what begins last near the back.
    const EntryRange range = PartAt(part);
    for (uint32_t entry = of.Next(range.first); entry < range.end;
         entry = of.Next(size_t{entry} + 1)) {
      if (point_s_[entry] > LaterBy(span.earliest, widest_s_[part])) break;
      add(begins_s_[entry]);
    }
    for (uint32_t entry = of.Previous(range.end); entry < range.end && entry >= range.first;
         entry = of.Previous(entry)) {
      if (point_s_[entry] <= span.latest) break;
      add(begins_s_[entry]);
    }
  }
  for (const IntervalEntry& interval : intervals_) {
    if (of.Has(interval.entry)) add(interval.end_s);
  }
  return span.earliest > span.latest ? TimeSpan{0, 0} : span;
}

// ---- Importance ----

bool LaneIndex::GoesBefore(uint32_t a, uint32_t b) const {
  if (importance_[a] != importance_[b]) return importance_[a] > importance_[b];
  const uint32_t x = Scattered(item_[a]), y = Scattered(item_[b]);
  return x != y ? x > y : a < b;
}

// Node i of the tree stands over the nodes 2i and 2i + 1, the leaf_count_ last ones over a block of
// entries each.
void LaneIndex::BuildTops() {
  leaf_count_ = 1;
  while (leaf_count_ * kBlock < item_.size()) leaf_count_ *= 2;
  tops_.assign(2 * leaf_count_, size());
  for (size_t leaf = 0; leaf * kBlock < item_.size(); ++leaf) {
    const auto first = static_cast<uint32_t>(leaf * kBlock);
    uint32_t top = first;
    for (uint32_t i = first; i < std::min(size(), first + kBlock); ++i) {
      if (GoesBefore(i, top)) top = i;
    }
    tops_[leaf_count_ + leaf] = top;
  }
  for (size_t node = leaf_count_ - 1; node > 0; --node) {
    const uint32_t left = tops_[2 * node], right = tops_[2 * node + 1];
    tops_[node] = right < size() && GoesBefore(right, left) ? right : left;
  }
}

struct LaneIndex::Best {
  EntryRange within;
  const RankBits* of;
  uint32_t top;  // within.end: none yet
  const LaneIndex* index;

  bool Beats(uint32_t entry) const { return top == within.end || index->GoesBefore(entry, top); }
  void Look(uint32_t first, uint32_t end) {
    uint64_t left = of->words()[first / kBlock];
    if (first < within.first) left &= ~uint64_t{0} << (within.first - first);
    if (end > within.end) left &= ~uint64_t{0} >> (first + kBlock - within.end);
    for (; left != 0; left &= left - 1) {
      const uint32_t entry = first + static_cast<uint32_t>(std::countr_zero(left));
      if (Beats(entry)) top = entry;
    }
  }
};

// Branch and bound: a subtree is passed over if even the first of all its entries, filtered out or
// not, does not go before what was found.
void LaneIndex::FindTop(size_t node, uint32_t first, uint32_t width, Best* best) const {
  if (first >= best->within.end || first + width <= best->within.first) return;
  if (tops_[node] >= size() || !best->Beats(tops_[node])) return;
  if (width == kBlock) return best->Look(first, first + width);
  const uint32_t half = width / 2;
  const uint32_t left = tops_[2 * node], right = tops_[2 * node + 1];
  const bool right_first = right < size() && GoesBefore(right, left);
  if (right_first) FindTop(2 * node + 1, first + half, half, best);
  FindTop(2 * node, first, half, best);
  if (!right_first) FindTop(2 * node + 1, first + half, half, best);
}

uint32_t LaneIndex::TopOf(EntryRange within, const RankBits& of) const {
  if (within.first >= within.end) return within.end;
  Best best{within, &of, within.end, this};
  FindTop(1, 0, static_cast<uint32_t>(leaf_count_) * kBlock, &best);
  return best.top;
}

size_t LaneIndex::bytes() const {
  return start_.size() * sizeof start_[0] + size() * (sizeof item_[0] + sizeof importance_[0]) +
         size() * 3 * sizeof(Seconds) + tops_.size() * sizeof tops_[0] +
         reported_.size() * sizeof reported_[0] + intervals_.size() * sizeof intervals_[0];
}

}  // namespace demarche
