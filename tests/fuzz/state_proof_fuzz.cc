// No bytes that the fuzzer makes prove anything under a root it cannot reach.
#include "crypto/tree/ics23_verify.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {

void RunOne(std::string_view bytes) {
  static const crypto::Hash root = crypto::Sha256("no tree has this root");
  Require(std::holds_alternative<crypto::ProofFault>(crypto::VerifyBatch(bytes, root)));
}

}  // namespace tanji::fuzz
