#include "core/timeline/dense_lane.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <string>

#include "core/timeline/dense_bins.h"

namespace demarche {
namespace {

constexpr double kClusterPadPx = 12;  // width of a pill without its text
constexpr double kNamePitchPx = 72;   // at most one event is named in so much of a density
constexpr double kLeaderPx = 4;       // from the line that leads to a label to its text
constexpr double kEndPadPx = 1;       // as in item_span.cc
constexpr float kLeastColumnPx = 2;

// A mark that a label may go with.
struct Candidate {
  uint32_t entry = 0;
  size_t run = 0;  // among runs_
  double x_px = 0;
  bool in_density = false;
};

class DenseLane {
 public:
  DenseLane(const LaneMarksRequest& request, std::vector<Mark>* marks,
            std::vector<DensityColumn>* columns)
      : r_(request),
        dossier_(*request.request->dossier),
        lanes_(dossier_.lanes()),
        items_(request.plan->lanes.items.lanes[request.lane_index]),
        measurer_(*request.field.measurer),
        marks_(*marks),
        columns_(*columns) {
    const RowPlan& plan = request.plan->lanes.plans[request.lane_index];
    has_label_row_ = plan.point_rows > 1;
    row_ = has_label_row_ ? 1 : 0;
    sizes_.min_gap_px = request.point_gap_px;
    sizes_.point_half_px = request.metrics.dot_r_px;
    sizes_.digit_px = measurer_.WidthPx("8", Face::kSemiBold, request.metrics.meta_size_px);
    sizes_.pill_pad_px = kClusterPadPx;
    t0_ = static_cast<Seconds>(std::ceil(request.scale->TimeFromPx(request.field.x0_px)));
    t1_ = static_cast<Seconds>(std::floor(request.scale->TimeFromPx(request.field.x1_px))) + 1;
    // The axis may end before the middle of a date that is only known to its year.
    const Seconds end_s = request.scale->bands().back().t1;
    end_px_ = request.scale->PxFromTime(end_s) - kEndPadPx;
    if (t1_ >= end_s) t1_ = kTimeMax;
    bin_world_ = BinWorld(*request.scale);
  }

  void Run() {
    FindSelected();
    AddRuns(Time::kBegun);
    AddRuns(Time::kToCome);
    AddSelected();
    AddLabels();
    AddColumns();
  }

 private:
  enum class Time : uint8_t { kBegun, kToCome };

  const RankBits& PointsOf(Time time) const {
    return time == Time::kBegun ? r_.plan->begun : r_.plan->to_come;
  }
  Seconds as_of_s() const { return r_.request->as_of_s; }

  // What has begun does not stand in the future, even if its date reaches there.
  double XPx(Time time, Seconds point_s) const {
    const double x_px = std::min(r_.scale->PxFromTime(point_s), end_px_);
    return time == Time::kBegun ? std::min(x_px, r_.field.playhead_px) : x_px;
  }

  float RowCentrePx(uint32_t row) const {
    const TimelineMetrics& m = r_.metrics;
    return r_.top_px + m.lane_pad_px / 2 + (static_cast<float>(row) + 0.5f) * m.row_px;
  }

  Ref RefOf(uint32_t entry) const {
    const bool is_event = entry < lanes_.Events().end;
    return {is_event ? ItemKind::kEvent : ItemKind::kMove, lanes_.item(entry)};
  }

  void FindSelected() {
    const Ref item = SelectedItem(dossier_, r_.request->focus);
    if (!dossier_.Holds(item)) return;
    const bool is_event = item.kind == ItemKind::kEvent;
    const When& when =
        is_event ? dossier_.events()[item.index].date.when : dossier_.moves()[item.index].date.when;
    for (const EntryRange& range : items_.entries) {
      const uint32_t entry = lanes_.EntryOf(range, PointOf(when), item.index);
      if (entry == range.end || RefOf(entry) != item) continue;
      if (PointsOf(Time::kBegun).Has(entry) || PointsOf(Time::kToCome).Has(entry)) {
        selected_ = entry;
      }
    }
  }

  // ---- Runs ----

  std::vector<DenseBin> BinsOf(Time time) const {
    std::vector<DenseBin> bins;
    DenseBinRequest request;
    request.lanes = &lanes_;
    request.points = &PointsOf(time);
    request.scale = r_.scale;
    request.bin_world = bin_world_;
    request.t0 = t0_;
    request.t1 = t1_;
    const bool ends_here = time == Time::kBegun && as_of_s() < kTimeMax;
    if (ends_here) request.t1 = std::min(t1_, as_of_s() + 1);
    for (const EntryRange& range : items_.entries) AppendBins(request, range, &bins);
    if (ends_here && as_of_s() >= t0_ && as_of_s() < t1_) AddPassing(&bins);
    if (items_.entries.size() > 1 || ends_here) MergeBins(&bins);
    return bins;
  }

  // What has begun and whose date goes on past the playhead stands there.
  void AddPassing(std::vector<DenseBin>* bins) const {
    DenseBin bin;
    const double world = r_.scale->WorldFromTime(static_cast<double>(as_of_s()));
    bin.number = static_cast<int64_t>(std::floor(world / bin_world_));
    bin.first_s = as_of_s() + 1;
    bin.last_s = kTimeMax;
    for (const EntryRange& range : items_.entries) {
      const uint32_t first = lanes_.Between(range, as_of_s() + 1, kTimeMax).first;
      bin.count += PointsOf(Time::kBegun).CountIn(first, range.end);
    }
    if (bin.count > 0) bins->push_back(bin);
  }

  // The selected event is a mark of its own.
  void LeaveOutSelected(Time time, std::vector<DenseBin>* bins) const {
    if (selected_ == kNone || !PointsOf(time).Has(selected_)) return;
    const Seconds point_s = lanes_.point_s(selected_);
    for (DenseBin& bin : *bins) {
      if (point_s >= bin.first_s && point_s <= bin.last_s && bin.count > 0) {
        --bin.count;
        break;
      }
    }
    std::erase_if(*bins, [](const DenseBin& bin) { return bin.count == 0; });
  }

  void AddRuns(Time time) {
    std::vector<DenseBin> bins = BinsOf(time);
    LeaveOutSelected(time, &bins);
    const auto x_px = [this, time](Seconds t) { return XPx(time, t); };
    const size_t before = bins_.size();
    bool pushes = true;  // what has been, or a pill that gave way to it
    for (DenseRun run : RunsOf(bins, sizes_, x_px)) {
      run.first_bin += before;
      run.end_bin += before;
      if (time == Time::kToCome && pushes && !runs_.empty()) pushes = GiveWay(runs_.back(), &run);
      runs_.push_back(run);
      run_times_.push_back(time);
    }
    bins_.insert(bins_.end(), bins.begin(), bins.end());
    for (size_t i = mark_of_run_.size(); i < runs_.size(); ++i) AddMark(i);
  }

  // What is to come does not lie on what has been. Whether it had to be moved.
  static bool GiveWay(const DenseRun& before, DenseRun* run) {
    const double by_px = before.right_px + 1 - run->left_px;
    if (by_px <= 0) return false;
    run->left_px += by_px;
    if (run->form == RunForm::kDensity) {
      run->right_px = std::max(run->right_px, run->left_px + kMinBinPx);
    } else {
      run->sum_px += by_px * run->count;
      run->right_px += by_px;
    }
    return true;
  }

  EntryRange PartOf(EntryRange range, Seconds first_s, Seconds last_s) const {
    return lanes_.Between(range, first_s, last_s >= kTimeMax ? kTimeMax : last_s + 1);
  }

  // The first to be named of a stretch of time; kNone if nothing but the selected one is there.
  uint32_t TopOf(Time time, Seconds first_s, Seconds last_s) const {
    uint32_t best = kNone;
    const auto consider = [&](EntryRange part) {
      const uint32_t top = lanes_.TopOf(part, PointsOf(time));
      if (top == part.end || top == selected_) return top == selected_;
      if (best == kNone || lanes_.GoesBefore(top, best)) best = top;
      return false;
    };
    for (const EntryRange& range : items_.entries) {
      const EntryRange part = PartOf(range, first_s, last_s);
      const bool is_selected = consider(part);
      if (is_selected) consider({part.first, selected_});
      if (is_selected) consider({selected_ + 1, part.end});
    }
    return best;
  }

  Mark NewMark(uint32_t entry, MarkShape shape) const {
    Mark mark;
    mark.item = RefOf(entry);
    mark.shape = shape;
    mark.track =
        mark.item.kind == ItemKind::kEvent ? dossier_.events()[mark.item.index].track : kNone;
    mark.lane = r_.lane_index;
    mark.row = row_;
    mark.scheduled = PointsOf(Time::kToCome).Has(entry);
    mark.face = mark.scheduled ? Face::kSemiBold : Face::kRegular;
    const Ref focus = r_.request->focus;
    mark.dimmed = DimsOthers(focus) && !HasToDoWith(dossier_, mark.item, focus);
    return mark;
  }

  void Place(double x0_px, double x1_px, float height_px, Mark* mark) const {
    const auto box = [&](float height) {
      return Rect{static_cast<float>(x0_px), RowCentrePx(row_) - height / 2,
                  static_cast<float>(x1_px - x0_px), height};
    };
    mark->mark_px = box(height_px);
    mark->box_px = box(r_.metrics.row_px);
    mark->centre_px = mark->mark_px.centre();
  }

  void PlaceDot(double x_px, Mark* mark) const {
    const float r = mark->scheduled ? r_.metrics.ring_r_px : r_.metrics.dot_r_px;
    Place(x_px - r, x_px + r, 2 * r, mark);
  }

  MarkShape DotOf(Time time) const {
    return time == Time::kToCome ? MarkShape::kRing : MarkShape::kDot;
  }

  void AddMark(size_t at) {
    const DenseRun& run = runs_[at];
    const Time time = run_times_[at];
    const Seconds first_s = bins_[run.first_bin].first_s, last_s = bins_[run.end_bin - 1].last_s;
    const uint32_t top = TopOf(time, first_s, last_s);
    mark_of_run_.push_back(marks_.size());
    top_of_run_.push_back(top);
    Mark mark = NewMark(top, run.form == RunForm::kPoint     ? DotOf(time)
                             : run.form == RunForm::kCluster ? MarkShape::kCluster
                                                             : MarkShape::kDensity);
    if (run.form == RunForm::kPoint) {
      PlaceDot(run.centre_px(), &mark);
    } else {
      mark.count = run.count;
      Place(run.left_px, run.right_px, r_.metrics.pill_px, &mark);
    }
    if (run.form == RunForm::kCluster && run.count <= kMaxMembers) {
      AddMembers(time, first_s, last_s, &mark);
    } else if (run.form != RunForm::kPoint) {
      mark.dimmed = false;
    }
    marks_.push_back(std::move(mark));
  }

  void AddMembers(Time time, Seconds first_s, Seconds last_s, Mark* mark) const {
    const RankBits& points = PointsOf(time);
    const Ref focus = r_.request->focus;
    for (const EntryRange& range : items_.entries) {
      const EntryRange part = PartOf(range, first_s, last_s);
      for (uint32_t entry = points.Next(part.first); entry < part.end;
           entry = points.Next(size_t{entry} + 1)) {
        if (entry == selected_) continue;
        mark->members.push_back(RefOf(entry));
        mark->dimmed = mark->dimmed && !HasToDoWith(dossier_, RefOf(entry), focus);
      }
    }
    if (!mark->members.empty()) mark->item = mark->members.front();
  }

  void AddSelected() {
    if (selected_ == kNone) return;
    const Time time = PointsOf(Time::kToCome).Has(selected_) ? Time::kToCome : Time::kBegun;
    Seconds point_s = lanes_.point_s(selected_);
    if (time == Time::kBegun) point_s = std::min(point_s, as_of_s());
    if (point_s < t0_ || point_s >= t1_) return;
    const double x_px = XPx(time, lanes_.point_s(selected_));
    Mark mark = NewMark(selected_, DotOf(time));
    mark.selected = true;
    PlaceDot(x_px, &mark);
    selected_mark_ = marks_.size();
    marks_.push_back(std::move(mark));
  }

  // ---- Labels ----

  void AddLabels() {
    for (const DenseRun& run : runs_) own_row_.Take(run.left_px, run.right_px);
    if (selected_mark_) LabelSelected();
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < runs_.size(); ++i) {
      const DenseRun& run = runs_[i];
      if (run.form != RunForm::kDensity) {
        candidates.push_back({top_of_run_[i], i, run.centre_px(), false});
      } else if (has_label_row_) {
        AddNames(i, run.first_bin, run.end_bin, &candidates);
      }
    }
    std::stable_sort(candidates.begin(), candidates.end(),
                     [this](const Candidate& a, const Candidate& b) {
                       return lanes_.GoesBefore(a.entry, b.entry);
                     });
    for (const Candidate& candidate : candidates) {
      if (candidate.in_density) {
        NameInDensity(candidate);
      } else {
        LabelBeside(candidate);
      }
    }
  }

  // The most important event of a part of a density, then those to the left and the right of it.
  void AddNames(size_t run, size_t first, size_t end, std::vector<Candidate>* candidates) const {
    if (first >= end) return;
    const Time time = run_times_[run];
    const uint32_t top = TopOf(time, bins_[first].first_s, bins_[end - 1].last_s);
    if (top == kNone) return;
    const double x_px = XPx(time, lanes_.point_s(top));
    candidates->push_back({top, run, x_px, true});
    const auto before = std::find_if(
        bins_.begin() + static_cast<ptrdiff_t>(first), bins_.begin() + static_cast<ptrdiff_t>(end),
        [&](const DenseBin& bin) { return XPx(time, bin.last_s) >= x_px - kNamePitchPx; });
    const auto after = std::find_if(
        before, bins_.begin() + static_cast<ptrdiff_t>(end),
        [&](const DenseBin& bin) { return XPx(time, bin.first_s) > x_px + kNamePitchPx; });
    AddNames(run, first, static_cast<size_t>(before - bins_.begin()), candidates);
    AddNames(run, static_cast<size_t>(after - bins_.begin()), end, candidates);
  }

  LabelWish WishAt(const Mark& mark, double x_px, double half_px) const {
    LabelWish wish;
    wish.title = TitleOf(*r_.request, mark.item);
    wish.face = mark.face;
    wish.mark0_px = x_px - half_px;
    wish.mark1_px = x_px + half_px;
    wish.left_px = x_px - half_px - kLabelGapPx;
    wish.right_px = x_px + half_px + kLabelGapPx;
    return wish;
  }

  void SetLabel(LabelSpot spot, uint32_t row, Mark* mark) {
    (row == row_ ? own_row_ : label_row_).Take(spot.x0_px, spot.x1_px);
    mark->side = spot.side;
    mark->label = std::move(spot.text);
    mark->label_px = {static_cast<float>(spot.x0_px), RowCentrePx(row)};
    const Rect label{mark->label_px.x, mark->label_px.y - r_.metrics.row_px / 2,
                     static_cast<float>(spot.x1_px - spot.x0_px), r_.metrics.row_px};
    const float left = std::min(label.x, mark->box_px.x), top = std::min(label.y, mark->box_px.y);
    mark->box_px = {left, top, std::max(label.right(), mark->box_px.right()) - left,
                    std::max(label.bottom(), mark->box_px.bottom()) - top};
  }

  // In its own row if there is room, else on whatever lies there.
  void LabelSelected() {
    Mark& mark = marks_[*selected_mark_];
    const LabelWish wish = WishAt(mark, mark.centre_px.x, r_.metrics.dot_r_px);
    auto spot = FindSpot(r_.field, own_row_, wish);
    SetLabel(spot ? std::move(*spot) : ForceSpot(r_.field, wish), row_, &mark);
    own_row_.Take(mark.mark_px.x, mark.mark_px.right());
  }

  void LabelBeside(const Candidate& candidate) {
    Mark& mark = marks_[mark_of_run_[candidate.run]];
    const DenseRun& run = runs_[candidate.run];
    const double half_px =
        run.form == RunForm::kPoint ? r_.metrics.dot_r_px : (run.right_px - run.left_px) / 2;
    LabelWish wish = WishAt(mark, candidate.x_px, half_px);
    wish.title = TitleOf(*r_.request, RefOf(candidate.entry));
    std::string suffix;
    if (run.form == RunForm::kCluster) {
      suffix = ", " + std::to_string(run.count - 1) + " more";
      wish.suffix = suffix;
    }
    if (auto spot = FindSpot(r_.field, own_row_, wish)) SetLabel(std::move(*spot), row_, &mark);
  }

  // Above the density, as a dot taken out of it.
  void NameInDensity(const Candidate& candidate) {
    Mark mark = NewMark(candidate.entry, DotOf(run_times_[candidate.run]));
    LabelWish wish = WishAt(mark, candidate.x_px, 0);
    wish.left_px = candidate.x_px - kLeaderPx;
    wish.right_px = candidate.x_px + kLeaderPx;
    auto spot = FindSpot(r_.field, label_row_, wish);
    if (!spot) return;
    spot->x0_px = std::min(spot->x0_px, candidate.x_px);
    spot->x1_px = std::max(spot->x1_px, candidate.x_px);
    const double text_px = spot->side == LabelSide::kRight ? wish.right_px : spot->x0_px;
    PlaceDot(candidate.x_px, &mark);
    SetLabel(std::move(*spot), 0, &mark);
    mark.label_px.x = static_cast<float>(text_px);
    marks_.push_back(std::move(mark));
    --marks_[mark_of_run_[candidate.run]].count;
    TakeFromBin(candidate);
  }

  void TakeFromBin(const Candidate& candidate) {
    const DenseRun& run = runs_[candidate.run];
    const Seconds point_s = lanes_.point_s(candidate.entry);
    for (size_t i = run.first_bin; i < run.end_bin; ++i) {
      DenseBin& bin = bins_[i];
      if (bin.count == 0 || point_s < bin.first_s || point_s > bin.last_s) continue;
      --bin.count;
      return;
    }
  }

  // ---- Columns ----

  // Heights are shares of the next power of two over the highest column in view, so that they do
  // not tremble while one pans.
  void AddColumns() {
    uint32_t most = 1;
    for (const DenseRun& run : runs_) {
      if (run.form != RunForm::kDensity) continue;
      for (size_t i = run.first_bin; i < run.end_bin; ++i) most = std::max(most, bins_[i].count);
    }
    const float full_px = r_.metrics.pill_px;
    const auto full = static_cast<float>(std::bit_ceil(most));
    for (size_t at = 0; at < runs_.size(); ++at) {
      const DenseRun& run = runs_[at];
      if (run.form != RunForm::kDensity) continue;
      Mark& mark = marks_[mark_of_run_[at]];
      mark.first_column = static_cast<uint32_t>(columns_.size());
      for (size_t i = run.first_bin; i < run.end_bin; ++i) {
        const DenseBin& bin = bins_[i];
        if (bin.count == 0) continue;
        const float h = std::max(kLeastColumnPx, full_px * static_cast<float>(bin.count) / full);
        const auto x0 = static_cast<float>(ColumnPx(run, bin.number));
        const auto x1 = static_cast<float>(ColumnPx(run, bin.number + 1));
        columns_.push_back(
            {{x0, mark.mark_px.bottom() - h, std::max(x1 - x0, 0.5f), h}, bin.count});
      }
      mark.column_count = static_cast<uint32_t>(columns_.size()) - mark.first_column;
    }
  }

  // An edge of a bin, inside the run.
  double ColumnPx(const DenseRun& run, int64_t number) const {
    const double x_px = r_.scale->PxFromWorld(static_cast<double>(number) * bin_world_);
    return std::clamp(x_px, run.left_px, run.right_px);
  }

  const LaneMarksRequest& r_;
  const Dossier& dossier_;
  const LaneIndex& lanes_;
  const LaneItems& items_;
  const TextMeasurer& measurer_;
  std::vector<Mark>& marks_;
  std::vector<DensityColumn>& columns_;
  RunSizes sizes_;
  Seconds t0_ = 0, t1_ = 0;
  double end_px_ = 0;  // of the axis
  double bin_world_ = 1;
  bool has_label_row_ = false;
  uint32_t row_ = 0;
  uint32_t selected_ = kNone;  // entry
  std::optional<size_t> selected_mark_;
  std::vector<DenseBin> bins_;
  std::vector<DenseRun> runs_;
  // By run.
  std::vector<Time> run_times_;
  std::vector<size_t> mark_of_run_;
  std::vector<uint32_t> top_of_run_;  // entries
  RowSpace own_row_, label_row_;
};

}  // namespace

void AppendDenseMarks(const LaneMarksRequest& request, std::vector<Mark>* marks,
                      std::vector<DensityColumn>* columns) {
  DenseLane(request, marks, columns).Run();
}

}  // namespace demarche
