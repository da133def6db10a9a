// What the program does not need of Dear ImGui, as functions that do nothing. The canvas is draw
// lists, text and input; no window or widget is ever shown. Compiled into Dear ImGui's own target.
#include <cstdarg>
#include <cstring>

#include "imgui.h"
#include "imgui_internal.h"

// Formatting, for the names of windows and the texts of widgets.
static int Nothing(char* buffer, size_t size) {
  if (buffer && size > 0) buffer[0] = '\0';
  return 0;
}
int ImFormatString(char* buffer, size_t size, const char*, ...) { return Nothing(buffer, size); }
int ImFormatStringV(char* buffer, size_t size, const char*, va_list) {
  return Nothing(buffer, size);
}

// The first whole number of a text.
int ImScanNumber(const char* text, const char* format, ...) {
  while (*text && (*text < '0' || *text > '9')) ++text;
  if (!*text) return 0;
  std::va_list into;
  va_start(into, format);
  int* number = va_arg(into, int*);
  va_end(into);
  for (*number = 0; *text >= '0' && *text <= '9'; ++text) *number = 10 * *number + (*text - '0');
  return 1;
}

// In place of imgui_widgets.cpp and imgui_tables.cpp: all that imgui.cpp names of the two. A
// context that never begins a frame of its own (draw_frame.h) reaches the first three, none of the
// others. CMakeLists.txt leaves the two files out for the same version; another one is built whole.
#if IMGUI_VERSION_NUM == 19222

ImGuiInputTextState::ImGuiInputTextState() { std::memset(this, 0, sizeof *this); }
ImGuiInputTextState::~ImGuiInputTextState() = default;
void ImGuiMenuColumns::Update(float, bool) {}

namespace ImGui {

void TableSettingsAddSettingsHandler() {}

bool Button(const char*, const ImVec2&) { return false; }
bool ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, ImGuiButtonFlags) { return false; }
bool CloseButton(ImGuiID, const ImVec2&) { return false; }
bool CollapseButton(ImGuiID, const ImVec2&) { return false; }
void EndColumns() {}
void EndMenuBar() {}
ImGuiMultiSelectIO* EndMultiSelect() { return nullptr; }
void EndTabBar() {}
void EndTable() {}
void InputTextDeactivateHook(ImGuiID) {}
bool InputText(const char*, char*, size_t, ImGuiInputTextFlags, ImGuiInputTextCallback, void*) {
  return false;
}
void Scrollbar(ImGuiAxis) {}
bool Selectable(const char*, bool, ImGuiSelectableFlags, const ImVec2&) { return false; }
void SeparatorText(const char*) {}
bool SliderInt(const char*, int*, int, int, const char*, ImGuiSliderFlags) { return false; }
void TableEndRow(ImGuiTable*) {}
void TableGcCompactSettings() {}
void TableGcCompactTransientBuffers(ImGuiTable*) {}
void TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void TextV(const char*, va_list) {}
void TreePop() {}

}  // namespace ImGui

#endif  // IMGUI_VERSION_NUM
