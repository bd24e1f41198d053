#include "tests/server/ask_router.h"

#include "app/embedded.h"
#include "server/router.h"

namespace rytm {
namespace {

PageTemplates Templates() {
  constexpr std::string_view kFolder = "src/pages/templates/";
  PageTemplates templates;
  for (const std::string_view path : EmbeddedPaths(kFolder))
    templates.emplace(path.substr(kFolder.size(), path.rfind('.') - kFolder.size()),
                      *EmbeddedFile(path));
  return templates;
}

}  // namespace

HttpAnswer AskRouter(const HttpRequest& request, const AskedRouter& asked) {
  static const PageTemplates kTemplates = Templates();
  static const Workplace kNoWorkplace({});
  return Route(request, {.catalog = asked.catalog,
                         .private_feeds = asked.private_feeds,
                         .cache = asked.cache,
                         .now = asked.now,
                         .today = asked.today,
                         .templates = kTemplates,
                         .style = {},
                         .workplace = kNoWorkplace,
                         .public_url = {}});
}

}  // namespace rytm
