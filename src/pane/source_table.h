// Which sources the known part of a dossier rests on, numbered, and what cites each of them.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/dossier/dossier.h"

namespace demarche {

struct CitedSource {
  /// As many of the things that cite a source are kept by name.
  static constexpr size_t kMostNamed = 20;

  Index source = kNone;
  uint32_t number = 0;        // from 1: by kind, then in the order of the file
  size_t citation_count = 0;  // by events, moves, ties and terms
  std::vector<Ref> cited_by;  // events and moves, in the order of the file
};

class SourceTable {
 public:
  /// Counts what is known at `as_of_s`; glossary terms always are. O(citations).
  SourceTable(const Dossier& dossier, Seconds as_of_s);

  std::span<const CitedSource> cited() const { return cited_; }
  /// 0 if nothing cites it.
  uint32_t NumberOf(Index source) const;

 private:
  std::vector<CitedSource> cited_;
  std::vector<uint32_t> numbers_;  // by source
};

/// Whether a bond existed at `as_of_s`, or may have.
bool HasBegun(const Tie& tie, Seconds as_of_s);

}  // namespace demarche
