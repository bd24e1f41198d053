#include "tests/feeds/sample_feeds.h"

#include <gtest/gtest.h>

#include <utility>

#include "feeds/select.h"

namespace rytm {
namespace {

const Levels kOfficials = {Level::kManagement, Level::kOfficial, Level::kSecretariat};

Item OpenMeeting(std::string_view day) {
  Item item = Meeting("kf", day, "18:30");
  item.open = Openness::kPublic;
  item.webcast = true;
  item.link = "https://video.example/kf?key=secret";
  return item;
}

// Published three times: a meeting moved, one cancelled, one the rules gave up, one kept free, one
// not decided yet.
Publications Council() {
  Publications publications(Ekeby());
  Item february = OpenMeeting("2027-02-22");
  Item march = OpenMeeting("2027-03-29");
  Item april = OpenMeeting("2027-04-26");
  april.business = {{.report = "annual-report",
                     .period = "2026",
                     .name = Text("Årsredovisning 2026", "Annual report 2026"),
                     .does = Text("Godkänner årsredovisningen", "Approves the annual report"),
                     .decides = true}};
  Item may = OpenMeeting("2027-05-31");
  may.status = MeetingStatus::kReserve;
  Item june = OpenMeeting("2027-06-14");
  const Item notice =
      Step(april, "notice",
           Text("Kallelse, handlingar och tillkännagivande", "Notice, papers and announcement"),
           "2027-04-19", kEverybody);
  Item september = OpenMeeting("2027-09-27");
  const Item october = OpenMeeting("2027-10-25");
  publications.Publish({february, march, april, notice, may, june, september, october},
                       "2026-11-23T14:02:00Z", "2027-08-31");
  march.day = On("2027-04-05");
  march.reason = Text("Påskdagen ligger nära");
  june.cancelled = true;
  publications.Publish({february, march, april, notice, may, june, september, october},
                       "2027-02-24T09:30:15Z", "2027-08-31");
  publications.Publish({february, march, april, notice, may, june, october}, "2027-02-26T10:00:00Z",
                       "2027-08-31");
  return publications;
}

Publications ClockChanges() {
  Publications publications(Ekeby());
  Item night = Meeting("ks", "2026-10-23", "22:00");
  Item dawn = Meeting("son", "2026-03-29", "03:00", Minutes{60});
  publications.Publish({Meeting("ks", "2026-03-27", "13:30"), Meeting("ks", "2026-03-28", "13:30"),
                        Meeting("ks", "2026-03-29", "13:30"), Meeting("ks", "2026-03-30", "13:30"),
                        dawn, Meeting("kf", "2026-03-29", "01:00", Minutes{30}), night,
                        Meeting("ks", "2026-10-24", "13:30"), Meeting("ks", "2026-10-25", "13:30"),
                        Meeting("ks", "2026-10-26", "13:30")},
                       "2025-11-23T14:02:00Z");
  return publications;
}

Publications LongTitle() {
  Publications publications(Ekeby());
  Item meeting = Meeting("ks", "2027-03-03", "13:30");
  // 200 octets in all, of them 39 in letters and signs beyond ASCII.
  meeting.title = Text(
      "Överläggning om äldreomsorgens lokaler, kök och måltider; särskilt boende på Åsgården, "
      "Björkängen och Höjdhagen – återremitterat ärende från förvaltningen för vård");
  publications.Publish({meeting}, "2026-11-23T14:02:00Z");
  return publications;
}

Publications JointMeeting() {
  Publications publications(Ekeby());
  Item joint = Meeting("ks", "2027-03-03", "13:30");
  joint.title = Text("Gemensam planeringsdag", "Joint planning day");
  joint.with = {"son"};
  publications.Publish(
      {joint, Meeting("son", "2027-03-10", "13:00"), Meeting("ks", "2027-03-17", "13:30")},
      "2026-11-23T14:02:00Z");
  return publications;
}

Publications TwoDays() {
  Publications publications(Ekeby());
  Item budget = Meeting("kf", "2027-11-22", "09:00", Minutes{480});
  budget.days = 2;
  budget.title = Text("Budgetfullmäktige", "Budget council");
  publications.Publish({budget}, "2026-11-23T14:02:00Z");
  return publications;
}

Publications BoardAtWork() {
  Publications publications(Ekeby());
  Item meeting = Meeting("ks", "2027-04-07", "13:30");
  meeting.link = "https://video.example/ks";
  meeting.mode = Mode::kHybrid;
  meeting.business = {{.report = "annual-report",
                       .period = "2026",
                       .name = Text("Årsredovisning 2026", "Annual report 2026"),
                       .does = Text("Lämnar till fullmäktige", "Passes on to the council"),
                       .decides = false}};
  Item remote = Meeting("ks", "2027-04-14", "08:00", Minutes{30});
  remote.place.clear();
  remote.mode = Mode::kRemote;
  remote.link = "https://video.example/ks";
  const Item deadline = Step(meeting, "item-deadline", Text("Ärendestopp", "Item deadline"),
                             "2027-03-24", kOfficials);
  const Item notice = Step(meeting, "notice", Text("Kallelse och handlingar", "Notice and papers"),
                           "2027-03-31", kOfficials);
  Item posting = Step(meeting, "posting", Text("Anslag om justering", "Posting of minutes"),
                      "2027-04-15", kOfficials);
  posting.law = "KL 8:12";
  Item union_talk = Step(meeting, "union", Text("Facklig samverkan", "Union cooperation"),
                         "2027-03-29", kOfficials);
  union_talk.at = Clock("14:00");
  union_talk.lasts = Minutes{120};
  Item hop = Step(
      meeting, "hop",
      Text("Årsredovisning 2026 till Kommunstyrelsen", "Annual report 2026 to Executive Board"),
      "2027-03-24", kOfficials);
  hop.id = "ekeby.annual-report.2026.ks.2";
  hop.kind = ItemKind::kHop;
  hop.origin = "annual-report";
  hop.route = std::make_shared<const Route>(
      Route{{0, Text("Socialnämnden", "Social Services Committee"), "son", "x", On("2027-02-24")},
            {1, Text("Kommunstyrelsen", "Executive Board"), "ks", meeting.id, meeting.day},
            {2, Text("Revisorerna", "Auditors"), "", "", {}}});
  const Item hidden =
      Step(meeting, "groups", Text("Partigruppernas kväll"), "2027-04-06", {Level::kMember});
  publications.Publish({meeting, remote, deadline, notice, posting, union_talk, hop, hidden},
                       "2026-11-23T14:02:00Z");
  return publications;
}

std::vector<SampleFeed> Make() {
  const Text council("Kommunfullmäktige, Ekeby kommun", "Municipal Council, Ekeby Municipality");
  const Text board("Kommunstyrelsen, Ekeby kommun", "Executive Board, Ekeby Municipality");
  std::vector<SampleFeed> feeds;
  feeds.push_back({"public-council", Council(), {"kf"}, ScopeOf(council)});
  feeds.push_back(
      {"english-council", Council(), {"kf"}, ScopeOf(council, Level::kPublic, Language::kEnglish)});
  feeds.push_back({"clock-changes", ClockChanges(), {}, ScopeOf(board)});
  feeds.push_back({"clock-changes-in-utc", ClockChanges(), {}, ScopeOf(board)});
  feeds.back().scope.civil_time = false;
  feeds.push_back({"long-title", LongTitle(), {"ks"}, ScopeOf(board)});
  feeds.push_back(
      {"joint-meeting", JointMeeting(), {"son"}, ScopeOf(Text("Socialnämnden, Ekeby kommun"))});
  feeds.push_back({"two-days", TwoDays(), {"kf"}, ScopeOf(council)});
  feeds.push_back({"empty", Publications(Ekeby()), {"kf"}, ScopeOf(council)});
  feeds.push_back({"officials-board", BoardAtWork(), {"ks"}, ScopeOf(board, Level::kOfficial)});
  return feeds;
}

}  // namespace

FeedScope ScopeOf(const Text& name, Level level, Language language) {
  return {.level = level,
          .language = language,
          .name = name,
          .description = Text("Uppdateras av sig självt när planen ändras.",
                              "Updates itself when the plan changes."),
          .zone = "Europe/Stockholm",
          .civil_time = true,
          .page_url = "https://rytm.ekeby.example/ekeby/",
          .published = At("2026-11-23T14:02:00Z")};
}

std::vector<const Event*> SampleFeed::Events() const {
  return SelectForFeed(publications.latest(), scope.level, bodies, On("2027-03-01"));
}

const std::vector<SampleFeed>& SampleFeeds() {
  static const std::vector<SampleFeed> kFeeds = Make();
  return kFeeds;
}

const SampleFeed& SampleNamed(const std::string& name) {
  for (const SampleFeed& feed : SampleFeeds())
    if (feed.name == name) return feed;
  ADD_FAILURE() << "no sample " << name;
  return SampleFeeds().front();
}

}  // namespace rytm
