// The proofs on which other ICS-23 verifiers are asked for their opinion (tests/oracles/jmt and
// tests/oracles/goics23). Deterministic, so that what is committed can be compared with what the
// code writes today.
#pragma once

#include <nlohmann/json.hpp>

namespace tanji::crypto::tree_test {

// {"cases": [{name, group, root, proof, items: [{key, value | null}], ours}]}, bytes in hex, where
// `ours` is the verdict of VerifyBatch, null for single proofs, which it does not read, and `group`
//   honest    written by crypto/tree: everybody accepts
//   false     claims something untrue: everybody refuses
//   stricter  claims something true in a form that only we refuse
nlohmann::ordered_json ProofCases();

}  // namespace tanji::crypto::tree_test
