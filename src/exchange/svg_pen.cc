#include "exchange/svg_pen.h"

#include <algorithm>
#include <cmath>

#include "core/base/escape.h"

namespace demarche {
namespace {

std::string Hex(Rgba colour) {
  constexpr char kDigits[] = "0123456789abcdef";
  std::string out = "#";
  for (const int shift : {0, 8, 16}) {
    out += kDigits[colour >> (shift + 4) & 15];
    out += kDigits[colour >> shift & 15];
  }
  return out;
}

// HTML has room for U+FFFE and U+FFFF, XML has not.
void AppendXml(std::string_view text, std::string* out) {
  constexpr size_t kBytes = 3;
  while (!text.empty()) {
    const size_t at = std::min(text.find("\xEF\xBF\xBE"), text.find("\xEF\xBF\xBF"));
    AppendEscaped(text.substr(0, at), out);
    if (at == std::string_view::npos) return;
    *out += "\uFFFD";
    text.remove_prefix(at + kBytes);
  }
}

}  // namespace

std::string SvgPen::Number(float value) {
  const auto tenths = static_cast<int64_t>(std::lround(value * 10));
  const int64_t size = tenths < 0 ? -tenths : tenths;
  std::string out = (tenths < 0 ? "-" : "") + std::to_string(size / 10);
  if (size % 10 != 0) out += '.' + std::to_string(size % 10);
  return out;
}

void SvgPen::Open(std::string_view tag) {
  out_ += '<';
  out_ += tag;
  out_ += ">\n";
}

void SvgPen::Close(std::string_view name) {
  out_ += "</";
  out_ += name;
  out_ += ">\n";
}

void SvgPen::Leaf(std::string_view tag, std::string_view text) {
  out_ += '<';
  out_ += tag;
  out_ += '>';
  AppendXml(text, &out_);
  Close(tag.substr(0, tag.find(' ')));
}

void SvgPen::OpenLayer(std::string_view name, std::string_view more) {
  layer_from_ = out_.size();
  Open("g id=\"demarche-" + std::string(name) + "\"" + std::string(more));
  layer_empty_ = out_.size();
}

void SvgPen::CloseLayer() {
  if (out_.size() == layer_empty_) return out_.resize(layer_from_);
  Close("g");
}

void SvgPen::OpenNamed(std::string_view title) {
  out_ += "<g>";
  Leaf("title", title);
}

void SvgPen::Attribute(std::string_view name, float value) {
  out_ += ' ';
  out_ += name;
  out_ += "=\"";
  out_ += Number(value);
  out_ += '"';
}

void SvgPen::Finish(const SvgPaint& paint) {
  out_ += " fill=\"";
  out_ += paint.fill ? Hex(paint.fill) : "none";
  out_ += '"';
  if (paint.line && paint.line_px > 0) {
    out_ += " stroke=\"";
    out_ += Hex(paint.line);
    out_ += '"';
    Attribute("stroke-width", paint.line_px);
  }
  out_ += paint.more;
  out_ += "/>\n";
}

void SvgPen::Text(Point at, std::string_view text, const SvgType& type) {
  if (text.empty()) return;
  constexpr float kBaselineEm = 0.36f;  // below the middle of capitals and figures
  out_ += "<text";
  Attribute("x", at.x);
  Attribute("y", at.y + kBaselineEm * type.size_px);
  Attribute("font-size", type.size_px);
  if (type.face == Face::kSemiBold) out_ += " font-weight=\"600\"";
  if (type.anchor == Anchor::kMiddle) out_ += " text-anchor=\"middle\"";
  out_ += " fill=\"";
  out_ += Hex(type.colour);
  out_ += "\">";
  AppendXml(text, &out_);
  Close("text");
}

void SvgPen::Circle(Point centre, float r_px, const SvgPaint& paint) {
  out_ += "<circle";
  Attribute("cx", centre.x);
  Attribute("cy", centre.y);
  Attribute("r", r_px);
  Finish(paint);
}

void SvgPen::Box(const Rect& box, float radius_px, const SvgPaint& paint) {
  out_ += "<rect";
  Attribute("x", box.x);
  Attribute("y", box.y);
  Attribute("width", box.w);
  Attribute("height", box.h);
  if (radius_px > 0) Attribute("rx", radius_px);
  Finish(paint);
}

void SvgPen::Path(std::string_view d, const SvgPaint& paint) {
  out_ += "<path d=\"";
  out_ += d;
  out_ += '"';
  Finish(paint);
}

void SvgPen::AppendPath(std::string_view commands, const Point* points, std::string* d) {
  for (const char command : commands) {
    *d += command;
    if (command == 'Z') continue;
    *d += Number(points->x);
    *d += ',';
    *d += Number(points++->y);
  }
}

void SvgPen::Shape(std::string_view commands, const Point* points, const SvgPaint& paint) {
  std::string d;
  AppendPath(commands, points, &d);
  Path(d, paint);
}

void SvgPen::Line(Point from, Point to, const SvgPaint& paint) {
  const Point points[] = {from, to};
  Shape("ML", points, paint);
}

void SvgPen::Curve(const Quadratic& curve, const SvgPaint& paint) {
  const Point points[] = {curve.from, curve.control, curve.to};
  Shape("MQ ", points, paint);
}

void SvgPen::Triangle(Point a, Point b, Point c, const SvgPaint& paint) {
  const Point points[] = {a, b, c};
  Shape("ML Z", points, paint);
}

void SvgPen::Diamond(Point centre, float half_px, const SvgPaint& paint) {
  const Point up{0, half_px}, aside{half_px, 0};
  const Point points[] = {centre - up, centre + aside, centre + up, centre - aside};
  Shape("ML  Z", points, paint);
}

}  // namespace demarche
