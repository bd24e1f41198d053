#include "app/zip.h"

#include <zip.h>

#include <memory>
#include <optional>

namespace rytm {
namespace {

Error CannotPack() {
  return Refuse(ErrorCode::kUnavailable,
                Text("Filerna gick inte att packa.", "The files could not be packed."));
}

struct DosTime {
  zip_uint16_t time = 0;
  zip_uint16_t date = 0;
};

// Whole days since 1980 and pairs of seconds, in UTC: no zone of the machine in it.
DosTime DosTimeOf(Instant instant) {
  const date::sys_days day = date::floor<date::days>(instant);
  const date::year_month_day civil(day);
  const date::hh_mm_ss<std::chrono::seconds> clock(instant - day);
  constexpr int kEpoch = 1980;
  return {
      .time = static_cast<zip_uint16_t>(clock.hours().count() << 11 | clock.minutes().count() << 5 |
                                        clock.seconds().count() / 2),
      .date = static_cast<zip_uint16_t>((static_cast<int>(civil.year()) - kEpoch) << 9 |
                                        static_cast<int>(unsigned{civil.month()}) << 5 |
                                        static_cast<int>(unsigned{civil.day()}))};
}

struct SourceFreer {
  void operator()(zip_source_t* source) const { zip_source_free(source); }
};
using Source = std::unique_ptr<zip_source_t, SourceFreer>;

// Discarded unless it is closed.
class Archive {
 public:
  explicit Archive(zip_source_t* into) : zip_(zip_open_from_source(into, ZIP_TRUNCATE, nullptr)) {
    // The archive owns one more share of the bytes than whoever reads them afterwards.
    if (zip_ != nullptr) zip_source_keep(into);
  }
  ~Archive() {
    if (zip_ != nullptr) zip_discard(zip_);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  bool Add(const PackedFile& file, DosTime time) {
    if (zip_ == nullptr) return false;
    Source bytes(zip_source_buffer(zip_, file.bytes.data(), file.bytes.size(), 0));
    if (!bytes) return false;
    const zip_int64_t index = zip_file_add(zip_, file.name.c_str(), bytes.get(), ZIP_FL_ENC_UTF_8);
    if (index < 0) return false;
    static_cast<void>(bytes.release());  // the archive's now
    const auto at = static_cast<zip_uint64_t>(index);
    return zip_set_file_compression(zip_, at, ZIP_CM_STORE, 0) == 0 &&
           zip_file_set_dostime(zip_, at, time.time, time.date, 0) == 0;
  }
  bool Close() {
    if (zip_ == nullptr || zip_close(zip_) != 0) return false;
    zip_ = nullptr;
    return true;
  }

 private:
  zip_t* zip_;
};

std::optional<std::string> BytesOf(zip_source_t* source) {
  zip_stat_t stat;
  if (zip_source_stat(source, &stat) != 0 || zip_source_open(source) != 0) return std::nullopt;
  std::string bytes(stat.size, '\0');
  const zip_int64_t read = zip_source_read(source, bytes.data(), bytes.size());
  zip_source_close(source);
  if (read != static_cast<zip_int64_t>(bytes.size())) return std::nullopt;
  return bytes;
}

}  // namespace

Result<std::string> AsZip(const std::vector<PackedFile>& files, Instant time) {
  const Source into(zip_source_buffer_create(nullptr, 0, 0, nullptr));
  if (!into) return CannotPack();
  Archive archive(into.get());
  for (const PackedFile& file : files)
    if (!archive.Add(file, DosTimeOf(time))) return CannotPack();
  if (!archive.Close()) return CannotPack();
  std::optional<std::string> bytes = BytesOf(into.get());
  if (!bytes) return CannotPack();
  return *std::move(bytes);
}

}  // namespace rytm
