// 40 bodies with a meeting a month and its steps, for four years, and 1,000 people in two each.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dates/zone.h"
#include "edition/differences.h"
#include "reminders/due.h"
#include "reminders/notices.h"

namespace rytm {

struct MailSample {
  static constexpr int kBodies = 40;
  static constexpr int kPeople = 1000;
  static constexpr int kMonths = 48;
  static constexpr int kSteps = 4;  // of each meeting

  static const MailSample& Get() {
    static const MailSample sample;
    return sample;
  }

  std::size_t events() const {
    std::size_t count = 0;
    for (const Edition& edition : editions) count += edition.events.size();
    return count;
  }

  std::vector<Edition> editions;
  std::vector<const Edition*> editions_by_pointer;
  std::vector<Correspondent> people;
  std::vector<std::vector<Difference>> differences;
  std::vector<BodyNews> news;
  Zone zone = Zone::Find("Europe/Stockholm").value();
  Instant now = *ParseInstant("2028-09-12T06:00:00Z");

 private:
  MailSample() {
    for (int body = 0; body < kBodies; ++body) AddBody("b" + std::to_string(body));
    for (const Edition& edition : editions) editions_by_pointer.push_back(&edition);
    for (int person = 0; person < kPeople; ++person) AddPerson(person);
    for (const Edition& before : editions) {
      Edition after = before;
      for (Event& event : after.events)
        if (event.kind == EventKind::kMeeting && event.day > MakeDay(2028, 10, 1)) {
          event.day += Days{1};
          break;
        }
      differences.push_back(Compare(&before, after));
    }
    for (std::size_t i = 0; i < editions.size(); ++i)
      news.push_back({.body = editions[i].body,
                      .name = Text(editions[i].body),
                      .differences = differences[i]});
  }

  void AddBody(const std::string& body) {
    const Levels inside{Level::kMember, Level::kManagement, Level::kOfficial, Level::kSecretariat};
    Edition edition;
    edition.body = body;
    for (int month = 0; month < kMonths; ++month) {
      Event meeting;
      meeting.uid = "org." + body + ".meeting." + std::to_string(month) + "@example.org";
      meeting.body = body;
      meeting.origin = "meeting";
      meeting.title = Text("Nämnden: Sammanträde");
      meeting.day = MakeDay(2027 + month / 12, static_cast<unsigned>(month % 12) + 1, 13);
      meeting.at = TimeOfDay{13 * 60};
      meeting.lasts = Minutes{180};
      meeting.levels = inside;
      for (int step = 0; step < kSteps; ++step) {
        Event of_step = meeting;
        of_step.uid = "org." + body + ".meeting." + std::to_string(month) + ".step" +
                      std::to_string(step) + "@example.org";
        of_step.kind = EventKind::kStep;
        of_step.origin = step == 0 ? "notice" : "step";
        of_step.parent_uid = meeting.uid;
        of_step.day = meeting.day - Days{7 - step};
        of_step.at.reset();
        of_step.levels = {Level::kOfficial, Level::kManagement, Level::kSecretariat};
        edition.events.push_back(of_step);
      }
      edition.events.push_back(meeting);
    }
    editions.push_back(std::move(edition));
  }

  void AddPerson(int number) {
    const bool official = number % 5 == 0;
    Correspondent correspondent{.person = {.id = "p-" + std::to_string(number), .name = "Prov"},
                                .choices = official ? UsualForOfficials() : UsualForElected()};
    for (int i = 0; i < 2; ++i)
      correspondent.person.assignments.push_back(
          {.body = "b" + std::to_string((number + i * 7) % kBodies),
           .post = official ? Post::kCaseOfficer : Post::kMember,
           .from = MakeDay(2027, 1, 1)});
    people.push_back(std::move(correspondent));
  }
};

}  // namespace rytm
