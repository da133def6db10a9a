#include "wasm/keys.h"

namespace demarche {
namespace {

struct NamedKey {
  std::string_view name;
  ImGuiKey key;
};

constexpr NamedKey kNamedKeys[] = {
    {"ArrowLeft", ImGuiKey_LeftArrow},
    {"ArrowRight", ImGuiKey_RightArrow},
    {"ArrowUp", ImGuiKey_UpArrow},
    {"ArrowDown", ImGuiKey_DownArrow},
    {"PageUp", ImGuiKey_PageUp},
    {"PageDown", ImGuiKey_PageDown},
    {"Home", ImGuiKey_Home},
    {"End", ImGuiKey_End},
    {"Enter", ImGuiKey_Enter},
    {"Escape", ImGuiKey_Escape},
    {" ", ImGuiKey_Space},
    {"+", ImGuiKey_Equal},
    {"=", ImGuiKey_Equal},
    {"-", ImGuiKey_Minus},
    {"_", ImGuiKey_Minus},
    {"[", ImGuiKey_LeftBracket},
    {"{", ImGuiKey_LeftBracket},
    {"]", ImGuiKey_RightBracket},
    {"}", ImGuiKey_RightBracket},
    {"/", ImGuiKey_Slash},
    {"?", ImGuiKey_F1},  // Dear ImGui names no such key: on each keyboard another one makes it
};

}  // namespace

ImGuiKey KeyFromDom(std::string_view key) {
  for (const NamedKey& named : kNamedKeys)
    if (named.name == key) return named.key;
  if (key.size() != 1) return ImGuiKey_None;
  const char c = key[0];
  if (c >= '0' && c <= '9') return static_cast<ImGuiKey>(ImGuiKey_0 + (c - '0'));
  if (c >= 'a' && c <= 'z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'a'));
  if (c >= 'A' && c <= 'Z') return static_cast<ImGuiKey>(ImGuiKey_A + (c - 'A'));
  return ImGuiKey_None;
}

}  // namespace demarche
