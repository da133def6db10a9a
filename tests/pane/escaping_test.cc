// Whatever a dossier says, it stays text: a dossier whose every string is hostile is rendered in
// every state, and what comes out has the elements that the harmless one has, and the string as
// text.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pane/changes.h"
#include "pane/static_page.h"
#include "tests/pane/html_checker.h"
#include "tests/pane/talks.h"

namespace demarche {
namespace {

constexpr std::string_view kTemplate = R"json({
  "format": "demarche/1", "id": "hostile", "lang": "@L@", "as_of": "2022-01-09", "license": "@T@",
  "title": "@T@", "summary": "@T@", "authors": ["@T@"], "updated": "2022-01-01",
  "sources": [{"id": "S1", "title": "@T@", "publisher": "@T@", "author": "@T@", "published": "2021-12",
               "url": "https://example.org/?q=@U@", "kind": "press"},
              {"id": "S2", "title": "@T@", "publisher": "@T@", "kind": "primary"}],
  "places": [{"id": "p", "name": "@T@", "lat": 1, "lon": 2, "tz": "Europe/Zurich"}],
  "actors": [{"id": "a", "name": "@T@", "short": "@T@", "kind": "state", "role": "@T@", "aliases": ["@T@"]},
             {"id": "b", "name": "@T@", "kind": "person", "role": "@T@"},
             {"id": "c", "name": "@T@", "kind": "organisation"}],
  "ties": [{"from": "b", "to": "a", "kind": "represents", "sources": [{"id": "S1", "locator": "@T@"}]}],
  "topics": [{"id": "t", "name": "@T@", "summary": "@T@"}],
  "tracks": [{"id": "k", "name": "@T@", "group": "@T@"}, {"id": "k2", "name": "@T@", "group": "other"}],
  "events": [
    {"id": "past", "title": "@T@", "summary": "@T@", "date": "2021-12-20", "track": "k2", "status": "occurred",
     "topics": ["t"], "actors": [{"id": "a", "role": "speaker"}], "sources": [{"id": "S2"}]},
    {"id": "now", "title": "@T@", "summary": "@T@", "date": "2022-01-10", "reported": "2021-12-01", "place": "p",
     "track": "k", "status": "occurred", "topics": ["t"],
     "actors": [{"id": "a", "role": "party"}, {"id": "c", "role": "chair"}, {"id": "b", "role": "subject"}],
     "sources": [{"id": "S1", "locator": "@T@", "quote": "@T@"}]},
    {"id": "later", "title": "@T@", "summary": "@T@", "date": "2022-02-01", "track": "k", "status": "occurred",
     "sources": [{"id": "S1"}]}],
  "moves": [
    {"id": "m1", "by": ["a", "b"], "to": ["c"], "type": "ACCUSE", "date": "2022-01-08", "event": "past", "topic": "t",
     "summary": "@T@", "quote": "@T@", "confidence": "alleged", "sources": [{"id": "S1"}]},
    {"id": "m2", "by": ["c"], "to": ["a"], "type": "REJECT", "date": "2022-01-08", "event": "now", "topic": "t",
     "summary": "@T@", "quote": "@T@", "replies_to": "m1", "confidence": "denied", "sources": [{"id": "S2"}]}],
  "stories": [{"id": "s", "title": "@T@", "audience": "@T@", "steps": [
    {"title": "@T@", "text": "@T@", "focus": "now",
     "question": {"text": "@T@", "choices": [{"text": "@T@", "correct": true}, {"text": "@T@"}], "explanation": "@T@"}},
    {"title": "@T@", "text": "@T@"}]}],
  "glossary": [{"id": "g", "term": "@T@", "definition": "@T@", "sources": [{"id": "S1"}]}]
})json";

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (size_t at = text.find(what); at != std::string::npos;
       at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
  return text;
}

std::string JsonEscaped(std::string_view text) {
  std::string out;
  constexpr char kHex[] = "0123456789abcdef";
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
      out += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out += std::string("\\u00") + kHex[c >> 4] + kHex[c & 15];
    } else {
      out += c;
    }
  }
  return out;
}

Dossier DossierSaying(std::string_view text, std::string_view lang) {
  std::string json = Replaced(std::string(kTemplate), "@T@", JsonEscaped(text));
  json = Replaced(std::move(json), "@U@", "'\\\"><b>");
  return ReadValid(Replaced(std::move(json), "@L@", lang));
}

// What changed at each of its stops.
std::string AllChanges(const Dossier& dossier) {
  const GraphEvidence evidence(dossier);
  const ChangeFinder finder(evidence);
  AppState state = InitialState(dossier);
  std::string all;
  for (const Seconds stop_s : dossier.ChangeDays()) {
    state.as_of_s = stop_s;
    all += RenderChanges(finder, state);
  }
  return all;
}

// Every part in every state in which a string of the dossier stands somewhere else.
std::vector<std::string> AllParts(const Dossier& dossier, std::string_view query) {
  std::vector<std::string> parts;
  for (const std::string_view as_of : {"2022-01-09", "..", "1990"}) {
    for (const std::string_view rest :
         {"", "tab=list", "tab=sources", "focus=past", "focus=now", "focus=later", "focus=m1",
          "focus=m2", "focus=a", "focus=b", "focus=c", "focus=t", "tab=list&group=other",
          "edge=a~c~3", "edge=c~a~3"}) {
      AppState state = StateOf(dossier, "as-of=" + std::string(as_of) + "&" + std::string(rest));
      parts.push_back(RenderPane(dossier, state, {}));
      parts.push_back(RenderEvidence(dossier, state));
      state.query = query;
      parts.push_back(RenderPane(dossier, state, {}));
    }
  }
  for (const std::string_view link : {"story=s&step=1", "story=s&step=2"}) {
    parts.push_back(RenderStory(dossier, StateOf(dossier, link)));
  }
  const AppState initial = InitialState(dossier);
  parts.push_back(RenderLanes(dossier, initial));
  parts.push_back(RenderLanes(dossier, StateOf(dossier, "lanes=k2&fold=other")));
  parts.push_back(RenderPane(dossier, StateOf(dossier, "lanes=k2&focus=now"), {}));
  parts.push_back(AllChanges(dossier));
  parts.push_back(RenderStaticList(dossier, initial));
  const std::string page = RenderStaticPage(
      dossier, initial, {.dossier_src = "dossiers/\"><i>.json", .modules = {"demarche.js"}});
  parts.push_back(page.substr(page.find("<html")));
  return parts;
}

const std::string_view kHostile[] = {
    "<script>alert(1)</script>",
    "\"><img src=x onerror=alert(1)>",
    "' onmouseover='alert(1)",
    "</title></style></textarea></script><svg onload=alert(1)>",
    "<!-- ",
    "-->",
    "]]>",
    "&lt;b&gt; &amp; &#60;",
    "&",
    "<",
    "\\\"",
    "{{7*7}}",
    "javascript:alert(1)",
    std::string_view("nul\0\x01\x1f", 6),
    "\xE2\x80\xAE right to left \xE2\x81\xA6",
    "a=b&focus=now#tab=list",
    "line\nbreak\ttab\r\n",
};

TEST(EscapingTest, HostileTextsStayTexts) {
  const std::vector<std::string> harmless = AllParts(DossierSaying("Text", "en"), "Text");
  for (const std::string_view hostile : kHostile) {
    for (const std::string_view lang : {"en", "uk"}) {
      const Dossier dossier = DossierSaying(hostile, lang);
      const std::vector<std::string> parts = AllParts(dossier, hostile);
      ASSERT_EQ(parts.size(), harmless.size());
      for (size_t i = 0; i < parts.size(); ++i) {
        const CheckedHtml checked = CheckHtml(parts[i]);
        EXPECT_EQ(ProblemsOf(checked), "") << hostile << " in part " << i;
        // Nothing that the text could have opened: no element more than the harmless text has. A
        // search for it finds other events, so only parts without one are compared.
        if (lang == "en" && (i % 3 != 2 || i >= parts.size() - 8)) {
          EXPECT_EQ(checked.tags, CheckHtml(harmless[i]).tags) << hostile << " in part " << i;
        }
      }
    }
  }
}

TEST(EscapingTest, HostileTextsCanBeRead) {
  for (const std::string_view hostile : {kHostile[0], kHostile[1], kHostile[7]}) {
    const Dossier dossier = DossierSaying(hostile, "en");
    const CheckedHtml card = CheckHtml(PaneOf(dossier, "focus=now"));
    EXPECT_GE(CountOf(card.text, hostile), 10u) << hostile;
    const CheckedHtml page = CheckHtml(RenderStaticList(dossier, InitialState(dossier)));
    EXPECT_GE(CountOf(page.text, hostile), 50u) << hostile;
  }
}

TEST(EscapingTest, AddressesKeepTheirMeaning) {
  const Dossier dossier = DossierSaying("x", "en");
  const CheckedHtml card = CheckHtml(PaneOf(dossier, "focus=now"));
  const std::string address = "https://example.org/?q='\"><b>";
  EXPECT_NE(std::find(card.hrefs.begin(), card.hrefs.end(), address), card.hrefs.end());
}

TEST(EscapingTest, LinksAndControlsSayTheStateTheyMean) {
  const Dossier dossier = DossierSaying("a=b&focus=past#c d", "en");
  const CheckedHtml list = CheckHtml(PaneOf(dossier, "tab=list"));
  const std::string act = "group=a%3Db%26focus%3Dpast%23c+d";
  ASSERT_NE(std::find(list.values.begin(), list.values.end(), act), list.values.end());
  const AppState state = StateOf(dossier, act);
  EXPECT_EQ(state.group, "a=b&focus=past#c d");
  EXPECT_FALSE(state.focus);
}

}  // namespace
}  // namespace demarche
