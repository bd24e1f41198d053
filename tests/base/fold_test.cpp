#include "base/fold.h"

#include <gtest/gtest.h>

namespace rytm {
namespace {

TEST(Fold, TakesAwayCaseAndMarks) {
  EXPECT_EQ("aldrenamnden", Folded("Äldrenämnden"));
  EXPECT_EQ("aldrenamnden", Folded("A\u0308LDRENA\u030AMNDEN")) << "letters in two parts";
  EXPECT_EQ("kf 3-4", Folded("KF 3-4"));
  EXPECT_EQ("", Folded(""));
  EXPECT_EQ("", Folded("V\xE5rd")) << "not UTF-8";
}

TEST(Fold, KeepsOnlyLettersAndDigits) {
  EXPECT_EQ("vardochomsorgsnamnden", FoldedLetters("Vård- & omsorgsnämnden"));
  EXPECT_EQ("ksau", FoldedLetters(" KS-AU."));
  EXPECT_EQ("søre3", FoldedLetters("Søre – 3"));
  EXPECT_EQ("", FoldedLetters("–"));
}

TEST(Trimmed, TakesAwayWhatIsAroundAndKeepsWhatIsInside) {
  EXPECT_EQ(Trimmed(" \tkl. 13\r\n"), "kl. 13");
  EXPECT_EQ(Trimmed("\tkl. 13 ", " "), "\tkl. 13");
  EXPECT_EQ(Trimmed(" \n"), "");
  EXPECT_EQ(Trimmed(""), "");
}

}  // namespace
}  // namespace rytm
