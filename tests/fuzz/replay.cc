// The main() of a fuzzer without libFuzzer: replays the lines of the files named on the command
// line.
#include "tests/fuzz/replay.h"

#include <cstdio>
#include <fstream>
#include <string>

namespace {

void Try(std::string_view text) {
  LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t*>(text.data()), text.size());
}

// A line as it is, cut off at every byte, and with every byte taken out or changed.
void ReplayWithEdits(std::string line) {
  Try(line);
  for (size_t i = 0; i < line.size(); ++i) {
    Try(std::string_view(line).substr(0, i));
    Try(line.substr(0, i) + line.substr(i + 1));
    const char was = line[i];
    for (const char byte : kReplayedBytes) {
      line[i] = byte;
      Try(line);
    }
    line[i] = was;
  }
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    std::ifstream file(argv[i]);
    if (!file) {
      std::fprintf(stderr, "cannot read %s\n", argv[i]);
      return 2;
    }
    for (std::string line; std::getline(file, line);) ReplayWithEdits(line);
  }
  return 0;
}
