// Vectors of answers about certificates and labels (see vectors_test.cc).
#include <gtest/gtest.h>

#include "tests/ledger/answers/support/labelled.h"
#include "tests/ledger/answers/support/questions.h"
#include "tests/ledger/answers/support/vectors.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/membership/grants.h"

namespace tanji::ledger::testing {
namespace {

// Ten units are spoiled; later a factor is withdrawn; then the footprint is corrected above the
// threshold, the licence suspended, and it turns out that the certifier's key was lost before.
struct LabelsYear : Labelled {
  LabelsYear() {
    Expect(Label(Reported(label, 1, 10)));
    world.Advance(20 * kDayMs);
    before = world.now_ms();
    By("body-cn", ChangeFactor(kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
    withdrawn = world.now_ms();
    world.Advance(20 * kDayMs);
    auto header = Succeeding(rated, v1::SUCCESSION_REASON_CORRECTION);
    Do(Creation(header));
    const auto correction = world.CreatedName("footprints");
    Do(Lines(correction, {PowerLine("peak", "200", "datasets/power/factors/peak")}));
    Do(Declaration(world, correction));
    By("body-hn", ChangeLicence(names.licence, OpenStatus(v1::STATUS_KIND_UNDER_REVIEW)));
    corrected = world.now_ms();
    world.Advance(20 * kDayMs);
    Lose(world, "certifier", 1);
  }
  std::int64_t before = 0, withdrawn = 0, corrected = 0;
};

TEST(AnswerVectors, OfLabels) {
  LabelsYear year;
  const auto at = [&](v1::Question question, std::int64_t time_ms) {
    return At(std::move(question), time_ms, time_ms);
  };
  const auto label = AskLabel(year.label);
  ExpectVectors(year.world,
                {
                    {"label", at(label, year.before)},
                    {"label_of_a_split_lot", at(AskLabel(year.split_label), year.before)},
                    {"label_unit", at(AskLabel(year.label, 11), year.before)},
                    {"label_unit_retired", at(AskLabel(year.label, 10), year.before)},
                    {"label_unit_unknown", at(AskLabel(year.label, 1001), year.before)},
                    {"label_with_a_withdrawn_factor", at(label, year.withdrawn)},
                    {"label_before_the_withdrawal", At(label, year.before, year.withdrawn)},
                    {"label_with_a_missed_correction", at(label, year.corrected)},
                    {"label_void_with_the_certifiers_key", label},
                    {"label_void_before_it_was_known", At(label, year.before, year.world.now_ms())},
                    {"label_absent", AskLabel(kNoLabel)},
                });
}

TEST(AnswerVectors, OfCertificates) {
  LabelsYear year;
  const auto certificate = AskCertificate(year.certificate);
  ExpectVectors(year.world, {
                                {"certificate", At(certificate, year.before, year.before)},
                                {"certificate_with_several_causes",
                                 At(certificate, year.corrected, year.corrected)},
                                {"certificate_void_with_the_certifiers_key", certificate},
                                {"certificate_absent", AskCertificate(kNoCertificate)},
                            });
}

// Released, confirmed, suspended by the certifier; the version sold through.
TEST(AnswerVectors, OfLabelsThatTheCertifierChanges) {
  Labelled year(WithConfirmation());
  const auto waiting = year.world.now_ms();
  year.world.Advance(kDayMs);
  Labelled::Expect(year.Certify(ReleaseConfirmed(year.label)));
  const auto confirmed = year.world.now_ms();
  year.world.Advance(kDayMs);
  auto change = ChangeCertificate(year.certificate, OpenStatus(v1::STATUS_KIND_WITHDRAWN));
  *change.mutable_released_lots() = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  Labelled::Expect(year.Certify(change));
  const auto changed = year.world.now_ms();
  PublishNext(year.world, SecondVersion());
  year.world.Advance(500 * kDayMs);
  const auto label = AskLabel(year.label);
  ExpectVectors(year.world, {
                                {"label_waiting", At(label, waiting, waiting)},
                                {"label_confirmed", At(label, confirmed, confirmed)},
                                {"label_with_released_lots_suspended", At(label, changed, changed)},
                                {"label_no_longer_sold", label},
                                {"certificate_withdrawn",
                                 At(AskCertificate(year.certificate), changed, changed)},
                            });
}

}  // namespace
}  // namespace tanji::ledger::testing
