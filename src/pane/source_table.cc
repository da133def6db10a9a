#include "pane/source_table.h"

#include <algorithm>
#include <utility>

#include "core/base/stable_sort.h"
#include "core/dossier/as_of.h"

namespace demarche {

bool HasBegun(const Tie& tie, Seconds as_of_s) {
  return tie.since.edtf.empty() || tie.since.when.earliest() <= as_of_s;
}

SourceTable::SourceTable(const Dossier& dossier, Seconds as_of_s) {
  const DossierData& data = dossier.data();
  std::vector<CitedSource> by_source(data.sources.size());
  const auto count = [&by_source](std::span<const Citation> citations, Ref by) {
    for (const Citation& citation : citations) {
      CitedSource& cited = by_source[citation.source];
      ++cited.citation_count;
      if (by && cited.cited_by.size() < CitedSource::kMostNamed) cited.cited_by.push_back(by);
    }
  };
  for (Index i = 0; i < data.events.size(); ++i) {
    if (KnownAt(data.events[i].reported_s, as_of_s))
      count(data.events[i].sources, {ItemKind::kEvent, i});
  }
  for (Index i = 0; i < data.moves.size(); ++i) {
    if (KnownAt(data.moves[i].reported_s, as_of_s))
      count(data.moves[i].sources, {ItemKind::kMove, i});
  }
  for (const Tie& tie : data.ties) {
    if (HasBegun(tie, as_of_s)) count(tie.sources, {});
  }
  for (const Term& term : data.glossary) count(term.sources, {});

  for (Index i = 0; i < by_source.size(); ++i) {
    if (by_source[i].citation_count == 0) continue;
    by_source[i].source = i;
    cited_.push_back(std::move(by_source[i]));
  }
  StableSort(&cited_, [&data](const CitedSource& a, const CitedSource& b) {
    return data.sources[a.source].kind < data.sources[b.source].kind;
  });
  numbers_.resize(data.sources.size());
  for (size_t i = 0; i < cited_.size(); ++i) {
    cited_[i].number = static_cast<uint32_t>(i + 1);
    numbers_[cited_[i].source] = cited_[i].number;
  }
}

uint32_t SourceTable::NumberOf(Index source) const {
  return source < numbers_.size() ? numbers_[source] : 0;
}

}  // namespace demarche
