// What a handler of the API answers with, before it is bytes; and what it refuses with (RFC 9457).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/change.h"
#include "base/json.h"
#include "base/result.h"
#include "server/http.h"

namespace rytm {

// A line for the audit log, put in with what it tells of.
struct Noted {
  std::string what;     // "batch-saved"
  std::string subject;  // an id
  std::string detail{};
};

struct Reply {
  int status = 200;
  std::optional<Json> json{};
  std::string text{};                  // where there is no JSON ...
  std::string type{};                  // ... and its media type
  std::optional<Revision> revision{};  // of what is answered, as If-Match names it
  std::string etag{};                  // of what has no revision, with quotes
  std::string fields{};                // more of them, each with CRLF
  std::optional<Noted> noted{};
  std::shared_ptr<const Planned> after{};  // the plan as it is once the write is in
  std::shared_ptr<EventStream> stream{};
};

// A file, shown by the browser and saved under the name.
Reply FileReply(std::string bytes, std::string_view type, const std::string& name);

// Something refused, as it is told.
struct Refusal {
  int status = 422;
  std::string_view type;  // "stale": what a program looks at
  Text title;
  Text detail{};
  std::vector<Problem> errors{};
  JsonObject more{};     // members of its own
  std::string fields{};  // header fields, each with CRLF
};

// The one table from refusals of app to HTTP.
Refusal RefusalOf(const Error& error);
Refusal RefusalWith(int status);

// A problem document.
Reply AsReply(const Refusal& refusal, Language language, std::string_view target);

// The first of Swedish and English that the client likes best (RFC 9110 §12.5.4); else Swedish.
Language LanguageOf(std::string_view accept_language);

}  // namespace rytm
