#include "client/sheet/measure.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace tanji::client::sheet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string WithoutSpaces(std::string text) {
  std::erase(text, ' ');
  return text;
}

TEST(WidthEmTest, KnowsWideNarrowAndBold) {
  EXPECT_DOUBLE_EQ(WidthEm("芒果", Face::kRegular), 2.0);
  EXPECT_LT(WidthEm("mango", Face::kRegular), 5 * 0.75);
  EXPECT_LT(WidthEm("ill", Face::kRegular), WidthEm("MMM", Face::kRegular) / 2);
  EXPECT_GT(WidthEm("mango", Face::kBold), WidthEm("mango", Face::kRegular));
  EXPECT_DOUBLE_EQ(WidthEm("e\u0301", Face::kRegular), WidthEm("e", Face::kRegular));
}

TEST(WrapTest, BreaksChineseAnywhereAndEnglishAtSpaces) {
  EXPECT_THAT(Wrap("每千克鲜果的碳足迹", 4, Face::kRegular),
              ElementsAre("每千克鲜", "果的碳足", "迹"));
  EXPECT_THAT(Wrap("low carbon fruit", 6.5, Face::kRegular), ElementsAre("low carbon", "fruit"));
  EXPECT_THAT(Wrap("", 4, Face::kRegular), IsEmpty());
}

TEST(WrapTest, KeepsPunctuationWhereItBelongs) {
  EXPECT_THAT(Wrap("每千克鲜，果的", 4, Face::kRegular), ElementsAre("每千克", "鲜，果的"));
  EXPECT_THAT(Wrap("每千克（鲜果）", 4, Face::kRegular), ElementsAre("每千克", "（鲜果）"));
}

TEST(WrapTest, CutsAWordLongerThanALine) {
  const auto lines = Wrap(std::string(30, 'n'), 6.4, Face::kRegular);
  EXPECT_THAT(lines, ElementsAre(std::string(10, 'n'), std::string(10, 'n'), std::string(10, 'n')));
}

TEST(WrapTest, KeepsAMarkWithItsCharacter) {
  for (const auto& line : Wrap("e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301", 2, Face::kRegular)) {
    EXPECT_TRUE(line.starts_with("e\u0301")) << line;
  }
}

// Whatever the text: no line is too wide, and nothing but spaces is lost.
TEST(WrapTest, NeverOverflowsAndLosesNothing) {
  const std::vector<std::string> pieces = {"芒",  "果", "，", "（", "）", " ", "m", "il",
                                           "CO₂", "-",  "/",  "é",  "W",  "…", ".", "e\u0301"};
  std::mt19937 random(42);
  for (int round = 0; round < 1000; ++round) {
    std::string text;
    for (auto left = random() % 40; left > 0; --left) text += pieces[random() % pieces.size()];
    const double width_em = 2 + static_cast<double>(random() % 120) / 10;
    const Face face = random() % 2 == 0 ? Face::kRegular : Face::kBold;
    std::string all;
    for (const auto& line : Wrap(text, width_em, face)) {
      ASSERT_LE(WidthEm(line, face), width_em + 1e-9) << line;
      all += line;
    }
    ASSERT_EQ(WithoutSpaces(all), WithoutSpaces(text));
    const auto shortened = WrapShort(text, width_em, face, 2);
    ASSERT_LE(shortened.lines.size(), 2u);
    for (const auto& line : shortened.lines) ASSERT_LE(WidthEm(line, face), width_em + 1e-9);
  }
}

TEST(WrapShortTest, SaysWhatItCutWithAnEllipsis) {
  const auto cut = WrapShort("每千克鲜果的碳足迹", 4, Face::kRegular, 2);
  EXPECT_THAT(cut.lines, ElementsAre("每千克鲜", "果的碳…"));
  EXPECT_TRUE(cut.is_shortened);
  EXPECT_FALSE(WrapShort("每千克鲜果", 4, Face::kRegular, 2).is_shortened);
}

}  // namespace
}  // namespace tanji::client::sheet
