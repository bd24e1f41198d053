// Series: variants and exceptions with them.
#include "base/json_words.h"
#include "organisation/read_parts.h"
#include "organisation/rule_words.h"

namespace rytm {
namespace {

constexpr int kMeetingDaysMax = 5;

Text NameByKind(BodyKind kind) {
  switch (kind) {
    case BodyKind::kPresidium:
      return {"Presidieberedning", "Presidium preparation"};
    case BodyKind::kPreparatoryGroup:
      return {"Beredningsmöte", "Preparatory meeting"};
    case BodyKind::kCompanyBoard:
      return {"Styrelsemöte", "Board meeting"};
    case BodyKind::kPartyGroup:
      return {"Gruppmöte", "Group meeting"};
    case BodyKind::kCouncil:
    case BodyKind::kExecutiveBoard:
    case BodyKind::kCommittee:
    case BodyKind::kSubcommittee:
      break;
  }
  return {"Sammanträde", "Meeting"};
}

std::optional<std::string> OptionalChain(const JsonReader& reader) {
  std::optional<std::string> chain = reader.OptionalId("chain");
  if (chain == kNoChain) chain = "";
  return chain;
}

// What a variant or an exception may change.
MeetingForm ReadForm(const JsonReader& reader) {
  MeetingForm form;
  form.name = reader.OptionalText("name");
  form.at = reader.OptionalTimeOfDay("at");
  form.lasts = reader.OptionalLength("lasts");
  form.days = reader.OptionalInt("days", 1, kMeetingDaysMax);
  form.place = reader.OptionalId("place");
  return form;
}

void ReadCase(const JsonReader& when, Variant& variant) {
  static constexpr JsonWord<Variant::Case> kFirstOf[] = {{"term", Variant::Case::kFirstOfTerm},
                                                         {"year", Variant::Case::kFirstOfYear}};
  static constexpr JsonWord<Variant::Case> kLastOf[] = {{"year", Variant::Case::kLastOfYear}};
  if (!HasOneOf(when, {"decides", "first-of", "last-of", "months"},
                {"Skriv \"decides\", \"first-of\", \"last-of\" eller \"months\".",
                 "Write \"decides\", \"first-of\", \"last-of\" or \"months\"."})) {
    return;
  }
  if (when.Has("decides")) {
    variant.when = Variant::Case::kDecides;
    variant.decides = when.ReadId("decides");
  } else if (when.Has("first-of")) {
    variant.when = when.ReadWord("first-of", kFirstOf);
  } else if (when.Has("last-of")) {
    variant.when = when.ReadWord("last-of", kLastOf);
  } else {
    variant.when = Variant::Case::kMonths;
    for (const JsonReader& month : when.ReadArray("months", {1, 12})) {
      if (const auto number = month.AsInt(1, 12)) {
        variant.months.push_back(static_cast<unsigned>(*number));
      }
    }
  }
}

Variant ReadVariant(const JsonReader& reader) {
  Variant variant;
  if (!reader.ExpectObject()) return variant;
  if (const auto when = reader.ReadObject("when")) ReadCase(*when, variant);
  variant.form = ReadForm(reader);
  variant.form.chain = OptionalChain(reader);
  return variant;
}

// Which of the things an exception may do this one does.
std::optional<Exception::Kind> KindOf(const JsonReader& reader) {
  static constexpr JsonWord<Exception::Kind> kKinds[] = {{"move", Exception::Kind::kMove},
                                                         {"cancel", Exception::Kind::kCancel},
                                                         {"add", Exception::Kind::kAdd},
                                                         {"step", Exception::Kind::kStep}};
  std::vector<JsonWord<Exception::Kind>> found;
  for (const auto& kind : kKinds) {
    if (reader.Has(kind.word)) found.push_back(kind);
  }
  if (found.size() > 1) {
    reader.AddAt(found[1].word,
                 {"Ett undantag gör en sak, men här står både " + Quoted(found[0].word) + " och " +
                      Quoted(found[1].word) + ".",
                  "An exception does one thing, but here are both " + Quoted(found[0].word) +
                      " and " + Quoted(found[1].word) + "."},
                 {"Skriv två undantag.", "Write two exceptions."});
    return std::nullopt;
  }
  if (found.size() == 1) return found.front().value;
  bool changes_form = false;
  for (const std::string_view key : {"name", "at", "lasts", "days", "place"}) {
    changes_form = changes_form || reader.Has(key);
  }
  if (reader.Has("status") && !changes_form) return Exception::Kind::kStatus;
  if (changes_form && !reader.Has("status")) return Exception::Kind::kForm;
  reader.Add({"Det framgår inte vad undantaget gör.", "It does not say what the exception does."},
             {"Skriv \"move\", \"cancel\", \"add\", \"status\" eller \"step\", eller vad som är "
              "annorlunda: \"at\", \"lasts\", \"place\", \"name\".",
              "Write \"move\", \"cancel\", \"add\", \"status\" or \"step\", or what is different: "
              "\"at\", \"lasts\", \"place\", \"name\"."});
  return std::nullopt;
}

Exception ReadException(const JsonReader& reader) {
  Exception exception;
  exception.pointer = reader.pointer();
  if (!reader.ExpectObject()) return exception;
  if (!reader.Has("reason")) {
    reader.Add({"Undantaget saknar skäl.", "The exception has no reason."},
               {"Skriv skälet i \"reason\": de som arbetar med planen får läsa det.",
                "Write the reason in \"reason\": those who work with the plan can read it."});
  } else {
    exception.reason = reader.ReadText("reason");
  }
  exception.public_reason = reader.OptionalText("public-reason").value_or(Text{});
  const std::optional<Exception::Kind> kind = KindOf(reader);
  if (!kind) return exception;
  exception.kind = *kind;
  exception.on = reader.ReadDay(*kind == Exception::Kind::kAdd ? "add" : "on");
  exception.status =
      reader.OptionalWord("status", kMeetingStatusWords).value_or(MeetingStatus::kRegular);
  if (*kind == Exception::Kind::kMove) {
    if (const auto move = reader.ReadObject("move")) {
      exception.to = move->ReadDay("day");
      exception.form = ReadForm(*move);
    }
  } else if (*kind == Exception::Kind::kStep) {
    exception.step = reader.ReadId("step");
    exception.to = reader.ReadDay("day");
  } else if (*kind == Exception::Kind::kCancel) {
    const bool cancel = reader.ReadBool("cancel");
    if (reader.Find("cancel")->IsBool() && !cancel) {
      reader.AddAt("cancel", {"Här kan det bara stå true.", "Only true can stand here."},
                   {"Ta bort undantaget om mötet ska bli av.",
                    "Take the exception away if the meeting is to be."});
    }
  } else {
    exception.form = ReadForm(reader);
  }
  return exception;
}

void ReadPolicies(const JsonReader& reader, Series& series) {
  const std::optional<JsonReader> on = reader.OptionalObject("on");
  if (!on) return;
  for (const auto& condition : kConditionWords) {
    series.on[static_cast<int>(condition.value)] = on->OptionalWord(condition.word, kAnswerWords);
  }
}

// KL 5:42: the council meets in public. Others meet behind closed doors unless they say so (KL
// 6:25).
Openness OpenByKind(BodyKind kind) {
  return kind == BodyKind::kCouncil ? Openness::kPublic : Openness::kClosed;
}

}  // namespace

Series ReadSeries(const JsonReader& reader, const Body& body) {
  Series series;
  series.pointer = reader.pointer();
  if (!reader.ExpectObject()) return series;
  series.id = reader.ReadId("id");
  series.name = reader.OptionalText("name").value_or(NameByKind(body.kind));
  series.when = ReadWhen(reader);
  series.at = reader.ReadTimeOfDay("at");
  series.lasts = reader.ReadLength("lasts");
  series.days = reader.OptionalInt("days", 1, kMeetingDaysMax).value_or(1);
  series.place = reader.OptionalId("place").value_or("");
  series.link = reader.OptionalString("link").value_or("");
  series.webcast = reader.OptionalBool("webcast").value_or(false);
  series.mode = reader.OptionalWord("mode", kModeWords).value_or(Mode::kOnSite);
  series.open = reader.OptionalWord("open", kOpennessWords).value_or(OpenByKind(body.kind));
  series.status =
      reader.OptionalWord("status", kMeetingStatusWords).value_or(MeetingStatus::kRegular);
  series.with = ReadIds(reader, "with");
  ReadPolicies(reader, series);
  for (const JsonReader& other : reader.OptionalOneOrMany("avoid", {0, kListItemsMax})) {
    series.avoid.push_back(AsSeriesRef(other).value_or(SeriesRef{}));
  }
  for (const JsonReader& variant : reader.OptionalArray("variants", {0, kListItemsMax})) {
    series.variants.push_back(ReadVariant(variant));
  }
  series.chain = OptionalChain(reader).value_or("");
  for (const JsonReader& one : reader.OptionalArray("exceptions", {0, kExceptionsPerSeriesMax})) {
    series.exceptions.push_back(ReadException(one));
  }
  series.levels =
      reader.Has("for") ? SeenBy(ReadLevels(reader)) : MeetingLevels(body.kind, body.listed);
  return series;
}

}  // namespace rytm
