// snprintf() for integers: only nlohmann/json calls it, for "<U+%.4X>". That of the C library also
// prints floating point, which nobody asks for and which is 3 kB on the wire.
#include <cstdarg>
#include <cstddef>

extern "C" {

// Emscripten's C library has it beside vsnprintf().
int vsniprintf(char* to, size_t size, const char* format, va_list values);

int snprintf(char* to, size_t size, const char* format, ...) {
  va_list values;
  va_start(values, format);
  const int length = vsniprintf(to, size, format, values);
  va_end(values);
  return length;
}
}
