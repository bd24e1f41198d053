// The files that travel inside the program: schemas, templates, the calendar's data, the web's
// files. Which ones: rytm_embed in src/app/CMakeLists.txt. Pure rooms never look here; they get
// text as arguments.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace rytm {

// The bytes of the file with this path from the root of the project, such as
// "calendar/templates/sweden-municipality@1.json". Nullopt when it is not embedded. Valid as long
// as the program.
std::optional<std::string_view> EmbeddedFile(std::string_view path);

// All embedded paths that begin so ("schemas/sql/"), in ascending byte order.
std::vector<std::string_view> EmbeddedPaths(std::string_view prefix);

// One row of the table that the build writes; only embedded.cpp reads it.
struct EmbeddedBytes {
  const char* path;
  const char* begin;
  const char* end;
};

}  // namespace rytm
