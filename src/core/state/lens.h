// What a lens of the graph may be of, and what it is called.
#pragma once

#include <string>
#include <string_view>

#include "core/state/state.h"

namespace demarche {

/// What `Lens::a` is an index of.
ItemKind KindOf(LensKind kind);

/// The topic, the meeting or the actor that a lens is of; of a pair the first, nothing for no lens.
Ref RefOf(const Lens& lens);

/// Whether a lens names things of the dossier, a pair two different actors.
bool IsLensOf(const Dossier& dossier, const Lens& lens);

/// A pair in the order of the file: seen from either side it is the same.
Lens Normal(Lens lens);

/// "Missiles", "Russia and United States", "Strategic Stability Dialogue", "NATO and its
/// neighbours"; empty for no lens.
std::string LensWords(const Dossier& dossier, const Lens& lens, std::string_view lang);

}  // namespace demarche
