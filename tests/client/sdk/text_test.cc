#include "client/sdk/text.h"

#include <gtest/gtest.h>

#include "client/sdk/error.h"
#include "client/sdk/faults.h"
#include "client/sdk/status_details.h"

namespace tanji::client {
namespace {

TEST(Bilingual, IsWhatTheCompilerDemandsOfAText) {
  EXPECT_TRUE(internal::IsBilingual("文件 {file}", "file {file}"));
  EXPECT_TRUE(internal::IsBilingual("{b} 在 {a}", "{a} in {b}"));
  EXPECT_FALSE(internal::IsBilingual("", "file"));
  EXPECT_FALSE(internal::IsBilingual("文件", ""));
  EXPECT_FALSE(internal::IsBilingual("file", "file")) << "no Chinese";
  EXPECT_FALSE(internal::IsBilingual("文件 {file}", "file"));
  EXPECT_FALSE(internal::IsBilingual("文件", "file {file}"));
  EXPECT_FALSE(internal::IsBilingual("文件 {file}", "file {name}"));
}

TEST(Bilingual, BracesOfJsonAreNoPlaceholders) {
  EXPECT_TRUE(internal::IsBilingual("写 {\"a\": 1} 或 { } 或 {…}", "write {}"));
  EXPECT_EQ(Fill("{\"a\": {a}}", {{"a", "1"}}), "{\"a\": 1}");
}

TEST(Fill, PutsEachParameterInOnce) {
  EXPECT_EQ(Fill("{a}-{b}-{a}", {{"a", "1"}, {"b", "2"}}), "1-2-1");
  EXPECT_EQ(Fill("{missing} {a}", {{"a", "1"}}), "{missing} 1");
  EXPECT_EQ(Fill("{a}", {{"a", "{b}"}, {"b", "2"}}), "{b}") << "a value is not expanded again";
  EXPECT_EQ(Fill("{", {}), "{");
  EXPECT_EQ(Fill("", {}), "");
}

TEST(Error, SpeaksBothLanguages) {
  const Error error(kFileTooLarge, {{"file", "a.json"}, {"limit", "10"}});
  EXPECT_NE(error.Message(Language::kZh).find("a.json"), std::string::npos);
  EXPECT_NE(error.Message(Language::kEn).find("more than 10 bytes"), std::string::npos);
  EXPECT_EQ(error.kind(), ErrorKind::kLocal);
  EXPECT_EQ(error.name(), "FILE_TOO_LARGE");
}

TEST(Error, OfTheLedgerIsRenderedByTheLedger) {
  const Error error(ErrorKind::kRefused, v1::CODE_NO_OPERATION);
  EXPECT_EQ(error.name(), "NO_OPERATION");
  EXPECT_EQ(error.Message(Language::kEn), ledger::Render(v1::CODE_NO_OPERATION, {}, Language::kEn));
}

TEST(KindOf, TellsRefusalsFromWhatCannotBeAnsweredNow) {
  EXPECT_EQ(KindOf(v1::CODE_KEY_UNKNOWN), ErrorKind::kRefused);
  EXPECT_EQ(KindOf(v1::CODE_QUEUE_FULL), ErrorKind::kUnreachable);
  EXPECT_EQ(KindOf(v1::CODE_NO_QUORUM_YET), ErrorKind::kUnreachable);
  EXPECT_EQ(KindOf(v1::CODE_PAGE_TOKEN_MALFORMED), ErrorKind::kUsage);
}

}  // namespace
}  // namespace tanji::client
