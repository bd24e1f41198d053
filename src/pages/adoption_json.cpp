#include "pages/adoption_json.h"

namespace rytm {

JsonObject AdoptionAsJson(const Adoption& adoption) {
  JsonObject json{{"number", adoption.number},
                  {"body", adoption.body},
                  {"from", FormatDay(adoption.period.first)},
                  {"until", FormatDay(adoption.period.last)},
                  {"kind", AdoptionWord(adoption.kind)}};
  if (adoption.decided_on) json["decided-on"] = FormatDay(*adoption.decided_on);
  if (!adoption.paragraph.empty()) json["paragraph"] = adoption.paragraph;
  if (!adoption.case_number.empty()) json["case-number"] = adoption.case_number;
  if (adoption.replaces) json["replaces"] = *adoption.replaces;
  return json;
}

}  // namespace rytm
