// The kinds of decisions as they are called in the database, in JSON and on the command line.
#pragma once

#include "base/json_reader.h"
#include "edition/adoption.h"

namespace rytm {

inline constexpr JsonWord<Adoption::Kind> kAdoptionWords[] = {
    {"proposed", Adoption::Kind::kProposed},
    {"adopted", Adoption::Kind::kAdopted},
    {"amended", Adoption::Kind::kAmended},
    {"corrected", Adoption::Kind::kCorrected},
    {"withdrawn", Adoption::Kind::kWithdrawn}};

}  // namespace rytm
