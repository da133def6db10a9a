#include "core/dossier/generate.h"

#include <algorithm>
#include <array>
#include <string>

#include "core/base/random.h"
#include "core/dossier/generate_dates.h"
#include "core/dossier/names.h"

namespace demarche {
namespace {

// ---- What the made-up world consists of ----

constexpr std::string_view kSyllables[] = {"ar", "be", "cor", "da",  "el", "fi",  "gal", "hu",
                                           "is", "ka", "lo",  "mar", "ne", "or",  "pa",  "qui",
                                           "ro", "sa", "tar", "ul",  "ve", "wen", "yr",  "zo"};
constexpr std::string_view kStateEndings[] = {"ia", "land", "stan", "mark"};
constexpr std::string_view kOrganisations[] = {"Council of", "Union of", "Alliance of",
                                               "Conference of"};
constexpr std::string_view kGatherings[] = {"Talks in",       "Summit in", "Meeting in",
                                            "Hearing in",     "Vote in",   "Exercise near",
                                            "Statement from", "Protest in"};
constexpr std::string_view kMoveWords[kPloverTypeCount] = {"agrees with",
                                                           "meets",
                                                           "backs",
                                                           "gives way to",
                                                           "works with",
                                                           "sends help to",
                                                           "draws back from",
                                                           "asks something of",
                                                           "accuses",
                                                           "turns down",
                                                           "warns",
                                                           "protests against",
                                                           "sanctions",
                                                           "moves troops near",
                                                           "puts pressure on",
                                                           "attacks"};
constexpr std::string_view kTopics[] = {"Arms control", "Borders",   "Trade",     "Energy",
                                        "Elections",    "Prisoners", "Exercises", "Membership"};
constexpr std::string_view kTracks[] = {"Summits",   "Talks",     "Working groups", "Statements",
                                        "Votes",     "Courts",    "Exercises",      "Deployments",
                                        "Incidents", "Sanctions", "Treaties",       "Protests"};
constexpr std::string_view kGroups[] = {"Talks", "Positions", "Background"};

struct City {
  std::string_view name, lat, lon, tz;
};
constexpr City kCities[] = {
    {"Geneva", "46.2", "6.15", "Europe/Zurich"},
    {"Brussels", "50.85", "4.35", "Europe/Brussels"},
    {"Vienna", "48.21", "16.37", "Europe/Vienna"},
    {"Helsinki", "60.17", "24.94", "Europe/Helsinki"},
    {"Nairobi", "-1.29", "36.82", "Africa/Nairobi"},
    {"Montevideo", "-34.9", "-56.19", "America/Montevideo"},
    {"Kyoto", "35.01", "135.77", "Asia/Tokyo"},
    {"Ottawa", "45.42", "-75.7", "America/Toronto"},
};

// How much each thing says, so that two million events fit into one file.
enum class Detail : uint8_t { kFull, kLean, kBare };

Detail DetailFor(uint64_t events) {
  return events <= 250'000 ? Detail::kFull : events <= 1'000'000 ? Detail::kLean : Detail::kBare;
}

uint64_t PercentWithMove(Detail detail) {
  return detail == Detail::kFull ? 60 : detail == Detail::kLean ? 10 : 1;
}

// ---- The file ----

class Generator {
 public:
  Generator(const GenerateOptions& options, const std::function<void(std::string_view)>& write)
      : options_(options),
        write_(write),
        random_(options.seed),
        days_(options.events, options.seed ^ 0x7eac4e5),
        detail_(DetailFor(options.events)),
        sources_(std::clamp<uint64_t>(options.events / 50, 10, 200)) {}

  void Run() {
    Head();
    Section("sources", sources_, &Generator::Source);
    Section("places", std::size(kCities), &Generator::Place);
    Section("actors", options_.actors, &Generator::Actor);
    Section("ties", options_.actors < 2 ? 0 : options_.actors, &Generator::Tie);
    Section("topics", std::size(kTopics), &Generator::Topic);
    Section("tracks", std::size(kTracks), &Generator::Track);
    EventsAndMoves();
    out_ += "\n}\n";
    Flush();
  }

 private:
  void Head() {
    out_ += "{\n\"format\": \"demarche/1\",\n\"id\": \"synthetic\",\n";
    out_ += "\"title\": \"A synthetic dossier\",\n\"summary\": \"" +
            std::to_string(options_.events) + " events and " + std::to_string(options_.actors) +
            " actors that never were, from the seed " + std::to_string(options_.seed) + ".\",\n";
    out_ += "\"lang\": \"en\",\n\"as_of\": \"" + IsoDay(kMadeUpAsOfDay) + "\",\n";
    out_ += "\"license\": \"CC0-1.0\",\n\"authors\": [\"demarche generate\"],\n";
    out_ += "\"updated\": \"2022-01-01\"";
  }

  void Section(std::string_view key, uint64_t count, void (Generator::*one)(uint64_t)) {
    BeginSection(key);
    for (uint64_t i = 0; i < count; ++i) {
      BeginEntry(i);
      (this->*one)(i);
    }
    out_ += ']';
  }

  void BeginSection(std::string_view key) {
    out_ += ",\n\"";
    out_ += key;
    out_ += "\": [";
  }

  void BeginEntry(uint64_t i) {
    constexpr size_t kPiece = 64 * 1024;
    if (out_.size() > kPiece) Flush();
    out_ += i == 0 ? "\n" : ",\n";
  }

  void Flush() {
    write_(out_);
    out_.clear();
  }

  // `"key":"value"`, with a comma before it unless it is the first.
  void Member(std::string_view key, std::string_view value) {
    if (out_.back() != '{') out_ += ',';
    out_ += '"';
    out_ += key;
    out_ += "\":\"";
    out_ += value;
    out_ += '"';
  }

  std::string Id(char kind, uint64_t i) { return kind + std::to_string(i + 1); }

  std::string Name(uint64_t syllables) {
    std::string name;
    for (uint64_t i = 0; i < syllables; ++i)
      name += kSyllables[random_.Below(std::size(kSyllables))];
    name[0] = static_cast<char>(name[0] - 'a' + 'A');
    return name;
  }

  template <size_t kCount>
  std::string_view Pick(const std::string_view (&words)[kCount]) {
    return words[random_.Below(kCount)];
  }

  std::string ActorId() { return Id('a', random_.Below(options_.actors)); }

  void Sources(uint64_t most) {
    out_ += ",\"sources\":[";
    const uint64_t first = random_.Below(sources_), count = 1 + random_.Below(most);
    for (uint64_t i = 0; i < count; ++i) {
      out_ += i == 0 ? "{" : ",{";
      Member("id", Id('s', (first + i) % sources_));
      out_ += '}';
    }
    out_ += ']';
  }

  void Source(uint64_t i) {
    out_ += '{';
    Member("id", Id('s', i));
    Member("title", "Report no. " + std::to_string(i + 1));
    Member("publisher", "The " + Name(2) + " Gazette");
    Member("url", "https://example.org/reports/" + std::to_string(i + 1));
    Member("published", IsoDay(kFirstMadeUpDay + static_cast<int64_t>(random_.Below(kMadeUpDays))));
    Member("kind", Pick(kSourceKindNames));
    out_ += '}';
  }

  void Place(uint64_t i) {
    const City& city = kCities[i];
    out_ += '{';
    Member("id", Id('p', i));
    Member("name", city.name);
    out_ += ",\"lat\":";
    out_ += city.lat;
    out_ += ",\"lon\":";
    out_ += city.lon;
    Member("tz", city.tz);
    out_ += '}';
  }

  // A quarter of the actors are states and an eighth organisations, from the first on, so that ties
  // know whom they can name.
  static constexpr std::array<ActorKind, 8> kKinds = {
      ActorKind::kState, ActorKind::kOrganisation, ActorKind::kPerson, ActorKind::kPerson,
      ActorKind::kState, ActorKind::kBody,         ActorKind::kPerson, ActorKind::kGroup};
  static ActorKind KindOf(uint64_t actor) { return kKinds[actor % kKinds.size()]; }

  void Actor(uint64_t i) {
    const ActorKind kind = KindOf(i);
    std::string name = Name(2);
    if (kind == ActorKind::kState) name += Pick(kStateEndings);
    if (kind == ActorKind::kOrganisation) name = std::string(Pick(kOrganisations)) + ' ' + name;
    if (kind == ActorKind::kPerson) name += ' ' + Name(3);
    if (kind == ActorKind::kBody) name = "Parliament of " + name;
    if (kind == ActorKind::kGroup) name += " Movement";
    out_ += '{';
    Member("id", Id('a', i));
    Member("name", name);
    Member("kind", NameOf(kind));
    out_ += '}';
  }

  void Tie(uint64_t i) {
    // Persons and bodies belong to the state at the head of their eight, states to its
    // organisation.
    const uint64_t head = i / kKinds.size() * kKinds.size();
    const bool is_state = KindOf(i) == ActorKind::kState;
    const uint64_t organisation = std::min(head + 1, options_.actors - 1);
    const uint64_t to = is_state ? organisation : head;
    out_ += '{';
    Member("from", Id('a', i));
    Member("to", Id('a', to == i ? (i + 1) % options_.actors : to));
    Member("kind", is_state                          ? "member"
                   : KindOf(i) == ActorKind::kPerson ? "represents"
                                                     : "partner");
    Member("since", IsoDay(kFirstMadeUpDay + static_cast<int64_t>(random_.Below(kMadeUpDays / 2)))
                        .substr(0, 4));
    if (random_.Percent(20)) {
      Member("until", IsoDay(kFirstMadeUpDay + kMadeUpDays / 2 +
                             static_cast<int64_t>(random_.Below(kMadeUpDays / 2))));
    }
    Sources(1);
    out_ += '}';
  }

  void Topic(uint64_t i) {
    out_ += '{';
    Member("id", Id('t', i));
    Member("name", kTopics[i]);
    Member("summary", std::string(kTopics[i]) + " as the parties argue about it.");
    out_ += '}';
  }

  void Track(uint64_t i) {
    out_ += '{';
    Member("id", Id('l', i));
    Member("name", kTracks[i]);
    Member("group", kGroups[i * std::size(kGroups) / std::size(kTracks)]);
    out_ += '}';
  }

  // Moves stand behind all events; walking the same days again costs less than remembering them.
  void EventsAndMoves() {
    BeginSection("events");
    for (uint64_t i = 0; i < options_.events; ++i) {
      BeginEntry(i);
      Event(i, days_.Next());
    }
    out_ += ']';
    BeginSection("moves");
    Random which(options_.seed ^ 0x30fe5);
    EventDays days(options_.events, options_.seed ^ 0x7eac4e5);
    for (uint64_t i = 0; i < options_.events; ++i) {
      const int64_t day = days.Next();
      if (options_.actors < 2 || !which.Percent(PercentWithMove(detail_))) continue;
      BeginEntry(moves_);
      Move(i, day);
      ++moves_;
    }
    out_ += ']';
  }

  void Event(uint64_t i, int64_t day) {
    const uint64_t city = random_.Below(std::size(kCities));
    const std::string date = detail_ == Detail::kBare ? IsoDay(day) : MadeUpDate(day, &random_);
    const bool is_to_come = day > kMadeUpAsOfDay;
    out_ += '{';
    Member("id", Id('e', i));
    const std::string_view where = kCities[city].name;
    Member("title", detail_ == Detail::kBare
                        ? std::string(where)
                        : std::string(Pick(kGatherings)) + ' ' + std::string(where));
    Member("date", date);
    Member("track", Id('l', random_.Below(std::size(kTracks))));
    Member("status", random_.Percent(1)      ? "cancelled"
                     : is_to_come            ? "scheduled"
                     : date.ends_with("/..") ? "ongoing"
                                             : "occurred");
    if (detail_ != Detail::kBare) {
      Member("summary", "Number " + std::to_string(i + 1) + '.');
    }
    if (detail_ == Detail::kFull) EventDetails(city, day, is_to_come);
    Sources(detail_ == Detail::kFull ? 3 : 1);
    out_ += '}';
  }

  void EventDetails(uint64_t city, int64_t day, bool is_to_come) {
    Member("place", Id('p', city));
    // What is still to come has been announced; some of the rest came out late.
    if (is_to_come) {
      Member("reported", IsoDay(kMadeUpAsOfDay - static_cast<int64_t>(random_.Below(60))));
    } else if (random_.Percent(10)) {
      Member("reported", IsoDay(day + static_cast<int64_t>(random_.Below(400))));
    }
    out_ += ",\"importance\":" + std::to_string(1 + random_.Below(random_.Percent(5) ? 5 : 3));
    if (random_.Percent(40)) {
      out_ += ",\"topics\":[\"" + Id('t', random_.Below(std::size(kTopics))) + "\"]";
    }
    if (options_.actors == 0) return;
    out_ += ",\"actors\":[";
    const uint64_t first = random_.Below(options_.actors);
    const uint64_t count = std::min<uint64_t>(1 + random_.Below(3), options_.actors);
    for (uint64_t i = 0; i < count; ++i) {
      out_ += i == 0 ? "{" : ",{";
      Member("id", Id('a', (first + i) % options_.actors));
      Member("role", i == 0 ? "host" : "party");
      out_ += '}';
    }
    out_ += ']';
  }

  void Move(uint64_t event, int64_t day) {
    const uint64_t by = random_.Below(options_.actors);
    const uint64_t to = (by + 1 + random_.Below(options_.actors - 1)) % options_.actors;
    const uint64_t type = random_.Below(kPloverTypeCount);
    out_ += '{';
    Member("id", Id('m', moves_));
    out_ += ",\"by\":[\"" + Id('a', by) + "\"],\"to\":[\"" + Id('a', to) + "\"]";
    Member("type", kPloverNames[type]);
    Member("date", IsoDay(day));
    Member("event", Id('e', event));
    Member("summary", "One side " + std::string(kMoveWords[type]) + " the other.");
    if (random_.Percent(50)) Member("topic", Id('t', random_.Below(std::size(kTopics))));
    // An answer comes soon.
    if (moves_ > 0 && random_.Percent(30)) {
      const uint64_t back = 1 + random_.Below(std::min<uint64_t>(moves_, 20));
      Member("replies_to", Id('m', moves_ - back));
    }
    Member("confidence", Pick(kConfidenceNames));
    Sources(2);
    out_ += '}';
  }

  const GenerateOptions options_;
  const std::function<void(std::string_view)>& write_;
  Random random_;
  EventDays days_;
  const Detail detail_;
  const uint64_t sources_;
  uint64_t moves_ = 0;
  std::string out_;
};

}  // namespace

void GenerateDossier(const GenerateOptions& options,
                     const std::function<void(std::string_view)>& write) {
  Generator(options, write).Run();
}

}  // namespace demarche
