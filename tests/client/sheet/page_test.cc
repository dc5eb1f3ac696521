#include "client/sheet/page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/client/sheet/samples.h"

namespace tanji::client::sheet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

const PageFoot kFoot{"tanji.example.org/demo", "BT153C9KX07WQMZBT", "2025-07-01"};

int Count(const std::string& text, std::string_view part) {
  int count = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(DrawPagesTest, PutsTenLabelsOnAPage) {
  const auto pages = DrawPages(std::vector<SheetLabel>(11, Mangoes()), kFoot);
  ASSERT_TRUE(pages.ok());
  ASSERT_EQ(pages->svgs.size(), 2u);
  EXPECT_EQ(Count(pages->svgs[0], "<svg "), 11);  // the page itself is one
  EXPECT_EQ(Count(pages->svgs[1], "<svg "), 2);
  EXPECT_THAT(pages->svgs[0], HasSubstr("width=\"210mm\" height=\"297mm\""));
}

TEST(DrawPagesTest, PrintsTheFootOnEveryPage) {
  const auto pages = DrawPages(std::vector<SheetLabel>(11, Mangoes()), kFoot);
  for (const int page : {1, 2}) {
    const std::string words = Words(pages->svgs[static_cast<std::size_t>(page - 1)]);
    EXPECT_THAT(words, HasSubstr("tanji.example.org/demo\nBT15 3C9K X07W QMZB T\n"));
    EXPECT_THAT(words, HasSubstr("Page " + std::to_string(page) + "/2\n"));
    EXPECT_THAT(words, HasSubstr("2025-07-01\n"));
  }
}

// Two marks at each of the four corners of each label.
TEST(DrawPagesTest, MarksEveryCorner) {
  const auto pages = DrawPages({Mangoes()}, kFoot);
  EXPECT_EQ(Count(pages->svgs[0], "width=\"0.1\" height=\"1\""), 4);
  EXPECT_EQ(Count(pages->svgs[0], "width=\"1\" height=\"0.1\""), 4);
  // The lower right corner: the label is at 10, 8 and 92 x 53 mm large.
  EXPECT_THAT(pages->svgs[0], HasSubstr("<rect x=\"101.95\" y=\"61.5\""));
  EXPECT_THAT(pages->svgs[0], HasSubstr("<rect x=\"102.5\" y=\"60.95\""));
}

TEST(DrawPagesTest, CountsShortenedLabels) {
  const auto pages = DrawPages({Mangoes(), Endless(), Mangoes()}, kFoot);
  EXPECT_EQ(pages->shortened_labels, 1u);
}

TEST(DrawPagesTest, KeepsALongFootApart) {
  const std::string endless = Repeated("ledger ", 7, 300);
  const auto pages = DrawPages({Mangoes()}, {endless, std::string(300, 'W'), endless});
  double right_of_last_mm = 0;
  double last_x_mm = 0;
  for (const auto& text : TextsOf(pages->svgs[0])) {
    if (text.baseline_mm < 280) continue;
    EXPECT_LE(text.baseline_mm, 291);
    if (text.x_mm != last_x_mm) {
      EXPECT_GE(text.left_mm(), right_of_last_mm) << text.text;
    }
    last_x_mm = text.x_mm;
    right_of_last_mm = text.left_mm() + text.width_mm();
  }
  EXPECT_LE(right_of_last_mm, 200.001);
}

TEST(DrawPagesTest, IsBounded) {
  EXPECT_EQ(DrawPages({}, kFoot).fault(), SheetFault::kNoLabels);
  EXPECT_EQ(DrawPages(std::vector<SheetLabel>(kMaxSheetLabels + 1), kFoot).fault(),
            SheetFault::kTooManyLabels);
  EXPECT_EQ(DrawPages(std::vector<SheetLabel>(kMaxSheetLabels), kFoot).fault(),
            SheetFault::kLinkUnusable);
}

}  // namespace
}  // namespace tanji::client::sheet
