#include "commands/import_report.h"

#include <iostream>

#include "pages/plan_listing.h"

namespace rytm {
namespace {

JsonArray Ids(const std::vector<ImportLine>& changes) {
  JsonArray ids;
  for (const ImportLine& change : changes) ids.push_back(Json(change.id));
  return ids;
}

}  // namespace

JsonObject ImportAsJson(const ImportReport& report) {
  return {{"organisation", report.organisation},
          {"revision", report.revision},
          {"items", report.items},
          {"appear", Ids(report.appear)},
          {"disappear", Ids(report.disappear)},
          {"move", Ids(report.move)},
          {"findings", report.findings.size()}};
}

void TellImport(CommandContext& context, const ImportReport& report) {
  const bool swedish = context.language == Language::kSwedish;
  const auto line = [&](const char* sv, const char* en, const std::vector<ImportLine>& changes) {
    if (changes.empty()) return;
    context.out << (swedish ? sv : en) << changes.size() << "\n";
    if (report.revision == 0)
      for (const ImportLine& change : changes)
        context.out << "  " << change.words.In(context.language) << "\n";
  };
  context.out << report.organisation << (swedish ? ": planen har " : ": the plan has ")
              << report.items << (swedish ? " poster\n" : " items\n");
  line("Kommer till: ", "Appear: ", report.appear);
  line("Försvinner: ", "Disappear: ", report.disappear);
  line("Ändras: ", "Change: ", report.move);
  context.out << FindingsAsTable(report.findings, context.language);
  if (report.revision == 0)
    context.out << (swedish ? "Förhandsvisning: ingenting är sparat.\n"
                            : "Preview: nothing is stored.\n");
}

}  // namespace rytm
