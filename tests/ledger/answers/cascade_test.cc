// The cascade: whatever falls anywhere below a label shows in its answer, with its name and since
// when; and before it was recorded, nobody knew. Here what the label is about; who stands behind it
// is in cascade_people_test.cc.
#include <gtest/gtest.h>

#include "tests/ledger/answers/support/cascade.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::CheckCascade;
using testing::kDayMs;
using testing::kInForce;
using testing::kReview;
using testing::kRevoked;
using testing::kSuspended;
using testing::kVoid;
using testing::kWithdrawn;
using testing::Labelled;
using testing::LabelNow;
using testing::Names;
using testing::OpenStatus;
using testing::Shown;
using testing::Since;

TEST(Cascade, LeavesAloneWhatNothingHappenedTo) {
  CheckCascade({{"nothing", [](Labelled&) { return Names{}; }, kInForce, {}, true}});
}

TEST(Cascade, FollowsFactorsAndTheirDatasets) {
  const std::string power(testing::kPower);
  CheckCascade({
      {"a factor is withdrawn",
       [=](Labelled& l) {
         l.By("body-cn", testing::ChangeFactor(power, OpenStatus(kWithdrawn)));
         return Names{power};
       },
       kSuspended},
      {"a dataset is suspended",
       [](Labelled& l) {
         l.By("body-cn", testing::ChangeDataset("power", OpenStatus(kSuspended)));
         return Names{"datasets/power"};
       },
       kSuspended},
      {"a dataset is under review",
       [](Labelled& l) {
         l.By("body-cn", testing::ChangeDataset("power", OpenStatus(kReview)));
         return Names{"datasets/power"};
       },
       kReview},
      {"a GWP set is revoked",
       [](Labelled& l) {
         l.By("body-cn", testing::ChangeGwpSet("ar6", OpenStatus(kRevoked)));
         return Names{"gwpSets/ar6"};
       },
       kSuspended},
      {"a factor that it does not use is withdrawn",
       [](Labelled& l) {
         l.By("body-cn",
              testing::ChangeFactor("datasets/power/factors/peak", OpenStatus(kWithdrawn)));
         return Names{};
       },
       kInForce,
       {},
       true},
  });
}

TEST(Cascade, FollowsTheStatementAndTheFootprint) {
  CheckCascade({
      {"the statement is withdrawn",
       [](Labelled& l) {
         l.By("auditor", testing::ChangeStatement(l.statement, OpenStatus(kWithdrawn)));
         return Names{l.statement};
       },
       kSuspended},
      {"the footprint is withdrawn",
       [](Labelled& l) {
         l.By("farm", testing::ChangeFootprint(l.rated, OpenStatus(kWithdrawn)));
         return Names{l.rated};
       },
       kRevoked},
      {"the footprint is withdrawn by its successor",
       [](Labelled& l) {
         testing::DeclareRated(l.world,
                               testing::Succeeding(l.rated, v1::SUCCESSION_REASON_WITHDRAWN), "90");
         return Names{l.rated};
       },
       kRevoked},
      {"the footprint is suspended",
       [](Labelled& l) {
         l.By("farm", testing::ChangeFootprint(l.rated, OpenStatus(kSuspended)));
         return Names{l.rated};
       },
       kSuspended},
  });
}

Names Succeed(Labelled& l, v1::SuccessionReason reason, const char* kilowatt_hours) {
  return {testing::DeclareRated(l.world, testing::Succeeding(l.rated, reason), kilowatt_hours)};
}

TEST(Cascade, FollowsCorrectionsThatMissTheThreshold) {
  constexpr auto kCorrection = v1::SUCCESSION_REASON_CORRECTION;
  CheckCascade({
      {"a correction that meets no threshold",
       [](Labelled& l) { return Succeed(l, kCorrection, "200"); }, kSuspended},
      {"a correction that meets all thresholds",
       [](Labelled& l) {
         Succeed(l, kCorrection, "90");
         return Names{};
       },
       kInForce,
       {},
       true},
      {"a correction that misses another year's",
       [](Labelled& l) {
         Succeed(l, kCorrection, "110");
         return Names{};
       },
       kInForce,
       {},
       true},
      {"a correction of a correction",
       [](Labelled& l) {
         const auto first = Succeed(l, kCorrection, "90").front();
         return Names{
             testing::DeclareRated(l.world, testing::Succeeding(first, kCorrection), "200")};
       },
       kSuspended},
      {"a correction that missed, corrected to meet them again",
       [](Labelled& l) {
         const auto first = Succeed(l, kCorrection, "200").front();
         testing::DeclareRated(l.world, testing::Succeeding(first, kCorrection), "100");
         return Names{};
       },
       kInForce,
       {},
       true},
      {"a correction of what was restated with other factors",
       [](Labelled& l) {
         const auto restated =
             Succeed(l, v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR, "100").front();
         return Names{
             testing::DeclareRated(l.world, testing::Succeeding(restated, kCorrection), "200")};
       },
       kSuspended},
      {"a new period",
       [](Labelled& l) {
         auto header = testing::Succeeding(l.rated, v1::SUCCESSION_REASON_NEW_PERIOD);
         header.set_first_day("2025-02-01");
         header.set_last_day("2026-01-31");
         testing::DeclareRated(l.world, header, "200");
         return Names{};
       },
       kInForce,
       {},
       true},
      {"factors of another year",
       [](Labelled& l) {
         Succeed(l, v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR, "100");
         return Names{};
       },
       kInForce,
       {},
       true},
  });
}

// The label of 2026 stays; the one of 2027 does not.
TEST(Cascade, OfACorrectionReachesTheYearsThatItMisses) {
  Labelled l;
  testing::Farm::Expect(l.Certify(testing::Surveillance(l.certificate)));
  l.world.Advance(360 * kDayMs);
  l.Do(testing::HarvestedIn("2027-05", "h27", "500"));
  const auto later = l.Released(testing::Release(l.certificate, "h27", "100"));
  EXPECT_EQ(LabelNow(l.world, later).kind(), kInForce);
  const auto correction = Succeed(l, v1::SUCCESSION_REASON_CORRECTION, "110");
  const auto answer = LabelNow(l.world, later);
  EXPECT_EQ(answer.kind(), kSuspended);
  ASSERT_EQ(answer.causes_size(), 1);
  EXPECT_EQ(answer.causes(0).name(), correction.front());
  EXPECT_EQ(answer.causes(0).from_time(), l.world.now_ms());
  EXPECT_EQ(LabelNow(l.world, l.label).kind(), kInForce);
  EXPECT_TRUE(CertificateNow(l.world, l.certificate).in_force());
}

// What was reckoned with it waits for its producer to reckon again.
TEST(Cascade, OfAnUpstreamCorrectionIsAReview) {
  Labelled l;
  const auto upstream = testing::DeclareRated(l.world, testing::ForwardHeader(), "10");
  auto lines = testing::RatedLines("90");
  lines.push_back(testing::UpstreamLine("fruit", upstream, "1"));
  lines.back().set_stage(v1::STAGE_CULTIVATION);
  auto message = l.Message();
  const auto footprint = l.Declared(testing::ForwardHeader(), lines);
  message.set_statement(l.Stated(footprint));
  const auto label = l.Released(testing::Release(l.Certified(message), "h26", "10"));
  EXPECT_EQ(LabelNow(l.world, label).kind(), kInForce);
  testing::DeclareRated(l.world, testing::Succeeding(upstream, v1::SUCCESSION_REASON_CORRECTION),
                        "11");
  const auto answer = LabelNow(l.world, label);
  EXPECT_EQ(answer.kind(), kReview);
  ASSERT_EQ(answer.causes_size(), 1);
  EXPECT_EQ(answer.causes(0).name(), upstream);
  EXPECT_EQ(answer.causes(0).from_time(), l.world.now_ms());
  // Nor is it verified again as it is.
  EXPECT_EQ(l.Issue(testing::RatedStatement(footprint, l.accreditation)).code(),
            v1::CODE_FOOTPRINT_DOES_NOT_STAND);
}

TEST(Cascade, FollowsTheVersionOfTheScheme) {
  const std::string first(testing::kFirstVersion);
  const auto change = [=](v1::StatusKind kind) {
    return [=](Labelled& l) {
      l.By("body-hn", testing::ChangeVersion(first, OpenStatus(kind)));
      return Names{first};
    };
  };
  // 2027-06-30 ends in China at 16:00 UTC.
  constexpr std::int64_t kSoldUntilMs = 1'814'371'200'000;
  const auto supersede = [=](std::int64_t until_ms) {
    return [=](Labelled& l) {
      testing::PublishNext(l.world, testing::SecondVersion());
      l.world.Advance(until_ms - l.world.now_ms());
      return until_ms < kSoldUntilMs ? Names{} : Names{first};
    };
  };
  CheckCascade({
      {"void from the beginning on",
       [=](Labelled& l) {
         l.By("body-hn", testing::VoidFrom(first, testing::kGenesisTimeMs));
         return Names{first};
       },
       kVoid,
       {Since::kTime, testing::kGenesisTimeMs},
       false,
       true},
      {"suspended", change(kSuspended), kSuspended},
      {"under review", change(kReview), kReview},
      {"withdrawn", change(kWithdrawn), kSuspended},
      {"superseded, on the last day of sale", supersede(kSoldUntilMs - 1), kInForce, {}, true},
      {"superseded, the day after",
       supersede(kSoldUntilMs),
       kWithdrawn,
       {Since::kTime, kSoldUntilMs}},
  });
}

TEST(Cascade, FollowsTheGoods) {
  CheckCascade({
      {"the lot is withdrawn",
       [](Labelled& l) {
         l.Do(testing::ChangeLot("h26", OpenStatus(kWithdrawn)));
         return Names{testing::LotName("h26")};
       },
       kSuspended,
       {},
       true},
      {"what was split off is withdrawn",
       [](Labelled& l) {
         l.Do(testing::ChangeLot("split", OpenStatus(kWithdrawn)));
         return Names{};
       },
       kInForce,
       {},
       true},
  });
  Labelled l;
  l.Do(testing::ChangeLot("split", OpenStatus(kSuspended)));
  EXPECT_EQ(LabelNow(l.world, l.split_label).kind(), kSuspended);
}

// Goods that were sold are not the worse for a farm that has left; for one that was suspended they
// are.
TEST(Cascade, DoesNotFollowAProducerWhoLeaves) {
  for (const auto& [kind, expected] :
       {std::pair{kWithdrawn, kInForce}, std::pair{kSuspended, kSuspended}}) {
    Labelled l;
    v1::ChangeParticipantStatus message;
    message.set_participant("participants/farm");
    *message.mutable_change() = OpenStatus(kind);
    l.By("zone", message);
    EXPECT_EQ(LabelNow(l.world, l.label).kind(), expected);
  }
}

TEST(Cascade, OfASuccessorReachesTheCertificateAlone) {
  Labelled l;
  auto next = l.Message();
  next.set_predecessor(l.certificate);
  const auto successor = l.Certified(next);
  const auto before = CertificateNow(l.world, l.certificate);
  EXPECT_FALSE(before.in_force());
  ASSERT_EQ(before.causes_size(), 1);
  EXPECT_EQ(before.causes(0).name(), successor);
  EXPECT_EQ(before.causes(0).kind(), kWithdrawn);
  EXPECT_TRUE(LabelNow(l.world, l.label).in_force());
}

TEST(Cascade, IsNotSetOffByTerms) {
  CheckCascade({
      {"the certificate expires",
       [](Labelled& l) {
         l.world.Advance(3 * 365 * kDayMs);
         return Names{};
       },
       kInForce},
      {"accreditations and licence expire",
       [](Labelled& l) {
         l.world.Advance(6 * 365 * kDayMs);
         return Names{};
       },
       kInForce},
  });
}

// A suspension would end; that nobody ever published it does not.
TEST(Cascade, OfSomethingVoidIsNotHiddenByItsSuspension) {
  Labelled l;
  l.By("body-cn", testing::ChangeDataset("power", OpenStatus(kSuspended)));
  const auto suspended_ms = l.world.now_ms();
  testing::Lose(l.world, "body-cn", 0);
  const auto answer = LabelNow(l.world, l.label);
  EXPECT_EQ(answer.kind(), kVoid);
  EXPECT_EQ(Shown(answer.causes()),
            (Names{"datasets/power STATUS_KIND_SUSPENDED " + std::to_string(suspended_ms),
                   "datasets/power STATUS_KIND_VOID -", "gwpSets/ar6 STATUS_KIND_VOID -"}));
  Labelled withdrawn;
  withdrawn.By("farm", testing::ChangeFootprint(withdrawn.rated, OpenStatus(kWithdrawn)));
  EXPECT_EQ(LabelNow(withdrawn.world, withdrawn.label).kind(), kRevoked);
  testing::Lose(withdrawn.world, "farm", 0);
  EXPECT_EQ(LabelNow(withdrawn.world, withdrawn.label).kind(), kVoid);
}

}  // namespace
}  // namespace tanji::ledger
