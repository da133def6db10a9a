// What can only be checked when the whole dossier has been read and its references are known.
#pragma once

#include "core/reader/dossier_draft.h"

namespace demarche {

/// Replies must lead back to something that was said first: none to itself, none in a circle.
void CheckReplies(const Draft& draft, FindingLog* log);

}  // namespace demarche
