// The checkpoint of a log: the text of a note with the log's origin, size and root, C2SP
// tlog-checkpoint v1.0.0.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "crypto/hash/hash.h"
#include "crypto/note/fault.h"

namespace tanji::crypto {

inline constexpr std::size_t kMaxOriginChars = 50;  // the consensus engine's bound on a chain id

// "host/path", which is also the chain id: the host of lower-case letters, digits, hyphens and
// dots, the path of one or more elements that may also hold underscores, as in
// "ledger.example/baoting". No element is empty or begins or ends with a dot or a hyphen.
bool IsOrigin(std::string_view origin);

struct Checkpoint {
  std::string origin;
  std::uint64_t size = 0;  // entries; at most kMaxTreeSize
  Hash root;
  bool operator==(const Checkpoint&) const = default;

  // The three lines, each with its newline: what is signed.
  std::string Print() const;
  // Accepts exactly what Print() writes of a valid origin. Extension lines, which the
  // specification allows but does not recommend, are refused; so is another root than that of the
  // empty tree with size 0.
  static NoteOr<Checkpoint> Parse(std::string_view text);
};

}  // namespace tanji::crypto
