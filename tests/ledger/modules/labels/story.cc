// What certifiers and producers can do about labels, each operation once.
#include "ledger/modules/common/names.h"
#include "tests/ledger/modules/labels/certification.h"
#include "tests/ledger/modules/stories.h"

namespace tanji::ledger::testing {

void TellLabels(Story& story) {
  auto& world = story.world();
  world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
  world.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
  Farm::Expect(world.Do("farm", Orchard()));
  Farm::Expect(world.Do("farm", Mango()));
  Farm::Expect(world.Do("body-cn", Bound()));
  PublishPower(world);
  const auto accreditation = Accredit(world, WithConfirmation());
  const auto names = Appoint(world);
  const auto footprint = DeclareRated(world, ForwardHeader());
  Farm::Expect(world.Run("auditor", {Op(RatedStatement(footprint, accreditation))}, {0, 1}));
  const auto statement = world.CreatedName(kStatementsCollection);
  Farm::Expect(world.Do("farm", HarvestedIn("2026-05", "h26", "1000")));

  story.Tell("certifier", Op(CertificateOn(statement, names)), {1, 2});
  const auto certificate = world.CreatedName(kCertificatesCollection);
  story.Tell("farm", Op(ReleaseRun(certificate, "h26", "250.5")), {1});
  const auto label = MakeName(kLabelsCollection, world.CreatedSerial("HN15"));
  story.Tell("certifier", Op(ReleaseConfirmed(label)), {1});
  story.Tell("farm", Op(Reported(label, 501, 510)), {1});
  story.Tell("certifier", Op(ChangeLabel(label, OpenStatus(v1::STATUS_KIND_SUSPENDED))), {1});
  story.Tell("certifier", Op(Surveillance(certificate)), {1});
  auto suspension = ChangeCertificate(certificate, OpenStatus(v1::STATUS_KIND_SUSPENDED));
  *suspension.mutable_released_lots() = OpenStatus(v1::STATUS_KIND_UNDER_REVIEW);
  story.Tell("certifier", Op(suspension), {1});
  // A second one, so that the first has a successor to be frozen.
  auto next = CertificateOn(statement, names);
  next.set_predecessor(certificate);
  story.Tell("certifier", Op(next), {1, 2});
}

}  // namespace tanji::ledger::testing
