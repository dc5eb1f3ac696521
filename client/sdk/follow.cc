#include "client/sdk/follow.h"

#include "client/sdk/faults.h"
#include "crypto/log/verify.h"

namespace tanji::client {
namespace {

// Other processes of the same user can be faster, but not for ever.
constexpr int kRaceAttempts = 8;

}  // namespace

Result<std::optional<LogFollower::Seen>> LogFollower::Load() const {
  TANJI_ASSIGN(const std::optional<std::string> note, home_.Checkpoint());
  if (!note) return std::optional<Seen>();
  // Written by us after it was verified; under a replaced policy its signatures may no longer
  // count, but what was seen was seen.
  const auto parsed = crypto::SignedNote::Parse(*note);
  if (!parsed.ok()) return NoteError(parsed.fault(), trust_);
  auto checkpoint = crypto::Checkpoint::Parse(parsed->text);
  if (!checkpoint.ok()) return NoteError(checkpoint.fault(), trust_);
  return std::optional<Seen>(Seen{*note, *std::move(checkpoint)});
}

Result<std::uint64_t> LogFollower::KnownSize() const {
  TANJI_ASSIGN(const std::optional<Seen> seen, Load());
  return seen ? seen->checkpoint.size : std::uint64_t{0};
}

Done LogFollower::CheckSameHistory(const Seen& seen, const crypto::Checkpoint& fresh,
                                   const std::string& note,
                                   const ConsistencySource& consistency) const {
  const auto& known = seen.checkpoint;
  const auto evidence = [&](const Fault& fault, std::string_view check) -> Error {
    const auto file = home_.SaveFork(seen.note, note);
    if (!file.ok()) return file.error();
    return Error(fault, {{"size", std::to_string(fresh.size)},
                         {"known", std::to_string(known.size)},
                         {"file", *file},
                         {"check", std::string(check)}});
  };
  if (fresh.size == known.size) {
    if (fresh.root == known.root) return {};
    return evidence(kForked, "");
  }
  const auto& older = fresh.size < known.size ? fresh : known;
  const auto& newer = fresh.size < known.size ? known : fresh;
  if (older.size == 0) return {};  // every log continues the empty one
  TANJI_ASSIGN(const auto proof, consistency(older.size, newer.size));
  const auto check =
      crypto::VerifyConsistency(older.size, older.root, newer.size, newer.root, proof);
  if (check == crypto::ProofCheck::kHolds) return {};
  return evidence(kConsistencyFalse, crypto::ToString(check));
}

Result<bool> LogFollower::Remember(const std::optional<Seen>& seen, const std::string& note) const {
  TANJI_ASSIGN(const FileLock lock, home_.Lock());
  TANJI_ASSIGN(const std::optional<Seen> now, Load());
  if (now.has_value() != seen.has_value()) return false;
  if (now && now->note != seen->note) return false;
  TANJI_TRY(home_.SaveCheckpoint(note));
  return true;
}

Done LogFollower::Follow(const crypto::Checkpoint& fresh, const std::string& note,
                         std::uint64_t min_size, const ConsistencySource& consistency) const {
  if (fresh.size < min_size) {
    return Error(kCheckpointBehind,
                 {{"size", std::to_string(fresh.size)}, {"known", std::to_string(min_size)}});
  }
  for (int attempt = 0; attempt < kRaceAttempts; ++attempt) {
    TANJI_ASSIGN(const std::optional<Seen> seen, Load());
    if (seen) {
      TANJI_TRY(CheckSameHistory(*seen, fresh, note, consistency));
      // An older one of the same history proves what it proves, but is not what to remember.
      if (fresh.size < seen->checkpoint.size || note == seen->note) return {};
    }
    TANJI_ASSIGN(const bool remembered, Remember(seen, note));
    if (remembered) return {};
  }
  return {};  // others have remembered as much as we would, and it was checked against that
}

}  // namespace tanji::client
