#include "organisation/people_check.h"

#include <algorithm>
#include <utility>

#include "base/address.h"
#include "base/fold.h"
#include "base/json_words.h"
#include "base/limits.h"
#include "base/nearest_word.h"
#include "base/text_check.h"
#include "organisation/body_names.h"

namespace rytm {
namespace {

struct PostWords {
  std::string_view letters;  // folded
  Post post;
};
// Beside what Rytm itself calls them. An "n:e" before a word, and "tjänstgörande", say nothing of
// the post.
constexpr PostWords kOtherWords[] = {{"ordf", Post::kChair},
                                     {"chairman", Post::kChair},
                                     {"chairperson", Post::kChair},
                                     {"viceordf", Post::kViceChair},
                                     {"vordf", Post::kViceChair},
                                     {"vordforande", Post::kViceChair},
                                     {"deputychair", Post::kViceChair},
                                     {"ledamoter", Post::kMember},
                                     {"ordinarie", Post::kMember},
                                     {"ordinarieledamot", Post::kMember},
                                     {"suppleant", Post::kSubstitute},
                                     {"ersattareforledamot", Post::kSubstitute},
                                     {"deputy", Post::kSubstitute},
                                     {"personalrepresentant", Post::kStaffRepresentative},
                                     {"namndsekreterare", Post::kSecretary},
                                     {"kommunsekreterare", Post::kSecretary},
                                     {"direktor", Post::kDirector},
                                     {"kommundirektor", Post::kDirector},
                                     {"socialdirektor", Post::kDirector},
                                     {"utredare", Post::kCaseOfficer},
                                     {"tjansteperson", Post::kCaseOfficer},
                                     {"tjansteman", Post::kCaseOfficer},
                                     {"official", Post::kCaseOfficer},
                                     {"fortroendevaldrevisor", Post::kAuditor},
                                     {"fackligtombud", Post::kUnionRepresentative}};

bool HasControls(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
  });
}

std::string AcceptLine(std::string_view text, const TellWrong& tell) {
  text = Trimmed(text);
  if (HasControls(text)) {
    tell({"Här står radbrytningar eller andra styrtecken.",
          "Line breaks or other control characters stand here."},
         {"Skriv det på en rad.", "Write it on one line."});
    return {};
  }
  Result<std::string> accepted = AcceptText(text, Lines::kOne, kPersonNameBytesMax);
  if (accepted.ok()) return std::move(accepted).value();
  tell(accepted.error().message, {});
  return {};
}

// "1:e vice ordförande" → "viceordforande".
std::string PostLetters(std::string_view words) {
  words = Trimmed(words);
  const std::size_t digits = std::min(words.find_first_not_of("0123456789"), words.size());
  words.remove_prefix(digits);
  if (words.size() >= 2 && words.front() == ':') words.remove_prefix(2);
  std::string letters = FoldedLetters(words);
  if (digits > 0 && letters.starts_with("evice")) letters.erase(0, 1);
  for (const std::string_view before :
       {"forste", "forsta", "andre", "andra", "tredje", "first", "second", "third"})
    if (letters.starts_with(before)) letters.erase(0, before.size());
  for (const std::string_view before : {"tjanstgorande", "tjg"})
    if (letters.starts_with(before)) letters.erase(0, before.size());
  return letters;
}

}  // namespace

std::string AcceptPersonName(std::string_view name, const TellWrong& tell) {
  bool told = false;
  std::string accepted = AcceptLine(name, [&](Text what, Text instead) {
    told = true;
    tell(std::move(what), std::move(instead));
  });
  if (accepted.empty() && !told) tell({"Namnet saknas.", "The name is missing."}, {});
  return accepted;
}

std::string AcceptAddress(std::string_view address, const TellWrong& tell) {
  constexpr std::size_t kDomainLabelsMin = 2;  // of somebody elsewhere
  address = Trimmed(address);
  if (!address.empty() && !IsAddress(address, kDomainLabelsMin)) {
    tell({Quoted(address) + " är ingen e-postadress.", Quoted(address) + " is no e-mail address."},
         {"anna.exempel@ekeby.example: bokstäver utan å, ä och ö, ett @, inga blanksteg",
          "anna.exempel@ekeby.example: plain letters, one @, no blanks"});
    return {};
  }
  return LowerAscii(address);
}

std::string AcceptPostText(std::string_view text, const TellWrong& tell) {
  return AcceptLine(text, tell);
}

void CheckBodyOfPeople(const Body& body, const TellWrong& tell) {
  if (body.kind != BodyKind::kPartyGroup) return;
  tell(
      {"Vilka som är med i en partigrupp får inte lagras: det röjer politisk åsikt "
       "(dataskyddsförordningen artikel 9).",
       "Who is in a party group may not be stored: it tells a political opinion (GDPR article 9)."},
      {"Ta bort raden. Gruppens medlemmar prenumererar på gruppens kalender.",
       "Leave it out. The group's members subscribe to the group's calendar."});
}

void CheckAssignmentDays(const Assignment& assignment, const TellWrong& tell) {
  const auto planned = [](Day day) { return kFirstDay <= day && day <= kLastDay; };
  if (!planned(assignment.from) || (assignment.until && !planned(*assignment.until))) {
    tell({"Uppdraget ligger inte mellan " + FormatDay(kFirstDay) + " och " + FormatDay(kLastDay) +
              ".",
          "The assignment is not between " + FormatDay(kFirstDay) + " and " + FormatDay(kLastDay) +
              "."},
         {});
  } else if (assignment.until && *assignment.until < assignment.from) {
    tell({"Sista dagen, " + FormatDay(*assignment.until) + ", är före den första, " +
              FormatDay(assignment.from) + ".",
          "The last day, " + FormatDay(*assignment.until) + ", is before the first, " +
              FormatDay(assignment.from) + "."},
         {"Byt plats på dem, eller låt den sista vara tom: tills vidare.",
          "Swap them, or leave the last one empty: until further notice."});
  }
}

std::optional<Post> ReadPost(std::string_view words) {
  const std::string letters = PostLetters(words);
  if (letters.empty()) return std::nullopt;
  for (std::size_t i = 0; i < kPostWords.size(); ++i) {
    const Post post = static_cast<Post>(i);
    const Text called = PostInWords(post);
    if (letters == FoldedLetters(kPostWords[i]) || letters == FoldedLetters(called.sv) ||
        letters == FoldedLetters(called.en))
      return post;
  }
  for (const PostWords& other : kOtherWords)
    if (letters == other.letters) return other.post;
  return std::nullopt;
}

Text DidYouMeanPost(std::string_view words) {
  std::vector<std::string> swedish;
  std::vector<std::string> english;
  for (std::size_t i = 0; i < kPostWords.size(); ++i) {
    swedish.push_back(PostInWords(static_cast<Post>(i)).sv);
    english.push_back(PostInWords(static_cast<Post>(i)).en);
  }
  const auto nearest = [&](const std::vector<std::string>& known) {
    return DidYouMean(words, {known.begin(), known.end()});
  };
  return {nearest(swedish).sv, nearest(english).en};
}

Person AcceptPerson(Person person, const Organisation& organisation,
                    std::vector<Problem>& problems) {
  const auto at = [&](std::string pointer) -> TellWrong {
    return [&problems, pointer = std::move(pointer)](Text what, Text instead) {
      problems.push_back(
          {.file = "", .pointer = pointer, .what = std::move(what), .instead = std::move(instead)});
    };
  };
  person.name = AcceptPersonName(person.name, at("/name"));
  person.address = AcceptAddress(person.address, at("/address"));
  if (person.assignments.empty())
    at("/assignments")({"En person har minst ett uppdrag.", "A person has an assignment at least."},
                       {"Ska personen bort: radera den.", "To have the person gone: erase it."});
  const BodyNames names(organisation);
  for (std::size_t i = 0; i < person.assignments.size(); ++i) {
    Assignment& assignment = person.assignments[i];
    const std::string pointer = "/assignments/" + std::to_string(i);
    if (const Body* body = organisation.FindBody(assignment.body))
      CheckBodyOfPeople(*body, at(pointer + "/body"));
    else
      at(pointer + "/body")({"Det finns inget organ " + Quoted(assignment.body) + ".",
                             "There is no body " + Quoted(assignment.body) + "."},
                            names.DidYouMeanBody(assignment.body));
    assignment.party = AcceptPostText(assignment.party, at(pointer + "/party"));
    assignment.unit = AcceptPostText(assignment.unit, at(pointer + "/unit"));
    assignment.function = AcceptPostText(assignment.function, at(pointer + "/function"));
    CheckAssignmentDays(assignment, at(pointer));
    for (std::size_t j = 0; j < i; ++j)
      if (Overlap(person.assignments[j], assignment))
        at(pointer)({"Samma uppdrag står två gånger för samma tid.",
                     "The same assignment stands twice for the same time."},
                    {"Ta bort det ena.", "Take one of them away."});
  }
  std::sort(person.assignments.begin(), person.assignments.end(), InOrder);
  return person;
}

}  // namespace rytm
