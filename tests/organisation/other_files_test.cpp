// Templates, guides and deadlines with mistakes: told in their own names.
#include <gtest/gtest.h>

#include "tests/organisation/rule_files.h"

namespace rytm {
namespace {

using testing::InWords;
using testing::RuleFilesFromDisk;

constexpr const char* kGood =
    R"({"organisation": {"id": "ekeby", "name": "Ekeby", "host": "ekeby.example"},
        "window": {"from": "2027-01-01", "until": "2030-12-31"},
        "bodies": [{"id": "kf", "kind": "council", "name": "Kommunfullmäktige"}]})";

std::string Refusal(const Result<Organisation>& read) {
  return read.ok() ? "read" : InWords(read.error());
}

TEST(Deadlines, AreRefusedWithoutTheirProof) {
  RuleFilesFromDisk files;
  files.files().deadlines.text = R"({"deadlines": [
    {"id": "KL 5:24", "name": "Ansvarsfrihet", "day": "--06-30"},
    {"id": "KL 5:24", "name": "Igen", "citation": "5 kap. 24 §", "source": "SFS", "valid-from": "2018-01-01",
     "kinds": ["council"], "day": "--06-30", "days": 3},
    {"id": "KL 5:13", "name": "Kallelse", "citation": "5 kap. 13 §", "source": "SFS", "valid-from": "2018-01-01",
     "valid-until": "2017-01-01", "kinds": [], "days": -7},
    {"id": "KL 6:35", "name": "Justering", "citation": "6 kap. 35 §", "source": "SFS", "valid-from": "2018-01-01",
     "kinds": ["nämnd"]}]})";
  EXPECT_EQ(
      R"(deadlines.json /deadlines/0: Nyckeln "citation" saknas.
deadlines.json /deadlines/0: Nyckeln "source" saknas.
deadlines.json /deadlines/0: Nyckeln "valid-from" saknas.
deadlines.json /deadlines/0: Nyckeln "kinds" saknas.
deadlines.json /deadlines/1/id: Lagregeln finns redan i listan.
deadlines.json /deadlines/1/days: Här står både "day" och "days". Behåll det ena.
deadlines.json /deadlines/2/valid-until: Regeln upphör innan den börjar gälla.
deadlines.json /deadlines/2/kinds: Listan är för kort: 0. Den ska ha minst 1.
deadlines.json /deadlines/3: Något saknas här. Skriv "day", "days" eller "months".
deadlines.json /deadlines/3/kinds/0: Ordet "nämnd" går inte att använda här. Det som går att skriva här: "council", "executive-board", "committee", "subcommittee", "presidium", "preparatory-group", "company-board", "party-group".
)",
      Refusal(files.Read("ekeby.json", kGood)));
}

TEST(Guides, AreShortEnoughToBeUsed) {
  RuleFilesFromDisk files;
  files.files().guides = {
      {"guides/a.json", R"({"id": "a", "title": "A", "purpose": "P", "leads": "L", "close": "C",
        "prepare": ["ett", "två", "tre"], "steps": []})"},
      {"guides/b.json", R"({"id": "b", "title": "B", "purpose": "P", "leads": "L", "close": "C",
        "steps": [{"minutes": 0, "form": "grupp", "question": "?", "answer": "nej"}]})"},
      {"guides/c.json", R"({"id": "c", "title": "C", "purpose": "P", "leads": "L", "close": "C",
        "steps": [{"minutes": 3, "form": "alone", "question": "?"}]})"},
      {"guides/d.json", R"({"id": "c", "title": "C", "purpose": "P", "leads": "L", "close": "C",
        "steps": [{"minutes": 3, "form": "pairs", "question": "?"}]})"},
      {"guides/e.json", R"({"id": "e",})"}};
  EXPECT_EQ(
      R"(guides/a.json /prepare: Listan är för lång: 3. Gränsen är 2.
guides/a.json /steps: Listan är för kort: 0. Den ska ha minst 1.
guides/b.json /steps/0/minutes: Här ska det stå ett heltal från 1 till 480, men det står talet 0.
guides/b.json /steps/0/form: Ordet "grupp" går inte att använda här. Det som går att skriva här: "alone", "pairs", "all".
guides/d.json /id: Det finns redan en samtalsguide "c".
guides/e.json line 1, column 11: Det står ett komma efter det sista, före }. Ta bort kommat.
guides/b.json /steps/0/answer: Nyckeln "answer" finns inte här. Det som går att skriva här: "minutes", "form", "question".
)",
      Refusal(files.Read("ekeby.json", kGood)));
}

std::string WithTemplate(const char* text) {
  RuleFilesFromDisk files;
  files.AddTemplate("sweden-municipality@1", text);
  return Refusal(files.Read("ekeby.json", R"({"template": "sweden-municipality@1",
      "organisation": {"id": "ekeby", "name": "Ekeby", "host": "ekeby.example"},
      "window": {"from": "2027-01-01", "until": "2030-12-31"},
      "bodies": [{"id": "kf", "kind": "council", "name": "Kommunfullmäktige"}]})"));
}

TEST(TemplateFile, IsToldInItsOwnName) {
  EXPECT_EQ("read", WithTemplate(R"({"template": "sweden-municipality@1"})"));
  EXPECT_EQ(
      "sweden-municipality@1 line 1, column 37: Det står ett komma efter det sista, före }. Ta "
      "bort kommat.\n",
      WithTemplate(R"({"template": "sweden-municipality@1",})"));
  EXPECT_EQ(
      "sweden-municipality@1 /kinds/kommitté: Nyckeln \"kommitté\" finns inte här. "
      "Menade du \"committee\"?\n"
      "sweden-municipality@1 /reports/0: Nyckeln \"name\" saknas.\n"
      "sweden-municipality@1 /reports/0: Nyckeln \"period\" saknas.\n"
      "sweden-municipality@1 /reports/0: Nyckeln \"route\" saknas.\n"
      "sweden-municipality@1 /reports/1/id: Id \"budget\" finns redan, på /reports/0. Ge det ett "
      "eget id.\n",
      WithTemplate(R"({"template": "sweden-municipality@1", "kinds": {"kommitté": {}},
        "reports": [{"id": "budget"}, {"id": "budget", "name": "B", "period": "year", "route": [{"body": "kf"}]}]})"));
}

TEST(TemplateFile, SaysItsOwnName) {
  EXPECT_EQ(
      "sweden-municipality@1 /template: Mallen kallar sig \"sweden-region@1\". "
      "Skriv \"sweden-municipality@1\".\n",
      WithTemplate(R"({"template": "sweden-region@1"})"));
}

}  // namespace
}  // namespace rytm
