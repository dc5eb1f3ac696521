#include "ledger/base/names.h"

#include <gtest/gtest.h>

namespace tanji::ledger {
namespace {

TEST(ChosenId, Grammar) {
  for (const auto& good : {std::string("a"), std::string("7"), std::string("bt-farm-07"),
                           std::string("a--b"), std::string(63, 'x')}) {
    EXPECT_TRUE(IsChosenId(good)) << good;
  }
  for (const auto& bad :
       {std::string(), std::string("-a"), std::string("a-"), std::string("-"), std::string("A"),
        std::string("a_b"), std::string("a.b"), std::string("a/b"), std::string("é"),
        std::string("a b"), std::string(1, '\0'), std::string(64, 'x')}) {
    EXPECT_FALSE(IsChosenId(bad)) << bad;
  }
}

TEST(Names, Single) {
  EXPECT_EQ(ParseName("participants", "participants/bt-farm-07"), "bt-farm-07");
  for (const auto* bad :
       {"", "participants", "participants/", "/bt", "participants//bt", "participant/bt",
        "participants/bt/", "/participants/bt", "participants/bt/x", "participants/bt/x/y",
        "participants/BT", "participants/bt ", "Participants/bt", "participants/-bt"}) {
    EXPECT_EQ(ParseName("participants", bad), std::nullopt) << bad;
  }
  EXPECT_EQ(MakeName("participants", "bt-farm-07"), "participants/bt-farm-07");
}

TEST(Names, Nested) {
  const auto ids = ParseNestedName("schemes", "versions", "schemes/hn-1p5/versions/2026-1");
  ASSERT_TRUE(ids);
  EXPECT_EQ(ids->first, "hn-1p5");
  EXPECT_EQ(ids->second, "2026-1");
  EXPECT_EQ(MakeNestedName("schemes", "hn-1p5", "versions", "2026-1"),
            "schemes/hn-1p5/versions/2026-1");
  for (const auto* bad : {"schemes/a", "schemes/a/versions", "schemes/a/versions/",
                          "versions/a/schemes/b", "schemes/a/version/b", "schemes/A/versions/b",
                          "schemes/a/versions/B", "schemes/a/versions/b/c/d"}) {
    EXPECT_FALSE(ParseNestedName("schemes", "versions", bad)) << bad;
  }
}

TEST(Names, OfHashesAndIds) {
  const auto hash = crypto::Sha256("x");
  EXPECT_EQ(ParseHashName("documents", "documents/" + hash.Hex()), hash);
  EXPECT_EQ(ParseHashName("keys", "documents/" + hash.Hex()), std::nullopt);
  EXPECT_EQ(ParseHashName("documents", "documents/" + hash.Hex().substr(1)), std::nullopt);
  EXPECT_EQ(MakeName("documents", hash), "documents/" + hash.Hex());
  // 64 digits are no id that anyone may choose.
  EXPECT_EQ(ParseName("documents", "documents/" + hash.Hex()), std::nullopt);

  const auto id = DeriveId(hash, 0, 0);
  EXPECT_EQ(ParseIdName("footprints", MakeName("footprints", id)), id);
  EXPECT_EQ(ParseIdName("footprints", "footprints/bt-farm"), std::nullopt);
}

TEST(Names, SplitsUpToThreePairs) {
  const auto parts = SplitName("labels/HN153C9KX07WQMZBT");
  ASSERT_TRUE(parts);
  ASSERT_EQ(parts->segments().size(), 1u);
  EXPECT_EQ(parts->segments()[0], (NameSegment{"labels", "HN153C9KX07WQMZBT"}));
  const auto three = SplitName("a/1/bC2/x-Y/c/3");
  ASSERT_TRUE(three);
  ASSERT_EQ(three->segments().size(), 3u);
  EXPECT_EQ(three->segments()[1], (NameSegment{"bC2", "x-Y"}));
  EXPECT_EQ(three->segments()[2], (NameSegment{"c", "3"}));
  EXPECT_TRUE(SplitName(std::string(32, 'a') + "/" + std::string(64, 'b')));
  for (const auto& bad : {std::string("a/1/b/2/c/3/d/4"), std::string("a/1/b"), std::string("2/1"),
                          std::string("a/b_c"), std::string("a/b?c"), std::string("a-b/c"),
                          std::string("a/1//b/2"), std::string(33, 'a') + "/b",
                          "a/" + std::string(65, 'b'), std::string("/"), std::string("a/%41")}) {
    EXPECT_FALSE(SplitName(bad)) << bad;
  }
}

}  // namespace
}  // namespace tanji::ledger
