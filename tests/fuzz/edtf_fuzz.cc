// Fuzzing of dates: whatever comes in is either read, printed back as it was, resolved and said in
// words, or refused with a code and two sentences.
#include <cstdint>
#include <string>
#include <string_view>

#include "core/dates/edtf.h"
#include "core/dates/edtf_words.h"
#include "tests/fuzz/replay.h"

namespace demarche {
namespace {

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

const std::string_view kReplayedBytes = "0123456789-/.,:+~?%TXYZ[]{} x\xFF";

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  demarche::CheckText({reinterpret_cast<const char*>(data), size});
  return 0;
}
