#include "crypto/note/checkpoint.h"

#include <gtest/gtest.h>

#include "crypto/log/log_tree.h"

namespace tanji::crypto {
namespace {

const Hash kRoot =
    *Hash::FromHex("9139601cc1ca8ab2a7a0c2c134c04845f2b1ba549a83d6c845cfcda439cc585d");
constexpr std::string_view kBase64Root = "kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF0=";

std::string Body(std::string_view origin, std::string_view size, std::string_view root) {
  return std::string(origin).append("\n").append(size).append("\n").append(root).append("\n");
}

TEST(Origin, IsHostAndPath) {
  for (const char* origin :
       {"ledger.example/baoting", "a/b", "localhost/test", "sub.ledger.example/zone/2026",
        "l-1.example/a_b.c-d", "ledger.example/0123456789012345678901234567890123x"}) {
    EXPECT_TRUE(IsOrigin(origin)) << origin;
  }
  for (const char* origin : {"",
                             "/",
                             "a",
                             "a/",
                             "/b",
                             "a//b",
                             "a/b/",
                             "a/b//c",
                             "A/b",
                             "a/B",
                             "a b/c",
                             "a/b c",
                             "a+b/c",
                             "a/b+c",
                             ".a/b",
                             "a./b",
                             "a..b/c",
                             "-a/b",
                             "a-/b",
                             "a_b/c",
                             "a/.b",
                             "a/b.",
                             "a/..",
                             "a/-b",
                             "https://a/b",
                             "a:8080/b",
                             "a/b?c",
                             "a/b#c",
                             "a/b\n",
                             "\xe7\xa2\xb3/b",
                             "a/\xe7\xa2\xb3",
                             "ledger.example/01234567890123456789012345678901234x"}) {
    EXPECT_FALSE(IsOrigin(origin)) << origin;
  }
}

TEST(Checkpoint, IsThreeLines) {
  const Checkpoint checkpoint{"ledger.example/baoting", 7, kRoot};
  const auto text = checkpoint.Print();
  EXPECT_EQ(text, Body("ledger.example/baoting", "7", kBase64Root));
  const auto parsed = Checkpoint::Parse(text);
  ASSERT_TRUE(parsed.ok());
  EXPECT_EQ(*parsed, checkpoint);
}

TEST(Checkpoint, ReadsTheSmallestAndTheLargest) {
  for (const Checkpoint& checkpoint :
       {Checkpoint{"a/b", 0, EmptyRoot()}, Checkpoint{"a/b", kMaxTreeSize, kRoot}}) {
    const auto parsed = Checkpoint::Parse(checkpoint.Print());
    ASSERT_TRUE(parsed.ok());
    EXPECT_EQ(*parsed, checkpoint);
  }
}

TEST(Checkpoint, NamesWhatIsWrong) {
  const auto with_size = [](std::string_view size) { return Body("a/b", size, kBase64Root); };
  const auto with_root = [](std::string_view root) { return Body("a/b", "7", root); };
  const std::string good = with_size("7");
  const std::pair<std::string, NoteFault> kCases[] = {
      {"", NoteFault::kNotThreeLines},
      {"a/b\n7\n", NoteFault::kNotThreeLines},
      {good.substr(0, good.size() - 1), NoteFault::kNotThreeLines},
      {good + "extension\n", NoteFault::kNotThreeLines},
      {good + "\n", NoteFault::kNotThreeLines},
      {"\n" + good, NoteFault::kNotThreeLines},
      {Body("", "7", kBase64Root), NoteFault::kBadOrigin},
      {Body("a", "7", kBase64Root), NoteFault::kBadOrigin},
      {with_size(""), NoteFault::kBadTreeSize},
      {with_size("07"), NoteFault::kBadTreeSize},
      {with_size("00"), NoteFault::kBadTreeSize},
      {with_size("+7"), NoteFault::kBadTreeSize},
      {with_size("-7"), NoteFault::kBadTreeSize},
      {with_size(" 7"), NoteFault::kBadTreeSize},
      {with_size("7 "), NoteFault::kBadTreeSize},
      {with_size("0x7"), NoteFault::kBadTreeSize},
      {with_size("9223372036854775808"), NoteFault::kBadTreeSize},
      {with_size("18446744073709551623"), NoteFault::kBadTreeSize},
      {with_size("0"), NoteFault::kBadRoot},
      {with_root(""), NoteFault::kBadRoot},
      {with_root(kBase64Root.substr(0, 43)), NoteFault::kBadRoot},
      {with_root("kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc/NpDnMWF1="), NoteFault::kBadRoot},
      {with_root("kTlgHMHKirKnoMLBNMBIRfKxulSag9bIRc_NpDnMWF0="), NoteFault::kBadRoot},
      {with_root("AAAA"), NoteFault::kBadRoot},
  };
  for (const auto& [text, fault] : kCases) {
    const auto parsed = Checkpoint::Parse(text);
    ASSERT_FALSE(parsed.ok()) << text;
    EXPECT_EQ(parsed.fault(), fault) << text << ToString(parsed.fault());
  }
}

}  // namespace
}  // namespace tanji::crypto
