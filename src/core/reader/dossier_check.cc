#include "core/reader/dossier_check.h"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "core/reader/wording.h"

namespace demarche {
namespace {

enum class Mark : uint8_t { kNew, kOpen, kDone };

// Depth first over "replies to", with a stack of our own: a chain may be as long as the dossier.
class CircleFinder {
 public:
  CircleFinder(const Draft& draft, FindingLog* log)
      : moves_(draft.data.moves), replies_(draft.replies), log_(log), marks_(moves_.size()) {}

  void Visit(Index start) {
    if (marks_[start] != Mark::kNew) return;
    Push(start);
    while (!stack_.empty()) {
      auto& [move, next] = stack_.back();
      if (next == moves_[move].replies_to.size()) {
        marks_[move] = Mark::kDone;
        stack_.pop_back();
        continue;
      }
      const Index answered = moves_[move].replies_to[next++];
      if (answered >= moves_.size()) continue;
      if (marks_[answered] == Mark::kNew) {
        Push(answered);
      } else if (marks_[answered] == Mark::kOpen) {
        Report(move, answered);
      }
    }
  }

 private:
  void Push(Index move) {
    marks_[move] = Mark::kOpen;
    stack_.emplace_back(move, 0);
  }

  void Report(Index move, Index answered) {
    const auto place =
        std::lower_bound(replies_.begin(), replies_.end(), std::pair<Index, uint32_t>(move, 0));
    const std::string id = Quoted(moves_[move].id);
    if (move == answered) {
      log_->Error("E-REPLY-SELF", place->second, "The move " + id + " replies to itself.",
                  "Name in \"replies_to\" the move that came before it.");
    } else {
      log_->Error("E-REPLY-CYCLE", place->second,
                  "The move " + id + " replies to " + Quoted(moves_[answered].id) +
                      ", which by way of other replies is a reply to it.",
                  "Take away one of the replies of this circle.");
    }
  }

  const std::vector<Move>& moves_;
  const std::vector<std::pair<Index, uint32_t>>& replies_;  // by move
  FindingLog* log_;
  std::vector<Mark> marks_;
  std::vector<std::pair<Index, size_t>> stack_;  // a move, and which of its answered ones is next
};

}  // namespace

void CheckReplies(const Draft& draft, FindingLog* log) {
  CircleFinder finder(draft, log);
  for (const auto& [move, at] : draft.replies) finder.Visit(move);
}

}  // namespace demarche
