#include "pages/decision_document.h"

#include <algorithm>
#include <utility>

#include "base/words.h"
#include "pages/difference_listing.h"
#include "pages/law_words.h"
#include "pages/plan_listing.h"

namespace rytm {
namespace {

std::string StatusOf(const Item& item, Language language) {
  const bool swedish = language == Language::kSwedish;
  std::string words;
  if (item.cancelled)
    words = swedish ? "inställt" : "cancelled";
  else if (item.status == MeetingStatus::kReserve)
    words = swedish ? "reservdag" : "reserve date";
  else if (item.status == MeetingStatus::kIfNeeded)
    words = swedish ? "vid behov" : "if needed";
  if (item.moved_from && !item.cancelled)
    words += (words.empty() ? "" : ", ") + std::string(swedish ? "flyttat från " : "moved from ") +
             ShortDay(*item.moved_from, language);
  return words;
}

// With why, where the plan knows more of it than the public is told.
std::string DifferenceInWords(const Difference& difference, const ById& by_id, const Body& body,
                              Language language) {
  std::string words = InWords(difference, body.name, language);
  if (const Text* reason = ReasonBehind(difference, by_id))
    words += (language == Language::kSwedish ? ". Skäl: " : ". Reason: ") + reason->In(language);
  return words;
}

std::string SeverityInWords(Severity severity, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (severity) {
    case Severity::kError:
      return swedish ? "Behöver rättas" : "Needs mending";
    case Severity::kWarning:
      return swedish ? "Behöver beslut" : "Needs a decision";
    case Severity::kInfo:
      return swedish ? "Bra att veta" : "Good to know";
  }
  return {};
}

std::string FindingInWords(const Finding& finding, Language language) {
  const bool swedish = language == Language::kSwedish;
  std::string words =
      SeverityInWords(finding.severity, language) + ": " + finding.message.In(language);
  if (!finding.citation.empty()) words += " " + LawInWords(finding.citation, language) + ".";
  if (finding.accepted)
    words += (swedish ? " Behålls, skäl: " : " Kept, reason: ") + *finding.accepted;
  return words;
}

bool IsAbout(const Finding& finding, const ById& by_id, const Body& body) {
  return std::any_of(finding.items.begin(), finding.items.end(), [&](const std::string& id) {
    const Item* item = by_id.FindItem(id);
    return item != nullptr &&
           (item->body == body.id ||
            std::find(item->with.begin(), item->with.end(), body.id) != item->with.end());
  });
}

// "2027", or "1 augusti 2027–31 juli 2028".
std::string PeriodInWords(const DaySpan& period, Language language) {
  const int year = YearOf(period.first);
  if (period == DaySpan{MakeDay(year, 1, 1), MakeDay(year, 12, 31)}) return std::to_string(year);
  return DateInWords(period.first, language) + "–" + DateInWords(period.last, language);
}

// "Sammanträdesplan 2027".
std::string PlanInWords(const DecisionOptions& options) {
  return (options.language == Language::kSwedish ? "Sammanträdesplan " : "Plan of meetings ") +
         PeriodInWords(options.period, options.language);
}

class Writing {
 public:
  Writing(PdfDocument& document, const DecisionOptions& options)
      : document_(document), options_(options) {}

  void Write(const Text& organisation, const BodyDecision& body) {
    document_.Paragraph(organisation.In(options_.language) + " · " +
                        Say("Beslutsunderlag", "Decision document"));
    document_.Heading(PlanInWords(options_) + ", " + body.name);
    WriteDecision(body);
    WriteMeetings(body);
    WriteDifferences(body);
    Part(Say("Att se över", "To look at"), body.findings,
         Say("Inga påpekanden för organet.", "No findings on the body."));
    if (options_.reports)
      Part(Say("Rapporter som beslutas", "Reports to be decided"), body.reports,
           Say("Inga rapporter beslutas under perioden.", "No reports are decided in the period."));
    if (options_.dialogues)
      Part(Say("Dialog", "Dialogue"), body.dialogues,
           Say("Inga samtal är planerade.", "No talks are planned."));
    if (!options_.heard.empty()) {
      document_.Subheading(Say("Hörda", "Heard"));
      document_.Paragraph(options_.heard);
    }
    document_.Paragraph(Say("Underlag från Rytm ", "Document from Rytm ") +
                        LongDay(options_.today, options_.language) +
                        Say(". Det är inte organets protokoll eller anslag.",
                            ". It is neither the body's minutes nor its notice board."));
  }

 private:
  std::string Say(const char* swedish, const char* english) const {
    return options_.language == Language::kSwedish ? swedish : english;
  }

  void Part(const std::string& heading, const std::vector<std::string>& lines,
            const std::string& none) {
    document_.Subheading(heading);
    if (lines.empty()) return document_.Paragraph(none);
    document_.List(lines);
  }

  void WriteDecision(const BodyDecision& body) {
    const std::string period = PeriodInWords(options_.period, options_.language);
    document_.Subheading(body.decisions.empty() ? Say("Förslag till beslut", "Proposed decision")
                                                : Say("Beslut", "Decision"));
    document_.Paragraph(
        options_.language == Language::kSwedish
            ? body.name + " fastställer sammanträdesdagarna för " + period + " enligt planen nedan."
            : body.name + " adopts the dates of its meetings in " + period + " as planned below.");
    for (const std::string& decision : body.decisions) document_.Paragraph(decision);
  }

  void WriteMeetings(const BodyDecision& body) {
    document_.Subheading(Say("Sammanträden", "Meetings"));
    if (body.meetings.empty())
      return document_.Paragraph(
          Say("Inga sammanträden under perioden.", "No meetings in the period."));
    document_.Table({{Say("Dag", "Day"), 1.3},
                     {Say("Tid", "Time"), 1.1},
                     {Say("Plats", "Place"), 1.9},
                     {Say("Att notera", "To note"), 1.4}},
                    body.meetings, 10);
  }

  void WriteDifferences(const BodyDecision& body) {
    document_.Subheading(
        Say("Skillnader mot det som är publicerat", "Differences from what is published"));
    if (!body.edition)
      return document_.Paragraph(
          Say("Inget är publicerat tidigare.", "Nothing has been published before."));
    const bool same = body.differences.empty() && body.following == 0;
    document_.Paragraph(Say("Jämfört med utgåva ", "Compared with edition ") +
                        std::to_string(*body.edition) + "." +
                        (same ? Say(" Inget skiljer.", " Nothing differs.") : ""));
    if (!body.differences.empty()) document_.List(body.differences);
    if (body.following > 0)
      document_.Paragraph(
          Say("Dessutom ändras ", "And ") + std::to_string(body.following) +
          Say(" datum före och efter mötena.", " dates before and after the meetings change."));
  }

  PdfDocument& document_;
  const DecisionOptions& options_;
};

// "Ekeby kommun. Sammanträdesplan 2027, Kommunstyrelsen. Förslag, jämfört med utgåva 3."
std::string FooterOf(const Text& organisation, const std::vector<BodyDecision>& bodies,
                     const DecisionOptions& options) {
  const bool swedish = options.language == Language::kSwedish;
  std::string footer = organisation.In(options.language) + ". " + PlanInWords(options);
  if (bodies.size() != 1) return footer + (swedish ? ". Underlag." : ". Document.");
  const BodyDecision& body = bodies.front();
  footer += ", " + body.name + ". ";
  if (!body.decisions.empty()) return footer + body.decisions.back();
  footer += swedish ? "Förslag" : "Proposal";
  if (body.edition)
    footer += (swedish ? ", jämfört med utgåva " : ", compared with edition ") +
              std::to_string(*body.edition);
  return footer + ".";
}

}  // namespace

BodyDecision DecisionOf(const Organisation& organisation, const Plan& plan, const ById& by_id,
                        const Body& body, std::span<const Adoption> adoptions,
                        std::optional<int> edition, const std::vector<Difference>& differences,
                        const DecisionOptions& options) {
  const Language language = options.language;
  BodyDecision decision{.name = body.name.In(language), .edition = edition};
  for (const Adoption& adoption : InForce(adoptions, body.id))
    if (adoption.kind != Adoption::Kind::kProposed &&
        adoption.period.first <= options.period.last &&
        options.period.first <= adoption.period.last)
      decision.decisions.push_back(InWords(adoption).In(language) + ".");
  for (const Item* item : ItemsFor(plan, {.language = language, .body = body.id})) {
    if (!options.period.Contains(item->day)) continue;
    if (item->kind == ItemKind::kMeeting) {
      decision.meetings.push_back({LongDayWithoutYear(item->day, language),
                                   item->at ? ClockSpan(*item->at, item->lasts, language) : "",
                                   organisation.NameOfPlace(item->place).In(language),
                                   StatusOf(*item, language)});
      for (const Business& business : item->business)
        if (business.decides)
          decision.reports.push_back(business.name.In(language) + ", " +
                                     ShortDay(item->day, language));
    } else if (item->kind == ItemKind::kDialogue) {
      decision.dialogues.push_back(
          item->title.In(language) + ", " + LongDayWithoutYear(item->day, language) +
          (item->at ? " " + ClockSpan(*item->at, item->lasts, language) : ""));
    }
  }
  for (const Difference& difference : differences) {
    const EventKind kind = difference.latest().kind;
    if (kind == EventKind::kMeeting || kind == EventKind::kDialogue)
      decision.differences.push_back(DifferenceInWords(difference, by_id, body, language));
    else
      ++decision.following;
  }
  for (const Finding& finding : plan.findings)
    if (options.period.Contains(finding.day) && IsAbout(finding, by_id, body))
      decision.findings.push_back(FindingInWords(finding, language));
  return decision;
}

Result<std::string> DecisionAsPdf(const Text& organisation, const std::vector<BodyDecision>& bodies,
                                  const DecisionOptions& options) {
  PdfDocument document(
      {.title = PlanInWords(options) + (bodies.size() == 1 ? ", " + bodies.front().name : ""),
       .footer = FooterOf(organisation, bodies, options),
       .language = options.language,
       .made = options.today});
  Writing writing(document, options);
  for (const BodyDecision& body : bodies) {
    document.NextPage();
    writing.Write(organisation, body);
  }
  return document.Finish();
}

}  // namespace rytm
