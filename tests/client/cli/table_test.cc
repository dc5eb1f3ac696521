#include "client/cli/table.h"

#include <gtest/gtest.h>

namespace tanji::client::cli {
namespace {

TEST(DisplayWidth, ChineseCharactersTakeTwoColumns) {
  EXPECT_EQ(DisplayWidth("abc"), 3u);
  EXPECT_EQ(DisplayWidth("碳籍"), 4u);
  EXPECT_EQ(DisplayWidth("碳a籍"), 5u);
  EXPECT_EQ(DisplayWidth("（，）"), 6u);
  EXPECT_EQ(DisplayWidth("é"), 1u);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1u) << "a combining accent has no width";
  EXPECT_EQ(DisplayWidth("\U00020000"), 2u);
  EXPECT_EQ(DisplayWidth(""), 0u);
  EXPECT_EQ(DisplayWidth("\xff"), 1u);
}

TEST(Safe, StrangersDoNotControlTheTerminal) {
  EXPECT_EQ(Safe("海南 farm"), "海南 farm");
  EXPECT_EQ(Safe("\x1b[2J"), "\\x1b[2J");
  EXPECT_EQ(Safe("a\nb\r\t"), "a\\x0ab\\x0d\\x09");
  EXPECT_EQ(Safe("\x7f\u009b"), "\\x7f\\x9b");
  EXPECT_EQ(Safe("user\u202etxt"), "user\\u{202e}txt") << "right-to-left override";
  EXPECT_EQ(Safe("a\u200bb"), "a\\u{200b}b");
  EXPECT_EQ(Safe(std::string_view("a\0b", 3)), "a\\x00b");
}

TEST(Safe, ShowsBrokenUtf8) {
  EXPECT_EQ(Safe("\xff\xfe"), "\\xff\\xfe");
  EXPECT_EQ(Safe("\xe7\xa2"), "\\xe7\\xa2") << "cut off";
  EXPECT_EQ(Safe("\xc0\xaf"), "\\xc0\\xaf") << "overlong";
  EXPECT_EQ(Safe("\xed\xa0\x80"), "\\xed\\xa0\\x80") << "surrogate";
}

TEST(Table, LinesUpColumnsOfBothScripts) {
  Table table({"名称", "kind", "x"});
  table.Add({"bt-farm-07", "生产者", "1"});
  table.Add({"某农场", "body", ""});
  EXPECT_EQ(table.Print(),
            "名称        kind    x\n"
            "bt-farm-07  生产者  1\n"
            "某农场      body\n");
}

TEST(Wrap, BreaksAtSpacesAndBesideWideCharacters) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(Wrap("", 10), (Lines{""}));
  EXPECT_EQ(Wrap("ground limestone applied", 10), (Lines{"ground", "limestone", "applied"}));
  EXPECT_EQ(Wrap("exactly 10", 10), (Lines{"exactly 10"}));
  EXPECT_EQ(Wrap("施用石灰石粉", 8), (Lines{"施用石灰", "石粉"}));
  EXPECT_EQ(Wrap("施用石灰。石粉", 8), (Lines{"施用石", "灰。石粉"}))
      << "a full stop does not begin a line";
  EXPECT_EQ(Wrap("尿素 120 kg", 8), (Lines{"尿素 120", "kg"}));
  EXPECT_EQ(Wrap(std::string(25, 'x'), 10),
            (Lines{std::string(10, 'x'), std::string(10, 'x'), "xxxxx"}));
}

TEST(Sheet, LongValuesGoOnBelowThemselves) {
  Sheet sheet;
  sheet.Add("source", "within the upper limit of the province");
  EXPECT_EQ(sheet.Print(30),
            "source  within the upper limit\n"
            "        of the province\n");
}

TEST(Sheet, LinesUpValuesAndIndents) {
  Sheet sheet;
  sheet.Add("账本", "a");
  sheet.Head("title");
  sheet.Add("zh", "标题", 1);
  EXPECT_EQ(sheet.Print(),
            "账本  a\n"
            "title\n"
            "  zh  标题\n");
}

TEST(Sheet, OneLongLabelDoesNotPushAllValuesAside) {
  Sheet sheet;
  sheet.Add(std::string(50, 'x'), "1");
  sheet.Add("a", "2");
  EXPECT_EQ(sheet.Print(), std::string(50, 'x') + "  1\na  2\n");
}

}  // namespace
}  // namespace tanji::client::cli
