// What the columns of a table of people hold, by their headings. Private to this room.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "organisation/people_csv.h"

namespace rytm {

// "E-post", "Mejl", "E-mail": the same column.
std::optional<PeopleColumn> ColumnNamed(std::string_view heading);

// What a heading of ours says.
std::string_view HeadingOf(PeopleColumn column);

// Those every table has, in words, that `columns` lacks. Empty: it is a heading.
std::vector<Text> MissingColumns(const std::vector<std::optional<PeopleColumn>>& columns,
                                 bool body_is_known);

}  // namespace rytm
