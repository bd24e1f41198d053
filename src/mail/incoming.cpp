#include "mail/incoming.h"

#include <algorithm>
#include <sstream>

#include "base/fold.h"
#include "base/limits.h"
#include "mail/address.h"
#include "mail/gmime_pointer.h"

namespace rytm {
namespace {

constexpr std::size_t kTagsMax = 20;    // looked up
constexpr int kMultipartDepthMax = 10;  // of parts in parts

std::string HeaderOf(GMimeMessage* message, const char* name) {
  const char* value = g_mime_object_get_header(GMIME_OBJECT(message), name);
  return value == nullptr ? "" : LowerAscii(value);
}

void AddTags(InternetAddressList* addresses, std::vector<std::string>& tags) {
  const int count = addresses == nullptr ? 0 : internet_address_list_length(addresses);
  for (int i = 0; i < count && tags.size() < kTagsMax; ++i) {
    InternetAddress* address = internet_address_list_get_address(addresses, i);
    if (!INTERNET_ADDRESS_IS_MAILBOX(address)) continue;
    const char* text = internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address));
    if (text == nullptr) continue;
    if (std::optional<std::string> tag = TagOf(text)) tags.push_back(std::move(*tag));
  }
}

std::vector<std::string> TagsOf(GMimeMessage* message) {
  std::vector<std::string> tags;
  GMimeHeaderList* headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
  for (const char* name : {"delivered-to", "x-original-to", "to", "cc"}) {
    for (int i = 0; i < g_mime_header_list_get_count(headers); ++i) {
      GMimeHeader* header = g_mime_header_list_get_header_at(headers, i);
      if (LowerAscii(g_mime_header_get_name(header)) != name) continue;
      const GMimePointer<InternetAddressList> addresses(
          internet_address_list_parse(nullptr, g_mime_header_get_value(header)));
      AddTags(addresses.get(), tags);
    }
  }
  return tags;
}

bool AnsweredByItself(GMimeMessage* message) {
  const std::string precedence = HeaderOf(message, "precedence");
  return HeaderOf(message, "auto-submitted").starts_with("auto-replied") || precedence == "bulk" ||
         precedence == "junk" || precedence == "list" || precedence == "auto_reply";
}

bool IsType(GMimeObject* part, const char* type, const char* subtype) {
  GMimeContentType* content_type = g_mime_object_get_content_type(part);
  return content_type != nullptr && g_mime_content_type_is_type(content_type, type, subtype);
}

std::string ContentOf(GMimePart* part) {
  GMimeDataWrapper* content = g_mime_part_get_content(part);
  if (content == nullptr) return "";
  GByteArray* bytes = g_byte_array_new();
  const GMimePointer<GMimeStream> stream(g_mime_stream_mem_new_with_byte_array(bytes));
  g_mime_data_wrapper_write_to_stream(content, stream.get());
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

// "Action: failed" and "Status: 5.1.1" (RFC 3464 §2.3) of one recipient, that of our mail.
bool TellsOfFailure(const std::string& report) {
  std::istringstream lines(report);
  bool failed = false;
  bool for_good = false;
  for (std::string line; std::getline(lines, line);) {
    std::string lower = LowerAscii(line);
    std::erase(lower, ' ');
    failed = failed || lower.starts_with("action:failed");
    for_good = for_good || lower.starts_with("status:5.");
  }
  return failed && for_good;
}

// Walks the parts, not into mails that a part may hold.
class Parts {
 public:
  explicit Parts(IncomingMail& mail) : mail_(mail) {}

  // False: there are too many.
  bool Walk(GMimeObject* part, int depth, bool in_report) {
    if (part == nullptr) return true;
    if (++count_ > kIncomingMailPartsMax || depth > kMultipartDepthMax) return false;
    if (GMIME_IS_MULTIPART(part)) {
      GMimeMultipart* parts = GMIME_MULTIPART(part);
      const bool report = IsType(part, "multipart", "report");
      for (int i = 0; i < g_mime_multipart_get_count(parts); ++i)
        if (!Walk(g_mime_multipart_get_part(parts, i), depth + 1, report)) return false;
    } else if (GMIME_IS_PART(part)) {
      Look(GMIME_PART(part), in_report);
    }
    return true;
  }

 private:
  void Look(GMimePart* part, bool in_report) {
    GMimeObject* object = GMIME_OBJECT(part);
    if (in_report && IsType(object, "message", "delivery-status"))
      mail_.bounced = mail_.bounced || TellsOfFailure(ContentOf(part));
    const bool calendar =
        IsType(object, "text", "calendar") || IsType(object, "application", "ics");
    if (calendar && mail_.calendar.empty()) mail_.calendar = ContentOf(part);
  }

  IncomingMail& mail_;
  std::size_t count_ = 0;
};

Error TooMuch() {
  return Refuse(ErrorCode::kTooLarge, Text("Mejlet är för stort eller har för många delar.",
                                           "The mail is too large or has too many parts."));
}

}  // namespace

Result<IncomingMail> ReadIncomingMail(std::string_view bytes) {
  if (bytes.size() > kIncomingMailBytesMax) return TooMuch();
  StartGMime();
  const GMimePointer<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const GMimePointer<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
  const GMimePointer<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
  IncomingMail mail;
  if (message == nullptr) return mail;
  mail.tags = TagsOf(message.get());
  mail.answered_by_itself = AnsweredByItself(message.get());
  if (!Parts(mail).Walk(g_mime_message_get_mime_part(message.get()), 0, false)) return TooMuch();
  return mail;
}

}  // namespace rytm
