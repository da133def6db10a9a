// DOM key names (KeyboardEvent.key, UI Events specification) to Dear ImGui's.
#pragma once

#include <string_view>

#include "imgui.h"

namespace demarche {

/// ImGuiKey_None for a key the canvas has no use for.
ImGuiKey KeyFromDom(std::string_view key);

}  // namespace demarche
