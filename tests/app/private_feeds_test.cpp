// What private feeds hold: for whom, from when to when, and in which words.
#include "tests/app/private_feeds_test.h"

#include <gmock/gmock.h>

#include "base/limits.h"
#include "tests/cases/case_table.h"
#include "tests/feeds/feed_lint.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const std::string kHost = "@ekeby.example";

TEST_F(PrivateFeedsTest, TheAudienceTableCellByCell) {
  const Levels columns[] = {
      MeetingLevels(BodyKind::kCommittee, true),  MeetingLevels(BodyKind::kCommittee, false),
      MeetingLevels(BodyKind::kPresidium, false), MeetingLevels(BodyKind::kPartyGroup, false),
      SeenBy(Levels{Level::kManagement}),         SeenBy(Levels{Level::kOfficial}),
      SeenBy(Levels{Level::kSecretariat})};
  std::vector<Item> items;
  for (std::size_t i = 0; i < std::size(columns); ++i) {
    items.push_back(Meeting("son", "2027-02-0" + std::to_string(i + 1), "13:30"));
    items.back().levels = columns[i];
  }
  Publish(items);
  const std::vector<Case> rows = ReadCases("audience.txt", 1 + std::size(columns));
  for (const Case& row : rows) {
    source_.people.push_back(Somebody("p-" + row[0], {Sits("son", *PostNamed(row[0]))}));
    Link(row[0], {.person = "p-" + row[0]});
  }
  for (const Case& row : rows) {
    const std::string feed = Feed(row[0]);
    EXPECT_THAT(LintFeed(Bytes(row[0])), IsEmpty()) << row.where;
    for (std::size_t i = 0; i < std::size(columns); ++i)
      EXPECT_EQ(!EventOf(feed, items[i].id + kHost).empty(), row[1 + i] == "yes")
          << row.where << ", column " << i;
  }
}

TEST_F(PrivateFeedsTest, TheTextIsThatOfTheHighestLevelThatSeesIt) {
  Item meeting = Meeting("son", "2027-02-03", "13:30");
  meeting.open = Openness::kClosed;
  meeting.link = "https://video.example/son?key=secret";
  const Item step = Step(meeting, "beredning", Text("Beredning"), "2027-01-27",
                         SeenBy(Levels{Level::kManagement}));
  Publish({meeting, step});
  source_.people = {Somebody("p-member", {Sits("son")}),
                    Somebody("p-both", {Sits("son"), Sits("son", Post::kChair)}),
                    Somebody("p-auditor", {Sits("son", Post::kAuditor)})};
  for (const char* who : {"member", "both", "auditor"})
    Link(who, {.person = std::string("p-") + who});
  EXPECT_THAT(Feed("member"), HasSubstr("key=secret"));
  EXPECT_THAT(Feed("member"), Not(HasSubstr("Beredning")));
  EXPECT_THAT(Feed("both"), HasSubstr("Beredning"));
  EXPECT_THAT(Feed("auditor"), HasSubstr("UID:" + meeting.id));
  EXPECT_THAT(Feed("auditor"), Not(HasSubstr("key=secret")));
  EXPECT_THAT(Feed("auditor"), Not(HasSubstr("Stora salen")));
}

TEST_F(PrivateFeedsTest, AJointMeetingStandsOnceAndOnlyDaysThatTheAssignmentHolds) {
  Item joint = Meeting("ks", "2027-03-03", "13:30");
  joint.with = {"son"};
  const Item before = Meeting("son", "2027-02-03", "13:30");
  const Item after = Meeting("son", "2027-05-03", "13:30");
  Publish({joint, before, after});
  Person person = Somebody("p-1", {Sits("son", Post::kMember, "2027-02-04"), Sits("ks")});
  person.assignments[0].until = On("2027-04-30");
  source_.people = {person};
  Link("t", {.person = "p-1"});
  const std::string feed = Feed("t");
  EXPECT_EQ(feed.find("UID:" + joint.id), feed.rfind("UID:" + joint.id));
  EXPECT_NE(EventOf(feed, joint.id + kHost), "");
  EXPECT_EQ(EventOf(feed, before.id + kHost), "") << "not yet in the committee";
  EXPECT_EQ(EventOf(feed, after.id + kHost), "") << "no longer in the committee";
}

TEST_F(PrivateFeedsTest, TheDayAfterItsLastDayNothingOfABodyIsLeft) {
  const Item meeting = Meeting("son", "2027-02-03", "13:30");
  Publish({meeting});
  Person person = Somebody("p-1", {Sits("son")});
  person.assignments[0].until = On("2027-06-30");
  source_.people = {person};
  Link("t", {.person = "p-1"});
  source_.today = On("2027-06-30");
  EXPECT_THAT(Feed("t"), HasSubstr("UID:" + meeting.id));
  source_.today = On("2027-07-01");
  const std::string ended = Feed("t");
  EXPECT_THAT(ended, Not(HasSubstr(meeting.id)));
  EXPECT_THAT(ended, HasSubstr("SUMMARY:Inga uppdrag längre: kalendern är tom"));
  EXPECT_THAT(ended, HasSubstr("DTSTART;VALUE=DATE:20270701"));
  EXPECT_THAT(LintFeed(Bytes("t")), IsEmpty());
}

TEST_F(PrivateFeedsTest, ASubstitutesMeetingsAreTentativeUntilCalled) {
  const Item meeting = Meeting("son", "2027-02-03", "13:30");
  Item joint = Meeting("ks", "2027-03-03", "13:30");
  joint.with = {"son"};
  const Item step = Step(meeting, "papers", Text("Handlingar"), "2027-01-27", kInside);
  Publish({meeting, joint, step});
  source_.people = {Somebody("p-1", {Sits("son", Post::kSubstitute), Sits("ks")})};
  Link("t", {.person = "p-1"});
  const std::string waits = EventOf(Feed("t"), meeting.id + kHost);
  EXPECT_THAT(waits, HasSubstr("SUMMARY:Socialnämnden: Sammanträde (ersättare)"));
  EXPECT_THAT(waits, HasSubstr("STATUS:TENTATIVE"));
  EXPECT_THAT(waits, HasSubstr("BUSYSTATUS:TENTATIVE"));
  EXPECT_THAT(EventOf(Feed("t"), joint.id + kHost), HasSubstr("STATUS:CONFIRMED"))
      << "a member of one of the bodies";
  EXPECT_THAT(EventOf(Feed("t"), step.id + kHost), Not(HasSubstr("ersättare")));
  source_.called = {{meeting.id + kHost, "p-1"}};
  EXPECT_THAT(EventOf(Feed("t"), meeting.id + kHost), HasSubstr("STATUS:CONFIRMED"));
  EXPECT_THAT(EventOf(Feed("t"), meeting.id + kHost), Not(HasSubstr("ersättare")));
}

TEST_F(PrivateFeedsTest, OptionsChooseWhatIsTold) {
  Item cancelled = Meeting("son", "2027-02-03", "13:30");
  const Item old = Meeting("son", "2027-01-13", "13:30");
  const Item next = Meeting("son", "2027-06-03", "13:30");
  Publish({cancelled, old, next}, "2026-11-23T14:02:00Z");
  cancelled.cancelled = true;
  Publish({cancelled, old, next}, "2027-02-24T14:02:00Z");
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("usual", {.person = "p-1"});
  Link("quiet", {.person = "p-1",
                 .language = Language::kEnglish,
                 .cancelled = false,
                 .alarm = Minutes{45},
                 .months_back = 1});
  const std::string usual = Feed("usual");
  EXPECT_THAT(usual, HasSubstr("SUMMARY:INSTÄLLT: "));
  EXPECT_NE(EventOf(usual, old.id + kHost), "");
  EXPECT_THAT(usual, Not(HasSubstr("VALARM")));
  const std::string quiet = Feed("quiet");
  EXPECT_THAT(quiet, Not(HasSubstr("CANCELLED")));
  EXPECT_EQ(EventOf(quiet, old.id + kHost), "");
  EXPECT_THAT(quiet, HasSubstr("X-WR-CALNAME:My meetings\\, Ekeby Municipality"));
  EXPECT_THAT(quiet, HasSubstr("TRIGGER:-PT45M"));
  EXPECT_THAT(LintFeed(Bytes("quiet"), true), IsEmpty());
  EXPECT_THAT(LintFeed(Bytes("usual")), IsEmpty());
}

TEST_F(PrivateFeedsTest, ARoleSeesItsLevelOfItsBodiesAndNoMore) {
  const Item meeting = Meeting("son", "2027-02-03", "13:30");
  const Item step =
      Step(meeting, "papers", Text("Handlingar"), "2027-01-27", SeenBy(Levels{Level::kOfficial}));
  const Item secret =
      Step(meeting, "list", Text("Röstlängd"), "2027-01-27", SeenBy(Levels{Level::kSecretariat}));
  Publish({meeting, step, secret, Meeting("ks", "2027-02-10", "13:30")});
  Link("officials", {.kind = FeedKind::kRole, .bodies = {"son"}, .level = Level::kOfficial});
  Link("steps", {.kind = FeedKind::kCustom,
                 .bodies = {"son", "ks"},
                 .kinds = {EventKind::kStep},
                 .level = Level::kOfficial});
  EXPECT_THAT(Feed("officials"), HasSubstr("UID:" + step.id));
  EXPECT_THAT(Feed("officials"), HasSubstr("UID:" + meeting.id));
  EXPECT_THAT(Feed("officials"), Not(HasSubstr("Röstlängd")));
  EXPECT_THAT(Feed("officials"), Not(HasSubstr("ekeby.ks.")));
  EXPECT_THAT(Feed("steps"), HasSubstr("UID:" + step.id));
  EXPECT_THAT(Feed("steps"), Not(HasSubstr("UID:" + meeting.id + kHost)));
}

TEST_F(PrivateFeedsTest, SomebodysSelectionShowsWhatTheySeeStill) {
  const Item meeting = Meeting("son", "2027-02-03", "13:30");
  const Item board = Meeting("ks", "2027-02-10", "13:30");
  Publish({meeting, board});
  source_.people = {Somebody("p-1", {Sits("son", Post::kCaseOfficer), Sits("ks")})};
  Link("t", {.kind = FeedKind::kCustom,
             .person = "p-1",
             .bodies = {"son", "ks"},
             .level = Level::kOfficial});
  EXPECT_THAT(Feed("t"), HasSubstr(meeting.id));
  EXPECT_THAT(Feed("t"), Not(HasSubstr(board.id))) << "a member there, no official";
  source_.people[0].assignments[0].until = On("2026-12-31");
  EXPECT_THAT(Feed("t"), Not(HasSubstr(meeting.id)));
}

TEST_F(PrivateFeedsTest, ARevokedLinkTellsSoForAMonthAndIsGone) {
  Publish({Meeting("son", "2027-02-03", "13:30")});
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("t", {.person = "p-1"}).revoked = At("2027-01-01T08:00:00Z");
  const std::string revoked = Feed("t");
  EXPECT_THAT(revoked, HasSubstr("SUMMARY:Kalenderlänken gäller inte längre"));
  EXPECT_THAT(revoked, Not(HasSubstr("ekeby.son")));
  EXPECT_THAT(LintFeed(Bytes("t")), IsEmpty());
  source_.now += kRevokedFeedKept;
  EXPECT_FALSE(Build()->Find("t")->gone());
  source_.now += std::chrono::seconds{1};
  EXPECT_TRUE(Build()->Find("t")->gone());
  EXPECT_EQ(Build()->Find("T"), nullptr);
  EXPECT_EQ(Build()->Find(""), nullptr);
}

TEST_F(PrivateFeedsTest, LastModifiedFollowsTheBytesAndNeverFalls) {
  const Item meeting = Meeting("son", "2027-02-03", "13:30");
  Publish({meeting});
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("t", {.person = "p-1"});
  const Instant first = source_.now;
  auto before = Build();
  source_.now += std::chrono::hours{1};
  auto same = Build(before.get());
  EXPECT_EQ(same->Find("t")->last_modified(), first);
  EXPECT_EQ(same->Find("t")->etag(), before->Find("t")->etag());
  source_.people[0].assignments[0].post = Post::kSubstitute;
  EXPECT_EQ(Build(same.get())->Find("t")->last_modified(), source_.now);
  source_.now -= std::chrono::hours{2};
  EXPECT_EQ(Build(same.get())->Find("t")->last_modified(), first) << "the clock was set back";
}

TEST_F(PrivateFeedsTest, WhoFetchedLastIsToldOnce) {
  Publish({Meeting("son", "2027-02-03", "13:30")});
  source_.people = {Somebody("p-1", {Sits("son")})};
  Link("a", {.person = "p-1"});
  Link("b", {.person = "p-1"});
  const auto feeds = Build();
  feeds->NoteFetch(*feeds->Find("b"), {source_.now, FeedClient::kApple});
  const FeedFetch last{source_.now + std::chrono::minutes{1}, FeedClient::kThunderbird};
  feeds->NoteFetch(*feeds->Find("b"), last);
  const std::vector<FeedLinkStore::Noted> noted = feeds->TakeFetches();
  ASSERT_EQ(noted.size(), 1U);
  EXPECT_EQ(noted[0].link, "b");
  EXPECT_EQ(noted[0].fetch, last);
  EXPECT_THAT(feeds->TakeFetches(), IsEmpty());
}

}  // namespace
}  // namespace rytm
