#include <cstdio>
#include <cstdlib>

#include "tests/fuzz/replay.h"

namespace demarche {

void Require(bool holds, const char* what, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

}  // namespace demarche
