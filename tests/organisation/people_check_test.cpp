// What may stand in a person's record, door by door.
#include "organisation/people_check.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

struct Word {
  const char* written;
  std::optional<Post> post;
};

TEST(PeopleCheck, ReadsPostsAsPeopleWriteThem) {
  for (const Word& word :
       std::initializer_list<Word>{{"Ordförande", Post::kChair},
                                   {"ordf.", Post::kChair},
                                   {"1:e vice ordförande", Post::kViceChair},
                                   {"2:e vice ordf", Post::kViceChair},
                                   {"3e vice ordförande", Post::kViceChair},
                                   {"Förste vice ordförande", Post::kViceChair},
                                   {"andre v. ordf.", Post::kViceChair},
                                   {"vice-chair", Post::kViceChair},
                                   {"Ledamot", Post::kMember},
                                   {"Ordinarie ledamot", Post::kMember},
                                   {"tjg. ersättare", Post::kSubstitute},
                                   {"Tjänstgörande ersättare", Post::kSubstitute},
                                   {"1:e ersättare", Post::kSubstitute},
                                   {"2 ersättare", Post::kSubstitute},
                                   {"Personalföreträdare", Post::kStaffRepresentative},
                                   {"Nämndsekreterare", Post::kSecretary},
                                   {"Förvaltningschef", Post::kDirector},
                                   {"handläggare", Post::kCaseOfficer},
                                   {"Revisor", Post::kAuditor},
                                   {"gruppledare", Post::kGroupLeader},
                                   {"Facklig företrädare", Post::kUnionRepresentative},
                                   {"borgmästare", std::nullopt},
                                   {"1", std::nullopt},
                                   {"1:", std::nullopt},
                                   {"", std::nullopt}})
    EXPECT_EQ(ReadPost(word.written), word.post) << word.written;
}

std::string Address(const std::string& text) {
  bool wrong = false;
  const std::string accepted = AcceptAddress(text, [&](Text, Text) { wrong = true; });
  return wrong ? "!" : accepted;
}

TEST(PeopleCheck, TakesAddressesThatEveryServerTakes) {
  EXPECT_EQ(Address(" Anna.Exempel@Ekeby.Example "), "anna.exempel@ekeby.example");
  EXPECT_EQ(Address(""), "");
  EXPECT_EQ(Address("a+b_c=d@x-y.example.org"), "a+b_c=d@x-y.example.org");
  for (const std::string& wrong : {std::string("anna"),
                                   std::string("anna@"),
                                   std::string("@ekeby.example"),
                                   std::string("anna@ekeby"),
                                   std::string("a@b@c.example"),
                                   std::string("a..b@c.example"),
                                   std::string(".a@c.example"),
                                   std::string("a.@c.example"),
                                   std::string("a b@c.example"),
                                   std::string("a@-c.example"),
                                   std::string("a@c..example"),
                                   std::string("a@c.example."),
                                   std::string("<a@c.example>"),
                                   std::string("\"a b\"@c.example"),
                                   std::string("å@c.example"),
                                   std::string("a@c.example,b@c.example"),
                                   std::string("a@c.example\r\nBcc: b@c.example"),
                                   std::string("a@c.example\0", 12),
                                   std::string("a@[127.0.0.1]"),
                                   std::string(65, 'a') + "@c.example",
                                   "a@" + std::string(64, 'c') + ".example"})
    EXPECT_EQ(Address(wrong), "!") << wrong;
}

TEST(PeopleCheck, NoNameBeginsAnotherHeaderField) {
  for (const std::string& name :
       {std::string("Anna\r\nBcc: x@y.example"), std::string("Anna\nX"), std::string("Anna\tB"),
        std::string("A\0B", 3), std::string("A\x7F"), std::string(), std::string("   "),
        std::string("\xC3"), std::string(201, 'a')}) {
    int told = 0;
    EXPECT_EQ(AcceptPersonName(name, [&](const Text&, const Text&) { ++told; }), "") << name;
    EXPECT_EQ(told, 1) << name;
  }
  EXPECT_EQ(AcceptPersonName(" Anna  Åberg ", [](Text, Text) {}), "Anna  Åberg");
}

TEST(PeopleCheck, TellsEverythingWrongWithAPersonAtItsPlace) {
  Organisation organisation;
  organisation.bodies.resize(2);
  organisation.bodies[0].id = "ks";
  organisation.bodies[1].id = "a";
  organisation.bodies[1].kind = BodyKind::kPartyGroup;
  const Day from = *ParseDay("2027-01-01");
  std::vector<Problem> problems;
  AcceptPerson({.id = "p-1",
                .name = "",
                .address = "anna",
                .assignments = {{.body = "ks", .from = from},
                                {.body = "ks", .party = "a\nb", .from = from + Days{7}},
                                {.body = "kss", .from = from, .until = from - Days{1}},
                                {.body = "a", .from = Day{}}}},
               organisation, problems);
  std::vector<std::string> pointers;
  for (const Problem& problem : problems) pointers.push_back(problem.pointer);
  EXPECT_EQ(pointers,
            (std::vector<std::string>{"/name", "/address", "/assignments/1/party", "/assignments/1",
                                      "/assignments/2/body", "/assignments/2",
                                      "/assignments/3/body", "/assignments/3"}));
}

}  // namespace
}  // namespace rytm
