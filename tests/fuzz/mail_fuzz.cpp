// Whatever comes as mail: read or refused, never believed, in bounded time and memory.
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "base/limits.h"
#include "feeds/read_reply.h"
#include "mail/incoming.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const rytm::Result<rytm::IncomingMail> mail = rytm::ReadIncomingMail(bytes);
  if (!mail.ok()) return 0;
  if (mail.value().calendar.size() > rytm::kIncomingMailBytesMax) std::abort();
  const auto answer = rytm::ReadInvitationAnswer(mail.value().calendar);
  if (answer && (answer->uid.empty() || answer->attendee.empty())) std::abort();
  (void)rytm::ReadInvitationAnswer(bytes);
  return 0;
}
