// What somebody who wrote a value in another way than the file asks for is likely to have meant.
#pragma once

#include <string>
#include <vector>

#include "base/json.h"

namespace rytm {

// Ways to write it that the file may accept, the likeliest first: "18.30" -> "18:30", "2027-2-3" ->
// "2027-02-03", "10-15" -> "--10-15", 45 -> "PT45M", "onsdag" -> "WE", "Stora salen" ->
// "stora-salen". The caller keeps the first that is right where it stands.
std::vector<std::string> LikelyMeant(const Json& value);

}  // namespace rytm
