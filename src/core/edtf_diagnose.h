// What is wrong with a text that is not EDTF: looks for the mistakes people make, so that the
// parser's quick path need not.
#pragma once

#include <string_view>

#include "core/result.h"

namespace demarche {

// `text` is what stands in place of a date: all of it, or one part of an interval or a set.
Error DescribeDateSyntax(std::string_view text);

}  // namespace demarche
