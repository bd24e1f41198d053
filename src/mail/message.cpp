#include "mail/message.h"

#include <algorithm>
#include <mutex>

#include "base/limits.h"
#include "base/text_check.h"
#include "mail/gmime_pointer.h"

namespace rytm {
namespace {

constexpr const char* kCharset = "utf-8";

Error Refusal(Text message) { return Refuse(ErrorCode::kBadInput, std::move(message)); }

// Visible ASCII without the signs that end an address in angle brackets.
bool IsPlainAscii(std::string_view text) {
  return std::all_of(text.begin(), text.end(),
                     [](char c) { return c > ' ' && c < 0x7F && c != '<' && c != '>'; });
}

bool IsBody(std::string_view text) {
  return !FindInvalidUtf8(text) && text.find('\0') == std::string_view::npos;
}

Result<Done> Check(const Letter& letter, const MailHead& head) {
  const std::pair<const std::string&, Text> texts[] = {
      {letter.subject, {"Ämnesraden", "The subject"}},
      {head.from.name, {"Avsändarens namn", "The sender's name"}},
      {head.to.name, {"Mottagarens namn", "The recipient's name"}}};
  for (const auto& [text, what] : texts)
    if (Result<Done> fits = CheckHeadText(text, what); !fits.ok()) return fits;
  for (const std::string& address : {head.from.address, head.to.address, head.reply_to,
                                     WithTag(head.from.address, letter.reply_tag)})
    if (Result<Done> fits = CheckAddress(address); !fits.ok()) return fits;
  if (!IsBody(letter.text) || !IsBody(letter.html) || !IsBody(letter.calendar))
    return Refusal({"Mejlets text är inte UTF-8.", "The text of the mail is not UTF-8."});
  const bool method_fits = letter.calendar.empty() == letter.method.empty() &&
                           std::all_of(letter.method.begin(), letter.method.end(),
                                       [](char c) { return c >= 'A' && c <= 'Z'; });
  if (!method_fits)
    return Refusal({"Mejlets kalenderdel har ingen metod.", "The mail's calendar has no method."});
  if (!IsPlainAscii(letter.unsubscribe_address) || !IsPlainAscii(head.message_id))
    return Refusal({"Mejlets id eller adressen för att avsluta går inte att använda.",
                    "The mail's id, or the address to unsubscribe at, cannot be used."});
  return Done{};
}

GMimePointer<GMimeObject> Part(const char* type, const char* subtype, const std::string& bytes,
                               GMimeContentEncoding encoding) {
  GMimePart* part = g_mime_part_new_with_type(type, subtype);
  const GMimePointer<GMimeStream> stream(
      g_mime_stream_mem_new_with_buffer(bytes.data(), bytes.size()));
  const GMimePointer<GMimeDataWrapper> content(
      g_mime_data_wrapper_new_with_stream(stream.get(), GMIME_CONTENT_ENCODING_DEFAULT));
  g_mime_part_set_content(part, content.get());
  g_mime_part_set_content_encoding(part, encoding);
  return GMimePointer<GMimeObject>(GMIME_OBJECT(part));
}

GMimePointer<GMimeObject> TextPart(const char* subtype, const std::string& text) {
  auto part = Part("text", subtype, text, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
  g_mime_object_set_content_type_parameter(part.get(), "charset", kCharset);
  return part;
}

// In base64: calendars do not survive being wrapped anew on the way (M4).
GMimePointer<GMimeObject> CalendarPart(const Letter& letter) {
  auto part = Part("text", "calendar", letter.calendar, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_content_type_parameter(part.get(), "charset", kCharset);
  g_mime_object_set_content_type_parameter(part.get(), "method", letter.method.c_str());
  g_mime_object_set_content_type_parameter(part.get(), "component", "VEVENT");
  return part;
}

GMimePointer<GMimeObject> Attachment(const Letter& letter) {
  auto part = Part("application", "ics", letter.calendar, GMIME_CONTENT_ENCODING_BASE64);
  g_mime_object_set_content_type_parameter(part.get(), "name", "invite.ics");
  g_mime_object_set_disposition(part.get(), "attachment");
  g_mime_object_set_content_disposition_parameter(part.get(), "filename", "invite.ics");
  return part;
}

// The boundary is the letter's own, so that every try has the same bytes. No line of a part can be
// it: "=_" stands neither in quoted-printable nor in base64.
GMimePointer<GMimeMultipart> Multipart(const char* subtype, const std::string& boundary) {
  GMimePointer<GMimeMultipart> multipart(g_mime_multipart_new_with_subtype(subtype));
  g_mime_multipart_set_boundary(multipart.get(), ("=_" + boundary).c_str());
  return multipart;
}

// The simplest form first, the richest last (RFC 2046 §5.1.4; M2).
GMimePointer<GMimeObject> Body(const Letter& letter, const std::string& message_id) {
  const std::string id = message_id.substr(0, std::min<std::size_t>(message_id.find('@'), 40));
  GMimePointer<GMimeMultipart> forms = Multipart("alternative", id + ".forms");
  g_mime_multipart_add(forms.get(), TextPart("plain", letter.text).get());
  if (!letter.html.empty()) g_mime_multipart_add(forms.get(), TextPart("html", letter.html).get());
  if (letter.calendar.empty()) return GMimePointer<GMimeObject>(GMIME_OBJECT(forms.release()));
  g_mime_multipart_add(forms.get(), CalendarPart(letter).get());
  GMimePointer<GMimeMultipart> mixed = Multipart("mixed", id + ".mixed");
  g_mime_multipart_add(mixed.get(), GMIME_OBJECT(forms.get()));
  g_mime_multipart_add(mixed.get(), Attachment(letter).get());
  return GMimePointer<GMimeObject>(GMIME_OBJECT(mixed.release()));
}

void Set(GMimeMessage* message, const char* name, const std::string& value) {
  g_mime_object_set_header(GMIME_OBJECT(message), name, value.c_str(), kCharset);
}

void Add(GMimeMessage* message, GMimeAddressType type, const Mailbox& mailbox) {
  const GMimePointer<InternetAddress> address(
      internet_address_mailbox_new(mailbox.name.c_str(), mailbox.address.c_str()));
  internet_address_set_charset(address.get(), kCharset);
  internet_address_list_add(g_mime_message_get_addresses(message, type), address.get());
}

void SetHead(GMimeMessage* message, const Letter& letter, const MailHead& head) {
  const auto date = std::unique_ptr<GDateTime, decltype(&g_date_time_unref)>(
      g_date_time_new_from_unix_utc(head.date.time_since_epoch().count()), g_date_time_unref);
  g_mime_message_set_date(message, date.get());
  const std::string from =
      letter.calendar.empty() ? head.from.address : WithTag(head.from.address, letter.reply_tag);
  Add(message, GMIME_ADDRESS_TYPE_FROM, {head.from.name, from});
  Add(message, GMIME_ADDRESS_TYPE_REPLY_TO, {"", head.reply_to});
  Add(message, GMIME_ADDRESS_TYPE_TO, head.to);
  g_mime_message_set_subject(message, letter.subject.c_str(), kCharset);
  g_mime_message_set_message_id(message, head.message_id.c_str());
  // A UID is local@host: the name of the thread's first letter, whether there ever was one or not.
  if (CheckAddress(letter.thread).ok()) Set(message, "References", "<" + letter.thread + ">");
  Set(message, "Auto-Submitted", "auto-generated");
  Set(message, "X-Auto-Response-Suppress", "OOF, AutoReply");
  if (letter.urgent) {
    Set(message, "Importance", "high");
    Set(message, "Priority", "urgent");
  }
  if (!letter.unsubscribe_address.empty()) {
    Set(message, "List-Unsubscribe", "<" + letter.unsubscribe_address + ">");
    Set(message, "List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
  }
}

std::string Written(GMimeMessage* message) {
  const auto format = std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)>(
      g_mime_format_options_new(), g_mime_format_options_free);
  g_mime_format_options_set_newline_format(format.get(), GMIME_NEWLINE_FORMAT_DOS);
  GByteArray* bytes = g_byte_array_new();
  const GMimePointer<GMimeStream> stream(g_mime_stream_mem_new_with_byte_array(bytes));
  g_mime_object_write_to_stream(GMIME_OBJECT(message), format.get(), stream.get());
  return {reinterpret_cast<const char*>(bytes->data), bytes->len};
}

}  // namespace

void StartGMime() {
  static std::once_flag started;
  std::call_once(started, g_mime_init);
}

Result<RenderedMail> RenderMail(const Letter& letter, const MailHead& head) {
  if (const Result<Done> fits = Check(letter, head); !fits.ok()) return fits.error();
  StartGMime();
  const GMimePointer<GMimeMessage> message(g_mime_message_new(TRUE));
  SetHead(message.get(), letter, head);
  g_mime_message_set_mime_part(message.get(), Body(letter, head.message_id).get());
  RenderedMail mail{.sender = WithTag(head.from.address, letter.reply_tag),
                    .recipient = head.to.address,
                    .bytes = Written(message.get())};
  if (mail.bytes.size() > kMailBytesMax)
    return Refuse(ErrorCode::kTooLarge, Text("Mejlet är för stort.", "The mail is too large."));
  return mail;
}

}  // namespace rytm
