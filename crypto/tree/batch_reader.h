// Reads the one encoding of a compressed batch proof that the ledger accepts. The grammar is small
// enough to be read without a protobuf library, which leaves no second spelling of anything:
//
//   CommitmentProof = 22 len Batch
//   Batch           = 1*( 0a len Entry ) *( 12 len InnerOp )
//   Entry           = 0a len Existence / 12 len Absence
//   Existence       = 0a len key  12 len value  1a 15 LeafOp  [ 22 len 1*varint ]
//   Absence         = 0a len key  [ 12 len Existence ]  [ 1a len Existence ]
//   LeafOp          = 08 01 10 01 18 01 2a 0d "JMT::LeafNode"
//   InnerOp         = 08 01 12 10 "JMT::IntrnalNode" 1a 20 sibling    ; child on the left
//                   / 08 01 12 30 "JMT::IntrnalNode" sibling          ; child on the right
//
// with minimal varints throughout. Used by the verifier only.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>
#include <vector>

#include "crypto/tree/ics23_verify.h"

namespace tanji::crypto::internal {

// All views point into the bytes that were read.
struct ExistenceView {
  std::string_view key, value;      // never empty
  std::vector<std::uint32_t> path;  // unchecked lookup indexes, leaf to root
};

struct EntryView {
  std::string_view key;                      // never empty
  std::optional<ExistenceView> exists;       // none: the key is said to be absent
  std::optional<ExistenceView> left, right;  // of an absent key, at least one
};

struct InnerView {
  bool child_on_right;
  std::string_view sibling;  // 32 bytes
  std::string_view bytes;    // the whole operation
};

struct BatchView {
  std::vector<EntryView> entries;  // at least one
  std::vector<InnerView> lookup;
};

std::variant<BatchView, ProofFault> ReadBatch(std::string_view bytes);

}  // namespace tanji::crypto::internal
