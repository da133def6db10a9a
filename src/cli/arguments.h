// The arguments of a command: options of the forms `--name value`, `--name=value`, `-o value` and
// `--switch`, anywhere among the operands; `--` ends the options; `-` is an operand.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "core/base/result.h"

namespace demarche {

enum class OptionKind : uint8_t { kValue, kSwitch };

struct Option {
  std::string_view name;  // with its hyphens
  OptionKind kind = OptionKind::kValue;
};

class Arguments {
 public:
  /// Fails with a sentence for people where an option is not known, stands twice or lacks its
  /// value.
  static Result<Arguments> Parse(std::span<const std::string_view> args,
                                 std::span<const Option> options);

  const std::vector<std::string_view>& operands() const { return operands_; }
  bool Has(std::string_view option) const;
  /// The option's value, or `fallback` where it is not given.
  std::string_view Value(std::string_view option, std::string_view fallback = {}) const;

 private:
  struct Given {
    std::string_view name, value;
  };
  std::vector<std::string_view> operands_;
  std::vector<Given> given_;
};

}  // namespace demarche
