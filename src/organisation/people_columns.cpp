#include "organisation/people_columns.h"

#include <algorithm>

#include "base/fold.h"

namespace rytm {
namespace {

using Column = PeopleColumn;

// The first of each is what we write.
struct Heading {
  std::string_view heading;
  Column column;
};
constexpr Heading kHeadings[] = {{"Id", Column::kId},
                                 {"Namn", Column::kName},
                                 {"Name", Column::kName},
                                 {"Person", Column::kName},
                                 {"Förnamn", Column::kFirstName},
                                 {"Tilltalsnamn", Column::kFirstName},
                                 {"First name", Column::kFirstName},
                                 {"Efternamn", Column::kLastName},
                                 {"Last name", Column::kLastName},
                                 {"Surname", Column::kLastName},
                                 {"E-post", Column::kAddress},
                                 {"E-postadress", Column::kAddress},
                                 {"Epost", Column::kAddress},
                                 {"Mejl", Column::kAddress},
                                 {"Mejladress", Column::kAddress},
                                 {"Mail", Column::kAddress},
                                 {"E-mail", Column::kAddress},
                                 {"Email", Column::kAddress},
                                 {"E-mail address", Column::kAddress},
                                 {"Organ", Column::kBody},
                                 {"Nämnd", Column::kBody},
                                 {"Nämnd/styrelse", Column::kBody},
                                 {"Politiskt organ", Column::kBody},
                                 {"Instans", Column::kBody},
                                 {"Body", Column::kBody},
                                 {"Committee", Column::kBody},
                                 {"Roll", Column::kPost},
                                 {"Uppdrag", Column::kPost},
                                 {"Befattning", Column::kPost},
                                 {"Post", Column::kPost},
                                 {"Role", Column::kPost},
                                 {"Parti", Column::kParty},
                                 {"Partibeteckning", Column::kParty},
                                 {"Party", Column::kParty},
                                 {"Ordning", Column::kOrder},
                                 {"Inkallelseordning", Column::kOrder},
                                 {"Turordning", Column::kOrder},
                                 {"Order", Column::kOrder},
                                 {"Enhet", Column::kUnit},
                                 {"Förvaltning", Column::kUnit},
                                 {"Avdelning", Column::kUnit},
                                 {"Unit", Column::kUnit},
                                 {"Funktion", Column::kFunction},
                                 {"Titel", Column::kFunction},
                                 {"Function", Column::kFunction},
                                 {"Title", Column::kFunction},
                                 {"Från", Column::kFrom},
                                 {"Från och med", Column::kFrom},
                                 {"Fr.o.m.", Column::kFrom},
                                 {"Från datum", Column::kFrom},
                                 {"Startdatum", Column::kFrom},
                                 {"From", Column::kFrom},
                                 {"Till", Column::kUntil},
                                 {"Till och med", Column::kUntil},
                                 {"T.o.m.", Column::kUntil},
                                 {"Till datum", Column::kUntil},
                                 {"Slutdatum", Column::kUntil},
                                 {"Until", Column::kUntil},
                                 {"To", Column::kUntil},
                                 {"Språk", Column::kLanguage},
                                 {"Language", Column::kLanguage},
                                 {"Skyddade personuppgifter", Column::kHidden},
                                 {"Skyddad identitet", Column::kHidden},
                                 {"Skyddad", Column::kHidden},
                                 {"Sekretess", Column::kHidden},
                                 {"Protected identity", Column::kHidden},
                                 {"Protected", Column::kHidden}};

}  // namespace

std::optional<PeopleColumn> ColumnNamed(std::string_view heading) {
  const std::string letters = FoldedLetters(heading);
  for (const Heading& known : kHeadings)
    if (FoldedLetters(known.heading) == letters) return known.column;
  return std::nullopt;
}

std::string_view HeadingOf(PeopleColumn column) {
  const auto* const found =
      std::find_if(std::begin(kHeadings), std::end(kHeadings),
                   [&](const Heading& heading) { return heading.column == column; });
  return found->heading;
}

std::vector<Text> MissingColumns(const std::vector<std::optional<PeopleColumn>>& columns,
                                 bool body_is_known) {
  const auto has = [&](Column column) {
    return std::find(columns.begin(), columns.end(), column) != columns.end();
  };
  std::vector<Text> missing;
  if (!has(Column::kName) && !(has(Column::kFirstName) && has(Column::kLastName)))
    missing.emplace_back("Namn (eller Förnamn och Efternamn)",
                         "Name (or First name and Last name)");
  if (!has(Column::kBody) && !body_is_known) missing.emplace_back("Organ", "Body");
  if (!has(Column::kPost)) missing.emplace_back("Roll", "Role");
  return missing;
}

}  // namespace rytm
