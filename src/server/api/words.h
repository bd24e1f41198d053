// Words that several resources read.
#pragma once

#include "base/json_reader.h"
#include "base/text.h"

namespace rytm {

inline constexpr JsonWord<bool> kYesNo[] = {{"true", true}, {"false", false}};  // in queries
inline constexpr JsonWord<Language> kLanguages[] = {{"sv", Language::kSwedish},
                                                    {"en", Language::kEnglish}};

}  // namespace rytm
