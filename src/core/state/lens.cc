#include "core/state/lens.h"

#include <utility>

namespace demarche {
namespace {

std::string NameOfActor(const Dossier& dossier, Index index, std::string_view lang) {
  const Actor& actor = dossier.actors()[index];
  const std::string_view brief = dossier.In(actor.short_name, lang);
  return std::string(brief.empty() ? dossier.In(actor.name, lang) : brief);
}

}  // namespace

ItemKind KindOf(LensKind kind) {
  switch (kind) {
    case LensKind::kTopic:
      return ItemKind::kTopic;
    case LensKind::kMeeting:
      return ItemKind::kEvent;
    case LensKind::kPair:
    case LensKind::kActor:
      return ItemKind::kActor;
    case LensKind::kAll:
      break;
  }
  return ItemKind::kNothing;
}

Ref RefOf(const Lens& lens) { return lens ? Ref{KindOf(lens.kind), lens.a} : Ref{}; }

bool IsLensOf(const Dossier& dossier, const Lens& lens) {
  if (!lens) return true;
  const ItemKind kind = KindOf(lens.kind);
  if (!dossier.Holds({kind, lens.a})) return false;
  return lens.kind != LensKind::kPair || (dossier.Holds({kind, lens.b}) && lens.a != lens.b);
}

Lens Normal(Lens lens) {
  if (!lens) return {};
  if (lens.kind != LensKind::kPair) lens.b = kNone;
  if (lens.b < lens.a) std::swap(lens.a, lens.b);
  return lens;
}

std::string LensWords(const Dossier& dossier, const Lens& lens, std::string_view lang) {
  switch (lens.kind) {
    case LensKind::kTopic:
      return std::string(dossier.In(dossier.data().topics[lens.a].name, lang));
    case LensKind::kPair:
      return NameOfActor(dossier, lens.a, lang) + " and " + NameOfActor(dossier, lens.b, lang);
    case LensKind::kMeeting:
      return std::string(dossier.In(dossier.events()[lens.a].title, lang));
    case LensKind::kActor:
      return NameOfActor(dossier, lens.a, lang) + " and its neighbours";
    case LensKind::kAll:
      break;
  }
  return {};
}

}  // namespace demarche
