// Errors as values: a function that can fail returns Result<T>, which holds either what was asked
// for or an Error. There are no exceptions in this program; asking a Result for what it does not
// hold is a bug of the caller and stops in debug builds.
#pragma once

#include <cassert>
#include <string>
#include <utility>
#include <variant>

namespace demarche {

struct Error {
  std::string code;         // stable, for programs and tests: "E-DATE-SYNTAX"
  std::string message;      // a sentence for a person: what is wrong
  std::string remedy = {};  // a sentence: what would be right
};

template <class T>
class [[nodiscard]] Result {
 public:
  // Implicit, so that a function can return either as it stands.
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
  // NOLINTNEXTLINE(google-explicit-constructor)
  Result(Error error) : held_(std::in_place_index<1>, std::move(error)) {}

  bool ok() const { return held_.index() == 0; }

  const T& value() const& { return *Checked(std::get_if<0>(&held_)); }
  T& value() & { return *Checked(std::get_if<0>(&held_)); }
  T&& value() && { return std::move(*Checked(std::get_if<0>(&held_))); }
  const Error& error() const { return *Checked(std::get_if<1>(&held_)); }

 private:
  template <class P>
  static P* Checked(P* held) {
    assert(held && "Result asked for what it does not hold");
    return held;
  }

  std::variant<T, Error> held_;
};

}  // namespace demarche
