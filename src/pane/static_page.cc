#include "pane/static_page.h"

#include "core/base/escape.h"
#include "pane/pane.h"
#include "pane/pane_writer.h"

namespace demarche {
namespace {

// Nothing of a page without an app runs or loads anything.
constexpr std::string_view kQuietPolicy =
    "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

std::string Head(const Dossier& dossier, const AppState& state, const StaticPage& page) {
  PaneWriter w(dossier, state);
  const std::string_view title = w.Words(dossier.data().title);
  const std::string_view summary = w.Words(dossier.data().summary);
  w.Void("meta", {{"charset", "utf-8"}});
  w.Void("meta", {{"name", "viewport"},
                  {"content", "width=device-width, initial-scale=1, viewport-fit=cover"}});
  if (page.dossier_src.empty()) {
    w.Void("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", kQuietPolicy}});
  }
  w.Leaf("title", {}, title);
  if (!summary.empty()) w.Void("meta", {{"name", "description"}, {"content", summary}});
  w.Void("meta", {{"property", "og:type"}, {"content", "article"}});
  w.Void("meta", {{"property", "og:title"}, {"content", title}});
  if (!summary.empty()) w.Void("meta", {{"property", "og:description"}, {"content", summary}});
  if (!page.icon_href.empty()) {
    w.Void("link", {{"rel", "icon"}, {"href", page.icon_href}, {"type", "image/svg+xml"}});
  }
  if (!page.styles_href.empty())
    w.Void("link", {{"rel", "stylesheet"}, {"href", page.styles_href}});
  for (const std::string& module : page.modules) {
    w.Leaf("script", {{"type", "module"}, {"src", module}}, "");
  }
  std::string head = w.Take();
  if (!page.styles.empty()) head.append("\n<style>\n").append(page.styles).append("</style>");
  return head;
}

std::string Body(const Dossier& dossier, const AppState& state, const StaticPage& page) {
  const std::string list = RenderStaticList(dossier, state);
  if (page.dossier_src.empty()) return "<main>\n" + list + "\n</main>";
  std::string body = "<demarche-timeline src=\"";
  AppendEscaped(page.dossier_src, &body);
  if (!state.lang.empty()) {
    body += "\" lang=\"";
    AppendEscaped(state.lang, &body);
  }
  return body + "\">\n" + list + "\n</demarche-timeline>";
}

}  // namespace

std::string RenderStaticPage(const Dossier& dossier, const AppState& state,
                             const StaticPage& page) {
  std::string html = "<!doctype html>\n<html class=\"dm-page\" lang=\"";
  html.append(kPaneLang).append("\">\n<head>\n").append(Head(dossier, state, page));
  html.append("\n</head>\n<body>\n")
      .append(Body(dossier, state, page))
      .append("\n</body>\n</html>\n");
  return html;
}

}  // namespace demarche
