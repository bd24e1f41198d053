#include "base/json.h"
#include "base/json_reader.h"
#include "store/sqlite_stores.h"

namespace rytm {
namespace {

MailChoices ReadStored(const std::string& text) {
  const Result<Json> json = ParseJson(text, "");
  std::vector<Problem> problems;
  if (!json.ok()) throw std::runtime_error("the store holds choices it could not have written");
  const MailChoices choices = ReadChoices(JsonReader(json.value(), "", problems), {});
  if (!problems.empty())
    throw std::runtime_error("the store holds choices it could not have written");
  return choices;
}

class SqliteChoices final : public ChoiceStore {
 public:
  explicit SqliteChoices(Connection& connection)
      : connection_(connection), database_(connection.sqlite) {}

  Result<StoredChoices> All() override {
    return Guarded(connection_, [&]() -> Result<StoredChoices> {
      StoredChoices stored;
      SQLite::Statement rows(database_, "SELECT whose, choices FROM mail_choice");
      while (rows.executeStep()) {
        Row row(rows);
        const std::string whose = row.String();
        const MailChoices choices = ReadStored(row.String());
        if (whose == kElected)
          stored.elected = choices;
        else if (whose == kOfficials)
          stored.officials = choices;
        else
          stored.own.emplace(whose, choices);
      }
      return stored;
    });
  }

  Result<Done> Set(const std::string& whose, const MailChoices& choices) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement put(database_,
                            "INSERT INTO mail_choice (whose, choices) VALUES (?, ?) ON CONFLICT "
                            "(whose) DO UPDATE SET choices = excluded.choices");
      put.bind(1, whose);
      put.bind(2, WriteJsonCompact(ChoicesAsJson(choices)));
      put.exec();
      return Done{};
    });
  }

  Result<Done> Forget(const std::string& whose) override {
    return Guarded(connection_, [&]() -> Result<Done> {
      SQLite::Statement drop(database_, "DELETE FROM mail_choice WHERE whose = ?");
      drop.bind(1, whose);
      drop.exec();
      return Done{};
    });
  }

 private:
  Connection& connection_;
  SQLite::Database& database_;
};

}  // namespace

std::unique_ptr<ChoiceStore> MakeChoices(Connection& connection) {
  return std::make_unique<SqliteChoices>(connection);
}

}  // namespace rytm
