// The public calendar of fictional Ekeby on Tuesday 14 September 2027: published twice, so that it
// has a meeting moved, one cancelled, a reserve date, a joint meeting, and next year's not decided.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "pages/public_files.h"
#include "pages/public_pages.h"
#include "tests/edition/ekeby_plan.h"

namespace rytm {

struct SampleCalendar {
  Organisation organisation;
  std::map<std::string, Edition, std::less<>> editions;
  std::string base_url = "https://rytm.ekeby.example";

  PublicCalendar In(Language language, std::string_view today = "2027-09-14") const;
};

SampleCalendar Ekeby2027();    // bodies: kf, ks, son; kun until the year's end, kfn after it
SampleCalendar Unpublished();  // the same bodies, before their first edition

// The templates of src/pages/templates.
const PageTemplates& Templates();

// What the server would show at the address; nothing where it shows the missing page.
std::optional<std::string> PageAt(const SampleCalendar& sample, std::string_view address);

// What the server would send; nothing where there is no such file.
std::optional<PublicFile> FileAt(const SampleCalendar& sample, std::string_view address);

}  // namespace rytm
