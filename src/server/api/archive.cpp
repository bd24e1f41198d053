// Editions as files for the registry and the archive.
#include "app/archive.h"

#include "server/api/handlers.h"
#include "server/api/words.h"

namespace rytm {
namespace {

Result<Reply> Packed(Call& call, const Organisation& organisation,
                     const std::vector<Edition>& editions) {
  const Result<Language> language = call.ReadQuery([&](const JsonReader& query) {
    query.OnlyKeys({"language"});
    return query.OptionalWord("language", kLanguages).value_or(call.language);
  });
  if (!language.ok()) return language.error();
  Result<std::string> archive = ArchiveOf(organisation, editions, language.value());
  if (!archive.ok()) return archive.error();
  return FileReply(std::move(archive).value(), "application/zip", ArchiveName(editions) + ".zip");
}

}  // namespace

Result<Reply> GetEditionArchive(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  const std::optional<std::int64_t> number = call.Number("number");
  if (!call.Sees(call.Part("body")) || !number) return NotHere();
  const Result<Edition> edition =
      call.database().store().EditionOf(call.Part("body"), static_cast<int>(*number));
  if (!edition.ok()) return edition.error();
  return Packed(call, *planned.value()->organisation, {edition.value()});
}

Result<Reply> GetArchive(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  std::vector<Edition> editions;
  for (const Edition& edition : *planned.value()->editions)
    if (call.Sees(edition.body)) editions.push_back(edition);
  return Packed(call, *planned.value()->organisation, editions);
}

}  // namespace rytm
