// What schemes can do, each operation once.
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/ledger/modules/stories.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {

void TellSchemes(Story& story) {
  auto scheme = PilotScheme();
  scheme.set_utc_offset_minutes(-300);
  story.Tell("body-hn", Op(scheme));
  v1::ReviseSchemeTerms revision;
  revision.set_scheme(std::string(kPilot));
  *revision.mutable_terms() = Terms();
  revision.mutable_terms()->mutable_fees()->set_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  story.Tell("body-hn", Op(revision));

  auto version = FirstVersion();
  auto& requirements = *version.mutable_requirements();
  requirements.set_decision(v1::DECISION_RULE_GUARDED_VALUE);
  requirements.set_guard(500);
  requirements.set_materiality(300);
  for (const char* share : {"0.8", "1"}) {
    auto& grade = *requirements.add_grades();
    grade.set_id(share[0] == '1' ? "b" : "a");
    *grade.mutable_name() = Text("等级", "Grade");
    grade.set_limit_share(share);
  }
  story.Tell("body-hn", Op(version));
  story.Tell("body-hn", Op(Clauses(kFirstVersion, {"04-01", "04-02"})));
  story.Tell("body-hn", Op(Claims(kFirstVersion)));
  auto mango = MangoCriteria();
  *mango.mutable_pathway() = IpccPathway();
  story.Tell("body-hn", Op(Categories(kFirstVersion, {mango, Lychee()})));
  story.Tell("body-hn", Op(VersionPublication(story.world(), kFirstVersion)));

  PublishNext(story.world(), SecondVersion());
  PublishNext(story.world(), Edition());
  story.Tell("body-hn", Op(ChangeVersion(kFirstVersion, OpenStatus(v1::STATUS_KIND_UNDER_REVIEW))));
  story.Tell("body-hn", Op(VoidFrom(kFirstVersion, kGenesisTimeMs)));
}

}  // namespace tanji::ledger::testing
