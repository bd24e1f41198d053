#include "organisation/body_names.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

Organisation Sample() {
  Organisation organisation;
  const auto add = [&](const char* id, const char* short_name, const char* sv, const char* en) {
    Body body;
    body.id = id;
    body.short_name = short_name;
    body.name = Text(sv, en);
    organisation.bodies.push_back(std::move(body));
  };
  add("kf", "KF", "Kommunfullmäktige", "Municipal Council");
  add("ks", "KS", "Kommunstyrelsen", "Executive Board");
  add("ks-au", "KSAU", "Kommunstyrelsens arbetsutskott", "Working Committee");
  add("von", "VON", "Vård- och omsorgsnämnden", "Care Committee");
  add("norra", "", "Nämnden", "");
  add("sodra", "", "Nämnden", "");
  return organisation;
}

struct Called {
  const char* text;
  const char* id;  // empty: nobody
};

TEST(BodyNames, FindsWhomPeopleMean) {
  const Organisation organisation = Sample();
  const BodyNames names(organisation);
  for (const Called& c : std::initializer_list<Called>{{"Kommunstyrelsen", "ks"},
                                                       {"  KOMMUNSTYRELSEN: ", "ks"},
                                                       {"kommunstyrelsens", "ks"},
                                                       {"Kommunstyrelsens sammanträden", "ks"},
                                                       {"Kommunstyrelsen, möte", "ks"},
                                                       {"ks", "ks"},
                                                       {"Ks", "ks"},
                                                       {"Executive board meetings", "ks"},
                                                       {"Kommunstyrelsen (KS)", "ks"},
                                                       {"Styrelsen (KS)", "ks"},
                                                       {"Kommunfullmaktige", "kf"},
                                                       {"Kommunfullma\u0308ktige", "kf"},
                                                       {"Kommunfullmäktiges sammanträde", "kf"},
                                                       {"KS AU", "ks-au"},
                                                       {"KS-AU", "ks-au"},
                                                       {"ks-au", "ks-au"},
                                                       {"Vård & omsorgsnämnden", "von"},
                                                       {"Vård och omsorgsnämnden", "von"},
                                                       {"vard- och omsorgsnamnden", "von"},
                                                       {"", ""},
                                                       {"–", ""},
                                                       {"s", ""},
                                                       {"Kommun", ""},
                                                       {"Kommunstyrelsen 13 januari", ""},
                                                       {"Nämnden", ""},
                                                       {"norra", "norra"},
                                                       {"((((((", ""}}) {
    const Body* body = names.Find(c.text);
    EXPECT_STREQ(c.id, body == nullptr ? "" : body->id.c_str()) << c.text;
  }
}

TEST(BodyNames, SuggestsTheNearest) {
  const Organisation organisation = Sample();
  const BodyNames names(organisation);
  EXPECT_EQ("Menade du \"Kommunstyrelsen\"?", names.DidYouMeanBody("Komunstyrelsen").sv);
  EXPECT_NE(std::string::npos, names.DidYouMeanBody("Trafiknämnden").sv.find("\"KF\""));
}

}  // namespace
}  // namespace rytm
