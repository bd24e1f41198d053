// The decision document of bodies, to print and to file.
#include "app/decision_paper.h"
#include "base/limits.h"
#include "server/api/adoptions.h"
#include "server/api/handlers.h"
#include "server/api/words.h"

namespace rytm {
namespace {

struct DecisionQuery {
  std::vector<std::string> bodies;
  DecisionOptions options;
};

// "ks,kf".
std::vector<std::string> ReadBodies(const JsonReader& query) {
  std::vector<std::string> bodies;
  std::string rest = query.ReadString("bodies");
  for (std::size_t end = 0; end != std::string::npos && !rest.empty();) {
    end = rest.find(',');
    bodies.push_back(rest.substr(0, end));
    rest.erase(0, end == std::string::npos ? end : end + 1);
  }
  if (bodies.empty() && query.Has("bodies"))
    query.AddAt("bodies", Text("Inget organ är nämnt.", "No body is named."),
                Text("Skriv organens id med komma emellan: ks,kf.",
                     "Write the bodies' ids with commas between: ks,kf."));
  if (bodies.size() > kBodiesMax)
    query.AddAt("bodies", Text("Det är fler organ än det kan finnas.",
                               "These are more bodies than there can be."));
  return bodies;
}

DecisionQuery ReadDecisionQuery(const JsonReader& query, Language language) {
  query.OnlyKeys({"bodies", "from", "until", "heard", "reports", "dialogues", "language"});
  DecisionQuery asked{
      .bodies = ReadBodies(query),
      .options = {.period = {query.ReadDay("from"), query.ReadDay("until")},
                  .language = query.OptionalWord("language", kLanguages).value_or(language),
                  .heard = query.OptionalString("heard", Lines::kOne, kHeardBytesMax).value_or(""),
                  .reports = query.OptionalWord("reports", kYesNo).value_or(false),
                  .dialogues = query.OptionalWord("dialogues", kYesNo).value_or(false)}};
  if (asked.options.period.last < asked.options.period.first)
    query.AddAt("until",
                Text("Perioden slutar innan den börjar.", "The period ends before it begins."));
  return asked;
}

}  // namespace

Result<Reply> GetDecisionDocument(Call& call) {
  const Result<std::shared_ptr<const Planned>> planned = call.Plan();
  if (!planned.ok()) return planned.error();
  Result<DecisionQuery> query = call.ReadQuery(
      [&](const JsonReader& reader) { return ReadDecisionQuery(reader, call.language); });
  if (!query.ok()) return query.error();
  DecisionQuery& asked = query.value();
  std::vector<std::pair<std::string, std::string>> bodies_at;
  for (const std::string& body : asked.bodies) bodies_at.emplace_back(body, "/bodies");
  if (const Result<Done> may = MayPublish(call, *planned.value(), bodies_at); !may.ok())
    return may.error();
  asked.options.today = planned.value()->today;
  Result<std::string> paper =
      DecisionPaper(call.database(), *planned.value(), asked.bodies, asked.options, call.now);
  if (!paper.ok()) return paper.error();
  return FileReply(std::move(paper).value(), "application/pdf",
                   planned.value()->organisation->id + "-" +
                       (asked.bodies.size() == 1 ? asked.bodies.front() + "-" : "") +
                       FormatDay(asked.options.period.first).substr(0, 4) + "-decision.pdf");
}

}  // namespace rytm
