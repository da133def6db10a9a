// Fuzzing of dates: whatever comes in is either read, printed back as it was, resolved and said in
// words, or refused with a code and two sentences. Built with libFuzzer where the compiler has it
// (DEMARCHE_LIBFUZZER); else main() replays the lines of the files named on the command line.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

#include "core/dates/edtf.h"
#include "core/dates/edtf_words.h"

namespace demarche {
namespace {

void Require(bool holds, const char* what, std::string_view text) {
  if (holds) return;
  std::fprintf(stderr, "%s: %.*s\n", what, static_cast<int>(text.size()), text.data());
  std::abort();
}

void CheckText(std::string_view text) {
  const Result<Edtf> edtf = ParseEdtf(text);
  const Result<When> when = ResolveEdtf(text);
  Require(edtf.ok() == when.ok(), "read but not resolved, or the other way round", text);
  if (!edtf.ok()) {
    const Error& error = edtf.error();
    Require(error.code.rfind("E-DATE-", 0) == 0, "refused without a code", text);
    Require(!error.message.empty() && !error.remedy.empty(), "refused without a reason", text);
    return;
  }
  Require(ToString(edtf.value()) == text, "not printed back as it was", text);
  Require(Resolve(edtf.value()) == when.value(), "resolved in two ways", text);
  Require(when.value().earliest() <= when.value().latest(), "ends before it starts", text);
  Require(!IsoUtc(when.value().latest()).empty(), "has no ISO text", text);
  Require(!InWords(edtf.value()).empty() && !ShortWords(edtf.value()).empty(), "unsaid", text);
  Require(!PrecisionNote(edtf.value()).empty(), "has no note", text);
}

}  // namespace
}  // namespace demarche

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  demarche::CheckText({reinterpret_cast<const char*>(data), size});
  return 0;
}

#ifndef DEMARCHE_LIBFUZZER
namespace {

std::string ReadFile(const char* path) {
  std::string text;
  std::FILE* file = std::fopen(path, "rb");
  if (!file) {
    std::fprintf(stderr, "cannot read %s\n", path);
    std::exit(2);
  }
  for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file)) text += static_cast<char>(c);
  std::fclose(file);
  return text;
}

// A line as it is, and with every one of its bytes taken out or changed in turn.
void ReplayWithEdits(std::string line) {
  demarche::CheckText(line);
  for (size_t i = 0; i < line.size(); ++i) {
    demarche::CheckText(line.substr(0, i) + line.substr(i + 1));
    const char was = line[i];
    for (int byte = 0; byte < 256; ++byte) {
      line[i] = static_cast<char>(byte);
      demarche::CheckText(line);
    }
    line[i] = was;
  }
}

}  // namespace

int main(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string text = ReadFile(argv[i]);
    for (size_t start = 0; start < text.size();) {
      const size_t end = text.find('\n', start);
      ReplayWithEdits(text.substr(start, end - start));
      start = end == std::string::npos ? text.size() : end + 1;
    }
  }
  return 0;
}
#endif
