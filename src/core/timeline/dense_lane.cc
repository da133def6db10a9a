#include "core/timeline/dense_lane.h"

#include <algorithm>
#include <bit>

#include "core/base/stable_sort.h"
#include "core/timeline/dense_window.h"
#include "core/timeline/mark_maker.h"

namespace demarche {
namespace {

constexpr double kNamePitchPx = 72;  // at most one event is named in so much of a density
constexpr double kLeaderPx = 4;      // from the line that leads to a label to its text
constexpr float kLeastColumnPx = 2;
constexpr double kLeastColumnWidthPx = 0.5;
constexpr float kThreadColumnPx = 14;  // the highest column on a thread, under the labels beside it

// A mark that a label may go with.
struct Candidate {
  uint32_t entry = 0;
  size_t run = 0;
  double x_px = 0;
};

class DenseLane {
 public:
  DenseLane(const LaneMarksRequest& request, std::vector<Mark>* marks,
            std::vector<DensityColumn>* columns)
      : r_(request),
        lanes_(request.request->dossier->lanes()),
        maker_(request),
        window_(request),
        has_label_row_(request.plan->lanes.plans[request.lane_index].point_rows > 1),
        row_(has_label_row_ ? 1 : 0),
        first_mark_(marks->size()),
        marks_(*marks),
        columns_(*columns) {}

  void Run() {
    for (const WindowRun& run : window_.runs()) AddMark(run);
    AddSelected();
    if (maker_.vertical()) {
      GiveLines();
    } else {
      AddLabels();
    }
    AddColumns();
  }

 private:
  Mark& MarkOf(size_t run) { return marks_[first_mark_ + run]; }

  // ---- Marks ----

  static MarkShape ShapeOf(const WindowRun& run) {
    if (run.form == RunForm::kCluster) return MarkShape::kCluster;
    if (run.form == RunForm::kDensity) return MarkShape::kDensity;
    return run.time == PointTime::kToCome ? MarkShape::kRing : MarkShape::kDot;
  }

  void AddMark(const WindowRun& run) {
    Mark mark = maker_.New(lanes_.RefOf(run.top), ShapeOf(run), row_);
    if (run.form == RunForm::kPoint) {
      PlaceDot(run.centre_px(), &mark);
    } else {
      mark.count = run.count;
      mark.related = run.related;
      mark.dimmed = run.related == 0;
      if (run.form == RunForm::kDensity) {
        PlaceDensity(run, &mark);
      } else {
        maker_.Place(run.left_px, run.right_px, maker_.PillAcrossPx(run.count), &mark);
      }
      if (run.form == RunForm::kCluster && run.count <= kMaxMembers) {
        mark.members = window_.MembersOf(run);
        mark.item = mark.members.front();
      }
    }
    marks_.push_back(std::move(mark));
  }

  void PlaceDensity(const WindowRun& run, Mark* mark) const {
    maker_.Place(run.left_px, run.right_px, FullColumnPx(), mark);
    if (!maker_.vertical()) return;
    mark->mark_px.x = maker_.RowCentrePx(row_);
    mark->box_px = mark->mark_px;
    mark->centre_px = mark->mark_px.centre();
  }

  void PlaceDot(double x_px, Mark* mark) const {
    const float r = maker_.DotRadiusPx(mark->scheduled);
    maker_.Place(x_px - r, x_px + r, 2 * r, mark);
  }

  // An event that is taken out of what it lies in.
  Mark DotOf(uint32_t entry, double x_px) const {
    const bool to_come = window_.TimeOf(entry) == PointTime::kToCome;
    Mark mark = maker_.New(lanes_.RefOf(entry), to_come ? MarkShape::kRing : MarkShape::kDot, row_);
    PlaceDot(x_px, &mark);
    return mark;
  }

  void AddSelected() {
    const uint32_t entry = window_.selected();
    if (entry != kNone) marks_.push_back(DotOf(entry, window_.XPx(entry)));
  }

  // ---- Labels ----

  void AddLabels() {
    const std::vector<WindowRun>& runs = window_.runs();
    for (const WindowRun& run : runs) own_row_.Take(run.left_px, run.right_px);
    if (window_.selected() != kNone) LabelSelected(&marks_.back());
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].form != RunForm::kDensity) {
        candidates.push_back({runs[i].top, i, runs[i].centre_px()});
      } else if (has_label_row_) {
        AddNames(i, runs[i].first_bin, runs[i].end_bin, kNamePitchPx, &candidates);
      }
    }
    Sort(&candidates);
    for (const Candidate& candidate : candidates) {
      if (runs[candidate.run].form == RunForm::kDensity) {
        NameInDensity(candidate);
      } else {
        LabelBeside(candidate);
      }
    }
  }

  void Sort(std::vector<Candidate>* candidates) const {
    StableSort(candidates, [this](const Candidate& a, const Candidate& b) {
      return lanes_.GoesBefore(a.entry, b.entry);
    });
  }

  // The most important event of a part of a density, then those to the left and the right of it.
  void AddNames(size_t run, size_t first, size_t end, double pitch_px,
                std::vector<Candidate>* candidates) const {
    if (first >= end) return;
    const PointTime time = window_.runs()[run].time;
    const uint32_t top = window_.TopOf(time, first, end);
    if (top == kNone) return;
    const double x_px = window_.XPx(top);
    candidates->push_back({top, run, x_px});
    const std::vector<DenseBin>& bins = window_.bins();
    size_t before = first;
    while (before < end && window_.XPx(bins[before].last_s) < x_px - pitch_px) ++before;
    size_t after = before;
    while (after < end && window_.XPx(bins[after].first_s) <= x_px + pitch_px) ++after;
    AddNames(run, first, before, pitch_px, candidates);
    AddNames(run, after, end, pitch_px, candidates);
  }

  // Where each label has a line of its own, as many events of a density are named as there are
  // lines beside it that the playhead does not cross.
  void GiveLines() {
    const double half_px = r_.points.min_gap_px / 2;
    const std::vector<WindowRun>& runs = window_.runs();
    RowSpace lines;
    lines.Take(r_.field.playhead_px - half_px, r_.field.playhead_px + half_px);
    std::vector<Candidate> candidates;
    for (size_t i = 0; i < runs.size(); ++i) {
      if (runs[i].form == RunForm::kDensity) {
        AddNames(i, runs[i].first_bin, runs[i].end_bin, 2 * half_px, &candidates);
      } else {
        lines.Take(runs[i].centre_px() - half_px, runs[i].centre_px() + half_px);
      }
    }
    if (const uint32_t entry = window_.selected(); entry != kNone)
      lines.Take(window_.XPx(entry) - half_px, window_.XPx(entry) + half_px);
    Sort(&candidates);
    for (const Candidate& candidate : candidates) {
      const double from_px = candidate.x_px - half_px, to_px = candidate.x_px + half_px;
      if (!lines.IsFree(from_px, to_px)) continue;
      lines.Take(from_px, to_px);
      TakeOut(candidate, DotOf(candidate.entry, candidate.x_px));
    }
  }

  void TakeOut(const Candidate& candidate, Mark mark) {
    marks_.push_back(std::move(mark));
    Mark& density = MarkOf(candidate.run);
    --density.count;
    density.related -= window_.IsRelated(candidate.entry) ? 1 : 0;
    window_.TakeOut(window_.runs()[candidate.run], candidate.entry);
  }

  LabelWish WishFor(Ref item, Face face, double x_px, double half_px) const {
    return WishBeside(x_px, half_px, TitleOf(*r_.request, item), face);
  }

  void SetLabel(LabelSpot spot, uint32_t row, Mark* mark) {
    (row == row_ ? own_row_ : label_row_).Take(spot.x0_px, spot.x1_px);
    mark->side = spot.side;
    mark->label = std::move(spot.text);
    mark->label_px = {static_cast<float>(spot.x0_px), maker_.RowCentrePx(row)};
    const Rect label = maker_.InRow(row, spot.x0_px, spot.x1_px, r_.metrics.row_px);
    const float left = std::min(label.x, mark->box_px.x), top = std::min(label.y, mark->box_px.y);
    mark->box_px = {left, top, std::max(label.right(), mark->box_px.right()) - left,
                    std::max(label.bottom(), mark->box_px.bottom()) - top};
  }

  // In its own row if there is room, else on whatever lies there.
  void LabelSelected(Mark* mark) {
    const LabelWish wish = WishFor(mark->item, mark->face, mark->centre_px.x, r_.metrics.dot_r_px);
    auto spot = FindSpot(r_.field, own_row_, wish);
    SetLabel(spot ? std::move(*spot) : ForceSpot(r_.field, wish), row_, mark);
    own_row_.Take(mark->mark_px.x, mark->mark_px.right());
  }

  void LabelBeside(const Candidate& candidate) {
    Mark& mark = MarkOf(candidate.run);
    const WindowRun& run = window_.runs()[candidate.run];
    const bool cluster = run.form == RunForm::kCluster;
    const double half_px = cluster ? (run.right_px - run.left_px) / 2 : r_.metrics.dot_r_px;
    LabelWish wish = WishFor(lanes_.RefOf(run.top), mark.face, candidate.x_px, half_px);
    const std::string suffix = cluster ? AndMore(run.count) : std::string();
    wish.suffix = suffix;
    if (auto spot = FindSpot(r_.field, own_row_, wish)) SetLabel(std::move(*spot), row_, &mark);
  }

  // Above the density, as a dot taken out of it.
  void NameInDensity(const Candidate& candidate) {
    const double x_px = candidate.x_px;
    Mark mark = DotOf(candidate.entry, x_px);
    LabelWish wish = WishFor(mark.item, mark.face, x_px, 0);
    wish.left_px = x_px - kLeaderPx;
    wish.right_px = x_px + kLeaderPx;
    auto spot = FindSpot(r_.field, label_row_, wish);
    if (!spot) return;
    const auto text_px = static_cast<float>(spot->x0_px);
    // With the line that leads to it.
    spot->x0_px = std::min(spot->x0_px, x_px);
    spot->x1_px = std::max(spot->x1_px, x_px);
    SetLabel(std::move(*spot), 0, &mark);
    mark.label_px.x = text_px;
    TakeOut(candidate, std::move(mark));
  }

  // ---- Columns ----

  float FullColumnPx() const { return maker_.vertical() ? kThreadColumnPx : r_.metrics.pill_px; }

  // Heights are shares of the next power of two over the highest column in view, so that they do
  // not tremble while one pans.
  void AddColumns() {
    const std::vector<WindowRun>& runs = window_.runs();
    const std::vector<DenseBin>& bins = window_.bins();
    uint32_t most = 1;
    for (const WindowRun& run : runs) {
      if (run.form != RunForm::kDensity) continue;
      for (size_t i = run.first_bin; i < run.end_bin; ++i) most = std::max(most, bins[i].count);
    }
    const float full_px = FullColumnPx();
    const auto full = static_cast<float>(std::bit_ceil(most));
    for (size_t at = 0; at < runs.size(); ++at) {
      const WindowRun& run = runs[at];
      if (run.form != RunForm::kDensity) continue;
      Mark& mark = MarkOf(at);
      mark.first_column = static_cast<uint32_t>(columns_.size());
      for (size_t i = run.first_bin; i < run.end_bin; ++i) {
        const DenseBin& bin = bins[i];
        if (bin.count == 0) continue;
        const float h = std::max(kLeastColumnPx, full_px * static_cast<float>(bin.count) / full);
        const double x0 = window_.EdgePx(run, bin.number);
        const double x1 = std::max(window_.EdgePx(run, bin.number + 1), x0 + kLeastColumnWidthPx);
        Rect column = maker_.InRow(row_, x0, x1, h);
        if (maker_.vertical()) {
          column.x = mark.mark_px.x;
        } else {
          column.y = mark.mark_px.bottom() - h;
        }
        columns_.push_back({column, bin.count, bin.related});
      }
      mark.column_count = static_cast<uint32_t>(columns_.size()) - mark.first_column;
    }
  }

  const LaneMarksRequest& r_;
  const LaneIndex& lanes_;
  const MarkMaker maker_;
  DenseWindow window_;
  const bool has_label_row_;
  const uint32_t row_;
  const size_t first_mark_;  // those of the runs, in their order
  std::vector<Mark>& marks_;
  std::vector<DensityColumn>& columns_;
  RowSpace own_row_, label_row_;
};

}  // namespace

void AppendDenseMarks(const LaneMarksRequest& request, std::vector<Mark>* marks,
                      std::vector<DensityColumn>* columns) {
  DenseLane(request, marks, columns).Run();
}

}  // namespace demarche
