#include "client/sheet/flow.h"

#include <gtest/gtest.h>

namespace tanji::client::sheet {
namespace {

Paragraph Of(std::string text, int rank = 0) {
  return {std::move(text), Script::kZh, Face::kRegular, 3, 2, 0.5, rank};
}
std::string Characters(int count) {
  std::string text;
  for (int i = 0; i < count; ++i) text += "果";
  return text;
}

TEST(FlowTest, GrowsALittleWhereThereIsRoom) {
  const auto flowed = Flow({Of("果")}, {0, 0, 30, 30}, Align::kLeft);
  ASSERT_EQ(flowed.lines.size(), 1u);
  EXPECT_GT(flowed.lines[0].size_mm, 3);
  EXPECT_LT(flowed.lines[0].size_mm, 4);
}

TEST(FlowTest, ShrinksBeforeItShortens) {
  // 40 characters are 120 mm at 3 mm: four lines of 30 mm, 14.4 mm high; at 2 mm three of 2.4 mm.
  const auto flowed = Flow({Of(Characters(40))}, {0, 0, 30, 8}, Align::kLeft);
  EXPECT_FALSE(flowed.is_shortened);
  EXPECT_LT(flowed.lines[0].size_mm, 3);
  EXPECT_GE(flowed.lines[0].size_mm, 2);
}

TEST(FlowTest, ShortensOnlyAtTheFloor) {
  const auto flowed = Flow({Of(Characters(400))}, {0, 0, 30, 8}, Align::kLeft);
  EXPECT_TRUE(flowed.is_shortened);
  EXPECT_EQ(flowed.lines.size(), 3u);
  EXPECT_DOUBLE_EQ(flowed.lines[0].size_mm, 2);
  EXPECT_TRUE(flowed.lines[2].text.ends_with("…"));
}

TEST(FlowTest, GivesLinesByRankAndInTurns) {
  // Room for five lines of 2.4 mm and two gaps: one each, and two more for rank 0.
  const auto flowed =
      Flow({Of(Characters(400), 1), Of("甲" + Characters(400)), Of(Characters(400))},
           {0, 0, 30, 13.1}, Align::kLeft);
  ASSERT_EQ(flowed.lines.size(), 5u);
  EXPECT_TRUE(flowed.lines[0].text.ends_with("…"));
  EXPECT_TRUE(flowed.lines[1].text.starts_with("甲"));
  EXPECT_TRUE(flowed.lines[2].text.ends_with("…"));
  EXPECT_TRUE(flowed.lines[4].text.ends_with("…"));
}

TEST(FlowTest, AlignsWithinTheBox) {
  EXPECT_DOUBLE_EQ(Flow({Of("果")}, {5, 0, 30, 9}, Align::kLeft).lines[0].x_mm, 5);
  EXPECT_DOUBLE_EQ(Flow({Of("果")}, {5, 0, 30, 9}, Align::kCentre).lines[0].x_mm, 20);
  EXPECT_DOUBLE_EQ(Flow({Of("果")}, {5, 0, 30, 9}, Align::kRight).lines[0].x_mm, 35);
}

}  // namespace
}  // namespace tanji::client::sheet
