#include "ledger/modules/membership/rules.h"

#include <gtest/gtest.h>

namespace tanji::ledger {
namespace {

TEST(PossessionMessage, SeparatesItsParts) {
  EXPECT_EQ(PossessionMessage("c", "participants/p", "h"),
            std::string("tanji-key-possession-v1\0c\0participants/p\0h", 42));
}

TEST(Region, HasTheFormOfIso3166) {
  for (const char* good : {"CN", "CN-HI", "FR-75", "GB-ENG", "US-1"}) {
    EXPECT_TRUE(IsRegion(good)) << good;
  }
  for (const char* bad : {"", "C", "cn", "CHN", "CN-", "CN-hi", "CN-HAIN", "CN_HI", "CN-H-"}) {
    EXPECT_FALSE(IsRegion(bad)) << bad;
  }
}

TEST(ProductCategory, IsCpcOrHs) {
  for (const char* good : {"CPC:0", "CPC:01319", "HS:08", "HS:0810", "HS:081090"}) {
    EXPECT_TRUE(IsProductCategory(good)) << good;
  }
  for (const char* bad : {"", "CPC:", "CPC:013190", "CPC:0131a", "HS:", "HS:8", "HS:081",
                          "HS:08109010", "hs:08", "01319", "ISIC:01"}) {
    EXPECT_FALSE(IsProductCategory(bad)) << bad;
  }
}

TEST(SubScope, IsPrintableText) {
  EXPECT_TRUE(IsSubScope("GB/T 24067-2024"));
  EXPECT_TRUE(IsSubScope(std::string(64, 'x')));
  for (const std::string& bad :
       {std::string(), std::string(" ISO"), std::string("ISO "), std::string("ISO\n1"),
        std::string("产品"), std::string(65, 'x')}) {
    EXPECT_FALSE(IsSubScope(bad)) << bad;
  }
}

TEST(BallotThreshold, IsAStrictMajorityUnlessSet) {
  EXPECT_EQ(BallotThreshold(0, 1), 1u);
  EXPECT_EQ(BallotThreshold(0, 2), 2u);
  EXPECT_EQ(BallotThreshold(0, 3), 2u);
  EXPECT_EQ(BallotThreshold(0, 4), 3u);
  EXPECT_EQ(BallotThreshold(0, 64), 33u);
  EXPECT_EQ(BallotThreshold(1, 64), 1u);
}

TEST(Kinds, ThatHoldPowerNeedABallot) {
  for (int i = 1; i < v1::ParticipantKind_ARRAYSIZE; ++i) {
    const auto kind = static_cast<v1::ParticipantKind>(i);
    EXPECT_EQ(NeedsBallot(kind), kind == v1::PARTICIPANT_KIND_BODY ||
                                     kind == v1::PARTICIPANT_KIND_ACCREDITOR ||
                                     kind == v1::PARTICIPANT_KIND_OPERATOR);
  }
  EXPECT_EQ(KindForActivity(v1::ACTIVITY_VERIFICATION), v1::PARTICIPANT_KIND_AUDITOR);
  EXPECT_EQ(KindForActivity(v1::ACTIVITY_CERTIFICATION), v1::PARTICIPANT_KIND_CERTIFIER);
}

}  // namespace
}  // namespace tanji::ledger
