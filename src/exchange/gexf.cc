#include "exchange/gexf.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <vector>

#include "core/base/escape.h"
#include "core/dates/calendar.h"
#include "core/dossier/names.h"
#include "core/graph/graph_layout.h"

namespace demarche {
namespace {

constexpr std::string_view kQuadNames[] = {"verbal cooperation", "material cooperation",
                                           "verbal conflict", "material conflict"};

// How many there are from a day on.
struct Count {
  Seconds from_s;
  int64_t count;
};

// 9999-12-31, the last day there is; what ends then or later is open. Gephi 0.11 reads no year of
// five digits without a plus, which an xsd:date cannot have, and then opens nothing of the file.
constexpr Seconds kLastDay = 253402214400;

// "2022-01-10", an xsd:date: its years have zeros only up to four digits.
std::string DayOf(Seconds t) {
  std::string day = IsoUtc(std::min(t, kLastDay));
  day.resize(day.find('T'));
  const size_t year = day.front() == '-' ? 1 : 0;
  while (day[year] == '0' && day.find('-', year) - year > 4) day.erase(year, 1);
  return day;
}

Seconds DayBegin(Seconds t) {
  return t > kTimeMin ? FloorTo(std::min(t, kLastDay), kDayStep) : kTimeMin;
}
bool HasEnd(Seconds latest) { return latest > kTimeMin && latest < kLastDay; }

class GexfWriter {
 public:
  GexfWriter(const Dossier& dossier, std::string_view lang)
      : dossier_(dossier), lang_(lang), sides_(SidesOf(dossier)) {}

  std::string Write() {
    out_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n";
    WriteMeta();
    out_ +=
        "<graph mode=\"dynamic\" defaultedgetype=\"directed\" timeformat=\"date\" "
        "timezone=\"UTC\">\n"
        "<attributes class=\"node\" mode=\"static\">\n"
        "<attribute id=\"kind\" title=\"kind\" type=\"string\"/>\n"
        "<attribute id=\"code\" title=\"code\" type=\"string\"/>\n"
        "<attribute id=\"side\" title=\"speaks for\" type=\"string\"/>\n"
        "</attributes>\n"
        "<attributes class=\"node\" mode=\"dynamic\">\n"
        "<attribute id=\"members\" title=\"member ties\" type=\"integer\"/>\n"
        "</attributes>\n"
        "<attributes class=\"edge\" mode=\"static\">\n"
        "<attribute id=\"quad\" title=\"quad class\" type=\"string\"/>\n"
        "</attributes>\n"
        "<attributes class=\"edge\" mode=\"dynamic\">\n"
        "<attribute id=\"moves\" title=\"moves\" type=\"integer\"/>\n"
        "</attributes>\n"
        "<nodes>\n";
    for (Index i = 0; i < dossier_.actors().size(); ++i) WriteNode(i);
    out_ += "</nodes>\n<edges>\n";
    for (const EdgeBundle& bundle : BundlesAt(dossier_, kTimeMax)) WriteBundle(bundle);
    WriteTies();
    out_ += "</edges>\n</graph>\n</gexf>\n";
    return std::move(out_);
  }

 private:
  void Attr(std::string_view name, std::string_view value) {
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    AppendEscaped(value, &out_);
    out_ += '"';
  }

  // Quotes as they are: Gephi keeps only what follows the last reference of a description.
  void Content(std::string_view text) {
    for (const char& c : text) {
      if (c == '\'' || c == '"') {
        out_ += c;
      } else {
        AppendEscaped({&c, 1}, &out_);
      }
    }
  }

  void Value(std::string_view attribute, std::string_view value) {
    if (value.empty()) return;
    out_ += "<attvalue";
    Attr("for", attribute);
    Attr("value", value);
    out_ += "/>";
  }

  // Each count with the days on which it holds, both included.
  void Values(std::string_view attribute, const std::vector<Count>& counts) {
    for (size_t i = 0; i < counts.size(); ++i) {
      out_ += "<attvalue";
      Attr("for", attribute);
      Attr("value", std::to_string(counts[i].count));
      if (counts[i].from_s > kTimeMin) Attr("start", DayOf(counts[i].from_s));
      if (i + 1 < counts.size()) Attr("end", DayOf(counts[i + 1].from_s - 1));
      out_ += "/>";
    }
  }

  // The sums of changes, a day at a time.
  static std::vector<Count> SumsOf(const std::map<Seconds, int64_t>& change_of_day) {
    std::vector<Count> sums;
    for (const auto& [day_s, change] : change_of_day) {
      const int64_t before = sums.empty() ? 0 : sums.back().count;
      if (change != 0) sums.push_back({day_s, before + change});
    }
    return sums;
  }

  void WriteMeta() {
    const DossierData& data = dossier_.data();
    out_ += "<meta";
    if (data.updated.size() == std::string_view("2022-01-10").size())
      Attr("lastmodifieddate", data.updated);
    out_ += ">\n<creator>Demarche</creator>\n<description>";
    Content(dossier_.In(data.title, lang_));
    out_ += "</description>\n</meta>\n";
  }

  void WriteNode(Index index) {
    const Actor& actor = dossier_.actors()[index];
    out_ += "<node";
    Attr("id", actor.id);
    Attr("label", dossier_.In(actor.name, lang_));
    out_ += "><attvalues>";
    Value("kind", NameOf(actor.kind));
    Value("code", actor.code);
    if (sides_[index] != index) Value("side", dossier_.actors()[sides_[index]].id);
    Values("members", MembersOf(index));
    out_ += "</attvalues></node>\n";
  }

  std::vector<Count> MembersOf(Index actor) const {
    std::map<Seconds, int64_t> change_of_day;
    for (const Tie& tie : dossier_.data().ties) {
      if (tie.to != actor || tie.kind != TieKind::kMember) continue;
      ++change_of_day[tie.since.edtf.empty() ? kTimeMin : DayBegin(tie.since.when.earliest())];
      if (!tie.until.edtf.empty() && HasEnd(tie.until.when.latest()))
        --change_of_day[DayBegin(tie.until.when.latest() + 1)];
    }
    return SumsOf(change_of_day);
  }

  void WriteBundle(const EdgeBundle& bundle) {
    std::map<Seconds, int64_t> change_of_day;
    for (const Index index : bundle.moves) {
      const Move& move = dossier_.moves()[index];
      ++change_of_day[DayBegin(std::max(move.reported_s, move.date.when.earliest()))];
    }
    const std::vector<Count> counts = SumsOf(change_of_day);
    const std::string_view quad = kQuadNames[static_cast<size_t>(bundle.key.quad)];
    OpenEdge(bundle.key.from, bundle.key.to, quad);
    Time({counts.front().from_s, kTimeMax});
    Attr("weight", std::to_string(bundle.moves.size()));
    out_ += "><attvalues>";
    Value("quad", quad);
    Values("moves", counts);
    out_ += "</attvalues></edge>\n";
  }

  // Those of a kind between the same two are one edge, in the place of the first.
  void WriteTies() {
    const std::vector<Tie>& ties = dossier_.data().ties;
    std::map<std::tuple<Index, Index, TieKind>, std::vector<TimeSpan>> times;
    for (const Tie& tie : ties) times[KeyOf(tie)].push_back(TimeOf(tie));
    for (const Tie& tie : ties) {
      std::vector<TimeSpan>& of_edge = times[KeyOf(tie)];
      if (of_edge.empty()) continue;
      WriteTie(tie, Joined(of_edge));
      of_edge.clear();
    }
  }
  static std::tuple<Index, Index, TieKind> KeyOf(const Tie& tie) {
    return {tie.from, tie.to, tie.kind};
  }
  static TimeSpan TimeOf(const Tie& tie) {
    return {tie.since.edtf.empty() ? kTimeMin : tie.since.when.earliest(),
            tie.until.edtf.empty() ? kTimeMax : tie.until.when.latest()};
  }

  // In order, those that overlap as one: Gephi takes no time that overlaps another.
  static std::vector<TimeSpan> Joined(std::vector<TimeSpan> times) {
    std::sort(times.begin(), times.end(),
              [](const TimeSpan& a, const TimeSpan& b) { return a.earliest < b.earliest; });
    std::vector<TimeSpan> joined;
    for (const TimeSpan& time : times) {
      if (joined.empty() || joined.back().latest < DayBegin(time.earliest)) {
        joined.push_back(time);
      } else {
        joined.back().latest = std::max(joined.back().latest, time.latest);
      }
    }
    return joined;
  }

  void WriteTie(const Tie& tie, const std::vector<TimeSpan>& times) {
    OpenEdge(tie.from, tie.to, NameOf(tie.kind));
    if (times.size() == 1) {
      Time(times.front());
      out_ += "/>\n";
      return;
    }
    out_ += "><spells>";
    for (const TimeSpan& time : times) {
      out_ += "<spell";
      Time(time);
      out_ += "/>";
    }
    out_ += "</spells></edge>\n";
  }

  void Time(const TimeSpan& time) {
    if (time.earliest > kTimeMin) Attr("start", DayOf(time.earliest));
    if (HasEnd(time.latest)) Attr("end", DayOf(time.latest));
  }

  // Edges between the same nodes are told apart by their kind: Gephi keeps one of each.
  void OpenEdge(Index from, Index to, std::string_view kind) {
    out_ += "<edge";
    Attr("id", std::to_string(edges_++));
    Attr("source", dossier_.actors()[from].id);
    Attr("target", dossier_.actors()[to].id);
    Attr("kind", kind);
    Attr("label", kind);
  }

  const Dossier& dossier_;
  const std::string_view lang_;
  const std::vector<Index> sides_;
  size_t edges_ = 0;
  std::string out_;
};

}  // namespace

std::string GexfOf(const Dossier& dossier, std::string_view lang) {
  return GexfWriter(dossier, lang).Write();
}

}  // namespace demarche
