// The law as it is quoted in text.
#pragma once

#include <string>
#include <string_view>

#include "base/text.h"

namespace rytm {

// "Kommunallagen 11 kap. 16 §" of "KL 11:16"; what is no short citation of a known law stays as it
// is.
std::string LawInWords(std::string_view citation, Language language);

}  // namespace rytm
