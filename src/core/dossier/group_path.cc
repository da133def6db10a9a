#include "core/dossier/group_path.h"

#include <algorithm>

namespace demarche {
namespace {

constexpr std::string_view kWithin = " / ";

}  // namespace

GroupPath::GroupPath(std::string_view path) : path_(path) {
  size_t end = HasEmptyPart(path) ? std::string_view::npos : path.find(kWithin);
  while (end != std::string_view::npos && levels_ + 1 < kMostLevels) {
    ends_[levels_++] = end;
    end = path.find(kWithin, end + kWithin.size());
  }
  ends_[levels_++] = path.size();
}

std::string_view GroupPath::Name(size_t level) const {
  const size_t begin = level == 0 ? 0 : ends_[level - 1] + kWithin.size();
  return path_.substr(begin, ends_[level] - begin);
}

bool GroupPath::IsWithin(std::string_view group) const {
  const auto end = ends_.begin() + static_cast<ptrdiff_t>(levels_);
  return std::find(ends_.begin(), end, group.size()) != end && path_.starts_with(group);
}

size_t GroupPath::SharedLevels(const GroupPath& other) const {
  size_t shared = std::min(levels_, other.levels_);
  while (shared > 0 && Group(shared - 1) != other.Group(shared - 1)) --shared;
  return shared;
}

bool GroupPath::HasEmptyPart(std::string_view path) {
  size_t end = path.find(kWithin);
  if (end == std::string_view::npos) return false;
  for (;; end = path.find(kWithin)) {
    if (path.substr(0, end).find_first_not_of(' ') == std::string_view::npos) return true;
    if (end == std::string_view::npos) return false;
    path.remove_prefix(end + kWithin.size());
  }
}

std::string_view GroupIn(const Dossier& dossier, Text group, std::string_view lang) {
  const std::string_view words = dossier.In(group, lang);
  const std::string_view own = dossier.In(group, dossier.data().lang);
  return GroupPath(words).levels() == GroupPath(own).levels() ? words : own;
}

}  // namespace demarche
