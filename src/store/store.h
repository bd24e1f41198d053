// What is planned and published: the rules in force, editions, feeds as they are served. One of the
// stores of a Database.
//
// Everything published carries a growing revision.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "edition/edition.h"

namespace rytm {

using Revision =
    std::int64_t;  // counts up with every commit that changes what is planned or published

// The rule file as imported, with every text it leaned on: reading it again gives the same plan for
// ever (DESIGN §3).
struct StoredRules {
  struct SourceText {
    enum class Kind { kOrganisation, kTemplate, kGuide, kDeadlines };
    Kind kind = Kind::kOrganisation;
    std::string name;
    std::string text;
  };
  Revision revision = 0;
  Instant imported{};
  std::vector<SourceText> texts;
};

// A feed as it is served: exactly these bytes until the next publication.
struct StoredFeed {
  std::string path;         // "/feeds/ekeby/ks.ics"
  std::string etag;         // with quotes; of the bytes
  Instant last_modified{};  // never falls for a path
  std::string body;         // text/calendar
};

// The newest revisions; 0: none yet.
struct Revisions {
  Revision any = 0;
  Revision rules = 0;
  Revision publication = 0;

  friend bool operator==(const Revisions&, const Revisions&) = default;
};

class Store {
 public:
  virtual ~Store() = default;

  // The rules in force; nullopt before the first import.
  virtual Result<std::optional<StoredRules>> Rules() = 0;
  // Those that were in force at the revision.
  virtual Result<std::optional<StoredRules>> RulesAt(Revision revision) = 0;
  virtual Result<Revision> SaveRules(const StoredRules& rules) = 0;

  // The latest edition of each body.
  virtual Result<std::vector<Edition>> LatestEditions() = 0;
  // All of one body, newest first, without their events.
  virtual Result<std::vector<Edition>> EditionsOf(const std::string& body) = 0;
  // kNotFound where there is none.
  virtual Result<Edition> EditionOf(const std::string& body, int number) = 0;
  virtual Result<std::vector<StoredFeed>> Feeds() = 0;

  // Editions and the feeds they change, in one transaction: all or nothing. What the editions say
  // was decided must be recorded already. kConflict if the rules
  // or an edition changed since `seen` (the revision the publication was worked out from).
  virtual Result<Revision> Publish(const std::vector<Edition>& editions,
                                   const std::vector<StoredFeed>& feeds, Instant now,
                                   Revision seen) = 0;

  // Cheap, for asking often.
  virtual Result<Revisions> Newest() = 0;

  // When the revision was made; nothing if there is no such revision.
  virtual Result<std::optional<Instant>> MadeAt(Revision revision) = 0;

  // No SEQUENCE is lower: there was a restore (store/upkeep.h). 0 without one.
  virtual Result<int> SequenceFloor() = 0;
};

}  // namespace rytm
