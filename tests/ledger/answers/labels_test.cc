// Answers about labels and certificates: what they tell, and that a proof holds exactly that.
#include <gtest/gtest.h>

#include <algorithm>

#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/labels/tables.h"
#include "tests/ledger/answers/support/archive.h"
#include "tests/ledger/answers/support/labelled.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::AskCertificate;
using testing::AskLabel;
using testing::kDayMs;
using testing::LabelAt;
using testing::Labelled;
using testing::LabelNow;

std::vector<std::string> ClosureOf(testing::World& world, const v1::Question& question) {
  const RecordingReader reader(world.state());
  v1::Answer answer;
  EXPECT_TRUE(Accepted(AnswerQuestion(question, world.now_ms(), reader, answer)));
  EXPECT_TRUE(answer.found());
  return reader.keys();
}

TEST(LabelAnswers, TellWhatIsLabelledAndWhoStandsBehindIt) {
  Labelled l;
  const auto answer = LabelNow(l.world, l.label);
  EXPECT_EQ(answer.kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_TRUE(answer.in_force());
  EXPECT_EQ(answer.label().mass_kg(), "100");
  EXPECT_EQ(answer.progress().retired_kg(), "0");
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  ASSERT_EQ(answer.signers_size(), 1);
  EXPECT_EQ(answer.signers(0).holder(), "h1");
  EXPECT_TRUE(answer.signers(0).counted());
  EXPECT_EQ(answer.claim().en(), "Meets the 1.5-degree pilot threshold");
  EXPECT_EQ(answer.year().harvest_year(), 2026u);
  EXPECT_EQ(answer.year().threshold(), "0.954926061");
  ASSERT_EQ(answer.lots_size(), 1);
  EXPECT_EQ(answer.lots(0).lot().id(), "h26");
  EXPECT_EQ(answer.lots(0).balance().labelled(0).mass_kg(), "100");
  EXPECT_TRUE(answer.lots(0).in_force());
  EXPECT_FALSE(answer.has_unit());
  EXPECT_FALSE(answer.has_confirmation());
  EXPECT_EQ(answer.certificate().certificate().footprint(), l.rated);
}

TEST(LabelAnswers, HoldTheLotFirstAndThenAllThatItComesFrom) {
  Labelled l;
  const auto answer = LabelNow(l.world, l.split_label);
  ASSERT_EQ(answer.lots_size(), 2);
  EXPECT_EQ(answer.lots(0).lot().id(), "split");
  EXPECT_EQ(answer.lots(1).lot().id(), "h26");
}

TEST(CertificateAnswers, TellWhatWasCertifiedOnWhat) {
  Labelled l;
  auto answer = testing::CertificateNow(l.world, l.certificate);
  EXPECT_TRUE(answer.in_force());
  EXPECT_TRUE(answer.causes().empty());
  EXPECT_EQ(answer.status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.released_lots().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.certifier_status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.licence_status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.accreditation_status().kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(answer.statement().opinion(), v1::OPINION_UNMODIFIED);
  EXPECT_EQ(answer.footprint().result().value(), "0.86655");
  EXPECT_TRUE(answer.footprint().in_force());
  EXPECT_EQ(answer.scheme().id(), "pilot");
  EXPECT_EQ(answer.version().id(), "v1");
  EXPECT_EQ(answer.product().id(), "mango");
  ASSERT_EQ(answer.participants_size(), 3);
  EXPECT_EQ(answer.participants(0).id(), "farm");
  EXPECT_EQ(answer.participants(1).id(), "certifier");
  EXPECT_EQ(answer.participants(2).id(), "auditor");
  ASSERT_EQ(answer.signers_size(), 2);
  EXPECT_TRUE(answer.signers(0).counted());
  EXPECT_EQ(answer.next_surveillance_day(), "2027-06-01");
  EXPECT_FALSE(answer.surveillance_overdue());
  l.world.Advance(365 * kDayMs);
  answer = testing::CertificateNow(l.world, l.certificate);
  EXPECT_TRUE(answer.surveillance_overdue());
  EXPECT_TRUE(answer.in_force());
  testing::Farm::Expect(l.Certify(testing::Surveillance(l.certificate)));
  answer = testing::CertificateNow(l.world, l.certificate);
  EXPECT_FALSE(answer.surveillance_overdue());
  EXPECT_EQ(answer.next_surveillance_day(), "");
}

TEST(LabelAnswers, AreOfNothingBeforeTheRelease) {
  Labelled l;
  const auto released_ms = LabelNow(l.world, l.label).label().released_time();
  const auto answer = LabelAt(l.world, l.label, released_ms - 1, released_ms);
  EXPECT_EQ(answer.kind(), v1::STATUS_KIND_UNSPECIFIED);
  EXPECT_FALSE(answer.in_force());
}

// --- Units

TEST(LabelAnswers, TellOfAUnitWhetherItIsThere) {
  Labelled l;
  for (const std::uint64_t number : {1, 1000}) {
    const auto answer = LabelNow(l.world, l.label, number);
    EXPECT_EQ(answer.unit().number(), number);
    EXPECT_TRUE(answer.unit().exists());
    EXPECT_TRUE(answer.in_force());
  }
  const auto unknown = LabelNow(l.world, l.label, 1001);
  EXPECT_FALSE(unknown.unit().exists());
  EXPECT_FALSE(unknown.in_force());
  EXPECT_EQ(unknown.kind(), v1::STATUS_KIND_IN_FORCE);
  // No unit of a mark has a number.
  EXPECT_FALSE(LabelNow(l.world, l.split_label, 1).in_force());
}

TEST(LabelAnswers, TellOfAUnitWhatBecameOfIt) {
  Labelled l;
  l.world.Advance(kDayMs);
  const auto before = l.world.now_ms();
  testing::Farm::Expect(l.Label(testing::Reported(l.label, 1, 10, v1::UNIT_FATE_RECALLED)));
  testing::Farm::Expect(l.Label(testing::Reported(l.label, 20, 20)));
  const auto fate = [&](std::uint64_t number) {
    return LabelNow(l.world, l.label, number).unit().fate();
  };
  EXPECT_EQ(fate(10), v1::UNIT_FATE_RECALLED);
  EXPECT_EQ(fate(20), v1::UNIT_FATE_SPOILED);
  EXPECT_EQ(fate(11), v1::UNIT_FATE_UNSPECIFIED);
  const auto retired = LabelNow(l.world, l.label, 10);
  EXPECT_FALSE(retired.in_force());
  EXPECT_EQ(retired.kind(), v1::STATUS_KIND_IN_FORCE);
  EXPECT_EQ(retired.retired_size(), 2);
  EXPECT_TRUE(LabelNow(l.world, l.label, 11).in_force());
  EXPECT_TRUE(LabelNow(l.world, l.label).in_force());
  const auto known_before = LabelAt(l.world, l.label, before, before, 10);
  EXPECT_TRUE(known_before.in_force());
  EXPECT_EQ(known_before.retired_size(), 0);
}

TEST(LabelAnswers, AreWithdrawnOnceNothingBearsThem) {
  Labelled l;
  l.world.Advance(kDayMs);
  const auto before = l.world.now_ms();
  testing::Farm::Expect(l.Label(testing::Reported(l.label, 1, 1000, v1::UNIT_FATE_RECALLED)));
  const auto answer = LabelNow(l.world, l.label);
  EXPECT_EQ(answer.kind(), v1::STATUS_KIND_WITHDRAWN);
  ASSERT_EQ(answer.causes_size(), 1);
  EXPECT_EQ(answer.causes(0).name(), l.label);
  EXPECT_EQ(answer.causes(0).from_time(), l.world.now_ms());
  EXPECT_TRUE(LabelAt(l.world, l.label, before, before).in_force());
  EXPECT_TRUE(LabelAt(l.world, l.label, before, l.world.now_ms()).in_force());
}

// --- Releases that wait

TEST(LabelAnswers, OfAReleaseThatWaitsAreUnderReview) {
  Labelled l(testing::WithConfirmation());
  const auto waiting = LabelNow(l.world, l.label);
  EXPECT_EQ(waiting.kind(), v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_FALSE(waiting.in_force());
  EXPECT_TRUE(waiting.causes().empty());
  l.world.Advance(kDayMs);
  const auto before = l.world.now_ms();
  testing::Farm::Expect(l.Certify(testing::ReleaseConfirmed(l.label)));
  const auto confirmed = LabelNow(l.world, l.label);
  EXPECT_TRUE(confirmed.in_force());
  EXPECT_EQ(confirmed.confirmation().finding().en(), "checked, may be released");
  const auto known_before = LabelAt(l.world, l.label, before, before);
  EXPECT_EQ(known_before.kind(), v1::STATUS_KIND_UNDER_REVIEW);
  EXPECT_FALSE(known_before.has_confirmation());
}

// Signed with another key than the certificate, which stands.
TEST(LabelAnswers, AreVoidWithTheKeyThatConfirmedTheRelease) {
  Labelled l(testing::WithConfirmation());
  testing::Farm::Expect(l.world.Do("certifier", testing::ReleaseConfirmed(l.label)));
  EXPECT_TRUE(LabelNow(l.world, l.label).in_force());
  testing::Lose(l.world, "certifier", 0);
  const auto answer = LabelNow(l.world, l.label);
  EXPECT_EQ(answer.kind(), v1::STATUS_KIND_VOID);
  ASSERT_EQ(answer.causes_size(), 1);
  EXPECT_EQ(answer.causes(0).name(), l.label);
  EXPECT_TRUE(answer.certificate().in_force());
}

// --- What a proof of it holds

class LabelClosures : public ::testing::Test {
 protected:
  static void ExpectCounted(testing::Certification& c, const std::string& name) {
    const auto label = kLabels.Get(c.world.state(), ParseLabelName(name).value()).value();
    EXPECT_EQ(label.closure_count(), ClosureOf(c.world, AskLabel(name)).size()) << name;
    EXPECT_GT(label.closure_count(), 40u);
    EXPECT_LE(label.closure_count(), kMaxClosure);
  }
  // Released now, so that nothing has happened since.
  static void ExpectCounted(testing::Certification& c, const v1::ReleaseLabel& message) {
    ExpectCounted(c, c.Released(message));
  }
};

TEST_F(LabelClosures, AreCountedWhenItIsReleased) {
  Labelled l;
  ExpectCounted(l, testing::Release(l.certificate, "h26", "10"));
  ExpectCounted(l, testing::ReleaseRun(l.certificate, "h26", "10"));
  ExpectCounted(l, testing::ReleaseMark(l.certificate, "h26", "10"));
  ExpectCounted(l, testing::Release(l.certificate, "split", "10"));
}
TEST_F(LabelClosures, CountAReleaseThatWaits) {
  Labelled l(testing::WithConfirmation());
  ExpectCounted(l, testing::Release(l.certificate, "h26", "10"));
  ExpectCounted(l, testing::Release(l.certificate, "split", "10"));
}
TEST_F(LabelClosures, CountTheConfirmationOfAHarvest) {
  Labelled l;
  l.Do(testing::HarvestedIn("2026-05", "above", "30000"));
  testing::Farm::Expect(l.world.Do("auditor", testing::Confirmation("above")));
  ExpectCounted(l, testing::Release(l.certificate, "above", "10"));
}
TEST_F(LabelClosures, CountCorrectionsAndEditions) {
  Labelled l;
  testing::DeclareRated(l.world, testing::Succeeding(l.rated, v1::SUCCESSION_REASON_CORRECTION),
                        "90");
  ExpectCounted(l, testing::Release(l.certificate, "split", "10"));
  auto edition = testing::Edition();
  edition.set_effective_day("2026-07-01");
  testing::PublishNext(l.world, edition);
  l.world.Advance(40 * kDayMs);
  auto message = l.Message();
  message.set_valid_from_day("2026-07-12");
  message.set_scheme_version("schemes/pilot/versions/v1-en");
  ExpectCounted(l, testing::Release(l.Certified(message), "h26", "10"));
}

TEST_F(LabelClosures, AreTheKeysOfTheAnswerWhateverTheUnit) {
  Labelled l;
  EXPECT_EQ(ClosureOf(l.world, AskLabel(l.label)), ClosureOf(l.world, AskLabel(l.label, 7)));
  // The certificate's own is a part of it.
  const auto all = ClosureOf(l.world, AskLabel(l.label));
  EXPECT_TRUE(std::ranges::includes(all, ClosureOf(l.world, AskCertificate(l.certificate))));
}

TEST(LabelAnswers, AreProvedByExactlyWhatTheyRead) {
  Labelled l;
  testing::Farm::Expect(l.Label(testing::Reported(l.label, 1, 10)));
  const testing::Archive archive(l.world);
  const auto question = AskLabel(l.label, 7);
  VerifiedBundle verified;
  const auto bundle = archive.BundleFor(question);
  ASSERT_TRUE(Accepted(archive.Verify(bundle, &verified)));
  EXPECT_EQ(verified.answer.label().unit().fate(), v1::UNIT_FATE_SPOILED);
  const auto whole = archive.PartsFor(question);
  for (const auto& key : whole.keys) {
    auto parts = whole;
    std::erase(parts.keys, key);
    EXPECT_EQ(archive.Verify(parts).code(), v1::CODE_RECORD_MISSING);
  }
  auto parts = whole;
  parts.keys.push_back(MakeKey(KeySpace::kParticipant, std::string("zone")));
  EXPECT_EQ(archive.Verify(parts).code(), v1::CODE_RECORD_UNUSED);
}

TEST(CertificateAnswers, AreProvedByExactlyWhatTheyRead) {
  Labelled l;
  const testing::Archive archive(l.world);
  const auto whole = archive.PartsFor(AskCertificate(l.certificate));
  EXPECT_TRUE(Accepted(archive.Verify(whole)));
  for (const auto& key : whole.keys) {
    auto parts = whole;
    std::erase(parts.keys, key);
    EXPECT_EQ(archive.Verify(parts).code(), v1::CODE_RECORD_MISSING);
  }
  auto parts = whole;
  parts.keys.push_back(kLabels.Key(ParseLabelName(l.label).value()));
  EXPECT_EQ(archive.Verify(parts).code(), v1::CODE_RECORD_UNUSED);
}

}  // namespace
}  // namespace tanji::ledger
