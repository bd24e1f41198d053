#include "edition/freeze_words.h"

#include <algorithm>
#include <array>

#include "base/words.h"
#include "edition/public_words.h"
#include "edition/titles.h"
#include "plan/route_in_words.h"

namespace rytm {
namespace {

// Steps that somebody could take for the notice board itself, where the law has its effect (KL
// 8:9-12); so are those shown to the public.
constexpr std::array<std::string_view, 3> kNoticeBoardSteps = {"posting", "appeal-end",
                                                               "taken-down"};

// Lines of text in both languages at once.
class LinesInBoth {
 public:
  void Add(const Text& line) {
    for (const Language language : {Language::kSwedish, Language::kEnglish}) {
      std::string& text = language == Language::kSwedish ? text_.sv : text_.en;
      if (!text.empty()) text += blank_ ? "\n\n" : "\n";
      text += line.In(language);
    }
    blank_ = false;
  }
  void Add(std::string_view sv, std::string_view en) {
    Add(Text(std::string(sv), std::string(en)));
  }
  // "Skäl: Valborg", "Reason: …".
  void Add(std::string_view sv, std::string_view en, const Text& value) {
    Add(Text(std::string(sv) + value.In(Language::kSwedish),
             std::string(en) + value.In(Language::kEnglish)));
  }
  // The next line begins a new part.
  void Blank() { blank_ = true; }
  Text Take() { return std::move(text_); }

 private:
  Text text_;
  bool blank_ = false;
};

Text DayInWords(Day day) {
  return {ShortDayWithYear(day, Language::kSwedish), ShortDayWithYear(day, Language::kEnglish)};
}

Text DayAndTime(const Item& item) {
  Text words = DayInWords(item.day);
  if (!item.at) return words;
  words.sv += " kl. " + ClockTime(*item.at, Language::kSwedish);
  words.en += " " + ClockTime(*item.at, Language::kEnglish);
  return words;
}

bool IsGroup(BodyKind kind) {
  return kind == BodyKind::kPresidium || kind == BodyKind::kPreparatoryGroup ||
         kind == BodyKind::kPartyGroup;
}

// What everybody may know of a meeting: whether it is held at all, whether one may come, whether it
// is sent.
void AddCircumstances(const Item& item, const Body& body, LinesInBoth& lines) {
  const std::string sv = IsGroup(body.kind) ? "Mötet" : "Sammanträdet";
  const std::string_view open_sv = item.open == Openness::kPublic   ? " är öppet"
                                   : item.open == Openness::kPartly ? " är delvis öppet"
                                                                    : " är normalt inte öppet";
  const std::string_view open_en = item.open == Openness::kPublic ? "The meeting is open"
                                   : item.open == Openness::kPartly
                                       ? "The meeting is partly open"
                                       : "The meeting is normally not open";
  if (item.status == MeetingStatus::kReserve)
    lines.Add("Reservtid: används bara om den behövs.", "Reserve date: used only if needed.");
  if (item.status == MeetingStatus::kIfNeeded)
    lines.Add(sv + " hålls bara om det behövs.", "The meeting is held only if needed.");
  lines.Add(sv + std::string(open_sv) + " för allmänheten.",
            std::string(open_en) + " to the public.");
  if (item.webcast) lines.Add(sv + " sänds på webben.", "The meeting is webcast.");
}

void AddBusiness(const Item& item, LinesInBoth& lines) {
  if (item.business.empty()) return;
  lines.Add("Behandlar:", "On the agenda:");
  for (const Business& business : item.business) {
    Text line("– " + business.name.In(Language::kSwedish),
              "– " + business.name.In(Language::kEnglish));
    if (!business.does.empty()) {
      line.sv += ": " + business.does.In(Language::kSwedish);
      line.en += ": " + business.does.In(Language::kEnglish);
    } else if (business.decides) {
      line.sv += ": beslut";
      line.en += ": decision";
    }
    lines.Add(line);
  }
  lines.Blank();
}

void AddDecisions(const Item& item, LinesInBoth& lines) {
  std::vector<Text> decided;
  for (const Business& business : item.business)
    if (business.decides) decided.push_back(business.name);
  if (!decided.empty()) lines.Add(kDecidesOnSv, kDecidesOnEn, InOneBreath(decided));
}

void AddReason(const Item& item, LinesInBoth& lines) {
  if (item.moved_from && *item.moved_from != item.day)
    lines.Add("Ordinarie dag: ", "Ordinary day: ", DayInWords(*item.moved_from));
  if (!item.reason.empty()) lines.Add("Skäl: ", "Reason: ", item.reason);
}

std::string_view FormInWords(GuideStep::Form form, Language language) {
  const bool swedish = language == Language::kSwedish;
  switch (form) {
    case GuideStep::Form::kAlone:
      return swedish ? "var för sig" : "alone";
    case GuideStep::Form::kPairs:
      return swedish ? "två och två" : "in pairs";
    case GuideStep::Form::kAll:
      return swedish ? "alla tillsammans" : "all together";
  }
  return {};
}

Text GuideLine(const GuideStep& step) {
  const auto in = [&](Language language) {
    return std::to_string(step.lasts.count()) + " min, " +
           std::string(FormInWords(step.form, language)) + ": " + step.question.In(language);
  };
  return {in(Language::kSwedish), in(Language::kEnglish)};
}

void AddGuide(const Guide& guide, LinesInBoth& lines) {
  lines.Blank();
  if (!guide.purpose.empty()) lines.Add(guide.purpose);
  if (!guide.leads.empty()) lines.Add("Leder: ", "Led by: ", guide.leads);
  if (!guide.prepare.empty()) {
    lines.Add("Förbered dig så här:", "To prepare:");
    for (const Text& line : guide.prepare) lines.Add("– ", "– ", line);
  }
  lines.Blank();
  for (const GuideStep& step : guide.steps) lines.Add(GuideLine(step));
  if (!guide.close.empty()) lines.Add("Till sist: ", "To close: ", guide.close);
}

EventWords WordsOfMeeting(const Item& item, const Body& body, bool open_to_public,
                          const Organisation& organisation) {
  std::vector<Text> bodies = {body.name};
  for (const std::string& id : item.with)
    if (const Body* other = organisation.FindBody(id);
        other != nullptr && (other->listed || !open_to_public))
      bodies.push_back(other->name);
  LinesInBoth all;
  LinesInBoth open;
  if (!item.description.empty()) all.Add(item.description);
  AddBusiness(item, all);
  AddReason(item, all);
  AddCircumstances(item, body, all);
  AddDecisions(item, open);
  AddCircumstances(item, body, open);
  return {TitleOfMeeting(InOneBreath(bodies), item.title), all.Take(), open.Take()};
}

EventWords WordsOfStep(const Item& item, const Body& body, bool open_to_public,
                       const Item* meeting) {
  LinesInBoth all;
  if (meeting != nullptr)
    all.Add("Hör till mötet ", "Belongs to the meeting of ", DayAndTime(*meeting));
  if (!item.law.empty()) all.Add("Lag: " + item.law, "Law: " + item.law);
  const bool posts = std::find(kNoticeBoardSteps.begin(), kNoticeBoardSteps.end(), item.origin) !=
                     kNoticeBoardSteps.end();
  if (posts || open_to_public)
    all.Add("Det här är en påminnelse. Det som gäller är den digitala anslagstavlan.",
            "This is a reminder. The official notice board is what counts.");
  Text open = all.Take();
  LinesInBoth inside;
  if (!item.description.empty()) inside.Add(item.description);
  if (!open.empty()) inside.Add(open);
  AddReason(item, inside);
  return {TitleOfStep(item.title, body.name,
                      meeting != nullptr ? std::optional(meeting->day) : std::nullopt),
          inside.Take(), std::move(open)};
}

// `meeting` is of the same body.
EventWords WordsOfHop(const Item& item, const Body& body, const Item* meeting,
                      const PlanLookup& plan) {
  LinesInBoth all;
  if (meeting != nullptr)
    all.Add("Lämnas in senast i dag, till mötet ",
            "To be handed in today at the latest, for the meeting of ", DayAndTime(*meeting));
  if (!item.description.empty()) all.Add(item.description);
  if (item.route != nullptr)
    all.Add(Text("Väg: ", "Route: ") + RouteInWords(*item.route, [&](const RouteStop& stop) {
              return plan.PublishedDay(stop);
            }));
  AddReason(item, all);
  return {TitleOfReport(item.title, body.name), all.Take(), {}};
}

EventWords WordsOfFeedback(const Item& item, const Body& body, const Item* meeting) {
  LinesInBoth all;
  if (!item.description.empty()) all.Add(item.description);
  if (meeting != nullptr) all.Add("Efter mötet ", "After the meeting of ", DayAndTime(*meeting));
  return {TitleOfReport(item.title, body.name), all.Take(), {}};
}

EventWords WordsOfDialogue(const Item& item, const Body& body, const Organisation& organisation) {
  LinesInBoth all;
  if (!item.description.empty()) all.Add("Deltar: ", "Taking part: ", item.description);
  AddReason(item, all);
  const auto guide = organisation.guides.find(item.guide);
  if (guide != organisation.guides.end()) AddGuide(guide->second, all);
  return {TitleOfMeeting(body.name, item.title), all.Take(), {}};
}

}  // namespace

bool AsksFor(const FreezeRequest& request, std::string_view body) {
  const std::vector<std::string>& bodies = request.bodies;
  return bodies.empty() || std::find(bodies.begin(), bodies.end(), body) != bodies.end();
}

PlanLookup::PlanLookup(const Plan& plan, const std::vector<Edition>& previous,
                       const FreezeRequest& request)
    : request_(request) {
  for (const Adoption& adoption : request.adoptions)
    decided_.try_emplace(adoption.body, request.adoptions, adoption.body);
  for (const Edition& edition : previous)
    for (const Event& event : edition.events) told_.emplace(event.id(), &event);
  items_.reserve(plan.items.size());
  for (const Item& item : plan.items) {
    items_.emplace(item.id, &item);
    const bool told = item.kind == ItemKind::kStep && !item.cancelled && !item.past_when_added;
    if (told && !item.parent.empty()) steps_[item.parent].push_back(&item);
  }
}

const Item* PlanLookup::Find(std::string_view id) const {
  const auto found = items_.find(id);
  return found == items_.end() ? nullptr : found->second;
}

const std::vector<const Item*>& PlanLookup::StepsOf(const Item& meeting) const {
  static const std::vector<const Item*> kNone;
  const auto found = steps_.find(meeting.id);
  return found == steps_.end() ? kNone : found->second;
}

std::optional<Day> PlanLookup::PublishedDay(const RouteStop& stop) const {
  if (stop.meeting.empty()) return std::nullopt;
  const Item* meeting = AsksFor(request_, stop.body) ? Find(stop.meeting) : nullptr;
  if (meeting != nullptr) return Tells(*meeting) ? std::optional(meeting->day) : std::nullopt;
  const auto event = told_.find(stop.meeting);
  if (event == told_.end() || event->second->status == EventStatus::kCancelled) return std::nullopt;
  return event->second->day;
}

bool PlanLookup::IsDecided(const Item& item) const {
  const Item* meeting = ParentOf(item);
  const Day day = meeting != nullptr && meeting->body == item.body ? meeting->day : item.day;
  const auto decided = decided_.find(item.body);
  return day <= request_.until && (decided == decided_.end() || decided->second.Contains(day));
}

bool PlanLookup::Tells(const Item& item) const {
  if (request_.undecided == Undecided::kTentative || IsDecided(item)) return true;
  const auto event = told_.find(item.id);
  return event != told_.end() && event->second->status == EventStatus::kConfirmed;
}

EventWords WordsOf(const Item& item, const Body& body, bool open_to_public, const PlanLookup& plan,
                   const Organisation& organisation) {
  const Item* meeting = plan.ParentOf(item);
  // Another body's date is told by its own edition only (DESIGN §5).
  if (meeting != nullptr && meeting->body != item.body) meeting = nullptr;
  EventWords words;
  switch (item.kind) {
    case ItemKind::kMeeting:
      words = WordsOfMeeting(item, body, open_to_public, organisation);
      break;
    case ItemKind::kStep:
      words = WordsOfStep(item, body, open_to_public, meeting);
      break;
    case ItemKind::kHop:
      words = WordsOfHop(item, body, meeting, plan);
      break;
    case ItemKind::kFeedback:
      words = WordsOfFeedback(item, body, meeting);
      break;
    case ItemKind::kDialogue:
      words = WordsOfDialogue(item, body, organisation);
      break;
  }
  if (!item.cancelled) return words;
  // What was to be done, and whether one may come, is nothing any more.
  LinesInBoth why;
  AddReason(item, why);
  return {std::move(words.title), why.Take(), {}};
}

}  // namespace rytm
