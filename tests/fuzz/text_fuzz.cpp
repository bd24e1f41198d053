// What people write, on its way through a calendar feed: whatever the bytes, every line is whole
// and short; and what has been normalised, as everything is when it is read, comes back through
// libical as it was.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "base/fold.h"
#include "base/text_check.h"
#include "feeds/content_lines.h"
#include "feeds/render.h"

namespace rytm {
namespace {

void Require(bool holds) {
  if (!holds) std::abort();
}

void LinesAreWholeAndShort(std::string_view bytes) {
  std::string escaped;
  ContentLines(escaped).Escaped(Trimmed(bytes, " "));
  std::string line;
  ContentLines(line).TextLine("X:", bytes);
  if (Trimmed(bytes, " ").empty()) return Require(line.empty());
  std::string unfolded;
  for (std::string_view rest = line; !rest.empty();) {
    const std::size_t end = rest.find("\r\n");
    Require(end != std::string_view::npos && end > 0 && end <= kLineOctetsMax);
    std::string_view physical = rest.substr(0, end);
    Require(physical.find_first_of(std::string_view("\r\n\0", 3)) == std::string_view::npos);
    if (!FindInvalidUtf8(bytes)) Require(!FindInvalidUtf8(physical));
    if (!unfolded.empty()) {
      Require(physical.starts_with(' '));
      physical.remove_prefix(1);
    }
    unfolded.append(physical);
    rest.remove_prefix(end + 2);
  }
  Require(unfolded == "X:" + escaped);
}

void ComesBackAsItWas(std::string_view bytes) {
  Event event;
  event.uid = "a@ekeby.example";
  event.body = "ks";
  event.day = MakeDay(2027, 4, 7);
  event.title = Text("x" + NormaliseText(bytes, Lines::kOne));
  event.description = Text(NormaliseText(bytes, Lines::kMany));
  event.place = Text(NormaliseText(bytes, Lines::kOne));
  event.levels = {Level::kOfficial};
  const FeedScope scope{.level = Level::kOfficial,
                        .language = Language::kSwedish,
                        .name = event.title,
                        .description = event.description,
                        .zone = "Europe/Stockholm",
                        .civil_time = true,
                        .page_url = "",
                        .published = {}};
  Require(ReadBack(RenderFeed({&event}, scope), {&event}, scope).ok());
}

}  // namespace
}  // namespace rytm

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  rytm::LinesAreWholeAndShort(bytes);
  rytm::ComesBackAsItWas(bytes);
  return 0;
}
