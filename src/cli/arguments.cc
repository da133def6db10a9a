#include "cli/arguments.h"

#include <algorithm>
#include <utility>

#include "core/reader/wording.h"

namespace demarche {
namespace {

constexpr std::string_view kCode = "E-USAGE";

Error Unknown(std::string_view name, std::span<const Option> options) {
  NearestWord nearest(name);
  for (const Option& option : options) {
    if (option.name.starts_with("--")) nearest.Offer(option.name);  // one letter is like any other
  }
  std::string message = "There is no option " + std::string(name) + ". ";
  message += DidYouMean(nearest.word());
  message.pop_back();  // the space
  return {std::string(kCode), std::move(message)};
}

}  // namespace

Result<Arguments> Arguments::Parse(std::span<const std::string_view> args,
                                   std::span<const Option> options) {
  Arguments parsed;
  bool only_operands = false;
  for (size_t i = 0; i < args.size(); ++i) {
    const std::string_view arg = args[i];
    if (only_operands || arg.size() < 2 || arg[0] != '-') {
      parsed.operands_.push_back(arg);
      continue;
    }
    if (arg == "--") {
      only_operands = true;
      continue;
    }
    const size_t equals = arg.substr(0, 2) == "--" ? arg.find('=') : std::string_view::npos;
    const std::string_view name = arg.substr(0, equals);
    const auto option = std::find_if(options.begin(), options.end(),
                                     [name](const Option& o) { return o.name == name; });
    if (option == options.end()) return Unknown(name, options);
    if (parsed.Has(name)) {
      return Error{std::string(kCode), "The option " + std::string(name) + " stands twice."};
    }
    if (option->kind == OptionKind::kSwitch) {
      if (equals != std::string_view::npos) {
        return Error{std::string(kCode), "The option " + std::string(name) + " takes no value."};
      }
      parsed.given_.push_back({name, {}});
    } else if (equals != std::string_view::npos) {
      parsed.given_.push_back({name, arg.substr(equals + 1)});
    } else if (i + 1 < args.size()) {
      parsed.given_.push_back({name, args[++i]});
    } else {
      return Error{std::string(kCode), "The option " + std::string(name) + " needs a value."};
    }
  }
  return parsed;
}

bool Arguments::Has(std::string_view option) const {
  return std::any_of(given_.begin(), given_.end(),
                     [option](const Given& given) { return given.name == option; });
}

std::string_view Arguments::Value(std::string_view option, std::string_view fallback) const {
  for (const Given& given : given_) {
    if (given.name == option) return given.value;
  }
  return fallback;
}

}  // namespace demarche
