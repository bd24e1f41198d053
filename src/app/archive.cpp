#include "app/archive.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <utility>

#include "app/embedded.h"
#include "app/zip.h"
#include "pages/edition_document.h"

namespace rytm {
namespace {

std::string Sha256(std::string_view bytes) {
  std::array<unsigned char, crypto_hash_sha256_BYTES> hash{};
  crypto_hash_sha256(hash.data(), reinterpret_cast<const unsigned char*>(bytes.data()),
                     bytes.size());
  std::array<char, crypto_hash_sha256_BYTES * 2 + 1> hex{};
  sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
  return hex.data();
}

// Two blanks between, as sha256sum writes it.
std::string SumsOf(const std::vector<PackedFile>& files) {
  std::string sums;
  for (const PackedFile& file : files) sums += Sha256(file.bytes) + "  " + file.name + "\n";
  return sums;
}

std::string NameOf(const Edition& edition) {
  return edition.organisation + "-" + edition.body + "-" + std::to_string(edition.number);
}

Instant LatestOf(const std::vector<Edition>& editions) {
  return std::max_element(
             editions.begin(), editions.end(),
             [](const Edition& a, const Edition& b) { return a.published < b.published; })
      ->published;
}

}  // namespace

Result<std::string> ArchiveOf(const Organisation& organisation,
                              const std::vector<Edition>& editions, Language language) {
  if (editions.empty())
    return Refuse(ErrorCode::kNotFound,
                  Text("Det finns ingen sådan utgåva.", "There is no such edition."));
  std::vector<PackedFile> files;
  for (const Edition& edition : editions) {
    Result<std::string> pdf = EditionAsPdf(organisation, edition, language);
    if (!pdf.ok()) return pdf.error();
    files.push_back({NameOf(edition) + ".pdf", std::move(pdf).value()});
    files.push_back({NameOf(edition) + ".json", WriteJson(EditionAsJson(organisation, edition))});
  }
  const std::optional<std::string_view> schema = EmbeddedFile("schemas/json/edition.json");
  files.push_back({"edition.schema.json", std::string(schema.value_or(""))});
  files.push_back({"SHA256SUMS", SumsOf(files)});
  return AsZip(files, LatestOf(editions));
}

std::string ArchiveName(const std::vector<Edition>& editions) {
  if (editions.empty()) return "archive";
  if (editions.size() == 1) return NameOf(editions.front());
  return editions.front().organisation + "-" + FormatInstant(LatestOf(editions)).substr(0, 10);
}

}  // namespace rytm
