#include "tests/ledger/answers/support/subjects.h"

#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {

Subjects::Subjects() {
  world.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
  world.Register("certifier", {v1::PARTICIPANT_KIND_CERTIFIER});
  EXPECT_TRUE(Accepted(world.Do("cnas", Document("certificate"))));
  document = "documents/" + crypto::Sha256("certificate").Hex();
  auto grant = Accreditation("auditor");
  grant.set_document(document);
  EXPECT_TRUE(Accepted(world.Do("cnas", grant)));
  accreditation = world.CreatedName("accreditations");
  EXPECT_TRUE(Accepted(world.Do("body-cn", Licence("certifier"))));
  licence = world.CreatedName("licences");
}

}  // namespace tanji::ledger::testing
