// Participants: from the genesis, registered, and read.
#include <gtest/gtest.h>

#include "ledger/modules/membership/genesis.h"
#include "ledger/modules/membership/queries.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger {
namespace {

using testing::Accepted;
using testing::Refused;
using testing::World;

class Genesis : public ::testing::Test {
 protected:
  Outcome Load() {
    BlockContext block;
    block.chain_id = genesis_.chain_id();
    block.time_ms = genesis_.time();
    state_.TakeChanges();
    return LoadMembershipGenesis(genesis_, block, state_);
  }

  struct Nothing : StateReader {
    std::optional<std::string> Get(std::string_view) const override { return std::nullopt; }
  };
  Nothing nothing_;
  Overlay state_{nothing_};
  v1::Genesis genesis_ = testing::TestGenesis();
};

TEST_F(Genesis, MakesParticipantsKeysAndElectorate) {
  // Whatever the order in the file, the electorate ascends.
  genesis_.mutable_participants()->SwapElements(0, 2);
  ASSERT_TRUE(Accepted(Load()));
  const auto electorate = kElectorate.Get(state_).value();
  ASSERT_EQ(electorate.bodies_size(), 3);
  EXPECT_EQ(electorate.bodies(0), "participants/body-cn");
  EXPECT_EQ(electorate.bodies(1), "participants/body-eu");
  EXPECT_EQ(electorate.bodies(2), "participants/body-hn");
  const auto cnas = kParticipants.Get(state_, "cnas").value();
  EXPECT_EQ(cnas.registered_by(), "");
  EXPECT_EQ(cnas.registered_time(), testing::kGenesisTimeMs);
  EXPECT_EQ(cnas.signed_by_size(), 0);
  EXPECT_EQ(kKeys.Get(state_, testing::KeyOf("cnas").key_id())->valid_from_time(),
            testing::kGenesisTimeMs);
}

TEST_F(Genesis, NeedsABody) {
  genesis_.mutable_participants()->DeleteSubrange(0, 3);
  EXPECT_TRUE(Refused(Load(), v1::CODE_FIELD_MISSING,
                      {{"field", "participants[].kinds: PARTICIPANT_KIND_BODY"}}));
}

TEST_F(Genesis, HasAtMost64Bodies) {
  for (int i = 0; i < 62; ++i) {
    *genesis_.add_participants() =
        testing::Registration("more-" + std::to_string(i), {v1::PARTICIPANT_KIND_BODY});
  }
  EXPECT_TRUE(Refused(Load(), v1::CODE_LIST_TOO_LONG,
                      {{"field", "participants[].kinds: PARTICIPANT_KIND_BODY"},
                       {"value", "65"},
                       {"limit", "64"}}));
}

TEST_F(Genesis, RefusesWhatRegistrationRefuses) {
  genesis_.mutable_participants(3)->set_region("china");
  EXPECT_TRUE(Refused(Load(), v1::CODE_REGION_MALFORMED, {{"value", "china"}}));
  genesis_ = testing::TestGenesis();
  genesis_.mutable_participants(3)->mutable_keys(0)->set_holder("other");
  EXPECT_TRUE(Refused(Load(), v1::CODE_POSSESSION_FALSE,
                      {{"field", "participants[3].keys[0].possession_signature"}}));
  genesis_ = testing::TestGenesis();
  *genesis_.add_participants() = genesis_.participants(3);
  EXPECT_TRUE(Refused(Load(), v1::CODE_ALREADY_EXISTS,
                      {{"field", "participants[5].id"}, {"value", "participants/cnas"}}));
  genesis_ = testing::TestGenesis();
  genesis_.mutable_participants(3)->clear_legal_name();
  EXPECT_TRUE(Refused(Load(), v1::CODE_FIELD_MISSING,
                      {{"field", "participants[3].legal_name.prevailing"}}));
}

TEST(Participants, MayHaveSeveralKinds) {
  World world;
  world.Register("body", {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER});
  EXPECT_EQ(kParticipants.Get(world.state(), "body")->kinds_size(), 2);
}

TEST(Participants, MayBeRegisteredByABody) {
  World world;
  EXPECT_TRUE(Accepted(
      world.Do("body-eu", testing::Registration("shop", {v1::PARTICIPANT_KIND_MERCHANT}))));
  EXPECT_EQ(kParticipants.Get(world.state(), "shop")->registered_by(), "participants/body-eu");
}

TEST(Participants, AreReadWithStatusAndKeys) {
  World world;
  v1::AddKey add;
  *add.mutable_key() = testing::Grant("zone", 1, {v1::PERMISSION_GOVERN});
  ASSERT_TRUE(Accepted(world.Do("zone", add)));
  v1::GetParticipantRequest request;
  v1::GetParticipantResponse response;
  request.set_name("participants/zone");
  ASSERT_TRUE(Accepted(GetParticipant(request, world.state(), response)));
  EXPECT_EQ(response.participant().id(), "zone");
  EXPECT_EQ(response.status().event_count(), 1u);
  ASSERT_EQ(response.keys_size(), 2);
  EXPECT_EQ(response.keys(1).name(), testing::KeyNameOf("zone", 1));
  EXPECT_EQ(response.keys(1).key().holder(), "h1");

  v1::GetKeyRequest get_key;
  v1::GetKeyResponse key;
  get_key.set_name(testing::KeyNameOf("zone", 1));
  ASSERT_TRUE(Accepted(GetKey(get_key, world.state(), key)));
  EXPECT_EQ(key.key().key().participant(), "participants/zone");

  v1::ListParticipantsResponse all;
  ASSERT_TRUE(Accepted(ListParticipants({}, world.Scan(), all)));
  EXPECT_EQ(all.participants_size(), 5);
}

TEST(Participants, ReadingRefusesWhatIsNotThere) {
  World world;
  const auto refused = [](const Outcome& outcome, const std::string& name) {
    return Refused(outcome, v1::CODE_NOT_FOUND, {{"field", "name"}, {"value", name}});
  };
  v1::GetParticipantRequest participant;
  v1::GetParticipantResponse participant_response;
  participant.set_name("participants/nobody");
  EXPECT_TRUE(refused(GetParticipant(participant, world.state(), participant_response),
                      "participants/nobody"));
  v1::GetKeyRequest key;
  v1::GetKeyResponse key_response;
  key.set_name(testing::KeyNameOf("nobody"));
  EXPECT_TRUE(refused(GetKey(key, world.state(), key_response), key.name()));
  const std::string uuid = "/00000000-0000-8000-8000-000000000000";
  v1::GetBallotRequest ballot;
  v1::GetBallotResponse ballot_response;
  ballot.set_name("ballots" + uuid);
  EXPECT_TRUE(refused(GetBallot(ballot, world.state(), ballot_response), ballot.name()));
  v1::GetAccreditationRequest accreditation;
  v1::GetAccreditationResponse accreditation_response;
  accreditation.set_name("accreditations" + uuid);
  EXPECT_TRUE(refused(GetAccreditation(accreditation, world.state(), accreditation_response),
                      accreditation.name()));
  v1::GetLicenceRequest licence;
  v1::GetLicenceResponse licence_response;
  licence.set_name("licences/x");
  EXPECT_TRUE(Refused(GetLicence(licence, world.state(), licence_response), v1::CODE_NAME_MALFORMED,
                      {{"field", "name"}, {"value", "licences/x"}, {"expected", "licences/UUID"}}));
}

}  // namespace
}  // namespace tanji::ledger
