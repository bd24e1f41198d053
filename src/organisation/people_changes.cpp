#include "organisation/people_changes.h"

#include <algorithm>
#include <map>
#include <utility>

#include "base/fold.h"
#include "base/json_words.h"

namespace rytm {
namespace {

using Column = PeopleColumn;

constexpr auto kNone = static_cast<std::size_t>(-1);

Text FieldWords(Column column) {
  switch (column) {
    case Column::kName:
      return {"namn", "name"};
    case Column::kAddress:
      return {"adress", "address"};
    case Column::kLanguage:
      return {"språk", "language"};
    case Column::kHidden:
      return {"skydd", "protection"};
    case Column::kParty:
      return {"parti", "party"};
    case Column::kOrder:
      return {"ordning", "order"};
    case Column::kUnit:
      return {"enhet", "unit"};
    case Column::kFunction:
      return {"funktion", "function"};
    case Column::kFrom:
      return {"från", "from"};
    case Column::kUntil:
      return {"till", "until"};
    default:
      return {};
  }
}

std::string Words(const std::string& value) { return value; }
std::string Words(bool value) { return value ? "ja" : "nej"; }
std::string Words(Language value) { return value == Language::kEnglish ? "en" : "sv"; }
std::string Words(int number) { return number == 0 ? "" : std::to_string(number); }
std::string Words(Day day) { return FormatDay(day); }
std::string Words(const std::optional<Day>& day) { return day ? FormatDay(*day) : ""; }

template <class Value>
void TellDifference(Column column, const Value& from, const Value& to, PeopleChange& change) {
  if (from != to)
    change.changes.push_back({.field = FieldWords(column), .from = Words(from), .to = Words(to)});
}

// Somebody known or new, as the rows so far leave them.
struct Subject {
  Person person;
  std::optional<Person> before;           // none: new
  std::vector<std::size_t> row_of;        // by assignment: the row about it, or kNone
  std::map<Column, std::size_t> said_on;  // the line that said a field of the person first
};

class Comparison {
 public:
  Comparison(const PeopleTable& table, const std::vector<Person>& known,
             const PeopleChangesOptions& options)
      : table_(table), options_(options), from_(options.from.value_or(options.today)) {
    for (const Person& person : known) Add(person, person);
  }

  PeopleChanges Compare() && {
    for (const PeopleRow& row : table_.rows) Begin(row);
    // Rows that name a known first day come before those that only overlap an assignment.
    for (std::size_t row = 0; row < whose_.size(); ++row) ClaimSameDay(row);
    for (std::size_t row = 0; row < whose_.size(); ++row) TakeAssignment(row);
    for (Subject& subject : subjects_) {
      TellOverlaps(subject);
      EndThoseLeftOut(subject);
    }
    for (PeopleChange& change : changes_.rows)
      if (!change.problems.empty()) change.outcome = PeopleOutcome::kRefused;
    for (Subject& subject : subjects_) {
      std::vector<Assignment>& assignments = subject.person.assignments;
      std::sort(assignments.begin(), assignments.end(), InOrder);
      if (subject.before != subject.person) changes_.people.push_back(std::move(subject.person));
    }
    return std::move(changes_);
  }

 private:
  std::size_t Add(Person person, std::optional<Person> before) {
    const std::size_t index = subjects_.size();
    if (!person.id.empty()) by_id_.emplace(person.id, index);
    if (!person.address.empty()) by_address_.emplace(person.address, index);
    by_name_.emplace(FoldedLetters(person.name), index);
    std::vector<std::size_t> row_of(person.assignments.size(), kNone);
    subjects_.push_back({.person = std::move(person),
                         .before = std::move(before),
                         .row_of = std::move(row_of),
                         .said_on = {}});
    return index;
  }

  // Whose row it is, and what it says of them.
  void Begin(const PeopleRow& row) {
    PeopleChange change{
        .line = row.line, .name = row.name, .assignment = row.assignment, .problems = row.problems};
    const std::size_t whose = change.problems.empty() ? WhoseRow(row, change) : kNone;
    if (whose != kNone) {
      change.person = subjects_[whose].person.id;
      TakeFields(row, whose, change);
    }
    whose_.push_back(whose);
    changes_.rows.push_back(std::move(change));
  }

  std::size_t WhoseRow(const PeopleRow& row, PeopleChange& change) {
    if (!row.id.empty()) {
      if (const auto found = by_id_.find(row.id); found != by_id_.end()) return found->second;
      Tell(change, Column::kId,
           {"Ingen har id " + Quoted(row.id) + ".", "Nobody has the id " + Quoted(row.id) + "."},
           {"Lämna Id tomt för en ny person.", "Leave Id empty for a new person."});
      return kNone;
    }
    if (const auto found = by_address_.find(row.address); found != by_address_.end())
      return found->second;
    return OfTheSameName(row, change);
  }

  std::size_t OfTheSameName(const PeopleRow& row, PeopleChange& change) {
    std::vector<std::size_t> without_address;
    bool with_address = false;
    const auto [begin, end] = by_name_.equal_range(FoldedLetters(row.name));
    for (auto one = begin; one != end; ++one) {
      if (subjects_[one->second].person.address.empty())
        without_address.push_back(one->second);
      else
        with_address = true;
    }
    const bool could_be_other = with_address && row.address.empty();
    if (without_address.size() == 1 && !could_be_other) return without_address.front();
    if (!without_address.empty() || could_be_other) {
      Tell(change, Column::kName,
           {"Det går inte att säga vilken " + Quoted(row.name) +
                " raden gäller: en som kan vara det finns redan.",
            "It cannot be told which " + Quoted(row.name) +
                " the row is about: one who may be it is known already."},
           {"Skriv personens adress, eller dess Id ur en export.",
            "Write the person's address, or its Id from an export."});
      return kNone;
    }
    if (with_address)
      change.note = Text(
          "En annan person med det namnet har en annan adress. Är det samma: skriv "
          "dess Id ur en export.",
          "Another person of that name has another address. Is it the same: write "
          "its Id from an export.");
    return Add({.id = "", .name = row.name, .address = row.address}, std::nullopt);
  }

  // Name, address, language and protection, said alike by all rows of the person.
  void TakeFields(const PeopleRow& row, std::size_t whose, PeopleChange& change) {
    Subject& subject = subjects_[whose];
    Person& person = subject.person;
    Take(Column::kName, row.name, person.name, row, subject, change);
    if (!row.address.empty()) {
      Take(Column::kAddress, row.address, person.address, row, subject, change);
      const std::size_t has_it = by_address_.emplace(row.address, whose).first->second;
      if (has_it != whose)
        Tell(change, Column::kAddress,
             {"Adressen är redan en annan persons.", "The address is another person's already."},
             {"Två personer kan inte ha samma adress.", "Two people cannot have one address."});
    }
    if (row.language) Take(Column::kLanguage, *row.language, person.language, row, subject, change);
    if (row.hidden) Take(Column::kHidden, *row.hidden, person.hidden, row, subject, change);
    if (change.changes.empty() || !options_.may_change || options_.may_change(*subject.before))
      return;
    Tell(change, Column::kName,
         {"Personen sitter bara i organ som andra sköter: det är de som ändrar namn, adress, språk "
          "och skydd.",
          "The person sits only in bodies that others manage: it is they who change name, address, "
          "language and protection."},
         {});
  }

  template <class Value>
  void Take(Column column, const Value& said, Value& kept, const PeopleRow& row, Subject& subject,
            PeopleChange& change) {
    const auto [first, is_first] = subject.said_on.emplace(column, row.line);
    if (said == kept) return;
    if (!is_first) {
      const std::string line = std::to_string(first->second);
      return Tell(change, column,
                  {"Rad " + line + " säger något annat om samma person: " + Words(kept) + ".",
                   "Line " + line + " says otherwise of the same person: " + Words(kept) + "."},
                  {"Skriv lika på alla personens rader.", "Write it alike on all their rows."});
    }
    if (subject.before) TellDifference(column, kept, said, change);
    kept = said;
  }

  void ClaimSameDay(std::size_t row) {
    if (whose_[row] == kNone || !table_.rows[row].from_is_said) return;
    Subject& subject = subjects_[whose_[row]];
    const Assignment& said = table_.rows[row].assignment;
    for (std::size_t j = 0; j < subject.row_of.size(); ++j) {
      const Assignment& known = subject.person.assignments[j];
      if (subject.row_of[j] != kNone || known.body != said.body || known.post != said.post ||
          known.from != said.from)
        continue;
      subject.row_of[j] = row;
      return;
    }
  }

  void TakeAssignment(std::size_t row) {
    if (whose_[row] == kNone) return;
    Subject& subject = subjects_[whose_[row]];
    PeopleChange& change = changes_.rows[row];
    std::vector<Assignment>& assignments = subject.person.assignments;
    Assignment& said = change.assignment;
    const bool from_is_said = table_.rows[row].from_is_said;
    if (!from_is_said) said.from = from_;
    const std::size_t known = AssignmentOf(row, subject);
    if (known == assignments.size()) {
      const bool is_new = !subject.before && assignments.empty();
      change.outcome = is_new ? PeopleOutcome::kNewPerson : PeopleOutcome::kNewAssignment;
      assignments.push_back(said);
      subject.row_of.push_back(row);
    } else {
      if (!from_is_said) said.from = assignments[known].from;
      KeepWithoutColumn(assignments[known], said);
      TellDifferences(assignments[known], said, change);
      if (!change.changes.empty()) change.outcome = PeopleOutcome::kChanged;
      assignments[known] = said;
      subject.row_of[known] = row;
    }
    if (said.until && *said.until < said.from)
      Tell(change, Column::kUntil,
           {"Sista dagen är före den första, " + FormatDay(said.from) + ".",
            "The last day is before the first, " + FormatDay(said.from) + "."},
           {"Skriv den första dagen i Från.", "Write the first day in From."});
  }

  // The one that the row has claimed, or else one it overlaps that no row is about.
  std::size_t AssignmentOf(std::size_t row, const Subject& subject) const {
    const auto claimed = std::find(subject.row_of.begin(), subject.row_of.end(), row);
    if (claimed != subject.row_of.end())
      return static_cast<std::size_t>(claimed - subject.row_of.begin());
    Assignment said = changes_.rows[row].assignment;
    if (!table_.rows[row].from_is_said) said.until.reset();
    std::size_t j = 0;
    while (j < subject.row_of.size() &&
           !(subject.row_of[j] == kNone && Overlap(subject.person.assignments[j], said)))
      ++j;
    return j;
  }

  void KeepWithoutColumn(const Assignment& before, Assignment& said) const {
    if (!table_.Has(Column::kParty)) said.party = before.party;
    if (!table_.Has(Column::kOrder)) said.order = before.order;
    if (!table_.Has(Column::kUnit)) said.unit = before.unit;
    if (!table_.Has(Column::kFunction)) said.function = before.function;
    if (!table_.Has(Column::kUntil)) said.until = before.until;
  }

  static void TellDifferences(const Assignment& before, const Assignment& after,
                              PeopleChange& change) {
    TellDifference(Column::kParty, before.party, after.party, change);
    TellDifference(Column::kOrder, before.order, after.order, change);
    TellDifference(Column::kUnit, before.unit, after.unit, change);
    TellDifference(Column::kFunction, before.function, after.function, change);
    TellDifference(Column::kFrom, before.from, after.from, change);
    TellDifference(Column::kUntil, before.until, after.until, change);
  }

  // Two rows, or a row and an assignment that the table does not have, about the same time.
  void TellOverlaps(const Subject& subject) {
    const std::vector<Assignment>& all = subject.person.assignments;
    for (std::size_t j = 0; j < all.size(); ++j) {
      for (std::size_t k = 0; k < j; ++k) {
        if (!Overlap(all[j], all[k])) continue;
        const std::size_t row = subject.row_of[j] != kNone ? subject.row_of[j] : subject.row_of[k];
        const std::size_t other = row == subject.row_of[j] ? subject.row_of[k] : kNone;
        if (row == kNone) continue;
        const std::string line = other == kNone ? "" : std::to_string(table_.rows[other].line);
        const std::string day = FormatDay(row == subject.row_of[j] ? all[k].from : all[j].from);
        Tell(changes_.rows[row], Column::kPost,
             other == kNone ? Text("Uppdraget krockar med ett som börjar " + day + ".",
                                   "The assignment overlaps one that begins on " + day + ".")
                            : Text("Samma uppdrag står också på rad " + line + ".",
                                   "The same assignment stands on line " + line + " too."),
             {"Ta bort det ena, eller rätta dagarna.",
              "Take one of them away, or correct the days."});
      }
    }
  }

  // An assignment that had not begun by then never was.
  void EndThoseLeftOut(Subject& subject) {
    const Day last = from_ - Days{1};
    const std::vector<std::string>& whole = options_.whole_bodies;
    std::vector<Assignment>& all = subject.person.assignments;
    for (std::size_t j = all.size(); j-- > 0;) {
      if (subject.row_of[j] != kNone || (all[j].until && *all[j].until <= last) ||
          std::find(whole.begin(), whole.end(), all[j].body) == whole.end())
        continue;
      PeopleChange change{.outcome = PeopleOutcome::kEnded,
                          .person = subject.person.id,
                          .name = subject.person.name,
                          .assignment = all[j]};
      TellDifference(Column::kUntil, all[j].until, std::optional(last), change);
      changes_.rows.push_back(std::move(change));
      if (all[j].from > last)
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(j));
      else
        all[j].until = last;
    }
  }

  void Tell(PeopleChange& change, Column column, Text what, Text instead) const {
    change.problems.push_back({.file = "",
                               .pointer = table_.PlaceOf(change.line, column),
                               .what = std::move(what),
                               .instead = std::move(instead)});
  }

  const PeopleTable& table_;
  const PeopleChangesOptions& options_;
  const Day from_;
  std::vector<Subject> subjects_;
  std::map<std::string, std::size_t, std::less<>> by_id_;
  std::map<std::string, std::size_t, std::less<>> by_address_;
  std::multimap<std::string, std::size_t> by_name_;
  std::vector<std::size_t> whose_;  // by row: the subject, or kNone
  PeopleChanges changes_;
};

}  // namespace

std::size_t PeopleChanges::Count(PeopleOutcome outcome) const {
  return static_cast<std::size_t>(std::count_if(
      rows.begin(), rows.end(), [&](const PeopleChange& row) { return row.outcome == outcome; }));
}

PeopleChanges ChangesOf(const PeopleTable& table, const std::vector<Person>& known,
                        const PeopleChangesOptions& options) {
  return Comparison(table, known, options).Compare();
}

}  // namespace rytm
