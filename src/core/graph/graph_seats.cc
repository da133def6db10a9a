#include "core/graph/graph_seats.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <utility>

#include "core/base/plane.h"

namespace demarche {
namespace {

constexpr int kFirstLine = -8, kMostLines = 40;  // those before 0 pass the box
constexpr int kMostAcross = 14;                  // places of a line to either side of its middle
constexpr int kPlaces = 2 * kMostAcross + 1;
constexpr float kGapPx = 8, kEdgePx = 3;  // to the box, to the edge of the area
constexpr float kPriceOfMixing = 40, kPricePassing = 60, kPriceRagged = 1.5f, kPricePerPx = 0.3f;

// What the middle of the lines is set by: the box's, half a place off it, or that a place is at
// either edge of the area.
enum class Middle : uint8_t { kBox, kHalf, kLow, kHigh };

// The places that seats may be at, looked at once each.
class Lattice {
 public:
  Lattice(const SeatRequest& request, Point away, Middle middle)
      : request_(request), away_(away * request.pitch_px) {
    const bool rows = away.y != 0;
    const Rect &area = request.area_px, &box = request.box_px;
    const float pitch = request.pitch_px, edge = kEdgePx + request.r_px;
    first_ = box.centre() + away * ((rows ? box.h : box.w) / 2 + kGapPx + request.r_px);
    across_ = rows ? Point{pitch, 0} : Point{0, pitch};
    float& at = rows ? first_.x : first_.y;
    const float low = (rows ? area.x : area.y) + edge;
    const float high = (rows ? area.right() : area.bottom()) - edge;
    if (middle == Middle::kHalf) at += pitch / 2;
    if (middle == Middle::kLow) at = low + std::round((at - low) / pitch) * pitch;
    if (middle == Middle::kHigh) at = high + std::round((at - high) / pitch) * pitch;
  }

  Point At(int line, int place) const {
    return first_ + away_ * static_cast<float>(line) + across_ * static_cast<float>(place);
  }

  bool IsFree(int line, int place) {
    Known& known = known_[static_cast<size_t>((line - kFirstLine) * kPlaces + place + kMostAcross)];
    if (known == Known::kNot)
      known = request_.is_free(At(line, place)) ? Known::kFree : Known::kTaken;
    return known == Known::kFree;
  }

 private:
  enum class Known : uint8_t { kNot, kFree, kTaken };
  const SeatRequest& request_;
  Point first_, away_, across_;  // the middle of line 0; steps to the next line and place
  std::array<Known, kMostLines * kPlaces> known_{};
};

// A part of each line, at one end of which the seats begin.
struct Strip {
  int first = 0, width = 0;  // places
  int step = 1;
  int Place(int i) const { return step > 0 ? first + i : first + width - 1 - i; }
};

class SeatFinder {
 public:
  explicit SeatFinder(const SeatRequest& request) : request_(request) {
    for (const size_t wave : request.waves) all_ += static_cast<int>(wave);
  }

  SeatingPlan Find() {
    for (const Point away : {Point{1, 0}, Point{-1, 0}, Point{0, -1}, Point{0, 1}}) {
      for (const Middle middle : {Middle::kBox, Middle::kHalf, Middle::kLow, Middle::kHigh}) {
        Lattice lattice(request_, away, middle);
        for (int width = 1; width <= std::min(kMostAcross, all_); ++width) {
          for (int first = -width; first <= 0; ++first)
            for (const int step : {1, -1}) TryStrip(&lattice, {first, width, step});
        }
      }
    }
    return std::move(best_);
  }

 private:
  static int RunOf(Lattice* lattice, const Strip& strip, int line) {
    int run = 0;
    while (run < strip.width && lattice->IsFree(line, strip.Place(run))) ++run;
    return run;
  }

  // With as many lines that pass the box as are free, too.
  void TryStrip(Lattice* lattice, const Strip& strip) {
    runs_.clear();
    int room = 0;
    for (int line = 0; line < kFirstLine + kMostLines; ++line) {
      const int run = RunOf(lattice, strip, line);
      if (run == 0) break;
      runs_.push_back(run);
      room += run;
    }
    for (int first = 0; !runs_.empty();) {
      const std::array<size_t, 1> one = {static_cast<size_t>(all_)};
      const bool may_be_best = room >= static_cast<int>(best_.seats_px.size());
      if (may_be_best && !Try(*lattice, strip, first, request_.waves, 0))
        Try(*lattice, strip, first, one, kPriceOfMixing);
      const int run = first > kFirstLine ? RunOf(lattice, strip, first - 1) : 0;
      if (run == 0) return;
      runs_.insert(runs_.begin(), run);
      room += run;
      --first;
    }
  }

  // Whether all have a seat so.
  bool Try(const Lattice& lattice, const Strip& strip, int first, std::span<const size_t> waves,
           float price) {
    int seated = 0;
    FillLines(waves, &seated);
    const size_t most = best_.seats_px.size();
    const bool all = seated == all_;
    if (seated == 0 || static_cast<size_t>(seated) < most) return all;
    seats_px_.clear();
    float sum = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const int line = first + static_cast<int>(i);
      const float ragged = i > 0 ? static_cast<float>(lines_[i] - lines_[i - 1]) : 0;
      sum += kPriceRagged * ragged * ragged;
      if (line < 0) sum += kPricePassing * static_cast<float>(lines_[i]);
      for (int seat = 0; seat < lines_[i]; ++seat) {
        seats_px_.push_back(lattice.At(line, strip.Place(seat)));
        sum += kPricePerPx * DistanceTo(request_.box_px, seats_px_.back());
      }
    }
    price += sum / static_cast<float>(seated);
    if (seats_px_.size() == most && price >= best_.price) return all;
    best_.seats_px = seats_px_;
    best_.price = price;
    return all;
  }

  // How many sit in each line: those of a wave in as few as hold them, evenly.
  void FillLines(std::span<const size_t> waves, int* seated) {
    lines_.clear();
    for (const size_t wave : waves) {
      int room = 0, rest = static_cast<int>(wave);
      size_t end = lines_.size();
      while (end < runs_.size() && room < rest) room += runs_[end++];
      rest = std::min(rest, room);
      *seated += rest;
      while (lines_.size() < end) {
        const int run = runs_[lines_.size()], left = static_cast<int>(end - lines_.size());
        room -= run;
        const int seats = std::max(std::min(run, (rest + left - 1) / left), rest - room);
        lines_.push_back(seats);
        rest -= seats;
      }
    }
  }

  const SeatRequest& request_;
  int all_ = 0;
  SeatingPlan best_;
  std::vector<int> runs_, lines_;  // free places, and seats, by line
  std::vector<Point> seats_px_;
};

}  // namespace

SeatingPlan FindSeats(const SeatRequest& request) { return SeatFinder(request).Find(); }

}  // namespace demarche
