// Whom to trust with this ledger: the C2SP tlog-policy of the nodes that the state records.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <string>
#include <string_view>

#include "crypto/note/policy.h"
#include "ledger/state/reader.h"
#include "tanji/v1/genesis.pb.h"

namespace tanji::node {

// Key name in the cosignature lines of the node `node_id`: `{chain id}/nodes/{node id}`. It stands
// in checkpoints and policies for ever.
std::string CosignerName(std::string_view chain_id, std::string_view node_id);

// Log keys of the validators under the origin; `group validators k` with k = floor(2n/3) + 1, and
// where there are WITNESS nodes `group witnesses j` with a simple majority of them. InvalidArgument
// for a list that makes no policy.
absl::StatusOr<crypto::Policy> PolicyOf(std::string_view chain_id, const v1::NodeList& nodes);

// The policy of the nodes that `state` records. DataLoss if it records none.
absl::StatusOr<crypto::Policy> PolicyOf(std::string_view chain_id,
                                        const ledger::StateReader& state);

// FailedPrecondition, beginning with COSIGNATURES_NOT_COLLECTED, if the policy of these nodes asks
// for more than the cosignature of the one node that runs: no bundle of such a ledger could ever be
// verified, because nobody asks other nodes and witnesses for theirs yet.
absl::Status CheckQuorumInReach(const v1::NodeList& nodes);

}  // namespace tanji::node
