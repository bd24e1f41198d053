// A person's own page, behind the link in a mail: without password and without script. What it
// shows depends on the link: one event, one's choices, or everything.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "base/day.h"
#include "base/text.h"
#include "edition/edition.h"
#include "organisation/organisation.h"
#include "pages/public_pages.h"

namespace rytm {

struct OwnMeeting {
  const Event* event = nullptr;
  Level level = Level::kMember;
  Text posts;  // "ledamot"
  bool substitute = false;
  bool called = false;
  bool absent = false;
  bool answers = false;  // may say that they cannot come
};

// What the form of mails holds.
struct OwnChoices {
  enum class Mails { kSingle, kWeekly, kNone };
  std::array<bool, 6> reminders{};  // papers, week before, day before, morning, deadline, dialogue
  Mails mails = Mails::kSingle;
  bool changes = true;
  bool invitations = false;
  TimeOfDay at{};
  TimeOfDay quiet_from{};
  TimeOfDay quiet_until{};
};

struct OwnFeed {
  std::string id;
  std::string name;
  Text fetched;  // "Hämtad i dag av Outlook"
};

struct OwnPage {
  const Organisation& organisation;
  Day today{};
  Language language = Language::kSwedish;
  std::string base_url{};
  std::string address{};  // "/my/TOKEN": its forms go below it
  std::string name{};     // empty: not told, the link is to one event
  Text said{};            // what was just done
  bool official = false;
  std::optional<OwnMeeting> meeting{};  // the one event of the link
  std::vector<OwnMeeting> meetings{};   // all to come
  OwnChoices choices{};
  bool everything = false;
  std::string mail_address{};
  std::vector<OwnFeed> feeds{};
  std::string new_feed{};  // the address of the one just made, shown once
};

std::string RenderOwnPage(const OwnPage& page, const PageTemplates& templates);

// There is nothing behind this link, or no longer.
std::string RenderNoOwnPage(const Organisation& organisation, const PageTemplates& templates,
                            Language language);

}  // namespace rytm
