// Who asks, and what they may: the door of every route.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "app/news.h"
#include "server/api/call.h"

namespace rytm {

// Fills in token, login, actor and visitor, and asks the endpoint's who and action. Refused: 401
// nobody known; 403 may not, or a write that did not come from our own pages; 404 the whole
// organisation is none of theirs.
std::optional<Refusal> Enter(Call& call);

// "code", "totp-enrolment", "new-password", "complete": what a login waits for.
std::string_view StageWord(LoginStage stage);

// The news with those of its bodies that the actor may see; nullopt: none of them.
std::optional<RevisionNews> NewsFor(const Actor& actor, RevisionNews news);

// The cookies' names: with TLS they are bound to our host alone.
std::string LoginCookie(const ApiSettings& settings);
std::string BrowserCookie(const ApiSettings& settings);

// A Set-Cookie line. An empty value takes the cookie away.
std::string SetCookie(const ApiSettings& settings, const std::string& name, std::string_view value,
                      std::chrono::seconds life);

}  // namespace rytm
