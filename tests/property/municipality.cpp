#include "tests/property/municipality.h"

#include <stdlib.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>

#include "app/backup.h"
#include "app/change.h"
#include "app/data_folder.h"
#include "app/import.h"
#include "app/publish.h"
#include "app/verify.h"
#include "store/upkeep.h"

namespace rytm {
namespace {

namespace fs = std::filesystem;

const Instant kBegins = *ParseInstant("2026-11-23T08:00:00Z");
const Day kLastMoment = MakeDay(2027, 12, 10);  // some of the plan is always left

// A failure here is none of the promises': the test itself does not work.
template <class T>
T Take(Result<T> result) {
  if (!result.ok())
    throw std::runtime_error(
        result.error().message.en +
        (result.error().problems.empty() ? "" : " " + result.error().problems[0].what.en));
  return std::move(result).value();
}

PublishRequest UntilTheEnd() { return {.bodies = {}, .until = MakeDay(2027, 12, 31), .note = {}}; }

// What every sequence starts from: rules read in and published.
struct Beginning {
  std::string database;  // the bytes of its file
  Planned planned;
};

const Beginning& TheBeginning() {
  static const Beginning beginning = [] {
    const TemporaryFolder folder;
    Beginning made;
    {
      const auto database = Take(MakeDataFolder(folder.string()));
      Take(ImportFirst(*database, "alby.json", FirstRules().Text(), kBegins));
      Take(Publish(*database, Take(LoadPlanned(*database, kBegins)), UntilTheEnd(), kBegins));
      made.planned = Take(LoadPlanned(*database, kBegins));
      Take(database->upkeep().MakeOneFile());
    }
    std::ifstream file(DatabaseFile(folder.string()), std::ios::binary);
    made.database.assign(std::istreambuf_iterator<char>(file), {});
    return made;
  }();
  return beginning;
}

std::vector<std::string> LinesOf(const Plan& plan) {
  std::vector<std::string> lines;
  for (const Item& item : plan.items)
    lines.push_back(item.id + " " + FormatDay(item.day) + " " +
                    (item.at ? FormatTimeOfDay(*item.at) : "-") + " " +
                    std::to_string(item.lasts.count()) + (item.cancelled ? " cancelled " : " ") +
                    item.title.sv + " " + item.place);
  return lines;
}

template <class Things>
auto& Pick(Things& things, std::uint32_t number) {
  return things[number % things.size()];
}

}  // namespace

Municipality::Municipality() : now_(kBegins), rules_(FirstRules()) {
  fs::create_directory(Folder());
  std::ofstream(DatabaseFile(Folder()), std::ios::binary) << TheBeginning().database;
  database_ = Take(OpenDataFolder(Folder()));
  planned_ = TheBeginning().planned;
  Load();
  promises_.SeePublication(*planned_->editions, Today());
}

void Municipality::Load() {
  planned_ = Take(LoadPlanned(*database_, now_, planned_ ? &*planned_ : nullptr));
  promises_.SeePlan(planned_->plan.slots);
}

Municipality::Before Municipality::AsItIs() const {
  return {rules_, LinesOf(planned_->plan), Today(), planned_->of.publication};
}

const Item* Municipality::Meeting(std::uint32_t what, bool cancelled) const {
  std::vector<const Item*> ahead;
  for (const Item& item : planned_->plan.items)
    if (item.kind == ItemKind::kMeeting && item.cancelled == cancelled &&
        (cancelled || item.day >= Today()))
      ahead.push_back(&item);
  return ahead.empty() ? nullptr : Pick(ahead, what);
}

// --- the rules

bool Municipality::EditRules(const Edit& edit, RandomRules& rules) const {
  RandomBody& body = Pick(rules.bodies, edit.what);
  const int how = static_cast<int>(edit.how % 1000);
  switch (edit.act) {
    case Act::kWeekday:
      body.weekday = how % 5;
      return true;
    case Act::kNth:
      body.rhythm = RandomBody::Rhythm::kNthOfMonth;
      body.nth = how % 4 == 3 ? -1 : how % 4 + 1;
      return true;
    case Act::kRhythm:
      body.rhythm = RandomBody::Rhythm::kEveryWeeks;
      body.every = 2 + how % 5;
      return true;
    case Act::kAnchor:
      body.rhythm = RandomBody::Rhythm::kEveryWeeks;
      body.anchor_weeks = how % 4;
      return true;
    case Act::kBreak:
      rules.recess_day = 10 + how % 20;
      rules.skips_recess = how % 2 == 0;
      return true;
    case Act::kMonths:
      body.rhythm = RandomBody::Rhythm::kNthOfMonth;
      body.months ^= 1U << (how % 12);
      if (body.months == 0) body.months = 0x001;
      return true;
    case Act::kParts:
      body.autumn_weekday = how % 6 - 1;
      return true;
    case Act::kTime:
      body.begins = 8 + how % 9;
      return true;
    case Act::kException: {
      const Item* meeting = Meeting(edit.what, false);
      RandomBody* owner = meeting == nullptr ? nullptr : rules.Find(meeting->body);
      if (owner == nullptr || owner->exceptions.size() >= 3) return false;
      const std::string on = R"({"on": ")" + FormatDay(meeting->day) + "\", ";
      owner->exceptions.push_back(on + (how % 3 == 0
                                            ? R"("cancel": true, "reason": "Få ärenden"})"
                                            : R"("move": {"day": ")" +
                                                  FormatDay(meeting->day + Days{how % 9 - 4}) +
                                                  R"("}, "reason": "Salen"})"));
      return true;
    }
    default:
      return EditBodies(edit, rules);
  }
}

bool Municipality::EditBodies(const Edit& edit, RandomRules& rules) const {
  const auto taken = [&](const std::string& id) { return rules.Find(id) != nullptr; };
  RandomBody& body = Pick(rules.bodies, edit.what);
  switch (edit.act) {
    case Act::kAddBody: {
      static const std::string kIds[] = {"kfn", "tn", "vn", "bun", "soc", "mbn"};
      RandomBody added = FirstRules().bodies[edit.how % 3];
      added.id = kIds[edit.what % std::size(kIds)];
      added.name = "Nämnden " + added.id;
      if (taken(added.id)) return false;
      rules.bodies.push_back(std::move(added));
      return true;
    }
    case Act::kDropBody:
      if (rules.bodies.size() < 2) return false;
      for (RandomBody& other : rules.bodies) std::erase(other.succeeds, body.id);
      std::erase_if(rules.bodies, [id = body.id](const RandomBody& one) { return one.id == id; });
      return true;
    case Act::kRenameBody:
      body.name = "Nämnden " + std::to_string(edit.how % 10);
      return true;
    case Act::kMergeBodies: {
      if (rules.bodies.size() < 2 || taken("bsn")) return false;
      RandomBody merged = body;
      merged.id = "bsn";
      merged.name = "Barn- och socialnämnden";
      merged.exceptions.clear();
      const std::string other = Pick(rules.bodies, edit.what + 1).id;
      const Day day = Today() + Days{20 + edit.how % 60};
      if (edit.how % 2 == 0) {
        merged.from = FormatDay(day);
        merged.succeeds = {body.id, other};
        for (const std::string& id : merged.succeeds)
          rules.Find(id)->until = FormatDay(day - Days{1});
      } else {
        std::erase_if(rules.bodies, [id = body.id, &other](const RandomBody& one) {
          return one.id == id || one.id == other;
        });
        for (RandomBody& one : rules.bodies) one.succeeds.clear();
        merged.succeeds.clear();
      }
      rules.bodies.push_back(std::move(merged));
      return true;
    }
    default:
      return false;
  }
}

Municipality::Happened Municipality::ChangeRules(const Edit& edit) {
  RandomRules next = rules_;
  if (!EditRules(edit, next)) return Happened::kNothing;
  const std::string text = next.Text();
  if (text == rules_.Text()) return Happened::kNothing;
  const Before before = AsItIs();
  const Result<ImportReport> imported = ImportRules(
      *database_, *planned_, {"alby.json", text, Text("Läste in")}, false, {"p1", "planner"}, now_);
  if (!imported.ok()) return Happened::kRefusal;
  before_.insert_or_assign(imported.value().batch->number, before);
  rules_ = next;
  Load();
  return Happened::kChange;
}

// --- what people change

Municipality::Happened Municipality::ChangePlan(const Edit& edit) {
  Proposal proposal;
  const Item* meeting = Meeting(edit.what, edit.act == Act::kRevive);
  if (meeting == nullptr) return Happened::kNothing;
  const Days away{static_cast<int>(edit.how % 29) - 14};
  if (edit.act == Act::kAddMeeting) {
    proposal.extras.push_back({.series = {meeting->body, "meeting"}, .day = meeting->day + away});
  } else {
    Adjustment adjustment{.slot = meeting->id, .reason = Text("Salen är upptagen")};
    switch (edit.act) {
      case Act::kMove:
        adjustment.day = meeting->day + away;
        if (edit.how % 3 == 0)
          adjustment.form.at = TimeOfDay{60 * (8 + static_cast<int>(edit.how % 9))};
        break;
      case Act::kPlace:
        adjustment.form.place = "salen";
        break;
      case Act::kCancel:
        adjustment.cancelled = true;
        break;
      case Act::kRevive:
        adjustment.cancelled = false;
        if (meeting->day < Today()) adjustment.day = Today() + Days{1 + edit.how % 20};
        break;
      case Act::kMoveBack:
        adjustment.as_ruled = true;
        break;
      default:
        adjustment.pinned = true;
    }
    proposal.adjustments.push_back(std::move(adjustment));
  }
  const Before before = AsItIs();
  const Result<SavedChange> saved =
      SaveChange(*database_, *planned_, proposal, {"p2", "secretary"}, now_);
  if (!saved.ok()) return Happened::kRefusal;
  before_.insert_or_assign(saved.value().batch.number, before);
  Load();
  return Happened::kChange;
}

Municipality::Happened Municipality::Undo() {
  const std::vector<Batch> batches = Take(database_->batches().Batches(std::nullopt, 1000));
  const auto latest = std::find_if(batches.begin(), batches.end(), [](const Batch& batch) {
    return !batch.undoes && !batch.undone_by;
  });
  if (latest == batches.end() || !before_.contains(latest->number)) return Happened::kNothing;
  Take(UndoChange(*database_, *planned_, latest->number, {"p1", "planner"}, now_));
  const Before& before = before_.at(latest->number);
  rules_ = before.rules;
  Load();
  const Before now = AsItIs();
  // On another day, or once more is promised, other meetings are frozen.
  const bool comparable = before.today == now.today && before.publication == now.publication;
  if (comparable && before.plan != now.plan) {
    const auto differs =
        std::mismatch(before.plan.begin(), before.plan.end(), now.plan.begin(), now.plan.end());
    promises_.Break("undone, the plan is another: " +
                    (differs.first == before.plan.end() ? "-" : *differs.first) + " → " +
                    (differs.second == now.plan.end() ? "-" : *differs.second));
  }
  return Happened::kChange;
}

// --- what is done with it all

Municipality::Happened Municipality::PublishNow(const Edit& edit) {
  PublishRequest request = UntilTheEnd();
  if (edit.how % 4 == 0) request.until = MakeDay(2027, 6, 30);
  if (edit.act == Act::kPublishOne) {
    std::vector<std::string> bodies;
    for (const Edition& edition : *planned_->editions) bodies.push_back(edition.body);
    request.bodies = {Pick(bodies, edit.what)};
  }
  const Publication published = Take(Publish(*database_, *planned_, request, now_));
  Load();
  promises_.SeePublication(*planned_->editions, Today());
  const Publication again = Take(Publish(*database_, *planned_, request, now_));
  if (!again.bodies.empty())
    promises_.Break("published again, " + again.bodies[0].body + " is another" +
                    (again.bodies[0].differences.empty()
                         ? ""
                         : ": " + InWords(again.bodies[0].differences[0], again.bodies[0].name,
                                          Language::kEnglish)));
  return published.bodies.empty() ? Happened::kNothing : Happened::kChange;
}

Municipality::Happened Municipality::Reopen() {
  const std::vector<std::string> before = LinesOf(planned_->plan);
  database_.reset();
  planned_.reset();
  database_ = Take(OpenDataFolder(Folder()));
  Load();
  if (LinesOf(planned_->plan) != before) promises_.Break("opened again, the plan is another");
  return Happened::kChange;
}

Municipality::Happened Municipality::BackUpNow() {
  const std::string file = (folder_ / std::to_string(++copies_)).string();
  copy_ = {Take(BackUp(*database_, file, std::nullopt, now_)).file, rules_, before_};
  return Happened::kChange;
}

Municipality::Happened Municipality::RestoreNow() {
  if (!copy_) return Happened::kNothing;
  now_ += std::chrono::hours{1};
  database_.reset();
  planned_.reset();
  Take(Restore(Folder(), copy_->file, now_));
  database_ = Take(OpenDataFolder(Folder()));
  rules_ = copy_->rules;
  before_ = copy_->before;
  planned_ = Take(LoadPlanned(*database_, now_));
  promises_.SeeRestore(*planned_->editions, planned_->plan.slots, Today());
  return Happened::kChange;
}

Municipality::Happened Municipality::Wait(const Edit& edit) {
  const Days days{1 + edit.how % 40};
  if (Today() + days > kLastMoment) return Happened::kNothing;
  now_ += days;
  Load();
  return Happened::kChange;
}

Municipality::Happened Municipality::Do(const Edit& edit) {
  switch (edit.act) {
    case Act::kMove:
    case Act::kPlace:
    case Act::kCancel:
    case Act::kRevive:
    case Act::kMoveBack:
    case Act::kPin:
    case Act::kAddMeeting:
      return ChangePlan(edit);
    case Act::kUndo:
      return Undo();
    case Act::kPublish:
    case Act::kPublishOne:
      return PublishNow(edit);
    case Act::kReopen:
      return Reopen();
    case Act::kBackUp:
      return BackUpNow();
    case Act::kRestore:
      return RestoreNow();
    case Act::kWait:
      return Wait(edit);
    default:
      return ChangeRules(edit);
  }
}

void Municipality::Finish() {
  PublishNow({Act::kPublish, 0, 1});
  const VerifyReport report = Take(VerifyData(*database_, now_));
  for (const Text& fault : report.faults) promises_.Break(fault.In(Language::kEnglish));
}

}  // namespace rytm
