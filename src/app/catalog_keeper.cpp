#include "app/catalog_keeper.h"

#include <utility>

#include "app/data_folder.h"
#include "app/tidy.h"
#include "store/choice_store.h"
#include "store/feed_link_store.h"
#include "store/invitation_store.h"
#include "store/mark_store.h"
#include "store/person_store.h"

namespace rytm {
namespace {

// Meetings that we put into people's own calendars, as they chose or as is usual.
Result<std::set<UidAndPerson>> InvitedByMail(Database& database,
                                             const std::vector<Person>& people) {
  const Result<StoredChoices> choices = database.choices().All();
  if (!choices.ok()) return choices.error();
  const Result<std::vector<SentInvitation>> sent = database.invitations().All();
  if (!sent.ok()) return sent.error();
  std::set<std::string_view> by_mail;
  for (const Person& person : people)
    if (ChoicesOf(choices.value(), person).invitations) by_mail.insert(person.id);
  std::set<UidAndPerson> invited;
  for (const SentInvitation& one : sent.value())
    if (by_mail.contains(one.person)) invited.emplace(one.uid, one.person);
  return invited;
}

}  // namespace

Result<std::unique_ptr<CatalogKeeper>> CatalogKeeper::Open(const std::string& folder,
                                                           const Clock& clock) {
  Result<std::unique_ptr<Database>> database = OpenDataFolder(folder);
  if (!database.ok()) return database.error();
  Result<std::shared_ptr<const Catalog>> catalog = LoadCatalog(database.value()->store());
  if (!catalog.ok()) return catalog.error();
  Result<Zone> zone = Zone::Find(catalog.value()->organisation.zone);
  if (!zone.ok()) return zone.error();
  std::unique_ptr<CatalogKeeper> keeper(new CatalogKeeper(
      std::move(database).value(), std::move(catalog).value(), std::move(zone).value(), clock));
  const Result<std::int64_t> people = keeper->database_->people().Revision();
  if (!people.ok()) return people.error();
  if (const Result<Done> built = keeper->RebuildPrivate(keeper->Current(), people.value());
      !built.ok())
    return built.error();
  return keeper;
}

CatalogKeeper::CatalogKeeper(std::unique_ptr<Database> database,
                             std::shared_ptr<const Catalog> catalog, Zone zone, const Clock& clock)
    : database_(std::move(database)),
      clock_(clock),
      zone_(std::move(zone)),
      catalog_(std::move(catalog)) {}

std::shared_ptr<const Catalog> CatalogKeeper::Current() const {
  const std::lock_guard lock(mutex_);
  return catalog_;
}

std::shared_ptr<const PrivateFeeds> CatalogKeeper::CurrentPrivate() const {
  const std::lock_guard lock(mutex_);
  return private_feeds_;
}

Result<Done> CatalogKeeper::TidyOncePerDay() {
  if (tidied_ == Today()) return Done{};
  const Result<std::shared_ptr<const Readership>> readership = LoadReadership(*database_);
  if (!readership.ok()) return readership.error();
  Result<Done> tidied = TidyUp(*database_, *readership.value(), clock_.Now());
  if (tidied.ok()) tidied_ = Today();
  return tidied;
}

Result<bool> CatalogKeeper::Refresh() {
  if (const Result<Done> tidied = TidyOncePerDay(); !tidied.ok()) return tidied.error();
  if (clock_.Now() >= fetches_noted_ + kFetchesNoted)
    if (const Result<Done> noted = NoteFetches(*CurrentPrivate()); !noted.ok())
      return noted.error();
  // Before what they tell of is read: what comes meanwhile is seen the next time.
  const Result<Revisions> newest = database_->store().Newest();
  if (!newest.ok()) return newest.error();
  const Result<std::int64_t> people = database_->people().Revision();
  if (!people.ok()) return people.error();
  std::shared_ptr<const Catalog> catalog = Current();
  const Revisions& served = catalog->of;  // what people are changing meanwhile is not served
  const bool published =
      newest.value().rules != served.rules || newest.value().publication != served.publication;
  if (!published && people.value() == people_ && Today() == day_) return false;
  if (published) {
    Result<std::shared_ptr<const Catalog>> loaded = LoadCatalog(database_->store());
    if (!loaded.ok()) return loaded.error();
    catalog = std::move(loaded).value();
  }
  if (const Result<Done> built = RebuildPrivate(catalog, people.value()); !built.ok())
    return built.error();
  return true;
}

Result<Done> CatalogKeeper::RebuildPrivate(std::shared_ptr<const Catalog> catalog,
                                           std::int64_t people) {
  PrivateFeedSource source{.catalog = catalog, .today = Today(), .now = clock_.Now()};
  Result<std::vector<HashedFeedLink>> links = database_->feed_links().All();
  if (!links.ok()) return links.error();
  source.links = std::move(links).value();
  Result<std::vector<Person>> all = database_->people().All();
  if (!all.ok()) return all.error();
  source.people = std::move(all).value();
  const Result<MeetingMarks> marks = database_->marks().All();
  if (!marks.ok()) return marks.error();
  source.called = marks.value().called;
  Result<std::set<UidAndPerson>> invited = InvitedByMail(*database_, source.people);
  if (!invited.ok()) return invited.error();
  source.invited = std::move(invited).value();
  const std::shared_ptr<const PrivateFeeds> before = CurrentPrivate();
  std::shared_ptr<const PrivateFeeds> built = PrivateFeeds::Build(source, before.get());
  people_ = people;
  day_ = source.today;
  {
    const std::lock_guard lock(mutex_);
    catalog_ = std::move(catalog);
    private_feeds_ = std::move(built);
  }
  return before == nullptr ? Result<Done>(Done{}) : NoteFetches(*before);
}

Result<Done> CatalogKeeper::NoteFetches(const PrivateFeeds& feeds) {
  fetches_noted_ = clock_.Now();
  const std::vector<FeedLinkStore::Noted> fetches = feeds.TakeFetches();
  return fetches.empty() ? Result<Done>(Done{}) : database_->feed_links().NoteFetches(fetches);
}

Day CatalogKeeper::Today() const { return zone_.LocalOf(clock_.Now()).day; }

}  // namespace rytm
