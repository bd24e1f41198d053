// Every page that can be reached from the first, in both languages: whole HTML, nothing that the
// public may not see, nothing that the content security policy would stop, nothing a link points to
// missing, and the parts that WCAG 2.2 AA asks for.
#include <gmock/gmock.h>

#include <deque>
#include <map>
#include <regex>
#include <set>

#include "tests/pages/html_reader.h"
#include "tests/pages/sample_calendar.h"

namespace rytm {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

using Pages = std::map<std::string, std::string>;

struct Links {
  Pages pages;
  std::set<std::string> files;  // addresses
};

Links ReachedFrom(const SampleCalendar& sample, const std::string& first) {
  static const std::regex kFile("\\.(svg|png|pdf|csv|xlsx)(\\?|$)");
  Links reached;
  Pages& pages = reached.pages;
  std::deque<std::string> wanted = {first};
  while (!wanted.empty()) {
    const std::string address = wanted.front();
    wanted.pop_front();
    if (pages.contains(address)) continue;
    const std::optional<std::string> page = PageAt(sample, address);
    EXPECT_TRUE(page) << "a link leads to nothing: " << address;
    if (!page) continue;
    pages.emplace(address, *page);
    const Html html = ReadHtml(*page);
    for (const Tag* link : html.All("a")) {
      const std::string to = link->At("href");
      if (!to.starts_with("/")) continue;
      if (std::regex_search(to, kFile))
        reached.files.insert(to);
      else
        wanted.push_back(to.substr(0, to.find('#')));
    }
  }
  pages.emplace("missing", MissingPage(sample.In(Language::kSwedish), Templates()));
  pages.emplace("missing in English", MissingPage(sample.In(Language::kEnglish), Templates()));
  return reached;
}

const Links& ReachedLinks() {
  static const Links kLinks = ReachedFrom(Ekeby2027(), "/ekeby");
  return kLinks;
}

const Pages& Reached() { return ReachedLinks().pages; }

void ExpectFiles(const SampleCalendar& sample, const Links& links) {
  EXPECT_FALSE(links.files.empty());
  for (const std::string& file : links.files)
    EXPECT_TRUE(FileAt(sample, file)) << "a link leads to no file: " << file;
}

// Without those that stand in a frame of another page, which has a head and a foot of its own.
const Pages& WholePages() {
  static const Pages kPages = [] {
    Pages pages = Reached();
    std::erase_if(pages, [](const auto& page) {
      return page.first.ends_with("/inbaddad") || page.first.ends_with("/embed");
    });
    return pages;
  }();
  return kPages;
}

TEST(ReachedPagesTest, AreAllOfThemInBothLanguages) {
  for (const char* address :
       {"/ekeby", "/en/ekeby", "/ekeby/kf", "/en/ekeby/kfn", "/ekeby/all/prenumerera",
        "/en/ekeby/ks/subscribe", "/ekeby/ks/meeting.2027-10-20", "/ekeby/ks/meeting.2027-11-17",
        "/en/ekeby/kf/hearing.2027-10-05", "/ekeby/son/meeting.2027-10-19",
        "/ekeby/arshjul?year=2027", "/en/ekeby/wheel?year=2028&body=kf",
        "/ekeby/arshjul?year=2027&quarter=3", "/en/ekeby/wheel?year=2028&body=kf&quarter=1",
        "/ekeby/tillganglighet", "/en/ekeby/accessibility", "/ekeby/ks/inbaddad",
        "/en/ekeby/all/embed"})
    EXPECT_TRUE(Reached().contains(address)) << address;
}

TEST(ReachedPagesTest, AreWholeHtml) {
  for (const auto& [address, page] : Reached())
    EXPECT_THAT(ReadHtml(page).problems, IsEmpty()) << address;
}

TEST(ReachedPagesTest, ShowNothingThatIsNotForThePublic) {
  const char* hidden[] = {
      "video.example",  // links
      "Rum 2",          // the place of closed meetings
      "Room 2",
      "Förbered frågan",  // what those who work with it read
      "Prepare the question",
      "Ärendestopp",  // a step for those inside
      "Item deadline",
      "Gemensam reflektion",  // a dialogue
      "Reflecting together",
      "Ekeby Bostäder",  // bodies that are not listed
      "Ekeby Housing",
      "presidium",
      "Presidium",
      "Bryssel",  // the secretariat's reason
      "Brussels",
  };
  for (const auto& [address, page] : Reached())
    for (const char* words : hidden) EXPECT_THAT(page, Not(HasSubstr(words))) << address;
}

// The words above do stand in the editions, so that not finding them means something.
TEST(ReachedPagesTest, HaveSomethingToHide) {
  std::string everything;
  for (const auto& [body, edition] : Ekeby2027().editions)
    for (const Event& event : edition.events) {
      everything += event.title.sv + event.description.sv + event.place.sv + event.link;
      for (const ChainDay& step : event.chain) everything += step.name.sv;
    }
  for (const char* words : {"video.example", "Rum 2", "Förbered frågan", "Ärendestopp",
                            "Gemensam reflektion", "Ekeby Bostäder"})
    EXPECT_THAT(everything, HasSubstr(words));
}

TEST(ReachedPagesTest, HaveNothingThatTheSecurityPolicyStops) {
  static const std::regex kAddress("^(/|#|https://|webcal://|mailto:)");
  for (const auto& [address, page] : Reached()) {
    const Html html = ReadHtml(page);
    for (const Tag& tag : html.tags) {
      EXPECT_THAT((std::set<std::string>{"style", "iframe", "form", "object", "img"}),
                  Not(Contains(tag.name)))
          << address;
      if (tag.name == "script") {
        EXPECT_EQ(tag.At("type"), "application/ld+json") << address;  // data, never run
      }
      for (const auto& [name, value] : tag.attributes) {
        EXPECT_NE(name, "style") << address;
        EXPECT_FALSE(name.starts_with("on")) << address << ": " << name;
        if (name == "href") {
          EXPECT_TRUE(std::regex_search(value, kAddress)) << address << ": " << value;
        }
      }
    }
  }
}

TEST(ReachedPagesTest, LinkToPlacesThatAreThere) {
  for (const auto& [address, page] : Reached()) {
    const Html html = ReadHtml(page);
    std::set<std::string> ids;
    for (const Tag& tag : html.tags) ids.insert(tag.At("id"));
    for (const Tag& tag : html.tags) {
      if (tag.Has("aria-labelledby")) {
        EXPECT_THAT(ids, Contains(tag.At("aria-labelledby")));
      }
      if (tag.name == "label") {
        EXPECT_THAT(ids, Contains(tag.At("for"))) << address;
      }
      if (tag.At("href").starts_with("#")) {
        EXPECT_THAT(ids, Contains(tag.At("href").substr(1))) << address;
      }
    }
  }
}

TEST(ReachedPagesTest, LinkToFilesThatAreThere) { ExpectFiles(Ekeby2027(), ReachedLinks()); }

// Feeds point to "/ekeby/ks#ekeby.ks.meeting.2027-10-20".
TEST(ReachedPagesTest, HaveTheAnchorsThatFeedsPointTo) {
  for (const auto& [body, edition] : Ekeby2027().editions) {
    const auto page = Reached().find("/ekeby/" + body);
    if (page == Reached().end()) continue;
    for (const Event& event : edition.events)
      if (event.kind == EventKind::kMeeting && event.levels.Has(Level::kPublic)) {
        EXPECT_THAT(page->second,
                    HasSubstr("id=\"" + event.uid.substr(0, event.uid.find('@')) + "\""));
      }
  }
}

TEST(ReachedPagesTest, NameTheirLanguageAndLeadToTheOther) {
  for (const auto& [address, page] : WholePages()) {
    const bool english = address.starts_with("/en/") || address == "missing in English";
    const Html html = ReadHtml(page);
    EXPECT_EQ(html.All("html").at(0)->At("lang"), english ? "en" : "sv") << address;
    int switches = 0;
    for (const Tag* link : html.All("a")) {
      if (!link->Has("hreflang")) continue;
      ++switches;
      EXPECT_EQ(link->At("hreflang"), english ? "sv" : "en") << address;
      EXPECT_EQ(link->At("lang"), link->At("hreflang")) << address;
      if (address.starts_with("/")) {
        EXPECT_TRUE(Reached().contains(link->At("href"))) << address;
      }
    }
    EXPECT_EQ(switches, 1) << address;
  }
}

TEST(ReachedPagesTest, HaveLandmarksAndASkipLinkFirst) {
  for (const auto& [address, page] : WholePages()) {
    const Html html = ReadHtml(page);
    for (const char* landmark : {"main", "header", "footer", "h1"})
      EXPECT_EQ(html.All(landmark).size(), 1U) << address << ": " << landmark;
    const Html head = ReadHtml(page.substr(0, page.find("<body")));
    EXPECT_EQ(head.All("title").size(), 1U) << address;  // in a drawing, marks have titles too
    const Tag* first_link = html.All("a").at(0);
    EXPECT_EQ(first_link->At("href"), "#" + html.All("main").at(0)->At("id")) << address;
    for (const Tag* nav : html.All("nav")) EXPECT_NE(nav->At("aria-label"), "") << address;
    for (const Tag* section : html.All("section"))
      EXPECT_NE(section->At("aria-labelledby"), "") << address;
  }
}

TEST(ReachedPagesTest, SkipNoLevelOfHeadings) {
  for (const auto& [address, page] : Reached()) {
    const Html html = ReadHtml(page);
    int before = 0;
    for (const Tag& tag : html.tags) {
      if (tag.name.size() != 2 || tag.name[0] != 'h' || tag.name[1] < '1' || tag.name[1] > '6')
        continue;
      const int level = tag.name[1] - '0';
      EXPECT_LE(level, before + 1) << address << ": " << tag.text;
      before = level;
    }
  }
}

TEST(ReachedPagesTest, TellWhatTablesLinksAndDrawingsAre) {
  for (const auto& [address, page] : Reached()) {
    const Html html = ReadHtml(page);
    EXPECT_EQ(html.All("table").size(), html.All("caption").size()) << address;
    for (const Tag* cell : html.All("th")) EXPECT_NE(cell->At("scope"), "") << address;
    for (const Tag* link : html.All("a")) EXPECT_NE(link->text, "") << address;
    for (const Tag* drawing : html.All("svg"))
      EXPECT_TRUE(drawing->At("aria-hidden") == "true" || drawing->At("aria-labelledby") != "")
          << address;
    for (const Tag& tag : html.tags) {
      if (tag.At("role") != "region") continue;
      EXPECT_EQ(tag.At("tabindex"), "0") << address;
      EXPECT_NE(tag.At("aria-label"), "") << address;
    }
  }
}

TEST(ReachedPagesTest, SayThatRytmIsNotTheNoticeBoard) {
  for (const auto& [address, page] : WholePages()) {
    const Html html = ReadHtml(page);
    const bool swedish = html.All("html").at(0)->At("lang") == "sv";
    EXPECT_THAT(html.All("footer").at(0)->text,
                HasSubstr(swedish ? "Rytm är inte kommunens anslagstavla: kallelser och protokoll "
                                    "finns där."
                                  : "Rytm is not the municipality’s official notice board"))
        << address;
  }
}

// --- texts that would be HTML --------------------------------------------------------------------

constexpr const char* kAttack = "<script>alert(\"x\")</script>'&amp;";

Text Attacked(const Text& text) { return {kAttack + text.sv, kAttack + text.en}; }

SampleCalendar AttackedCalendar() {
  SampleCalendar sample = Ekeby2027();
  Organisation& organisation = sample.organisation;
  organisation.name = Attacked(organisation.name);
  organisation.contact = Attacked(organisation.contact);
  for (Body& body : organisation.bodies) {
    body.name = Attacked(body.name);
    body.short_name = kAttack + body.short_name;
  }
  for (CalendarEntry& entry : organisation.calendars.school_breaks)
    entry.name = Attacked(entry.name);
  for (CalendarEntry& entry : organisation.calendars.recesses) entry.name = Attacked(entry.name);
  for (auto& [body, edition] : sample.editions) {
    edition.body_name = Attacked(edition.body_name);
    edition.adoptions = {{.number = 1,
                          .body = body,
                          .period = {MakeDay(2027, 1, 1), MakeDay(2027, 12, 31)},
                          .decided_by = kAttack,
                          .paragraph = kAttack,
                          .case_number = kAttack}};
    for (Event& event : edition.events) {
      for (Text* text : {&event.title, &event.description, &event.public_description, &event.place,
                         &event.place_access, &event.public_reason})
        *text = Attacked(*text);
      for (ChainDay& step : event.chain) step.name = Attacked(step.name);
    }
  }
  sample.base_url = "https://rytm.ekeby.example\"><script>";
  return sample;
}

TEST(AttackedPagesTest, ShowTheTextAndRunNothing) {
  const SampleCalendar sample = AttackedCalendar();
  const Links links = ReachedFrom(sample, "/ekeby");
  EXPECT_EQ(links.pages.size(), Reached().size());
  ExpectFiles(sample, links);
  for (const auto& [address, page] : links.pages) {
    const Html html = ReadHtml(page);
    EXPECT_THAT(html.problems, IsEmpty()) << address;
    for (const Tag* script : html.All("script"))
      EXPECT_EQ(script->At("type"), "application/ld+json") << address;
    EXPECT_THAT(html.Text(), HasSubstr(kAttack)) << address;
  }
}

}  // namespace
}  // namespace rytm
