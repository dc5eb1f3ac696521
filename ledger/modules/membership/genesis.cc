#include "ledger/modules/membership/genesis.h"

#include <algorithm>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/registration.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

bool IsBody(const v1::RegisterParticipant& participant) {
  const auto& kinds = participant.kinds();
  return std::find(kinds.begin(), kinds.end(), v1::PARTICIPANT_KIND_BODY) != kinds.end();
}

Outcome StoreElectorate(const v1::Genesis& genesis, StateWriter& writer) {
  v1::Electorate electorate;
  for (const auto& participant : genesis.participants()) {
    if (IsBody(participant)) electorate.add_bodies(ParticipantName(participant.id()));
  }
  TANJI_RETURN_IF_REFUSED(CheckCount(electorate.bodies_size(), kMaxElectorate,
                                     "participants[].kinds: PARTICIPANT_KIND_BODY"));
  std::sort(electorate.mutable_bodies()->begin(), electorate.mutable_bodies()->end());
  kElectorate.Put(writer, electorate);
  return Outcome::Ok();
}

}  // namespace

Outcome LoadMembershipGenesis(const v1::Genesis& genesis, const BlockContext& block,
                              StateWriter& writer) {
  const Recording recording{block.chain_id, EventStamp{block.time_ms, ""}, {}};
  for (int i = 0; i < genesis.participants_size(); ++i) {
    const auto& participant = genesis.participants(i);
    const auto prefix = Item("participants", i) + ".";
    TANJI_RETURN_IF_REFUSED(CheckRegistration(participant, prefix));
    TANJI_RETURN_IF_REFUSED(AuthoriseRegistration(participant, prefix, recording, writer));
    ApplyRegistration(participant, recording, writer);
  }
  return StoreElectorate(genesis, writer);
}

}  // namespace tanji::ledger
