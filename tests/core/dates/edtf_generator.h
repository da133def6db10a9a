// Valid EDTF strings of every form that is taken, from a seed: the same on every machine.
#pragma once

#include <cstdint>
#include <string>

namespace demarche {

class EdtfGenerator {
 public:
  explicit EdtfGenerator(uint64_t seed) : state_(seed) {}

  // Below `count`. SplitMix64 (Steele, Lea, Flood 2014).
  int Below(int count) {
    uint64_t z = (state_ += 0x9e3779b97f4a7c15u);
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return static_cast<int>((z ^ (z >> 31)) % static_cast<uint64_t>(count));
  }

  std::string Any() {
    switch (Below(4)) {
      case 0:
        return Interval();
      case 1:
        return Set();
      case 2:
        return DateTime();
      default:
        return Date();
    }
  }

  std::string Date() {
    const std::string qualifier(Below(2) == 0 ? "" : std::string(1, "?~%"[Below(3)]));
    switch (Below(9)) {
      case 0:
        return (Below(2) == 0 ? "Y" : "Y-") + std::to_string(10000 + Below(999999999)) + qualifier;
      case 1:
        return Year() + qualifier;
      case 2:
        return YearOfAge() + "X" + qualifier;
      case 3:
        return YearOfAge().substr(0, 2) + "XX" + qualifier;
      case 4:
        return Year() + "-2" + std::string(1, static_cast<char>('1' + Below(4))) + qualifier;
      case 5:
        return Year() + "-XX" + (Below(2) == 0 ? "-XX" : "") + qualifier;
      case 6:
        return Year() + "-" + Padded(1 + Below(12)) + (Below(2) == 0 ? "-XX" : "") + qualifier;
      default:
        return Day() + qualifier;
    }
  }

  std::string DateTime() {
    std::string text = Day() + "T" + Padded(Below(24)) + ":" + Padded(Below(60));
    if (Below(2) == 0) text += ":" + Padded(Below(60));
    switch (Below(4)) {
      case 0:
        return text + "Z";
      case 1:
        return text + (Below(2) == 0 ? "+" : "-") + Padded(1 + Below(14));
      case 2:
        return text + (Below(2) == 0 ? "+" : "-") + Padded(1 + Below(13)) + ":" + Padded(Below(60));
      default:
        return text;
    }
  }

  // Its end may come before its start; the caller decides what that means.
  std::string Interval() {
    switch (Below(7)) {
      case 0:
        return Date() + "/..";
      case 1:
        return "../" + Date();
      case 2:
        return Date() + "/";
      case 3:
        return "/" + Date();
      case 4:
        return DateTime() + "/" + DateTime();
      default:
        return Date() + "/" + Date();
    }
  }

  std::string Set() {
    const bool is_one_of = Below(2) == 0;
    std::string text(is_one_of ? "[" : "{");
    if (Below(4) == 0) text += ".." + Date() + ",";
    for (int i = Below(3); i >= 0; --i) {
      const int year = 1000 + Below(8000);
      text +=
          Below(3) == 0 ? std::to_string(year) + ".." + std::to_string(year + Below(900)) : Date();
      if (i > 0) text += ",";
    }
    if (Below(4) == 0) text += "," + Date() + "..";
    return text + (is_one_of ? "]" : "}");
  }

 private:
  static std::string Padded(int number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
  }
  std::string Digit() { return std::to_string(Below(10)); }
  std::string Year() { return (Below(8) == 0 ? "-" : "") + YearOfAge() + Digit(); }
  // The first three digits of a year, never 000 and never 00 in front.
  std::string YearOfAge() { return std::to_string(1 + Below(9)) + Digit() + Digit(); }
  std::string Day() { return Year() + "-" + Padded(1 + Below(12)) + "-" + Padded(1 + Below(28)); }

  uint64_t state_;
};

}  // namespace demarche
