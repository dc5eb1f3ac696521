#include "client/sdk/home.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/client/sdk/temporary_directory.h"

namespace tanji::client {
namespace {

TEST(PathSegment, NamesEveryChainOnceAndStaysInItsDirectory) {
  EXPECT_EQ(PathSegment("ledger.example/baoting"), "ledger.example%2fbaoting");
  EXPECT_EQ(PathSegment(".."), "%2e.");
  EXPECT_EQ(PathSegment("a%2fb"), "a%252fb");
  for (const auto* const chain : {"ledger.example/baoting", "..", ".", "a%2fb", "海南/a", "a b"}) {
    const std::string segment = PathSegment(chain);
    EXPECT_EQ(segment.find('/'), std::string::npos);
    EXPECT_EQ(ChainIdOfSegment(segment), chain);
  }
}

TEST(PathSegment, OnlyItsOwnSpellingIsRead) {
  for (const auto* const segment : {"", "a%2Fb", "a%", "a%2", "%61", "..", "a b", "a/b"}) {
    EXPECT_EQ(ChainIdOfSegment(segment), std::nullopt) << segment;
  }
}

class HomeTest : public ::testing::Test {
 protected:
  TemporaryDirectory directory_;
  Home home_ = *Home::Open(directory_ / "home");
};

TEST_F(HomeTest, PinsAndFindsLedgers) {
  EXPECT_EQ(home_.OnlyLedger().error().name(), "NOTHING_TRUSTED");
  ASSERT_TRUE(home_.Pin("a.example/x", "policy a", false).ok());
  EXPECT_EQ(home_.OnlyLedger()->chain_id(), "a.example/x");
  EXPECT_EQ(*home_.OnlyLedger()->Policy(), "policy a");
  ASSERT_TRUE(home_.Pin("b.example/x", "policy b", false).ok());
  EXPECT_EQ(home_.OnlyLedger().error().name(), "SEVERAL_LEDGERS");
  EXPECT_EQ(home_.Ledgers(), (std::vector<std::string>{"a.example/x", "b.example/x"}));
  EXPECT_EQ(home_.Ledger("c.example/x").error().name(), "LEDGER_NOT_TRUSTED");
}

TEST_F(HomeTest, DoesNotReplaceAPolicySilently) {
  ASSERT_TRUE(home_.Pin("a.example/x", "first", false).ok());
  EXPECT_TRUE(home_.Pin("a.example/x", "first", false).ok()) << "the same again";
  EXPECT_EQ(home_.Pin("a.example/x", "second", false).error().name(), "POLICY_DIFFERS");
  EXPECT_EQ(*home_.Ledger("a.example/x")->Policy(), "first");
  ASSERT_TRUE(home_.Pin("a.example/x", "second", true).ok());
  EXPECT_EQ(*home_.Ledger("a.example/x")->Policy(), "second");
}

TEST_F(HomeTest, IsForItsOwnerAlone) {
  ASSERT_TRUE(home_.Pin("a.example/x", "policy", false).ok());
  struct stat info {};
  ASSERT_EQ(stat(home_.directory().c_str(), &info), 0);
  EXPECT_EQ(info.st_mode & 0777, 0700u);
}

TEST_F(HomeTest, ForgetsAllButEvidence) {
  const auto ledger = *home_.Pin("a.example/x", "policy", false);
  ASSERT_TRUE(ledger.SaveCheckpoint("note").ok());
  ASSERT_TRUE(ledger.SetNode("host:1").ok());
  EXPECT_EQ(ledger.Node(), "host:1");
  const std::string fork = *ledger.SaveFork("one", "two");
  ASSERT_TRUE(home_.Forget("a.example/x").ok());
  EXPECT_TRUE(home_.Ledgers().empty());
  EXPECT_EQ(*ledger.Checkpoint(), std::nullopt);
  EXPECT_TRUE(ReadFile(fork).ok());
}

TEST_F(HomeTest, KeepsPendingTransactions) {
  const auto ledger = *home_.Pin("a.example/x", "policy", false);
  const auto id = crypto::Sha256("id");
  const std::string path = *ledger.SavePending(id, "bytes");
  EXPECT_EQ(*ReadFile(path), "bytes");
  ledger.DropPending(id);
  EXPECT_FALSE(ReadFile(path).ok());
}

TEST(WriteFile, ReplacesWholeFilesOnly) {
  TemporaryDirectory directory;
  const std::string path = directory / "file";
  ASSERT_TRUE(WriteFile(path, "one", Overwrite::kNo).ok());
  EXPECT_EQ(WriteFile(path, "two", Overwrite::kNo).error().name(), "FILE_EXISTS");
  EXPECT_EQ(*ReadFile(path), "one");
  ASSERT_TRUE(WriteFile(path, "two", Overwrite::kYes).ok());
  EXPECT_EQ(*ReadFile(path), "two");
  int files = 0;
  for (const auto& entry : std::filesystem::directory_iterator(directory.path())) {
    (void)entry;
    ++files;
  }
  EXPECT_EQ(files, 1) << "a temporary file was left behind";
  EXPECT_EQ(WriteFile(directory / "none/file", "x", Overwrite::kYes).error().name(),
            "FILE_UNWRITABLE");
}

TEST(HashFile, HashesTheContent) {
  TemporaryDirectory directory;
  const std::string path = directory / "file";
  const std::string content(200'000, 'x');
  ASSERT_TRUE(WriteFile(path, content, Overwrite::kNo).ok());
  std::uint64_t last = 0;
  const auto hashed = HashFile(path, [&](std::uint64_t done, std::uint64_t total) {
    EXPECT_EQ(total, content.size());
    EXPECT_GT(done, last);
    last = done;
  });
  ASSERT_TRUE(hashed.ok());
  EXPECT_EQ(hashed->sha256, crypto::Sha256(content));
  EXPECT_EQ(hashed->size_bytes, content.size());
  EXPECT_EQ(last, content.size());
  EXPECT_EQ(HashFile(directory / "none").error().name(), "FILE_UNREADABLE");
}

}  // namespace
}  // namespace tanji::client
