// What Demarche makes of dates, line by line, for the comparison with npm `edtf` in peer.test.mjs.
// Reads one date a line; prints "valid EARLIEST LATEST" in seconds, or the code of the error.
#include <cstdio>
#include <iostream>
#include <string>

#include "core/dates/edtf.h"

int main() {
  for (std::string line; std::getline(std::cin, line);) {
    const demarche::Result<demarche::When> when = demarche::ResolveEdtf(line);
    if (when.ok()) {
      std::printf("valid %lld %lld\n", static_cast<long long>(when.value().earliest()),
                  static_cast<long long>(when.value().latest()));
    } else {
      std::printf("%s\n", when.error().code.c_str());
    }
  }
  return 0;
}
