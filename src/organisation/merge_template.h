// The template and the user's file made one (calendar/README.md "Template"), remembering where each
// value came from.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.h"
#include "base/result.h"

namespace rytm {

// A place in one of the two files.
struct Origin {
  bool from_template = false;
  std::string pointer;
  friend bool operator==(const Origin&, const Origin&) = default;
};

// From places in the merged document to places in the files.
class Origins {
 public:
  // What stands at `merged` and below came from `origin`, as far as nothing else is recorded below.
  void Record(std::string merged, Origin origin);
  Origin Of(std::string_view merged) const;
  bool FromTemplate(std::string_view merged) const { return Of(merged).from_template; }

 private:
  std::map<std::string, Origin, std::less<>> recorded_;
};

struct Merged {
  Json json;  // shaped as a rule file
  Origins origins;
};

// Takes any JSON, also of the wrong shape: what cannot be merged is the user's own. `from_template`
// is nullptr without a template. Told are: the same id twice in a list, `off` with nothing to take
// away, `before` a step that is not there; at their places in the file that says so.
Merged MergeTemplate(const Json& own, std::string_view own_file, const Json* from_template,
                     std::string_view template_file, std::vector<Problem>& problems);

}  // namespace rytm
