#include "crypto/note/tlog_proof.h"

#include <fmt/format.h>

#include <optional>

#include "crypto/hash/hex.h"
#include "crypto/log/verify.h"
#include "crypto/note/text.h"

namespace tanji::crypto {
namespace {

constexpr std::string_view kHeader = "c2sp.org/tlog-proof@v1";
constexpr std::string_view kIndexPrefix = "index ";
constexpr std::string_view kExtraPrefix = "extra";

bool StartsWith(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::optional<NoteFault> FaultOf(ProofCheck check) {
  switch (check) {
    case ProofCheck::kHolds:
      return std::nullopt;
    case ProofCheck::kSizeOutOfRange:
    case ProofCheck::kIndexOutOfRange:
      return NoteFault::kIndexOutOfRange;
    case ProofCheck::kTooShort:
    case ProofCheck::kTooLong:
      return NoteFault::kProofLength;
    case ProofCheck::kWrongRoot:
    case ProofCheck::kSizesNotOrdered:
    case ProofCheck::kWrongOldRoot:
      return NoteFault::kProofRoot;
  }
  return NoteFault::kProofRoot;
}

}  // namespace

std::string TlogProof::Print() const {
  std::string out = fmt::format("{}\n{}{}\n", kHeader, kIndexPrefix, index);
  for (const auto& hash : hashes) out += ToBase64(hash.view()) + "\n";
  return out + "\n" + checkpoint;
}

NoteOr<TlogProof> TlogProof::Parse(std::string_view text) {
  if (text.size() > kMaxTlogProofBytes) return NoteFault::kProofTooLong;
  if (TakeLine(&text) != kHeader) return NoteFault::kBadProofHeader;
  const auto index_line = TakeLine(&text);
  if (!index_line) return NoteFault::kBadProofIndex;
  if (StartsWith(*index_line, kExtraPrefix)) return NoteFault::kExtraLine;
  if (!StartsWith(*index_line, kIndexPrefix)) return NoteFault::kBadProofIndex;
  const auto index = ParseCanonicalDecimal(index_line->substr(kIndexPrefix.size()));
  if (!index) return NoteFault::kBadProofIndex;

  TlogProof out;
  out.index = *index;
  while (true) {
    const auto line = TakeLine(&text);
    if (!line) return NoteFault::kNoCheckpoint;
    if (line->empty()) break;
    if (out.hashes.size() == kMaxProofHashes) return NoteFault::kTooManyProofHashes;
    const auto hash = ParseBase64Hash(*line);
    if (!hash) return NoteFault::kBadProofHash;
    out.hashes.push_back(*hash);
  }
  out.checkpoint = text;
  return out;
}

NoteOr<VerifiedEntry> VerifyTlogProof(std::string_view text, const Hash& leaf_hash,
                                      const Policy& policy, std::string_view expected_origin,
                                      NoteRules rules) {
  const auto proof = TlogProof::Parse(text);
  if (!proof.ok()) return proof.fault();
  auto log = VerifyCheckpoint(proof->checkpoint, policy, expected_origin, rules);
  if (!log.ok()) return log.fault();
  const auto check = VerifyInclusion(leaf_hash, proof->index, log->checkpoint.size, proof->hashes,
                                     log->checkpoint.root);
  if (const auto fault = FaultOf(check)) return *fault;
  return VerifiedEntry{proof->index, *std::move(log)};
}

}  // namespace tanji::crypto
