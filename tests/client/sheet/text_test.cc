#include "client/sheet/text.h"

#include <gtest/gtest.h>

#include <random>

#include "crypto/wire/utf8.h"

namespace tanji::client::sheet {
namespace {

TEST(CleanTextTest, DropsWhatControlsThePage) {
  EXPECT_EQ(CleanText(std::string_view("a\0b\x1b[31mc\x7f", 10)), "ab[31mc");
  EXPECT_EQ(CleanText("a\u202Eb\u200Bc\uFEFFd\u2066e"), "abcde");
  EXPECT_EQ(CleanText("a\xEF\xBF\xBF"), "a");  // U+FFFF is no character of XML
}

TEST(CleanTextTest, MakesAllSpaceSingle) {
  EXPECT_EQ(CleanText("  a \t\r\n b  "), "a b");
  EXPECT_EQ(CleanText(" \n "), "");
}

TEST(CleanTextTest, ReplacesWhatIsNotUtf8) {
  EXPECT_EQ(CleanText("芒\xff果"), "芒\uFFFD果");
  EXPECT_EQ(CleanText("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD");
}

TEST(CleanTextTest, KeepsTwoMarksOnACharacter) {
  std::string piled = "e";
  for (int i = 0; i < 30; ++i) piled += "\u0301";
  EXPECT_EQ(CleanText(piled + "x"), "e\u0301\u0301x");
}

TEST(CleanTextTest, LooksAtNoMoreThanALabelHolds) {
  EXPECT_EQ(CleanText(std::string(3 * kMaxTextBytes, 'a')).size(), kMaxTextBytes);
}

// Whatever the bytes: UTF-8 comes out, without controls, and cleaning it again changes nothing.
TEST(CleanTextTest, IsCleanForRandomBytes) {
  std::mt19937 random(20250701);
  for (int round = 0; round < 500; ++round) {
    std::string bytes(random() % 60, '\0');
    for (char& byte : bytes) byte = static_cast<char>(random());
    const std::string clean = CleanText(bytes);
    ASSERT_TRUE(crypto::IsValidUtf8(clean));
    for (const char c : clean) ASSERT_GE(static_cast<unsigned char>(c), 0x20);
    ASSERT_EQ(CleanText(clean), clean);
  }
}

TEST(EscapeXmlTest, EscapesMarkupAndBothQuotes) {
  EXPECT_EQ(EscapeXml("<a b=\"c\" d='e'>&amp;"),
            "&lt;a b=&quot;c&quot; d=&apos;e&apos;&gt;&amp;amp;");
  EXPECT_EQ(EscapeXml("芒果 CO₂"), "芒果 CO₂");
}

TEST(InGroupsTest, SplitsIntoFours) {
  EXPECT_EQ(InGroups("BT153C9KX07WQMZBT"), "BT15 3C9K X07W QMZB T");
  EXPECT_EQ(InGroups("ABCD"), "ABCD");
  EXPECT_EQ(InGroups(""), "");
}

}  // namespace
}  // namespace tanji::client::sheet
