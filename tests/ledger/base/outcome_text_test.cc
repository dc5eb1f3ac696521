#include "ledger/base/outcome_text.h"

#include <gtest/gtest.h>

#include <set>

#include "crypto/wire/utf8.h"

namespace tanji::ledger {
namespace {

std::multiset<std::string> Placeholders(std::string_view text) {
  std::multiset<std::string> out;
  while (true) {
    const auto open = text.find('{');
    if (open == std::string_view::npos) return out;
    const auto close = text.find('}', open);
    out.emplace(text.substr(open + 1, close - open - 1));
    text.remove_prefix(close + 1);
  }
}

bool HasChinese(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const auto c = crypto::DecodeUtf8(text, at).value();
    if (c >= 0x4e00 && c <= 0x9fff) return true;
  }
  return false;
}

TEST(CodeTexts, HaveOneRowPerCodeAscending) {
  std::set<int> declared, found;
  const auto* codes = v1::Code_descriptor();
  for (int i = 0; i < codes->value_count(); ++i) declared.insert(codes->value(i)->number());
  int last = -1;
  for (const auto& row : CodeTexts()) {
    EXPECT_LT(last, row.code);
    last = row.code;
    found.insert(row.code);
  }
  EXPECT_EQ(found, declared);
}

TEST(CodeTexts, SayTheSameInBothLanguages) {
  for (const auto& row : CodeTexts()) {
    SCOPED_TRACE(CodeName(row.code));
    EXPECT_EQ(Placeholders(row.zh), Placeholders(row.en));
    EXPECT_TRUE(HasChinese(row.zh));
    EXPECT_FALSE(HasChinese(row.en));
    EXPECT_TRUE(row.zh.ends_with("。"));
    EXPECT_TRUE(row.en.ends_with("."));
    EXPECT_EQ(row.zh.find("  "), std::string_view::npos);
    EXPECT_EQ(row.en.find("  "), std::string_view::npos);
  }
}

TEST(CodeTexts, NameEachParameterProperly) {
  for (const auto& row : CodeTexts()) {
    for (const auto& name : Placeholders(row.en)) {
      EXPECT_FALSE(name.empty()) << CodeName(row.code);
      EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string::npos)
          << CodeName(row.code) << " " << name;
    }
  }
}

TEST(Render, LeavesNothingUnfilledWhenAllIsGiven) {
  for (const auto& row : CodeTexts()) {
    Detail detail;
    for (const auto& name : Placeholders(row.en)) detail.emplace_back(name, "<" + name + ">");
    for (const auto language : {Language::kZh, Language::kEn}) {
      const auto text = Render(row.code, detail, language);
      EXPECT_EQ(text.find('{'), std::string::npos) << text;
      for (const auto& [name, value] : detail) {
        EXPECT_NE(text.find(value), std::string::npos) << text;
      }
    }
  }
}

TEST(Render, FillsInOnceAndKeepsWhatIsMissing) {
  EXPECT_EQ(Render(v1::CODE_FIELD_MISSING, {{"field", "{field}"}}, Language::kEn),
            "{field} is missing; please fill it in.");
  EXPECT_EQ(Render(v1::CODE_FIELD_MISSING, {}, Language::kEn),
            "{field} is missing; please fill it in.");
  EXPECT_EQ(Render(v1::CODE_FIELD_MISSING, {{"field", "region"}, {"other", "x"}}, Language::kZh),
            "缺少必填项 region，请填写。");
}

TEST(Render, ShowsTimesAsDates) {
  EXPECT_EQ(Render(v1::CODE_EXPIRED, {{"expire_time", "1767225600000"}, {"block_time", "soon"}},
                   Language::kEn),
            "The transaction expired at 2026-01-01T00:00:00.000Z; the block time is soon. Set a "
            "new expiry and sign it again.");
  // No instant: shown as it is.
  EXPECT_NE(Render(v1::CODE_EXPIRED, {{"expire_time", "-1"}, {"block_time", "1x"}}, Language::kEn)
                .find("at -1; the block time is 1x."),
            std::string::npos);
}

TEST(Render, KeepsTheNumberOfACodeFromTheFuture) {
  const auto unknown = static_cast<v1::Code>(899);
  EXPECT_EQ(Render(unknown, {}, Language::kEn), "Unknown code 899.");
  EXPECT_EQ(Render(unknown, {}, Language::kZh), "未知代码 899。");
  EXPECT_EQ(CodeName(unknown), "899");
}

TEST(CodeName, IsWithoutItsPrefix) {
  EXPECT_EQ(CodeName(v1::CODE_WRONG_CHAIN), "WRONG_CHAIN");
}

}  // namespace
}  // namespace tanji::ledger
