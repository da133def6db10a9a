// Shapes and texts of an SVG 1.1 picture, one element a line, lengths to a tenth of a pixel.
#pragma once

#include <string>
#include <string_view>

#include "core/base/geometry.h"
#include "core/base/plane.h"
#include "core/base/text_measurer.h"
#include "core/base/theme.h"

namespace demarche {

/// How a shape is painted; a colour of 0 paints nothing.
struct SvgPaint {
  Rgba fill = 0, line = 0;
  float line_px = 0;
  std::string_view more = {};  // further attributes, each with a space before it
};

enum class Anchor : uint8_t { kMiddle, kStart };
struct SvgType {
  float size_px = 12;
  Rgba colour = 0;
  Face face = Face::kRegular;
  Anchor anchor = Anchor::kMiddle;
};

class SvgPen {
 public:
  static std::string Number(float value);

  /// `tag` is an element's name, with its attributes where it has any.
  void Open(std::string_view tag);
  void Close(std::string_view name);
  /// An element that holds text and nothing else. What XML cannot hold becomes U+FFFD.
  void Leaf(std::string_view tag, std::string_view text);
  /// A group that drawing programs list by its name; leaves no trace where nothing is drawn in it.
  void OpenLayer(std::string_view name, std::string_view more = {});
  void CloseLayer();
  /// Opens a group with a title of its own: its name for screen readers, a tip for others.
  void OpenNamed(std::string_view title);

  /// `at` is the middle of its height, and its start or its middle by the type's anchor.
  void Text(Point at, std::string_view text, const SvgType& type);
  void Circle(Point centre, float r_px, const SvgPaint& paint);
  void Box(const Rect& box, float radius_px, const SvgPaint& paint);
  void Line(Point from, Point to, const SvgPaint& paint);
  void Curve(const Quadratic& curve, const SvgPaint& paint);
  void Triangle(Point a, Point b, Point c, const SvgPaint& paint);
  void Diamond(Point centre, float half_px, const SvgPaint& paint);
  /// `d` is the path's data, as AppendPath() writes it.
  void Path(std::string_view d, const SvgPaint& paint);
  /// A point after each of `commands` but Z: "MQ Z" is a closed curve, whose Q takes two.
  static void AppendPath(std::string_view commands, const Point* points, std::string* d);

  std::string Take() { return std::move(out_); }

 private:
  void Shape(std::string_view commands, const Point* points, const SvgPaint& paint);
  void Attribute(std::string_view name, float value);
  void Finish(const SvgPaint& paint);

  std::string out_;
  size_t layer_from_ = 0, layer_empty_ = 0;
};

}  // namespace demarche
