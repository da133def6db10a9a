// Pictures of the canvas to look at, beside design/*.png. Written only when DEMARCHE_PICTURES names
// a folder; DEMARCHE_FONTS one with Inter as TrueType (inter-latin-400.ttf, inter-latin-600.ttf,
// ...).
#include <cstdlib>
#include <string>

#include "core/state/permalink.h"
#include "gtest/gtest.h"
#include "tests/core/graph/graph_fixture.h"
#include "tests/views/harness.h"
#include "tests/views/raster.h"

namespace demarche {
namespace {

struct Shot {
  const char* name;
  float width_px, height_px, pixel_ratio;
  bool dark;
  const char* permalink;
  const char* hover = "";  // id of what the pointer is on
  bool focused = false;    // the canvas has the keyboard
  bool nested = false;     // NestedTalks()
  uint64_t events = 0;     // of a synthetic dossier; 0: the talks
  uint32_t actors = 0;     // CrowdsDossier()
};

constexpr Shot kShots[] = {
    {"desktop-light", 920, 748, 1, false, "focus=geneva-2022"},
    {"desktop-dark", 920, 748, 1, true, "focus=geneva-2022"},
    {"desktop-linear", 920, 748, 1, false, "focus=geneva-2022&axis=linear"},
    {"desktop-light-2x", 920, 748, 2, false, "focus=geneva-2022"},
    {"desktop-actor", 920, 748, 1, false, "focus=nato"},
    {"desktop-edge", 920, 748, 1, false, "focus=geneva-2022&edge=us~russia~3"},
    {"desktop-keyboard", 920, 748, 1, false, "focus=geneva-2022", "founding-act", true},
    {"desktop-hover-bar", 920, 748, 1, true, "focus=nrc-founded", "donbas-war", true},
    {"desktop-1997", 920, 748, 1, false, "as-of=1996-01-01"},
    {"desktop-story", 880, 650, 1, false, "story=the-week&step=3"},
    {"desktop-wide", 1500, 900, 1, false, ""},
    {"desktop-week", 920, 748, 1, false, "focus=geneva-2022&range=2022-01-08/2022-01-14"},
    {"lanes-isolated", 920, 748, 1, false, "focus=geneva-2022&lanes=geneva"},
    {"lanes-folded", 920, 748, 1, false, "focus=geneva-2022&fold=Background,Positions"},
    {"lanes-folded-dark", 920, 748, 1, true,
     "focus=geneva-2022&fold=Talks&lanes=brussels,vienna,russia-positions"},
    {"lanes-embed", 720, 356, 1, false,
     "focus=geneva-2022&fold=Background&lanes=geneva,enlargement,ukraine-crimea"},
    {"nested", 920, 900, 1, false, "focus=vienna-osce-2022", "", false, true},
    {"nested-dark", 920, 748, 2, true, "focus=vienna-osce-2022&fold=Talks / Multilateral", "",
     false, true},
    {"nested-low", 920, 360, 1, false, "view=timeline&fold=Positions", "", false, true},
    {"nested-embed", 720, 356, 1, false, "fold=Positions / Partners", "", false, true},
    {"links-drafts", 920, 748, 2, false, "focus=russia-draft-treaties"},
    {"links-all", 920, 748, 2, false, "focus=russia-draft-treaties&links=all"},
    {"links-dark", 920, 748, 1, true, "focus=geneva-2022", "russia-draft-treaties"},
    {"links-march-all", 920, 748, 1, false, "as-of=2022-03-31&links=all"},
    {"links-december", 920, 748, 1, false,
     "focus=russia-draft-treaties&links=all&range=2021-12-01/2022-01-13"},
    {"links-embed", 720, 356, 1, false, "focus=russia-draft-treaties"},
    {"links-embed-all", 720, 356, 1, false, "links=all"},
    {"links-phone", 390, 650, 1, false, "focus=russia-draft-treaties"},
    {"links-phone-all", 390, 650, 1, false, "links=all"},
    {"embed-light", 720, 305, 1, false, "focus=geneva-2022"},
    {"embed-dark-2x", 720, 305, 2, true, "focus=geneva-2022"},
    {"embed-graph", 720, 356, 1, false, "focus=geneva-2022&view=graph"},
    {"phone-light", 390, 500, 1, false, "focus=geneva-2022"},
    {"phone-dark-2x", 390, 500, 2, true, "focus=geneva-2022"},
    {"phone-crimea-2x", 390, 440, 2, false, "story=the-week&step=3"},
    {"phone-first-2x", 390, 500, 2, false, "focus=founding-act&range=1997-05-27/2014-03"},
    {"phone-2014-2x", 390, 500, 2, false, "range=2013-06/2016"},
    {"phone-many-2x", 390, 650, 2, false, "range=1990/2022", "", false, false, 100'000},
    {"phone-many-month-2x", 390, 650, 2, true, "range=2010-03/2010-06", "", false, false, 100'000},
    {"zoomed-page-2x", 640, 264, 2, false, "focus=geneva-2022"},
    {"zoom-1994", 920, 500, 1, false, "view=timeline&axis=linear&range=1994/2022-03"},
    {"zoom-2013", 920, 500, 1, false, "view=timeline&axis=linear&range=2013/2015"},
    {"zoom-quarter", 920, 500, 1, false, "view=timeline&axis=linear&range=2021-11-15/2022-02-10"},
    {"zoom-month", 920, 500, 1, false, "view=timeline&axis=linear&range=2021-12-20/2022-01-20"},
    {"zoom-week", 920, 500, 1, false, "view=timeline&range=2022-01-08/2022-01-14"},
    {"zoom-2days", 920, 500, 1, false, "view=timeline&range=2022-01-09T12:00Z/2022-01-11T12:00Z"},
    {"zoom-day", 920, 500, 1, false, "view=timeline&range=2022-01-10"},
    {"zoom-hour", 920, 500, 1, false, "view=timeline&range=2022-01-10T07:25Z/2022-01-10T08:25Z"},
    {"zoom-minute", 920, 500, 1, false,
     "view=timeline&range=2022-01-10T07:54:30Z/2022-01-10T07:55:29Z"},
    {"zoom-phone-day", 390, 500, 1, false, "view=timeline&range=2022-01-10"},
    {"zoom-phone-hour", 390, 500, 1, false,
     "view=timeline&range=2022-01-10T07:25Z/2022-01-10T08:25Z"},
    {"phone-graph", 390, 430, 1, false, "focus=geneva-2022&view=graph"},
    {"graph-topic", 920, 748, 1, false, "lens=topic:missiles"},
    {"graph-meeting-dark", 920, 748, 1, true, "lens=meeting:geneva-2022&as-of=2022-01-13"},
    {"graph-folded", 920, 748, 1, false, "members=folded"},
    {"graph-members", 920, 748, 1, false, "members=shown&view=graph&as-of=2022-01-13"},
    {"graph-members-split", 920, 748, 1, false, "members=shown&as-of=2022-01-13"},
    {"graph-members-embed", 720, 356, 1, false, "members=shown&view=graph&as-of=2022-01-13"},
    {"graph-members-wide", 1920, 1000, 1, false, "members=shown&view=graph&as-of=2022-01-13"},
    {"graph-members-1997", 920, 748, 1, false, "members=shown&view=graph&as-of=1997-12-31"},
    {"phone-graph-folded", 390, 430, 1, false, "members=folded&view=graph&lens=actor:nato"},
    {"phone-graph-members", 390, 430, 1, false, "members=shown&view=graph&as-of=2022-01-13"},
    {"phone-graph-members-2x", 390, 610, 2, false, "members=shown&view=graph&as-of=2022-01-13"},
    {"graph-table", 920, 748, 1, false, "focus=vienna-osce-2022&as-of=2022-01-13"},
    {"phone-graph-table", 390, 650, 1, true, "lens=meeting:vienna-osce-2022&view=graph"},
    {"graph-talks", 1280, 620, 1, false, "view=graph"},
    {"graph-talks-zoomed", 1280, 620, 1, false, "view=graph&camera=0.5,0.5,1.5"},
    {"graph-talks-near", 1280, 620, 1, false, "view=graph&camera=0.6,0.6,4"},
    {"graph-talks-pinned", 1280, 620, 1, false, "view=graph&pins=ukraine:0.8:0.8,us:0.3:0.3"},
    {"graph-100", 1280, 720, 1, false, "view=graph", "", false, false, 0, 100},
    {"graph-1000", 1280, 720, 1, false, "view=graph", "", false, false, 0, 1000},
    {"graph-1000-dark", 1280, 720, 2, true, "view=graph&focus=actor-80", "", false, false, 0, 1000},
    {"graph-1000-near", 1280, 720, 1, false, "view=graph&camera=0.4,0.5,4", "", false, false, 0,
     1000},
    {"graph-10000", 1280, 720, 1, false, "view=graph", "", false, false, 0, 10000},
    {"graph-10000-near", 1280, 720, 1, false, "view=graph&camera=0.4,0.5,4", "", false, false, 0,
     10000},
    {"graph-10000-nearest", 1280, 720, 1, false, "view=graph&camera=0.4,0.5,24", "", false, false,
     0, 10000},
};

TEST(Pictures, AreWritten) {
  const char* folder = std::getenv("DEMARCHE_PICTURES");
  if (!folder) GTEST_SKIP() << "DEMARCHE_PICTURES names no folder";
  const char* fonts = std::getenv("DEMARCHE_FONTS");
  const char* only = std::getenv("DEMARCHE_PICTURE");
  for (const Shot& shot : kShots) {
    if (only && std::string(only) != shot.name) continue;
    CanvasHarness canvas(shot.actors > 0   ? CrowdsDossier(shot.actors)
                         : shot.events > 0 ? ReadGenerated(shot.events)
                         : shot.nested     ? ReadValid(NestedTalksText())
                                           : ReadTalks(),
                         shot.width_px, shot.height_px, fonts ? fonts : "");
    canvas.pixel_ratio = shot.pixel_ratio;
    canvas.input.dark = shot.dark;
    canvas.state = ApplyPermalink(canvas.dossier, canvas.state, shot.permalink);
    canvas.state.hover = canvas.dossier.Find(shot.hover);
    canvas.input.focused = shot.focused;
    canvas.Settle();
    const Picture picture = Rasterise(canvas.drawn);
    EXPECT_TRUE(WritePng(picture, std::string(folder) + "/" + shot.name + ".png"));
  }
}

}  // namespace
}  // namespace demarche
