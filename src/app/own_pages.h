// What somebody does behind the link in a mail: sees their meetings, says that they cannot come,
// chooses their mails, gets a calendar link or the list for their employer. No password; the link
// decides how much (store/way_in_store.h).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/feed_links.h"
#include "app/readership.h"
#include "app/tokens.h"
#include "app/ways_in.h"
#include "base/clock.h"
#include "base/result.h"
#include "pages/own_page.h"
#include "store/database.h"

namespace rytm {

using FormFields = std::vector<std::pair<std::string, std::string>>;

struct OwnAnswer {
  int status = 200;
  std::string type = "text/html";
  std::string body;
  std::string file_name{};  // what a download is called; empty: none
};

class OwnPages {
 public:
  // All of it must outlive this.
  OwnPages(Database& database, const Clock& clock, Randomness& randomness,
           const PageTemplates& templates, std::string public_url)
      : database_(database),
        clock_(clock),
        randomness_(randomness),
        templates_(templates),
        public_url_(std::move(public_url)) {}

  // Changes nothing. `what`: empty for the page, "list.csv", "list.pdf". Unknown and expired links
  // are told alike (404).
  Result<OwnAnswer> Get(std::string_view token, std::string_view what, const FormFields& query);

  // `what`: "absent", "present" (uid); "choices"; "stop" (all mail but urgent notices; one click,
  // RFC 8058); "link" (a fresh way in is mailed); and with a fresh one "feed" (name), "revoke"
  // (id), "address" (address: a fresh link goes there). What somebody's link does not allow is 404.
  Result<OwnAnswer> Post(std::string_view token, std::string_view what, const FormFields& form);

 private:
  struct Visit;
  Result<std::optional<Visit>> Enter(std::string_view token);
  Result<OwnAnswer> Show(const Visit& visit, Text said, std::string new_feed = {});
  Result<OwnAnswer> List(const Visit& visit, const FormFields& query, bool pdf);
  OwnAnswer NotHere(const Readership& readership) const;
  std::string Url() const;  // of the server, from outside

  Result<Text> SayAbsent(const Visit& visit, const std::string& uid, bool absent);
  Result<Text> Choose(const Visit& visit, const FormFields& form);
  // `what` of it was changed, for the audit log.
  Result<Done> SaveOwn(const Person& person, std::string what);
  Result<Text> Stop(const Visit& visit);
  Result<Text> MailLink(const Visit& visit);
  Result<Text> ChangeAddress(const Visit& visit, std::string_view address);

  Database& database_;
  const Clock& clock_;
  Randomness& randomness_;
  const PageTemplates& templates_;
  std::string public_url_;
  std::shared_ptr<const Readership> readership_;
};

}  // namespace rytm
