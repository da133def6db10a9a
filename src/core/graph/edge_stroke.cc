#include "core/graph/edge_stroke.h"

#include <algorithm>
#include <cmath>

#include "core/base/plane.h"

namespace demarche {

SampledCurve::SampledCurve(Point from, Point control, Point to) {
  const Quadratic curve{from, control, to};
  points[0] = from, length_at[0] = 0;
  for (int i = 1; i <= kSteps; ++i) {
    points[i] = curve.At(static_cast<float>(i) / kSteps);
    length_at[i] = length_at[i - 1] + Distance(points[i - 1], points[i]);
  }
}

float SampledCurve::ParameterAt(float length_px) const {
  const float* end = length_at + kSteps + 1;
  const float* next = std::upper_bound(length_at, end, length_px);
  if (next == length_at) return 0;
  if (next == end) return 1;
  const float step = next[0] - next[-1];
  const float share = step > 0 ? (length_px - next[-1]) / step : 0;
  return (static_cast<float>(next - length_at - 1) + share) / kSteps;
}

Point SampledCurve::At(float length_px) const {
  const float at = ParameterAt(length_px) * kSteps;
  const int step = std::min(static_cast<int>(at), kSteps - 1);
  return Mix(points[step], points[step + 1], at - static_cast<float>(step));
}

Point SampledCurve::DirectionAt(float length_px) const {
  return Unit(At(length_px + 1.5f) - At(length_px - 1.5f));
}

LineShares SharesOf(std::span<const GraphLine> lines) {
  const auto share = [](size_t count, float of_one) {
    const float many = std::log10(1 + static_cast<float>(count));
    return std::clamp(of_one - 0.12f * many, 0.16f, of_one - 0.12f);
  };
  const auto full = static_cast<size_t>(std::count_if(
      lines.begin(), lines.end(), [](const GraphLine& line) { return !line.dimmed; }));
  const float faint = share(lines.size(), 0.62f);
  return {full < lines.size() ? share(full, 1) : faint, faint / 2};
}

}  // namespace demarche
