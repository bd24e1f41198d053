// The parts of a rule file, each read from its JSON after the template has been merged in. For
// rule_file.cpp.
//
// What is wrong goes to the reader's problems; what comes back then is as good as can be, and every
// thing of a list has its place in the result, so that the checks that follow can still say what
// they find. `pointer` of each value is its place in the merged document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json_reader.h"
#include "organisation/organisation.h"

namespace rytm {

// "organisation", "template", "window", "settings".
void ReadHead(const JsonReader& file, Organisation& organisation);

Calendars ReadCalendars(const JsonReader& file);
std::vector<Place> ReadPlaces(const JsonReader& file);
std::vector<Body> ReadBodies(const JsonReader& file);
std::vector<Chain> ReadChains(const JsonReader& file);
std::vector<Report> ReadReports(const JsonReader& file);
std::vector<Dialogue> ReadDialogues(const JsonReader& file);

// A whole guide, and a whole deadlines.json.
Guide ReadGuide(const JsonReader& file);
std::vector<Deadline> ReadDeadlines(const JsonReader& file);

// --- what the parts share

inline constexpr std::string_view kNoChain =
    "none";  // "chain": "none" takes an inherited chain away

Series ReadSeries(const JsonReader& reader, const Body& body);
std::vector<When> ReadWhen(const JsonReader& owner);  // its "when"
Levels ReadLevels(const JsonReader& owner);           // its "for", as it is written; none: empty
BodySelector ReadSelector(const JsonReader& owner);   // its "body" or "bodies"
std::vector<BodyKind> ReadKinds(const JsonReader& owner, std::string_view key);
std::vector<std::string> ReadIds(const JsonReader& owner, std::string_view key);  // one or several
std::optional<SeriesRef> AsSeriesRef(const JsonReader& reader);                   // "kf/meeting"

// Whether exactly one of the keys is there, which it says; if none or several are, that is told.
// None: at the object, asking `instead`; several: at the second.
bool HasOneOf(const JsonReader& reader, std::initializer_list<std::string_view> keys,
              const Text& instead);

// {"days": 28} or {"working-days": 10}.
std::optional<ChainStep::Span> AsSpan(const JsonReader& reader, int min, int max);

}  // namespace rytm
