// The name of a track's group may be a path: "Talks / Bilateral" is the group "Bilateral" within
// "Talks". Wherever a group is named, in AppState, permalinks and requests, it is by its whole path
// in the dossier's language.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "core/dossier/dossier.h"

namespace demarche {

class GroupPath {
 public:
  /// Deeper ones are shown as of the last level, with the rest of their path for a name.
  static constexpr size_t kMostLevels = 3;

  /// Refers into `path`. One with an empty part is read as one name. A slash without spaces around
  /// it is a letter as any other: "US/NATO".
  explicit GroupPath(std::string_view path);

  size_t levels() const { return levels_; }
  /// The group of a level, from 0, the outermost, up; and its own name.
  std::string_view Group(size_t level) const { return path_.substr(0, ends_[level]); }
  std::string_view Name(size_t level) const;
  /// Whether it is that group or lies within it.
  bool IsWithin(std::string_view group) const;
  /// How many groups around both are the same, they themselves included.
  size_t SharedLevels(const GroupPath& other) const;

  static bool HasEmptyPart(std::string_view path);

 private:
  std::string_view path_;
  std::array<size_t, kMostLevels> ends_{};
  size_t levels_ = 0;
};

/// The name of a group in that language where it has as many levels as in the dossier's; else in
/// the dossier's.
std::string_view GroupIn(const Dossier& dossier, Text group, std::string_view lang);

}  // namespace demarche
