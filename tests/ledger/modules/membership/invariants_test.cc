// Each invariant is proved able to fire: the state is corrupted as no operation would.
#include "ledger/modules/membership/invariants.h"

#include <gtest/gtest.h>

#include "ledger/base/names.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::KeyOf;

class MembershipInvariant : public ::testing::Test {
 protected:
  MembershipInvariant() {
    world_.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
    world_.Register("certifier", {v1::PARTICIPANT_KIND_CERTIFIER});
    EXPECT_TRUE(Accepted(world_.Do("cnas", testing::Accreditation("auditor"))));
    accreditation_ = Created("accreditations");
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::Licence("certifier"))));
    licence_ = Created("licences");
    EXPECT_TRUE(Accepted(world_.Do("body-cn", testing::Proposal({testing::SwitchRehearsal(100)}))));
    ballot_ = Created("ballots");
    EXPECT_TRUE(
        Accepted(world_.Do("body-cn", testing::Vote(MakeName("ballots", ballot_), v1::VOTE_YES))));
  }

  Id Created(const char* collection) {
    return ParseIdName(collection, world_.CreatedName(collection)).value();
  }

  // The problem that the invariant finds in `layer_`; empty if none.
  std::string Problem(const std::string& invariant) {
    const auto outcome = testing::CheckInvariant("membership." + invariant, layer_.changes(),
                                                 world_.state(), layer_);
    return outcome.ok() ? "" : outcome.detail().back().second;
  }
  v1::Participant Zone() { return kParticipants.Get(layer_, "zone").value(); }
  void PutZone(const v1::Participant& zone) { kParticipants.Put(layer_, "zone", zone); }
  v1::Ballot Ballot() { return kBallots.Get(layer_, ballot_).value(); }
  void PutBallot(const v1::Ballot& ballot) { kBallots.Put(layer_, ballot_, ballot); }
  void PutVote(const std::string& voter, v1::Vote vote) {
    v1::BallotVote record;
    record.set_vote(vote);
    kBallotVotes.Put(layer_, ballot_, voter, record);
  }

  testing::World world_;
  Overlay layer_{testing::Below(world_.state())};
  Id accreditation_, licence_, ballot_;
};

TEST_F(MembershipInvariant, NothingIsWrongToBeginWith) {
  PutZone(Zone());
  PutBallot(Ballot());
  for (const auto& row : MembershipInvariants()) {
    EXPECT_TRUE(Accepted(row.check(layer_.changes(), world_.state(), layer_))) << row.name;
  }
}

TEST_F(MembershipInvariant, ParticipantsKeepTheirIdentity) {
  using Alter = void (*)(v1::Participant&);
  for (const Alter alter : {
           +[](v1::Participant& p) { p.add_kinds(v1::PARTICIPANT_KIND_BODY); },
           +[](v1::Participant& p) { p.set_registered_by("participants/x"); },
           +[](v1::Participant& p) { p.set_registered_time(1); },
           +[](v1::Participant& p) { p.mutable_legal_name()->set_en("x"); },
           +[](v1::Participant& p) { p.set_key_count(0); },
       }) {
    auto zone = world_.state().Get(kParticipants.Key("zone"));
    auto altered = ParseRecord<v1::Participant>(*zone);
    alter(altered);
    PutZone(altered);
    EXPECT_EQ(Problem("participants_keep_their_identity"), "a lasting field has changed");
  }
  auto thresholds = ParseRecord<v1::Participant>(*world_.state().Get(kParticipants.Key("zone")));
  *thresholds.add_thresholds() = testing::ThresholdRow(v1::PERMISSION_GOVERN, 1);
  PutZone(thresholds);
  EXPECT_EQ(Problem("participants_keep_their_identity"), "");
  kParticipants.Delete(layer_, "zone");
  EXPECT_EQ(Problem("participants_keep_their_identity"), "deleted");
}

TEST_F(MembershipInvariant, ParticipantsLieUnderTheirId) {
  kParticipants.Put(layer_, "elsewhere", Zone());
  EXPECT_EQ(Problem("participants_lie_under_their_id"), "not the key of its id");
}

TEST_F(MembershipInvariant, KeyNumbersHaveNoGap) {
  auto zone = Zone();
  zone.set_key_count(2);
  PutZone(zone);
  EXPECT_EQ(Problem("key_numbers_have_no_gap"), "a key number is missing");
  zone.set_key_count(1);
  PutZone(zone);
  v1::KeyReference reference;
  reference.set_key_id(KeyOf("zone", 1).key_id().str());
  kKeyReferences.Put(layer_, "zone", 1, reference);
  EXPECT_EQ(Problem("key_numbers_have_no_gap"), "more keys than counted");
}

TEST_F(MembershipInvariant, KeysAreImmutable) {
  const auto id = KeyOf("zone").key_id();
  auto key = kKeys.Get(layer_, id).value();
  key.set_participant("participants/cnas");
  kKeys.Put(layer_, id, key);
  EXPECT_EQ(Problem("keys_are_immutable"), "rewritten");
  kKeys.Delete(layer_, id);
  EXPECT_EQ(Problem("keys_are_immutable"), "deleted");
}

TEST_F(MembershipInvariant, KeyReferencesAreImmutable) {
  v1::KeyReference reference;
  reference.set_key_id(KeyOf("cnas").key_id().str());
  kKeyReferences.Put(layer_, "zone", 0, reference);
  EXPECT_EQ(Problem("keys_are_immutable"), "rewritten");
}

TEST_F(MembershipInvariant, KeysLieUnderTheirId) {
  kKeys.Put(layer_, crypto::Sha256("x"), kKeys.Get(layer_, KeyOf("zone").key_id()).value());
  EXPECT_EQ(Problem("keys_lie_under_their_id"), "not the key of its public key");
}

TEST_F(MembershipInvariant, KeysBelongToTheirParticipant) {
  const auto id = KeyOf("nobody").key_id();
  auto key = kKeys.Get(layer_, KeyOf("zone").key_id()).value();
  key.set_public_key(std::string(KeyOf("nobody").public_key().view()));
  key.set_participant("participants/nobody");
  kKeys.Put(layer_, id, key);
  EXPECT_EQ(Problem("keys_belong_to_their_participant"), "its participant does not exist");
  for (const std::uint32_t number : {0u, 1u}) {
    key.set_participant("participants/zone");
    key.set_number(number);
    kKeys.Put(layer_, id, key);
    EXPECT_EQ(Problem("keys_belong_to_their_participant"), "its participant does not count it");
  }
}

TEST_F(MembershipInvariant, KeyReferencesLeadToKeys) {
  v1::KeyReference reference;
  for (const char* participant : {"nobody", "cnas"}) {
    reference.set_key_id(KeyOf(participant).key_id().str());
    kKeyReferences.Put(layer_, "zone", 1, reference);
    EXPECT_EQ(Problem("key_references_lead_to_keys"), "leads to no key of this number");
  }
}

TEST_F(MembershipInvariant, HistoriesContinue) {
  const std::pair<const char*, std::string> histories[] = {
      {"participant_histories_continue",
       MakeKey(KeySpace::kParticipantStatus, std::string("zone"))},
      {"key_histories_continue", MakeKey(KeySpace::kKeyStatus, KeyOf("zone").key_id())},
      {"accreditation_histories_continue", MakeKey(KeySpace::kAccreditationStatus, accreditation_)},
      {"licence_histories_continue", MakeKey(KeySpace::kLicenceStatus, licence_)},
  };
  for (const auto& [name, key] : histories) {
    auto record = ParseRecord<v1::StatusRecord>(layer_.Get(key).value());
    record.mutable_intervals(0)->set_from_time(1);
    record.set_event_count(2);
    layer_.Put(key, EncodeRecord(record));
    EXPECT_EQ(Problem(name), "a status interval was rewritten") << name;
  }
}

TEST_F(MembershipInvariant, HistoriesHaveTheirObjects) {
  const std::pair<const char*, std::string> strays[] = {
      {"participant_histories_continue",
       MakeKey(KeySpace::kParticipantStatus, std::string("nobody"))},
      {"key_histories_continue", MakeKey(KeySpace::kKeyStatus, KeyOf("nobody").key_id())},
      {"accreditation_histories_continue", MakeKey(KeySpace::kAccreditationStatus, licence_)},
      {"licence_histories_continue", MakeKey(KeySpace::kLicenceStatus, accreditation_)},
  };
  for (const auto& [name, key] : strays) {
    History(key).Create(layer_, {world_.now_ms(), ""}, 1, std::nullopt);
    EXPECT_EQ(Problem(name), "a status without its object") << name;
  }
}

TEST_F(MembershipInvariant, GrantsAreImmutable) {
  auto accreditation = kAccreditations.Get(layer_, accreditation_).value();
  accreditation.mutable_scope()->add_product_categories("HS:99");
  kAccreditations.Put(layer_, accreditation_, accreditation);
  EXPECT_EQ(Problem("grants_are_immutable"), "rewritten");
  layer_.TakeChanges();
  kLicences.Delete(layer_, licence_);
  EXPECT_EQ(Problem("grants_are_immutable"), "deleted");
}

TEST_F(MembershipInvariant, BallotsKeepTheirTerms) {
  using Alter = void (*)(v1::Ballot&);
  for (const Alter alter : {
           +[](v1::Ballot& b) { b.set_threshold(1); },
           +[](v1::Ballot& b) { b.add_electorate("participants/zone"); },
           +[](v1::Ballot& b) { b.set_deadline_time(b.deadline_time() + 1); },
           +[](v1::Ballot& b) { b.add_actions(); },
           +[](v1::Ballot& b) { b.set_yes_count(0); },
       }) {
    layer_.TakeChanges();
    auto ballot = Ballot();
    alter(ballot);
    PutBallot(ballot);
    EXPECT_EQ(Problem("ballots_keep_their_terms"), "a lasting field has changed");
  }
}

TEST_F(MembershipInvariant, ExecutedBallotsNeverChange) {
  const auto name = MakeName("ballots", ballot_);
  ASSERT_TRUE(Accepted(world_.Do("body-eu", testing::Vote(name, v1::VOTE_YES))));
  ASSERT_TRUE(Accepted(world_.Do("body-eu", testing::Execution(name))));
  auto ballot = Ballot();
  ballot.set_executed_time(ballot.executed_time() + 1);
  PutBallot(ballot);
  EXPECT_EQ(Problem("ballots_keep_their_terms"), "a lasting field has changed");
}

TEST_F(MembershipInvariant, BallotCountsEqualVotes) {
  auto ballot = Ballot();
  ballot.set_yes_count(2);
  PutBallot(ballot);
  EXPECT_EQ(Problem("ballot_counts_equal_votes"), "miscounted");
  PutVote("body-eu", v1::VOTE_NO);
  EXPECT_EQ(Problem("ballot_counts_equal_votes"), "miscounted");
  PutVote("body-eu", v1::VOTE_YES);
  EXPECT_EQ(Problem("ballot_counts_equal_votes"), "");
}

TEST_F(MembershipInvariant, BallotsAreExecutedWithTheVotes) {
  auto ballot = Ballot();
  ballot.set_state(v1::BALLOT_STATE_EXECUTED);
  PutBallot(ballot);
  EXPECT_EQ(Problem("ballot_counts_equal_votes"), "executed without the votes");
}

TEST_F(MembershipInvariant, VotesAreCastOnceByElectors) {
  PutVote("body-cn", v1::VOTE_NO);
  EXPECT_EQ(Problem("votes_are_cast_once_by_electors"), "rewritten");
  layer_.TakeChanges();
  PutVote("body-eu", v1::VOTE_YES);
  EXPECT_EQ(Problem("votes_are_cast_once_by_electors"), "a vote that its ballot does not count");
  PutBallot(Ballot());
  EXPECT_EQ(Problem("votes_are_cast_once_by_electors"), "");
  PutVote("zone", v1::VOTE_YES);
  EXPECT_EQ(Problem("votes_are_cast_once_by_electors"), "a vote from outside the electorate");
}

TEST_F(MembershipInvariant, ElectorateIsOfBodies) {
  const auto problem = [&](std::vector<std::string> bodies) {
    v1::Electorate electorate;
    for (auto& body : bodies) electorate.add_bodies(std::move(body));
    layer_.Put(kElectorate.Key(), EncodeRecord(electorate));
    return Problem("electorate_is_of_bodies");
  };
  EXPECT_EQ(problem({"participants/body-cn"}), "");
  EXPECT_EQ(problem(std::vector<std::string>(65, "participants/body-cn")), "not 1 to 64 bodies");
  EXPECT_EQ(problem({"participants/body-eu", "participants/body-cn"}), "not ascending");
  EXPECT_EQ(problem({"participants/body-eu", "participants/body-eu"}), "not ascending");
  EXPECT_EQ(problem({"participants/zone"}), "not a body");
  EXPECT_EQ(problem({"participants/nobody"}), "not a body");
  kElectorate.Delete(layer_);
  EXPECT_EQ(Problem("electorate_is_of_bodies"), "deleted");
}

}  // namespace
}  // namespace tanji::ledger
