// Lays out the scene of a frame: regions, timeline, replies, graph and the labels around them. Asks
// a layout again only when its request has changed; a steady frame copies no string.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "core/graph/graph_places.h"
#include "core/graph/graph_zoom.h"
#include "core/state/query.h"
#include "core/timeline/links.h"
#include "core/timeline/timeline_plan.h"
#include "views/canvas_scene.h"
#include "views/canvas_view.h"
#include "views/text.h"

namespace demarche {

class SceneLayout {
 public:
  /// `dossier` outlives it. The scene refers into this object.
  explicit SceneLayout(const Dossier& dossier);
  SceneLayout(const SceneLayout&) = delete;
  SceneLayout& operator=(const SceneLayout&) = delete;

  /// Finds all places of the graph now, where nobody waits for a frame; else frames with a graph do
  /// it in slices of 4 ms at most, and it shows once they are done.
  void FindPlaces();
  /// Regions, timeline and graph, as this camera sees it. Returns whether the canvas has other
  /// regions than before.
  bool Update(const AppState& state, const CanvasInput& input, const GraphCamera& camera);
  /// The header's labels and the as-of pill, for where the playhead is now.
  void PlaceLabels(float playhead_px);
  /// The replies of what is selected or under the pointer.
  void UpdateLinks(const AppState& state);
  /// Whether timeline or graph are left to the next frame.
  bool unfinished() const { return unfinished_; }
  /// Moves lanes that are higher than their area down by so much, as far as there are more.
  void ScrollBy(float down_px);

  /// Where an actor is in the graph, perhaps outside of its area; nothing where it has no place.
  std::optional<Point> InGraph(Index actor) const;

  const CanvasScene& scene() const { return scene_; }
  const TextMeasurer& measurer() const { return measurer_; }
  const GraphEvidence& evidence() const { return evidence_; }

 private:
  // A large dossier is shown in steps, so that none of them holds up the page for long.
  enum class Step : uint8_t { kRegions, kTimeline, kNodes, kComplete };

  // A result with the request it answers; an equal request asks nobody.
  template <class Request, class Layout>
  struct Cached {
    Request request;
    Layout layout;
    bool valid = false;

    template <class Make>
    bool Update(const Request& next, const Make& make) {
      if (valid && request == next) return false;
      request = next;
      layout = make(request);
      valid = true;
      return true;
    }
  };
  struct MatchRequest {
    std::string query, group;
    friend bool operator==(const MatchRequest&, const MatchRequest&) = default;
  };
  struct PillRequest {
    Seconds as_of_s = kTimeMin;
    PageKind page = PageKind::kDesktop;
    ReaderCalendar calendar;
    friend bool operator==(const PillRequest&, const PillRequest&) = default;
  };
  struct LensNoteRequest {
    Lens lens;
    std::string lang;
    Rect area_px;
    friend bool operator==(const LensNoteRequest&, const LensNoteRequest&) = default;
  };

  bool FindSomePlaces();
  void ForgetWidths();
  void LayOutTimeline(const AppState& state, const ReaderCalendar& calendar);
  void LayOutGraph(const AppState& state, const GraphCamera& camera);
  const GraphEvidence* EvidenceOf(const Lens& lens);
  void WordLens(const AppState& state);
  void WordPill(const AppState& state, const ReaderCalendar& calendar);
  void PrepareTimeline(TimelineRequest* request);
  float TimelineContent(const AppState& state, const CanvasInput& input);

  const Dossier& dossier_;
  const Seconds opening_as_of_s_;
  const GlyphMeasurer measurer_;
  const GraphEvidence evidence_;
  std::optional<GraphEvidence> lens_evidence_;
  Lens lens_;                            // that it is of
  std::optional<ActorPlacing> placing_;  // while it runs
  bool placed_ = false;
  int font_sources_ = 0;

  // Kept, so that a steady frame copies no string anew.
  TimelineRequest timeline_request_, plan_request_;
  MatchRequest match_request_;
  GraphRequest graph_request_, nodes_request_, zoomed_request_;
  Cached<MatchRequest, RankBits> matches_;
  Cached<TimelineRequest, TimelinePlan> plan_;
  Cached<Ref, RelatedPoints> related_;  // of the plan's points
  Cached<TimelineRequest, float> content_px_;
  Cached<TimelineRequest, TimelineLayout> timeline_;
  Cached<LinkRequest, LinkLayout> links_;          // between marks of timeline_
  Cached<GraphRequest, NodePlan> nodes_, zoomed_;  // the whole picture, and as large as it is seen
  Cached<GraphRequest, GraphLayout> graph_;
  GraphLayout seen_;  // of graph_, by scene_.camera
  Cached<PillRequest, std::string> pill_text_;
  Cached<LensNoteRequest, LensNote> lens_note_;
  Step step_;  // what the next frame has, of a large dossier for the first time
  bool unfinished_ = false;
  CanvasRequest regions_;
  float scroll_px_ = 0;  // lanes moved up by this much; in timeline_.layout already
  CanvasScene scene_;
};

}  // namespace demarche
