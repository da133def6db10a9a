// Reads a dossier and prints, a line for each part of the graph's layout, how many numbers it has
// and a hash of their bits: equal lines, equal pictures.
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <string>

#include "core/graph/graph_evidence.h"
#include "core/graph/graph_places.h"
#include "core/graph/graph_zoom.h"
#include "core/reader/dossier_reader.h"
#include "tests/core/graph/graph_fixture.h"

namespace demarche {
namespace {

// FNV-1a over the bits of floats.
class Bits {
 public:
  void Add(float value) {
    uint32_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    for (int byte = 0; byte < 4; ++byte)
      hash_ = (hash_ ^ (bits >> 8 * byte & 255)) * 1099511628211u;
    ++count_;
  }
  void Add(const Point& at) { Add(at.x), Add(at.y); }
  void Add(const Rect& box) { Add(box.x), Add(box.y), Add(box.w), Add(box.h); }
  void Print(const char* of, const std::string& where) const {
    std::printf("%s, %s: %zu %016llx\n", where.c_str(), of, count_,
                static_cast<unsigned long long>(hash_));
  }

 private:
  uint64_t hash_ = 14695981039346656037u;
  size_t count_ = 0;
};

void PrintLayout(const GraphLayout& layout, const std::string& where) {
  Bits nodes, labels, edges, badges, dots, lines;
  for (const GraphNode& node : layout.nodes) {
    nodes.Add(static_cast<float>(node.actor));
    nodes.Add(node.box_px);
    labels.Add(node.label_box_px);
  }
  for (const GraphEdge& edge : layout.edges) {
    for (const Point& at : {edge.from_px, edge.control_px, edge.to_px}) edges.Add(at);
    badges.Add(edge.box_px);
  }
  for (const GraphDot& dot : layout.dots) dots.Add(dot.centre_px);
  for (const GraphLine& line : layout.lines) lines.Add(line.from_px), lines.Add(line.to_px);
  nodes.Print("nodes", where);
  labels.Print("labels", where);
  edges.Print("edges", where);
  badges.Print("badges", where);
  dots.Print("dots", where);
  lines.Print("lines", where);
}

std::string Stdin() {
  std::string text;
  char part[1 << 14];
  while (const size_t size = std::fread(part, 1, sizeof part, stdin)) text.append(part, size);
  return text;
}

int Run() {
  const std::string json = Stdin();
  const ReadResult read = ReadDossier(json, "stdin");
  if (!read.dossier) {
    std::fprintf(stderr, "%zu bytes\n%s", json.size(), FindingsText(read.findings).c_str());
    return 1;
  }
  const GraphEvidence evidence(*read.dossier);
  const FixedMeasurer measurer;
  GraphRequest request;
  request.dossier = &*read.dossier;
  request.evidence = &evidence;
  request.measurer = &measurer;
  request.places = PlaceActors(evidence);
  Bits places;
  for (const Point& place : request.places) places.Add(place);
  places.Print("places", "dossier");
  for (const bool phone : {false, true}) {
    request.area_px = phone ? Rect{0, 96, 390, 420} : Rect{164, 460, 1116, 290};
    request.metrics = phone ? GraphMetricsForPhone() : GraphMetricsForDesktop();
    request.zoom = 1;
    request.nodes = nullptr;
    const NodePlan whole = PlanNodes(request, evidence);
    for (const int zoom : {1, 3, 11}) {
      request.zoom = static_cast<float>(zoom);
      const NodePlan zoomed = ZoomedPlan(request, whole);
      request.nodes = &zoomed;
      PrintLayout(LayoutGraph(request),
                  (phone ? "phone, zoom " : "desktop, zoom ") + std::to_string(zoom));
    }
  }
  return 0;
}

}  // namespace
}  // namespace demarche

int main() { return demarche::Run(); }
