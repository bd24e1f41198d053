// The rule file (calendar/README.md), read: its template merged in, every word checked, made into
// an Organisation.
//
// Pure: all texts are handed in. Templates, guides, deadlines and schemas come from the program's
// own calendar and schemas folders; whoever keeps an imported plan keeps the texts it was read
// with, so that a new version of the program changes no plan (DESIGN §3).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"
#include "organisation/organisation.h"

namespace rytm {

// A text and the name people know it by. The text must outlive the call it is handed to.
struct NamedText {
  std::string name;
  std::string_view text;
};

// The JSON Schemas (draft 7) in schemas/json.
struct RuleFileSchemas {
  std::string_view organisation;   // organisation.json
  std::string_view from_template;  // template.json
  std::string_view guide;          // guide.json
  std::string_view deadlines;      // deadlines.json
};

// Everything a rule file is read with.
struct RuleFiles {
  NamedText organisation;  // the user's file: "ekeby.json"
  std::vector<NamedText>
      templates;  // "sweden-municipality@1", as the user's file names it; only that one is read
  std::vector<NamedText> guides;  // "guides/reflection.json"; a guide's id stands in the file
  NamedText deadlines;            // "deadlines.json"
  RuleFileSchemas schemas;
};

// All that is wrong, at once, in file order, each place once: Problem::file is the name handed in,
// the pointer is into that file, also for what the template brought. kBadInput, or kTooLarge where
// a file is over kRuleFileBytesMax.
//
// An Organisation that comes out keeps every promise of calendar/README.md: ids known and unique,
// no rings, recurrences safe to expand, times within the day, each selector matching a body.
// `pointer` of its parts is into the user's file; for what only the template says,
// "sweden-municipality@1#/chains/council/0".
Result<Organisation> ReadOrganisation(const RuleFiles& files);

// The user's file with its template filled in, as JSON: what a series inherits can be written on
// from there. The files have been read without a problem.
Json MergedRuleFile(const RuleFiles& files);

}  // namespace rytm
