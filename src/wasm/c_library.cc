// What only nlohmann/json calls of the C library, without what it does not ask for: 7 kB on the
// wire.
#include <emscripten.h>

#include <cstdarg>
#include <cstddef>
#include <cstring>

// As JSON has numbers, JavaScript reads them, to the nearest double: ECMA-262, StringToNumber.
EM_JS(double, ReadJsonNumber, (const char* text), {
  let number = "";
  while (HEAPU8[text]) number += String.fromCharCode(HEAPU8[text++]);
  return Number(number);
});

extern "C" {

// Emscripten's C library has it beside vsnprintf(): for integers.
int vsniprintf(char* to, size_t size, const char* format, va_list values);

int snprintf(char* to, size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  const int length = vsniprintf(to, size, format, values);
  va_end(values);
  return length;
}

// The whole text is a number as JSON has it; that of the C library reads 128 bits of it. All three
// of its file, so that it is left out.
double strtod(const char* text, char** end) {
  *end = const_cast<char*>(text) + std::strlen(text);
  return ReadJsonNumber(text);
}
float strtof(const char* text, char** end) { return static_cast<float>(strtod(text, end)); }
long double strtold(const char* text, char** end) { return strtod(text, end); }
}
