#include "core/dossier/stats.h"

#include <algorithm>
#include <string_view>

#include "core/base/json_text.h"
#include "core/base/stable_sort.h"
#include "core/base/utf8.h"

namespace demarche {
namespace {

struct Count {
  std::string_view section;
  size_t count;
};

std::array<Count, 10> CountsOf(const DossierData& data) {
  return {{{"events", data.events.size()},
           {"moves", data.moves.size()},
           {"actors", data.actors.size()},
           {"ties", data.ties.size()},
           {"tracks", data.tracks.size()},
           {"topics", data.topics.size()},
           {"places", data.places.size()},
           {"sources", data.sources.size()},
           {"stories", data.stories.size()},
           {"glossary", data.glossary.size()}}};
}

void AppendLeft(std::string_view text, size_t width, std::string* out) {
  *out += text;
  out->append(std::max(width, CountCharacters(text)) - CountCharacters(text), ' ');
}

void AppendRight(uint64_t number, size_t width, std::string* out) {
  const std::string digits = std::to_string(number);
  out->append(std::max(width, digits.size()) - digits.size(), ' ');
  *out += digits;
}

std::string_view NameOf(const Dossier& dossier, const Degree& degree) {
  return dossier.In(dossier.actors()[degree.actor].name, dossier.data().lang);
}

void AppendDegreeTable(const Dossier& dossier, const Stats& stats, std::string* out) {
  constexpr size_t kNumberWidth = 6;
  size_t name_width = 0;
  for (const Degree& degree : stats.degrees) {
    name_width = std::max(name_width, CountCharacters(NameOf(dossier, degree)));
  }
  out->append(
      "\nMoves by and to each actor: all, then verbal cooperation, material cooperation,\n"
      "verbal conflict and material conflict\n\n");
  out->append(name_width, ' ');
  *out += "     by     vc    mc    vx    mx     to     vc    mc    vx    mx\n";
  for (const Degree& degree : stats.degrees) {
    AppendLeft(NameOf(dossier, degree), name_width, out);
    for (const auto& [total, by_quad] :
         {std::pair(degree.TotalOut(), degree.out), std::pair(degree.TotalIn(), degree.in)}) {
      AppendRight(total, kNumberWidth + 1, out);
      *out += ' ';
      for (const uint32_t count : by_quad) AppendRight(count, kNumberWidth, out);
    }
    *out += '\n';
  }
}

void AppendNumbers(const std::array<uint32_t, kQuadClassCount>& numbers, std::string* out) {
  *out += '[';
  for (size_t i = 0; i < numbers.size(); ++i) {
    if (i > 0) *out += ", ";
    *out += std::to_string(numbers[i]);
  }
  *out += ']';
}

void AppendDegreeJson(const Dossier& dossier, const Degree& degree, std::string* out) {
  *out += "    {\"id\": ";
  AppendJsonString(dossier.actors()[degree.actor].id, out);
  *out += ", \"name\": ";
  AppendJsonString(NameOf(dossier, degree), out);
  *out += ", \"out\": " + std::to_string(degree.TotalOut());
  *out += ", \"in\": " + std::to_string(degree.TotalIn());
  *out += ", \"out_by_quad\": ";
  AppendNumbers(degree.out, out);
  *out += ", \"in_by_quad\": ";
  AppendNumbers(degree.in, out);
  *out += '}';
}

}  // namespace

Stats StatsOf(const Dossier& dossier) {
  Stats stats;
  stats.degrees.resize(dossier.actors().size());
  for (Index i = 0; i < stats.degrees.size(); ++i) stats.degrees[i].actor = i;
  for (const Move& move : dossier.moves()) {
    const size_t quad = static_cast<size_t>(QuadClassOf(move.type));
    for (const Index actor : move.by) ++stats.degrees[actor].out[quad];
    for (const Index actor : move.to) ++stats.degrees[actor].in[quad];
  }
  StableSort(&stats.degrees, [](const auto& a, const auto& b) {
    return a.TotalOut() + a.TotalIn() > b.TotalOut() + b.TotalIn();
  });
  if (!dossier.events().empty() || !dossier.moves().empty()) stats.span = dossier.extent();
  return stats;
}

std::string StatsText(const Dossier& dossier, const Stats& stats) {
  std::string out(dossier.In(dossier.data().title, dossier.data().lang));
  out += " (" + std::string(dossier.data().id) + ")\n\n";
  for (const Count& count : CountsOf(dossier.data())) {
    AppendLeft(count.section, 10, &out);
    AppendRight(count.count, 9, &out);
    out += '\n';
  }
  if (stats.span) {
    out += "\nfrom " + IsoUtc(stats.span->earliest) + " to " + IsoUtc(stats.span->latest) + '\n';
  }
  if (!stats.degrees.empty()) AppendDegreeTable(dossier, stats, &out);
  return out;
}

std::string StatsJson(const Dossier& dossier, const Stats& stats) {
  std::string out = "{\n  \"id\": ";
  AppendJsonString(dossier.data().id, &out);
  out += ",\n  \"title\": ";
  AppendJsonString(dossier.In(dossier.data().title, dossier.data().lang), &out);
  out += ",\n  \"counts\": {";
  std::string_view separator = "";
  for (const Count& count : CountsOf(dossier.data())) {
    out += separator;
    AppendJsonString(count.section, &out);
    out += ": " + std::to_string(count.count);
    separator = ", ";
  }
  out += "},\n  \"span\": ";
  if (stats.span) {
    out += "{\"earliest\": \"" + IsoUtc(stats.span->earliest) + "\", \"latest\": \"" +
           IsoUtc(stats.span->latest) + "\"}";
  } else {
    out += "null";
  }
  out += ",\n  \"degree\": [";
  separator = "\n";
  for (const Degree& degree : stats.degrees) {
    out += separator;
    AppendDegreeJson(dossier, degree, &out);
    separator = ",\n";
  }
  out += "]\n}\n";
  return out;
}

}  // namespace demarche
