// `rytm people …` as it is typed.
#include <gmock/gmock.h>

#include <fstream>

#include "tests/commands/rytm.h"
#include "tests/temporary_folder.h"

namespace rytm {
namespace {

using testing::HasSubstr;
using testing::Not;

class PeopleCommandTest : public testing::Test {
 protected:
  void SetUp() override {
    const Outcome made =
        Rytm({"init", "--data", data_, RYTM_SOURCE_DIR "/calendar/demo/organisation.json"});
    ASSERT_EQ(made.code, kExitFine) << made.err;
  }
  Outcome People(std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "people");
    arguments.insert(arguments.end(), {"--data", data_});
    return Rytm(arguments);
  }
  std::string File(const std::string& text) {
    const std::string path = (folder_ / "people.csv").string();
    std::ofstream(path, std::ios::binary) << text;
    return path;
  }

  TemporaryFolder folder_;
  const std::string data_ = (folder_ / "data").string();
};

TEST_F(PeopleCommandTest, ATableIsShownThenSavedThenUnchanged) {
  const std::string table = File(
      "Namn;E-post;Organ;Uppdrag;Parti\r\n\xC5sa Exempel;asa@ekeby.example;Kommunstyrelsen;1:e "
      "vice "
      "ordf\xF6rande;A\r\n");
  const Outcome preview = People({"import", table, "--preview"});
  EXPECT_EQ(preview.code, kExitFine) << preview.err;
  EXPECT_THAT(preview.out, HasSubstr("rad 2: ny person: Åsa Exempel, ks vice ordförande från "
                                     "2026-11-23\nny person 1\nFörhandsvisning"));
  EXPECT_THAT(People({"import", table}).out, HasSubstr("ny person 1\n"));
  EXPECT_EQ(People({"import", table}).out, "oförändrad 1\n");
  EXPECT_THAT(People({"list", "--body", "ks"}).out, HasSubstr("Åsa Exempel"));
  EXPECT_EQ(People({"list", "--body", "kf"}).out, "");
  EXPECT_THAT(People({"export"}).out, HasSubstr("Åsa Exempel;asa@ekeby.example;Kommunstyrelsen;"));
}

TEST_F(PeopleCommandTest, WhatIsWrongIsToldByLineAndColumn) {
  const Outcome refused = People({"import", File("Namn;Organ;Roll\nÅsa;Komunstyrelsen;boss\n")});
  EXPECT_EQ(refused.code, kExitRefused);
  EXPECT_THAT(refused.out, HasSubstr("rad 2, kolumn 2: Det finns inget organ"));
  EXPECT_THAT(refused.out, HasSubstr("Menade du \"Kommunstyrelsen\"?"));
  EXPECT_THAT(refused.out, HasSubstr("rad 2, kolumn 3: Ingen roll heter"));
  EXPECT_THAT(refused.out, HasSubstr("Ingenting är sparat"));
}

TEST_F(PeopleCommandTest, OnePersonIsAddedChangedEndedAndErased) {
  const Outcome added = People({"set", "--name", "Bo Prov", "--body", "ks", "--post", "ersättare",
                                "--party", "B", "--order", "2", "--format", "json"});
  ASSERT_EQ(added.code, kExitFine) << added.err;
  const std::string id = added.out.substr(added.out.find("p-"), 12);
  EXPECT_THAT(added.out,
              HasSubstr(R"("post":"substitute","party":"B","order":2,"from":"2026-11-23")"));
  EXPECT_THAT(People({"set", id, "--protected", "--body", "kf", "--post", "ledamot"}).out,
              HasSubstr("Bo Prov (skyddad)"));
  EXPECT_THAT(People({"export"}).out, Not(HasSubstr("Bo Prov")));
  EXPECT_THAT(People({"export", "--with-protected"}).out, HasSubstr("Bo Prov"));
  EXPECT_THAT(
      People({"end", id, "--body", "ks", "--post", "ersättare", "--last", "2027-01-31"}).out,
      HasSubstr("2026-11-23–2027-01-31"));
  EXPECT_EQ(People({"set", id, "--address", "bo"}).code, kExitRefused);
  EXPECT_EQ(People({"erase", id}).code, kExitFine);
  EXPECT_EQ(People({"show", id}).code, kExitRefused);
}

TEST_F(PeopleCommandTest, LinksToCalendarsAreShownOnceListedAndRevoked) {
  const Outcome added =
      People({"set", "--name", "Bo Prov", "--body", "ks", "--post", "ledamot", "--format", "json"});
  const std::string person = added.out.substr(added.out.find("p-"), 12);
  const auto feed = [&](std::vector<std::string> arguments) {
    arguments.insert(arguments.begin(), "feed");
    arguments.insert(arguments.end(), {"--data", data_});
    return Rytm(arguments);
  };
  const Outcome made = feed({"add", "--name", "telefon", "--person", person, "--alarm", "60"});
  ASSERT_EQ(made.code, kExitFine) << made.err;
  EXPECT_TRUE(made.out.starts_with("https://kalender.ekeby.example/feed/")) << made.out;
  const std::string id = made.out.substr(made.out.rfind("f-"), 12);
  const Outcome listed = feed({"list", "--person", person});
  EXPECT_EQ(listed.out, id + "  telefon  " + person + "  fungerar\n");
  EXPECT_THAT(feed({"show", id, "--format", "json"}).out, HasSubstr("\"alarm\":60"));
  ASSERT_EQ(feed({"add", "--name", "tjänstepersoner", "--body", "ks,soc", "--level", "official",
                  "--kinds", "step,hop"})
                .code,
            kExitFine);
  EXPECT_THAT(feed({"list"}).out, HasSubstr("ks soc official"));
  EXPECT_EQ(feed({"revoke", id}).code, kExitFine);
  EXPECT_EQ(feed({"revoke", id}).code, kExitRefused);
  EXPECT_EQ(feed({"list", "--person", person}).out, "");
  EXPECT_THAT(feed({"add", "--name", "x", "--body", "kss"}).err,
              HasSubstr("Det finns inget organ \"kss\"."));
  EXPECT_THAT(feed({"add", "--name", "x", "--body", "ks", "--kinds", "mote"}).err,
              HasSubstr("\"meeting\""));
}

}  // namespace
}  // namespace rytm
