#include "commands/import_report.h"

#include <algorithm>
#include <iostream>

#include "pages/plan_listing.h"
#include "pages/what_if_listing.h"

namespace rytm {
namespace {

void TellSize(CommandContext& context, const ImportReport& report) {
  context.out << report.organisation.id
              << (context.language == Language::kSwedish ? ": planen har " : ": the plan has ")
              << report.plan.items.size()
              << (context.language == Language::kSwedish ? " poster\n" : " items\n");
}

// Meetings and talks one by one; the steps and reports that follow them are too many to read.
void TellChanges(CommandContext& context, const ImportReport& report) {
  WhatIf shown = report.what_if;
  const auto follows = [](const ItemChange& change) {
    return change.item().kind != ItemKind::kMeeting && change.item().kind != ItemKind::kDialogue;
  };
  const bool only = std::all_of(shown.items.begin(), shown.items.end(), follows);
  if (!only) shown.notices.clear();
  const std::size_t left_out = only ? 0 : std::erase_if(shown.items, follows);
  context.out << WhatIfAsTable(report.organisation, shown, context.language);
  if (left_out == 0) return;
  context.out << (context.language == Language::kSwedish
                      ? "Steg och rapporter som ändras med dem: "
                      : "Steps and reports that change with them: ")
              << left_out << "\n";
}

}  // namespace

JsonObject ImportAsJson(const ImportReport& report) {
  return {{"organisation", report.organisation.id},
          {"revision", report.batch ? report.batch->revision : 0},
          {"items", report.plan.items.size()},
          {"findings", report.plan.findings.size()},
          {"what-if", WhatIfJson(report.what_if)}};
}

void TellFirstImport(CommandContext& context, const ImportReport& report) {
  TellSize(context, report);
  context.out << FindingsAsTable(report.plan.findings, context.language);
}

void TellImport(CommandContext& context, const ImportReport& report) {
  TellSize(context, report);
  TellChanges(context, report);
  TellSaved(context, report);
}

void TellSaved(CommandContext& context, const ImportReport& report) {
  const bool swedish = context.language == Language::kSwedish;
  if (!report.batch) {
    context.out << (swedish ? "Förhandsvisning: ingenting är sparat.\n"
                            : "Preview: nothing is stored.\n");
    return;
  }
  const std::int64_t number = report.batch->number;
  context.out << (swedish ? "Sparat som ändring " : "Saved as change ") << number
              << "; rytm adjust --undo " << number
              << (swedish ? " ångrar den. Prenumeranterna ser den när planen publiceras.\n"
                          : " takes it back. Subscribers see it when the plan is published.\n");
}

}  // namespace rytm
