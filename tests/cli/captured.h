// Runs `demarche` in this process with its three streams redirected to files.
#pragma once

#include <unistd.h>

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "cli/program.h"

namespace demarche {

struct Captured {
  int exit_code = 0;
  std::string out, err;
};

/// A stream of the process, replaced by a file for as long as this lives.
class Redirected {
 public:
  Redirected(std::FILE* stream, std::FILE* file) : stream_(stream), file_(file) {
    std::fflush(stream_);
    saved_ = dup(fileno(stream_));
    dup2(fileno(file_), fileno(stream_));
  }
  ~Redirected() {
    Restore();
    std::fclose(file_);
  }
  Redirected(const Redirected&) = delete;
  Redirected& operator=(const Redirected&) = delete;

  /// Puts the stream back and returns what was written meanwhile.
  std::string Restore() {
    std::string text;
    if (saved_ < 0) return text;
    std::fflush(stream_);
    dup2(saved_, fileno(stream_));
    close(saved_);
    saved_ = -1;
    std::rewind(file_);
    for (int c = std::fgetc(file_); c != EOF; c = std::fgetc(file_)) text += static_cast<char>(c);
    return text;
  }

 private:
  std::FILE* stream_;
  std::FILE* file_;
  int saved_ = -1;
};

inline Captured RunDemarche(const std::vector<std::string_view>& args,
                            std::string_view input = {}) {
  std::FILE* in_file = std::tmpfile();
  if (!input.empty()) std::fwrite(input.data(), 1, input.size(), in_file);
  std::rewind(in_file);
  Captured captured;
  Redirected in(stdin, in_file), out(stdout, std::tmpfile()), err(stderr, std::tmpfile());
  std::rewind(stdin);  // forgets the end of the file that was there before
  captured.exit_code = RunProgram(args);
  captured.out = out.Restore();
  captured.err = err.Restore();
  return captured;
}

}  // namespace demarche
