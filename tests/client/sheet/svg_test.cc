#include "client/sheet/svg.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

#include "tests/client/sheet/samples.h"

namespace tanji::client::sheet {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

std::string WordsOf(const SheetLabel& label) {
  return Words((*DrawLabel(label)).svg);
}

// Every text lies on the label, and no two on each other.
void ExpectNoOverflow(const std::string& svg) {
  const auto texts = TextsOf(svg);
  ASSERT_FALSE(texts.empty());
  for (const auto& text : texts) {
    EXPECT_GE(text.left_mm(), 2.5) << text.text;
    EXPECT_LE(text.left_mm() + text.width_mm(), kLabelWidthMm - 2) << text.text;
    EXPECT_GE(text.baseline_mm - text.size_mm, 1.5) << text.text;
    EXPECT_LE(text.baseline_mm + 0.25 * text.size_mm, kLabelHeightMm - 2) << text.text;
    EXPECT_GE(text.size_mm, 1.8) << text.text;
  }
  for (const auto& a : texts) {
    for (const auto& b : texts) {
      const bool apart_x = a.left_mm() + a.width_mm() <= b.left_mm() + 0.01 ||
                           b.left_mm() + b.width_mm() <= a.left_mm() + 0.01;
      const bool apart_y = a.baseline_mm + 0.2 * a.size_mm <= b.baseline_mm - 0.85 * b.size_mm ||
                           b.baseline_mm + 0.2 * b.size_mm <= a.baseline_mm - 0.85 * a.size_mm;
      EXPECT_TRUE(&a == &b || apart_x || apart_y) << a.text << " / " << b.text;
    }
  }
}

TEST(DrawLabelTest, PrintsEveryFactInBothLanguages) {
  const auto drawing = DrawLabel(Mangoes());
  ASSERT_TRUE(drawing.ok());
  EXPECT_FALSE(drawing->is_shortened);
  const std::string words = Words(drawing->svg);
  for (const char* const expected :
       {"热带水果低碳标签示例计划", "example scheme", "台农一号芒果", "Mango, Tainong No. 1",
        "0.412 kg CO₂e/kg", "限值 Limit: ≤ 0.600 kg CO₂e/kg", "等级 Grade: A　采收 Harvest: 2025",
        "批次 Lot: HN-2025-07-A", "生产者：三亚崖州芒果专业合作社", "Producer: Yazhou Mango",
        "认证机构：示例认证有限公司", "Certifier: Example Certification Ltd",
        "BT15 3C9K X07W\nQMZB T", "单件 Unit: 17", "建园：未评估", "Establishment: not assessed"}) {
    EXPECT_THAT(words, HasSubstr(expected));
  }
}

TEST(DrawLabelTest, SaysExampleExactlyWhereItIsOne) {
  auto label = Mangoes();
  EXPECT_THAT(WordsOf(label), HasSubstr("示例 · EXAMPLE"));
  label.example = false;
  EXPECT_THAT(WordsOf(label), Not(HasSubstr("EXAMPLE")));
}

TEST(DrawLabelTest, SaysThatThereIsNoUnitWhereThereIsNone) {
  auto label = Mangoes();
  EXPECT_THAT(WordsOf(label), Not(HasSubstr("不含单件序号")));
  label.unit.reset();
  EXPECT_THAT(WordsOf(label), HasSubstr("二维码不含单件序号\nQR without unit serial\n"));
  EXPECT_THAT(WordsOf(label), Not(HasSubstr("单件 Unit")));
  label.unit = 4294967295u;
  EXPECT_THAT(WordsOf(label), HasSubstr("单件 Unit: 4294967295\n"));
}

// What identifies a label is worth nothing when cut: 20 characters must fit.
TEST(DrawLabelTest, NeverCutsSerialAndLot) {
  auto label = Mangoes();
  label.serial = std::string(20, 'W');
  label.lot = "HN-2025/07-MANGO-A01";
  label.unit = 4294967295u;
  EXPECT_FALSE((*DrawLabel(label)).is_shortened);
  label.unit.reset();
  EXPECT_FALSE((*DrawLabel(label)).is_shortened);
}

TEST(DrawLabelTest, LeavesOutWhatIsEmptyWithItsWords) {
  auto label = Mangoes();
  label.limit = label.grade = "";
  label.certifier = {};
  label.producer = {"", "Yazhou Mango Cooperative"};
  const std::string words = WordsOf(label);
  EXPECT_THAT(words, Not(HasSubstr("限值 Limit")));
  EXPECT_THAT(words, Not(HasSubstr("等级")));
  EXPECT_THAT(words, Not(HasSubstr("认证机构")));
  EXPECT_THAT(words, HasSubstr("生产者 Producer: Yazhou Mango"));
}

TEST(DrawLabelTest, NeverOverflows) {
  ExpectNoOverflow((*DrawLabel(Mangoes())).svg);
  const auto endless = DrawLabel(Endless());
  ASSERT_TRUE(endless.ok());
  EXPECT_TRUE(endless->is_shortened);
  ExpectNoOverflow(endless->svg);
}

TEST(DrawLabelTest, NeverOverflowsWhateverTheLengths) {
  std::mt19937 random(7);
  const auto any = [&] {
    return Text{Repeated("每千克鲜果，", 6, random() % 200),
                Repeated("low footprint ", 14, random() % 200)};
  };
  for (int round = 0; round < 12; ++round) {
    auto label = Mangoes();
    label.scheme = any(), label.product = any(), label.claim = any();
    label.producer = any(), label.certifier = any();
    label.value = label.value.substr(0, random() % 10) + any().en;
    label.grade = any().zh, label.limit = any().en;
    label.notes.assign(random() % 5, any());
    label.example = random() % 2 == 0;
    if (random() % 2 == 0) label.unit.reset();
    ExpectNoOverflow((*DrawLabel(label)).svg);
  }
}

TEST(DrawLabelTest, EscapesTextsAndDropsControls) {
  auto label = Mangoes();
  label.product = {"<script>\x01\"&'", "]]></svg>"};
  const auto drawing = DrawLabel(label);
  ASSERT_TRUE(drawing.ok());
  EXPECT_THAT(drawing->svg, HasSubstr(">&lt;script&gt;&quot;&amp;&apos;</text>"));
  EXPECT_THAT(drawing->svg, HasSubstr(">]]&gt;&lt;/svg&gt;</text>"));
  EXPECT_EQ(drawing->svg.find('\x01'), std::string::npos);
}

// Nothing that refers to something outside, and no picture.
TEST(DrawLabelTest, IsSelfContained) {
  const auto drawing = DrawLabel(Mangoes());
  for (const char* const foreign : {"href", "<image", "<style", "url(", "@import"}) {
    EXPECT_THAT(drawing->svg, Not(HasSubstr(foreign)));
  }
  EXPECT_THAT(drawing->svg, HasSubstr("width=\"92mm\" height=\"53mm\""));
}

TEST(DrawLabelTest, RefusesALinkThatCannotBeScanned) {
  auto label = Mangoes();
  label.link = "";
  EXPECT_EQ(DrawLabel(label).fault(), SheetFault::kLinkUnusable);
  label.link = "https://\xff";
  EXPECT_EQ(DrawLabel(label).fault(), SheetFault::kLinkUnusable);
  label.link = std::string(kMaxLinkBytes, 'a');
  EXPECT_TRUE(DrawLabel(label).ok());
  label.link += 'a';
  EXPECT_EQ(DrawLabel(label).fault(), SheetFault::kLinkTooLong);
}

}  // namespace
}  // namespace tanji::client::sheet
