// A genesis of one organisation, for trying out and for tests.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/sign/keys.h"
#include "tanji/v1/genesis.pb.h"

namespace tanji::node {

// The one participant: governs, accredits and operates.
inline constexpr std::string_view kOperatorId = "operator";

// `operator_key` holds every permission.
v1::Genesis MakeDevGenesis(std::string_view chain_id, std::int64_t time_ms,
                           const v1::NodeIdentity& node, const crypto::SigningKey& operator_key);

// `operator_key` as a key file of the command line `tanji` (client/sdk/key_file.h), unprotected:
// for trying out only.
std::string PrintDevKeyFile(const crypto::SigningKey& operator_key);

// The genesis file of `genesis`.
std::string PrintGenesis(const v1::Genesis& genesis);

}  // namespace tanji::node
