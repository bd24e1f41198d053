// What the law on accessibility of digital public services (2018:1937, 13 §) wants told of these
// pages. The organisation fills it in through its rule file; what it has not, is told as missing.
#include "base/words.h"
#include "pages/page_addresses.h"
#include "pages/page_data.h"

namespace rytm {
namespace {

PageList TextsData(const std::vector<Text>& texts, Language language) {
  PageList list;
  for (const Text& text : texts) list.push_back(PageData(text.In(language)));
  return list;
}

void SetTexts(PageData& data, const char* any, const char* name, const std::vector<Text>& texts,
              Language language) {
  Set(data, any, !texts.empty());
  Set(data, name, TextsData(texts, language));
}

std::string DayOrNothing(std::optional<Day> day, Language language) {
  return day ? DateInWords(*day, language) : std::string();
}

}  // namespace

std::string AccessibilityPage(const PublicCalendar& calendar, const PageTemplates& templates) {
  using Conforms = Accessibility::Conforms;
  const Accessibility& told = calendar.organisation.accessibility;
  const Language language = calendar.language;
  const std::string& contact = calendar.organisation.contact.In(language);
  PageData data = PartOf(calendar);
  Set(data, "fully", told.conforms == Conforms::kFully);
  Set(data, "partly", told.conforms == Conforms::kPartly);
  Set(data, "not", told.conforms == Conforms::kNot);
  Set(data, "not_told", !told.conforms.has_value());
  SetTexts(data, "any_shortcomings", "shortcomings", told.shortcomings, language);
  SetTexts(data, "any_burdens", "burdens", told.burdens, language);
  SetTexts(data, "any_outside", "outside", told.outside_law, language);
  Set(data, "method", told.method.In(language));
  Set(data, "assessed", DayOrNothing(told.assessed, language));
  Set(data, "updated", DayOrNothing(told.updated, language));
  Set(data, "email", told.email);
  Set(data, "mail_to",
      told.email.empty() ? std::string() : BarrierMail(calendar, calendar.base_url));
  Set(data, "phone", told.phone);
  const bool reachable = !told.email.empty() || !told.phone.empty();
  Set(data, "contact", reachable ? std::string() : contact);
  Set(data, "no_contact", !reachable && contact.empty());
  const bool swedish = language == Language::kSwedish;
  return RenderPage(calendar, templates, "accessibility", data,
                    {.title = swedish ? "Tillgänglighet" : "Accessibility",
                     .address = AccessibilityAddress(calendar),
                     .other_address = AccessibilityAddress(InOtherLanguage(calendar)),
                     .feed = {}});
}

}  // namespace rytm
