// What the fuzzers share. Each defines LLVMFuzzerTestOneInput; built with libFuzzer it is a fuzzer,
// else replay.cc makes it a test that replays the lines of its seeds with every small edit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

/// The bytes that mean most in what the fuzzer reads: a replay writes each of them in every place.
extern const std::string_view kReplayedBytes;

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size);

namespace demarche {

/// Ends the program with `what` and the text it is said of, unless `holds`.
void Require(bool holds, const char* what, std::string_view text);

}  // namespace demarche
