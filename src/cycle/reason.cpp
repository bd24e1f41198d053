#include "cycle/reason.h"

#include <cstdlib>

#include "base/words.h"
#include "dates/holidays.h"

namespace rytm {
namespace {

class ReasonWriter {
 public:
  ReasonWriter(const Reason& reason, Language language) : reason_(reason), language_(language) {}

  std::string Write() const {
    switch (reason_.kind) {
      case Reason::Kind::kRule:
        return Rule();
      case Reason::Kind::kPolicy:
        return WhatHeld() + ", " + DayName(reason_.from) + ": " + Answered();
      case Reason::Kind::kGaveUp:
        return Say("ingen dag i närheten går att använda: ", "no day nearby will do: ") +
               DayName(reason_.to) + Say(" står kvar", " stays");
      case Reason::Kind::kException:
        return Exception();
      case Reason::Kind::kAdjustment:
        return Adjustment();
      case Reason::Kind::kFrozen:
        return DayName(reason_.to) +
               Say(" ligger fast: kallelsen är ute, mötet har varit eller dagen är låst",
                   " is settled: the notice is out, the meeting is over or the day is pinned");
      case Reason::Kind::kOffset:
        return Offset() + DayGiven();
      case Reason::Kind::kMovedToWorkingDay:
        return NoWorkingDay() + MovedTo();
      case Reason::Kind::kLatest:
        return (IsWorkingDay(reason_.from)
                    ? DayName(reason_.from) + Say(" är för sent: ", " is too late: ")
                    : NoWorkingDay()) +
               MovedTo() + Say(", för att hålla sista dagen", ", the last day allowed") +
               (reason_.note.empty() ? "" : Say(" enligt ", " by ") + Note());
      case Reason::Kind::kOrder:
        return Say("flyttat från ", "moved from ") + DayName(reason_.from) + Say(" till ", " to ") +
               DayName(reason_.to) +
               Say(", så att stegen kommer i ordning", ", to keep the steps in order");
      case Reason::Kind::kRoute:
        return Say("rapportens väg", "the report's route") + NoteAfter(": ");
    }
    return {};
  }

 private:
  std::string Say(const char* swedish, const char* english) const {
    return language_ == Language::kSwedish ? swedish : english;
  }
  const std::string& Note() const { return reason_.note.In(language_); }
  std::string NoteAfter(const char* mark) const {
    return reason_.note.empty() ? std::string() : mark + Note();
  }

  // With its year where that is another than the year it came from.
  std::string DayName(Day day) const {
    const bool same = reason_.from == Day{} || YearOf(day) == YearOf(reason_.from);
    return same ? ShortDay(day, language_) : ShortDayWithYear(day, language_);
  }
  std::string DayGiven() const {
    return reason_.to == Day{} ? std::string() : ": " + DayName(reason_.to);
  }

  std::string Rule() const {
    if (!reason_.note.empty()) return Note() + DayGiven();
    if (reason_.from != Day{} && reason_.from != reason_.to) {
      return Say("räknat från ", "counted from ") + DayName(reason_.from) + DayGiven();
    }
    return Say("regelns dag", "the rule's day") + DayGiven();
  }

  // "14 dagar före mötet tis 30 mars", "3 arbetsdagar efter Justering tis 6 april".
  std::string Offset() const {
    const int count = std::abs(reason_.days);
    const std::string base =
        (reason_.note.empty() ? Say("mötet", "the meeting") : Note()) + " " + DayName(reason_.from);
    if (count == 0) return Say("samma dag som ", "the same day as ") + base;
    const char* swedish = reason_.working_days ? (count == 1 ? " arbetsdag" : " arbetsdagar")
                                               : (count == 1 ? " dag" : " dagar");
    const char* english = reason_.working_days ? (count == 1 ? " working day" : " working days")
                                               : (count == 1 ? " day" : " days");
    return std::to_string(count) + Say(swedish, english) +
           (reason_.days < 0 ? Say(" före ", " before ") : Say(" efter ", " after ")) + base;
  }

  std::string Exception() const {
    const bool moved = reason_.from != Day{} && reason_.from != reason_.to;
    if (!moved) return Say("undantag", "exception") + NoteAfter(": ");
    return Say("flyttat från ", "moved from ") + DayName(reason_.from) + Say(" till ", " to ") +
           DayName(reason_.to) + NoteAfter(": ");
  }

  std::string Adjustment() const {
    const bool moved = reason_.from != Day{} && reason_.from != reason_.to;
    if (!moved) return Say("ändrat av ", "changed by ") + Note();
    return Say("flyttat från ", "moved from ") + DayName(reason_.from) + Say(" till ", " to ") +
           DayName(reason_.to) + Say(" av ", " by ") + Note();
  }

  std::string WhatHeld() const {
    switch (reason_.condition) {
      case Condition::kPublicHoliday:
        return reason_.note.empty() ? Say("helgdag", "public holiday") : Note();
      case Condition::kEve:
        return reason_.note.empty() ? Say("afton", "eve") : Note();
      case Condition::kBridgeDay:
        return Say("klämdag", "bridge day");
      case Condition::kElectionWeek:
        return Say("valveckan", "election week");
      case Condition::kRecess:
        return Say("uppehåll", "recess") + NameInBrackets();
      case Condition::kSchoolBreak:
        return Say("skollov", "school break") + NameInBrackets();
      case Condition::kOtherBody:
        return Say("ett annat organ sammanträder", "another body meets");
    }
    return {};
  }
  std::string NameInBrackets() const {
    return reason_.note.empty() ? std::string() : " (" + Note() + ")";
  }

  std::string Answered() const {
    const std::string to = DayName(reason_.to);
    switch (reason_.answer) {
      case Answer::kSkip:
        return Say("inget möte", "no meeting");
      case Answer::kKeep:
        return Say("står kvar", "stays");
      case Answer::kWarn:
        return Say("se över om dagen passar", "see whether the day will do");
      case Answer::kNextWorkingDay:
        return Say("flyttat till nästa arbetsdag, ", "moved to the next working day, ") + to;
      case Answer::kPreviousWorkingDay:
        return Say("flyttat till arbetsdagen före, ", "moved to the working day before, ") + to;
      case Answer::kNearestWorkingDay:
        return Say("flyttat till närmaste arbetsdag, ", "moved to the nearest working day, ") + to;
      case Answer::kWeekEarlier:
        return Say("flyttat en vecka tidigare, till ", "moved a week earlier, to ") + to;
      case Answer::kWeekLater:
        return Say("flyttat en vecka senare, till ", "moved a week later, to ") + to;
    }
    return {};
  }

  std::string NoWorkingDay() const {
    const std::optional<Text> name = NameOf(reason_.from);
    return DayName(reason_.from) + (name ? " (" + name->In(language_) + ")" : "") +
           Say(" är ingen arbetsdag: ", " is no working day: ");
  }
  std::string MovedTo() const { return Say("flyttat till ", "moved to ") + DayName(reason_.to); }

  const Reason& reason_;
  Language language_;
};

}  // namespace

std::string InWords(const Reason& reason, Language language) {
  return ReasonWriter(reason, language).Write();
}

}  // namespace rytm
