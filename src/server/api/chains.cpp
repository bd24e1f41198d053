// A body's meetings of a year with what comes before and after each, as a file.
#include <utility>

#include "app/workbook.h"
#include "pages/chain_table.h"
#include "server/api/handlers.h"

namespace rytm {

Result<Reply> GetChains(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const Organisation& organisation = *planned.value()->organisation;
  const Body* body = organisation.FindBody(call.Part("body"));
  const std::optional<YearFile> asked = YearFileNamed(call.Part("file"));
  if (body == nullptr || !call.Sees(body->id) || !asked) return NotHere();
  const Result<Language> language = call.LanguageAsked();
  if (!language.ok()) return language.error();
  const Day today = planned.value()->today;
  std::string name = organisation.id + "-" + body->id + "-" + std::to_string(asked->year) +
                     "-chain" + std::string(asked->ending);
  std::optional<Result<PublicFile>> file =
      ChainFile(ChainsOf(planned.value()->plan, *body, asked->year, language.value()), asked->year,
                asked->ending, std::move(name),
                {.paper = PdfDocument::Paper::kA4Lying,
                 .title = ChainTitle(*body, asked->year, language.value()),
                 .footer = DraftFooter(organisation, today, language.value()),
                 .language = language.value(),
                 .made = today});
  if (!file) return NotHere();
  if (!file->ok()) return file->error();
  PublicFile made = std::move(*file).value();
  if (const Result<Done> written = WriteWorkbook(made); !written.ok()) return written.error();
  return FileReply(std::move(made.bytes), made.type, made.name);
}

}  // namespace rytm
