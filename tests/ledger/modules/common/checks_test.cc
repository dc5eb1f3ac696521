#include "ledger/modules/common/checks.h"

#include <gtest/gtest.h>

#include "ledger/modules/common/names.h"
#include "tests/ledger/modules/support/coverage.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Refused;

v1::BilingualText Both() {
  auto text = testing::Text("荔枝", "lychee");
  text.set_prevailing(v1::PREVAILING_BOTH);
  text.clear_translation();
  text.set_settled_by("participants/arbiter");
  return text;
}

TEST(CheckText, AcceptsEachWayOfPrevailing) {
  EXPECT_TRUE(Accepted(CheckText(testing::Text("荔枝", "lychee"), "title")));
  auto english = testing::Text("", "lychee");
  english.set_prevailing(v1::PREVAILING_EN);
  english.set_translation(v1::TRANSLATION_MISSING);
  EXPECT_TRUE(Accepted(CheckText(english, "title")));
  EXPECT_TRUE(Accepted(CheckText(Both(), "title")));
  EXPECT_TRUE(Accepted(CheckText(testing::Text(std::string(1024, 'x'), "y"), "title")));
}

struct TextCase {
  const char* name;
  v1::BilingualText base;
  void (*alter)(v1::BilingualText&);
  v1::Code code;
  Detail detail;
};

TEST(CheckText, RefusesWhatTheTextsDoNotBearOut) {
  const auto zh = testing::Text("荔枝", "lychee");
  const TextCase cases[] = {
      {"too long",
       zh,
       [](auto& t) { t.set_en(std::string(1025, 'x')); },
       v1::CODE_FIELD_TOO_LONG,
       {{"field", "title.en"}, {"value", "1025"}, {"limit", "1024"}}},
      {"no prevailing",
       zh,
       [](auto& t) { t.clear_prevailing(); },
       v1::CODE_FIELD_MISSING,
       {{"field", "title.prevailing"}}},
      {"prevailing empty",
       zh,
       [](auto& t) { t.clear_zh(); },
       v1::CODE_TEXT_MISSING,
       {{"field", "title.zh"}}},
      {"no translation said",
       zh,
       [](auto& t) { t.clear_translation(); },
       v1::CODE_FIELD_MISSING,
       {{"field", "title.translation"}}},
      {"said to be missing",
       zh,
       [](auto& t) { t.set_translation(v1::TRANSLATION_MISSING); },
       v1::CODE_TEXT_INCONSISTENT,
       {{"field", "title.translation"},
        {"value", "TRANSLATION_MISSING"},
        {"expected", "TRANSLATION_HUMAN"}}},
      {"said to be there",
       zh,
       [](auto& t) { t.clear_en(); },
       v1::CODE_TEXT_INCONSISTENT,
       {{"field", "title.translation"},
        {"value", "TRANSLATION_HUMAN"},
        {"expected", "TRANSLATION_MISSING"}}},
      {"settled though one prevails",
       zh,
       [](auto& t) { t.set_settled_by("participants/x"); },
       v1::CODE_TEXT_INCONSISTENT,
       {{"field", "title.prevailing"},
        {"value", "PREVAILING_ZH"},
        {"expected", "PREVAILING_BOTH"}}},
      {"both, one empty",
       Both(),
       [](auto& t) { t.clear_en(); },
       v1::CODE_TEXT_MISSING,
       {{"field", "title.en"}}},
      {"both, a translation",
       Both(),
       [](auto& t) { t.set_translation(v1::TRANSLATION_MACHINE); },
       v1::CODE_TEXT_INCONSISTENT,
       {{"field", "title.translation"},
        {"value", "TRANSLATION_MACHINE"},
        {"expected", "TRANSLATION_UNSPECIFIED"}}},
      {"both, nobody settles",
       Both(),
       [](auto& t) { t.clear_settled_by(); },
       v1::CODE_FIELD_MISSING,
       {{"field", "title.settled_by"}}},
      {"both, settled by no participant",
       Both(),
       [](auto& t) { t.set_settled_by("arbiter"); },
       v1::CODE_NAME_MALFORMED,
       {{"field", "title.settled_by"}, {"value", "arbiter"}, {"expected", "participants/ID"}}},
  };
  for (const auto& c : cases) {
    auto text = c.base;
    c.alter(text);
    EXPECT_TRUE(Refused(CheckText(text, "title"), c.code, c.detail)) << c.name;
  }
}

TEST(Shown, CutsBetweenCharacters) {
  EXPECT_EQ(Shown(std::string(80, 'a')), std::string(80, 'a'));
  EXPECT_EQ(Shown(std::string(81, 'a')), std::string(80, 'a') + "…");
  std::string chinese;
  for (int i = 0; i < 30; ++i) chinese += "荔";  // 3 bytes each: 80 lies within the 27th
  EXPECT_EQ(Shown(chinese), chinese.substr(0, 78) + "…");
}

TEST(Checks, NumbersAndTimesAtTheirBounds) {
  EXPECT_TRUE(Accepted(CheckRange(1, 1, 16, "n")));
  EXPECT_TRUE(Accepted(CheckRange(16, 1, 16, "n")));
  EXPECT_TRUE(Refused(CheckRange(17, 1, 16, "n"), v1::CODE_FIELD_OUT_OF_RANGE,
                      {{"field", "n"}, {"value", "17"}, {"lowest", "1"}, {"highest", "16"}}));
  EXPECT_TRUE(Accepted(CheckTime(0, "t")));
  EXPECT_TRUE(Accepted(CheckTime(253'402'300'799'999, "t")));
  for (const std::int64_t bad : {std::int64_t{-1}, std::int64_t{253'402'300'800'000}}) {
    EXPECT_TRUE(Refused(CheckTime(bad, "t"), v1::CODE_FIELD_OUT_OF_RANGE,
                        {{"field", "t"},
                         {"value", std::to_string(bad)},
                         {"lowest", "0"},
                         {"highest", "253402300799999"}}));
  }
  EXPECT_TRUE(Accepted(CheckPeriod(5, 6, "from", "until")));
  EXPECT_TRUE(Refused(CheckPeriod(6, 6, "from", "until"), v1::CODE_PERIOD_EMPTY,
                      {{"field", "until"}, {"until_time", "6"}, {"from_time", "6"}}));
  EXPECT_TRUE(Accepted(CheckNotBackdated(7, 7, "t")));
  EXPECT_TRUE(Refused(CheckNotBackdated(6, 7, "t"), v1::CODE_BACKDATED,
                      {{"field", "t"}, {"effective_time", "6"}, {"block_time", "7"}}));
}

TEST(Checks, BytesAndCounts) {
  EXPECT_TRUE(Accepted(CheckExactBytes("abc", 3, "b")));
  EXPECT_TRUE(Refused(CheckExactBytes("", 3, "b"), v1::CODE_FIELD_MISSING, {{"field", "b"}}));
  EXPECT_TRUE(Refused(CheckExactBytes("ab", 3, "b"), v1::CODE_FIELD_LENGTH,
                      {{"field", "b"}, {"value", "2"}, {"expected", "3"}}));
  EXPECT_TRUE(Accepted(CheckCount(3, 3, "l")));
  EXPECT_TRUE(Refused(CheckCount(0, 3, "l"), v1::CODE_FIELD_MISSING, {{"field", "l"}}));
  EXPECT_TRUE(Refused(CheckCount(4, 3, "l"), v1::CODE_LIST_TOO_LONG,
                      {{"field", "l"}, {"value", "4"}, {"limit", "3"}}));
}

TEST(Checks, ListsAscendWithoutRepetition) {
  google::protobuf::RepeatedPtrField<std::string> list;
  EXPECT_TRUE(Accepted(CheckAscendingTexts(list, "l")));
  *list.Add() = "a";
  *list.Add() = "b";
  EXPECT_TRUE(Accepted(CheckAscendingTexts(list, "l")));
  *list.Add() = "b";
  EXPECT_TRUE(Refused(CheckAscendingTexts(list, "l"), v1::CODE_LIST_NOT_ASCENDING,
                      {{"field", "l[2]"}, {"value", "b"}}));

  v1::KeyGrant grant;
  grant.add_permissions(v1::PERMISSION_UNSPECIFIED);
  EXPECT_TRUE(Refused(CheckEnumSet(grant.permissions(), 6, "p", v1::Permission_Name<int>),
                      v1::CODE_FIELD_MISSING, {{"field", "p[0]"}}));
}

TEST(Checks, NamesOfTheFourSorts) {
  const std::string hex(64, 'a');
  EXPECT_TRUE(Accepted(CheckChosenName("schemes", "schemes/low-carbon", "s")));
  EXPECT_TRUE(Refused(CheckChosenName("schemes", "schemes/Low", "s"), v1::CODE_NAME_MALFORMED,
                      {{"field", "s"}, {"value", "schemes/Low"}, {"expected", "schemes/ID"}}));
  EXPECT_TRUE(Accepted(CheckHashName("keys", "keys/" + hex, "k")));
  EXPECT_TRUE(
      Refused(CheckHashName("keys", "documents/aa", "k"), v1::CODE_NAME_MALFORMED,
              {{"field", "k"}, {"value", "documents/aa"}, {"expected", "keys/SHA256-HEX"}}));
  EXPECT_TRUE(Refused(CheckIdName("ballots", "ballots/1", "b"), v1::CODE_NAME_MALFORMED,
                      {{"field", "b"}, {"value", "ballots/1"}, {"expected", "ballots/UUID"}}));
  EXPECT_TRUE(Accepted(CheckNestedName("farms", "lots", "farms/a/lots/b", "l")));
  EXPECT_TRUE(
      Refused(CheckNestedName("farms", "lots", "", "l"), v1::CODE_FIELD_MISSING, {{"field", "l"}}));
  EXPECT_TRUE(Refused(CheckNestedName("farms", "lots", "farms/a", "l"), v1::CODE_NAME_MALFORMED,
                      {{"field", "l"}, {"value", "farms/a"}, {"expected", "farms/ID/lots/ID"}}));
  EXPECT_TRUE(Refused(CheckChosenId("-x", "id"), v1::CODE_ID_MALFORMED,
                      {{"field", "id"}, {"value", "-x"}}));
}

}  // namespace
}  // namespace tanji::ledger
