// Verifying a proof bundle, offline: it needs the bundle and a policy file, nothing else
// (ARCHITECTURE section 3, "Proof bundle"). Hostile input is expected. Pure and thread-safe; the
// work is bounded by the size of the bundle.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "crypto/note/verify_checkpoint.h"
#include "ledger/base/outcome.h"
#include "tanji/v1/answer.pb.h"
#include "tanji/v1/log.pb.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::ledger {

inline constexpr std::size_t kMaxBundleBytes = 256 * 1024;
inline constexpr std::int64_t kDefaultMaxAgeMs = std::int64_t{24} * 3'600'000;
// A checkpoint may be this much ahead of the reader's clock before it is refused.
inline constexpr std::int64_t kMaxAheadMs = std::int64_t{10} * 60'000;

struct VerifyOptions {
  // The reader's clock, milliseconds since 1970. Absent: the age is not judged.
  std::optional<std::int64_t> now_ms;
  // Above this age a bundle is refused, unless it says that it shows history.
  std::int64_t max_age_ms = kDefaultMaxAgeMs;
  // What was asked, if the caller asked: a bundle for another question is refused.
  const v1::Question* expected_question = nullptr;
};

struct VerifiedBundle {
  v1::Question question;
  v1::Answer answer;
  v1::BlockHeader block;
  crypto::VerifiedCheckpoint checkpoint;
  // Log index of the block entry.
  std::uint64_t block_entry_index = 0;
  // T: when the quorum said so, milliseconds since 1970; `checkpoint.basis` says by whose clock.
  std::int64_t time_ms = 0;
  bool as_of = false;
};

// CODE_OK and `out`, or why the bundle is not to be believed; `out` is then unspecified.
Outcome VerifyBundle(std::string_view bytes, std::string_view policy_text,
                     const VerifyOptions& options, VerifiedBundle& out);

}  // namespace tanji::ledger
