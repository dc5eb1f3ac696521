// What evidence and membership can do, each operation once.
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/stories.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

void TellKeys(Story& story) {
  v1::AddKey add;
  *add.mutable_key() = Grant("cnas", 1, {v1::PERMISSION_MANAGE_KEYS, v1::PERMISSION_ACCREDIT});
  story.Tell("cnas", Op(add));
  v1::SetThresholds thresholds;
  *thresholds.add_thresholds() = ThresholdRow(v1::PERMISSION_ACCREDIT, 2);
  story.Tell("cnas", Op(thresholds));
  v1::DeclareKeyCompromised compromise;
  compromise.set_key(KeyNameOf("cnas"));
  compromise.set_since_time(kGenesisTimeMs);
  *compromise.mutable_reason() = Reason();
  story.Tell("cnas", Op(compromise));
  add.Clear();
  *add.mutable_key() = Grant("zone", 1, {v1::PERMISSION_GOVERN});
  story.Tell("zone", Op(add));
  v1::RetireKey retire;
  retire.set_key(KeyNameOf("zone", 1));
  *retire.mutable_reason() = Reason();
  story.Tell("zone", Op(retire));
}

void TellBallot(Story& story) {
  story.Tell("body-cn", Op(Proposal({SwitchRehearsal(100), SetLifetime(60'000)})));
  const auto ballot = story.world().CreatedName("ballots");
  story.Tell("body-cn", Op(Vote(ballot, v1::VOTE_YES)));
  story.Tell("body-eu", Op(Vote(ballot, v1::VOTE_YES)));
  story.Tell("body-hn", Op(Execution(ballot)));
}

void TellGrants(Story& story) {
  auto accreditation = Accreditation("auditor");
  accreditation.set_document("documents/" + crypto::Sha256("certificate").Hex());
  story.Tell("cnas", Op(accreditation));
  const auto name = story.world().CreatedName("accreditations");
  story.Tell("cnas", Op(ChangeAccreditation(name, OpenStatus(v1::STATUS_KIND_UNDER_REVIEW))));
  EXPECT_TRUE(Accepted(story.world().Do("cnas", ChangeAccreditation(name, EndStatus(1)))));
  story.Tell("body-cn", Op(Licence("certifier")));
  story.Tell("body-cn", Op(ChangeLicence(story.world().CreatedName("licences"),
                                         OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
}

}  // namespace

void TellFoundation(Story& story) {
  story.Tell("zone", Op(Document("certificate")));
  auto auditor = Registration("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
  *auditor.add_keys() = Grant("auditor", 1, {v1::PERMISSION_MANAGE_KEYS});
  auditor.mutable_keys(1)->set_valid_from_time(kGenesisTimeMs + kDayMs);
  auditor.mutable_keys(1)->set_valid_until_time(kGenesisTimeMs + 365 * kDayMs);
  *auditor.add_thresholds() = ThresholdRow(v1::PERMISSION_MANAGE_KEYS, 1);
  story.Tell("zone", Op(auditor));
  story.world().Register("certifier", {v1::PARTICIPANT_KIND_CERTIFIER});
  TellKeys(story);
  TellBallot(story);
  TellGrants(story);
  v1::ChangeParticipantStatus suspend;
  suspend.set_participant("participants/auditor");
  *suspend.mutable_change() = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  suspend.mutable_change()->set_effective_time(kGenesisTimeMs + 2 * kDayMs);
  story.Tell("zone", Op(suspend));
}

}  // namespace tanji::ledger::testing
