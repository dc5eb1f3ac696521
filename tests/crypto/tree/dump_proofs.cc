// Prints tests/vectors/tree/proofs.json; see tests/oracles/jmt/README.md.
#include <iostream>

#include "tests/crypto/tree/proof_cases.h"

int main() {
  std::cout << tanji::crypto::tree_test::ProofCases().dump(1) << "\n";
}
