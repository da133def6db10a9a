#include "pane/static_page.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

TEST(StaticListTest, HoldsEveryEventAndMoveOnceWithItsSources) {
  const CheckedHtml page = CheckHtml(RenderStaticList(Talks(), InitialState(Talks())));
  EXPECT_EQ(ProblemsOf(page), "");
  const auto has_id = [&page](std::string_view id) {
    return std::count(page.ids.begin(), page.ids.end(), id) == 1;
  };
  for (const Event& event : Talks().events()) EXPECT_TRUE(has_id(event.id)) << event.id;
  for (const Move& move : Talks().moves()) EXPECT_TRUE(has_id(move.id)) << move.id;
  for (const Actor& actor : Talks().actors()) EXPECT_TRUE(has_id(actor.id)) << actor.id;
  for (const Event& event : Talks().events()) {
    for (const Citation& citation : event.sources) {
      EXPECT_TRUE(has_id(Talks().data().sources[citation.source].id));
    }
  }
  for (const std::string& href : page.hrefs) {
    EXPECT_TRUE(href[0] != '#' || has_id(href.substr(1))) << href;
  }
}

TEST(StaticListTest, PutsWhatWasReportedLaterBehindADivider) {
  const std::string html = RenderStaticList(Talks(), InitialState(Talks()));
  const size_t scheduled = html.find("id=\"dm-scheduled\""),
               afterwards = html.find("id=\"dm-afterwards\"");
  const size_t end = html.find("id=\"dm-stories\"");
  ASSERT_LT(scheduled, afterwards);
  ASSERT_LT(afterwards, end);
  const auto place_of = [&html](std::string_view id) {
    return html.find("id=\"" + std::string(id) + "\"");
  };
  const Seconds as_of_s = InitialState(Talks()).as_of_s;
  for (const Event& event : Talks().events()) {
    const size_t at = place_of(event.id);
    if (event.reported_s > as_of_s) {
      EXPECT_GT(at, afterwards) << event.id;
    } else if (event.date.when.earliest() > as_of_s) {
      EXPECT_TRUE(at > scheduled && at < afterwards) << event.id;
    } else {
      EXPECT_LT(at, scheduled) << event.id;
    }
  }
  for (const Move& move : Talks().moves())
    EXPECT_EQ(place_of(move.id) > afterwards, move.reported_s > as_of_s) << move.id;
}

TEST(StaticListTest, WithoutAnAsOfDateThereIsNoDivider) {
  const std::string html = RenderStaticList(Talks(), StateOf(Talks(), "as-of=.."));
  EXPECT_FALSE(Contains(html, "dm-afterwards"));
  EXPECT_FALSE(Contains(html, "dm-scheduled"));
  EXPECT_TRUE(Contains(html, "id=\"invasion-2022\""));
}

TEST(StaticListTest, KeepsMovesThatBelongToNoEvent) {
  const Dossier dossier =
      ReadValid(R"({"format":"demarche/1","id":"d","title":"D","lang":"en","as_of":"2020-06",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[{"id":"k","name":"K"}],
    "actors":[{"id":"x","name":"X","kind":"state"}],
    "events":[{"id":"e","title":"E","date":"2020-03","track":"k","status":"occurred","sources":[{"id":"S1"}]}],
    "moves":[{"id":"m1","by":["x"],"to":[],"type":"AGREE","date":"2020-01","summary":"One","confidence":"confirmed","sources":[{"id":"S1"}]},
      {"id":"m2","by":["x"],"to":[],"type":"AGREE","date":"2020-05","summary":"Two","confidence":"confirmed","sources":[{"id":"S1"}]},
      {"id":"m3","by":["x"],"to":[],"type":"AGREE","date":"2020-08","summary":"Three","confidence":"confirmed","sources":[{"id":"S1"}]}]})");
  const std::string html = RenderStaticList(dossier, InitialState(dossier));
  EXPECT_EQ(ProblemsOf(CheckHtml(html)), "");
  const size_t m1 = html.find("id=\"m1\""), e = html.find("id=\"e\""), m2 = html.find("id=\"m2\"");
  EXPECT_LT(m1, e);
  EXPECT_LT(e, m2);
  EXPECT_LT(html.find("id=\"dm-afterwards\""), html.find("id=\"m3\""));
  EXPECT_EQ(ProblemsOf(CheckHtml(PaneOf(dossier, "focus=m1"))), "");
}

TEST(StaticListTest, ThingsThatShareAnIdHaveAnchorsOfTheirOwn) {
  const Dossier dossier = ReadValid(R"({"format":"demarche/1","id":"d","title":"D","lang":"en",
    "sources":[{"id":"S1","title":"R","publisher":"G","kind":"press"}],"tracks":[{"id":"talks","name":"K"}],
    "topics":[{"id":"talks","name":"T"}],
    "events":[{"id":"talks","title":"E","date":"2020","track":"talks","status":"occurred","topics":["talks"],"sources":[{"id":"S1"}]}]})");
  const CheckedHtml page = CheckHtml(RenderStaticList(dossier, InitialState(dossier)));
  EXPECT_EQ(ProblemsOf(page), "");
  EXPECT_NE(std::find(page.hrefs.begin(), page.hrefs.end(), "#topic-talks"), page.hrefs.end());
}

TEST(StaticPageTest, IsAPageWithAndWithoutTheApp) {
  const AppState state = StateOf(Talks(), "lang=uk");
  const std::string quiet = RenderStaticPage(Talks(), state, {.styles = "a > b {}"});
  EXPECT_EQ(quiet.rfind("<!doctype html>", 0), 0u);
  EXPECT_TRUE(Contains(quiet, "default-src &#39;none&#39;"));
  EXPECT_TRUE(Contains(quiet, "<style>\na > b {}</style>"));
  EXPECT_FALSE(Contains(quiet, "<script"));
  EXPECT_FALSE(Contains(quiet, "demarche-timeline"));
  EXPECT_TRUE(Contains(quiet, "property=\"og:title\" content=\"Three cities"));

  const std::string app = RenderStaticPage(Talks(), state,
                                           {.styles_href = "assets/page-1.css",
                                            .dossier_src = "dossiers/x.json",
                                            .modules = {"demarche.js", "assets/page.js"}});
  EXPECT_TRUE(Contains(app, "<demarche-timeline src=\"dossiers/x.json\" lang=\"uk\">"));
  EXPECT_TRUE(Contains(app, "<script type=\"module\" src=\"assets/page.js\"></script>"));
  EXPECT_FALSE(Contains(app, "Content-Security-Policy"));
}

}  // namespace
}  // namespace demarche
