// A whole HTML page around the static list: what a search engine, a feed reader and a browser
// without script see, and what the element takes over where it can.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "core/state/state.h"

namespace demarche {

struct StaticPage {
  std::string_view styles_href = {};  // of a style sheet beside the page
  std::string_view styles = {};       // or the style sheet itself: trusted CSS without "</style"
  std::string_view dossier_src =
      {};  // of the dossier beside the page; empty: no app, only the list
  std::vector<std::string> modules = {};  // addresses of the app's scripts
  std::string_view icon_href = {};
};

std::string RenderStaticPage(const Dossier& dossier, const AppState& state, const StaticPage& page);

}  // namespace demarche
