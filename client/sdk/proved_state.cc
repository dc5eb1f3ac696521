#include "client/sdk/proved_state.h"

namespace tanji::client {
namespace {

// More than any function of the ledger needs: what it reads next depends on what it has read.
constexpr int kMaxRounds = 64;

struct NotProvedYet : ledger::StorageFailure {
  NotProvedYet() : StorageFailure("a record that is not proved yet") {}
};

}  // namespace

Done ProvedState::Fetch(std::vector<std::string> keys) {
  std::erase_if(keys, [&](const std::string& key) { return proved_.records.contains(key); });
  if (keys.empty()) return {};
  TANJI_ASSIGN(ProvedRecords more, ReadRecords(client_, std::move(keys)));
  proved_.records.merge(more.records);
  proved_.checkpoints.Add(more.checkpoints);
  return {};
}

Done ProvedState::Settle(const std::vector<std::function<void()>>& reads) {
  for (int round = 0; round < kMaxRounds; ++round) {
    missing_.clear();
    for (const auto& read : reads) {
      try {
        read();
      } catch (const NotProvedYet&) {
        // It is in missing_.
      } catch (const ledger::StorageFailure& failure) {
        return Error(ErrorKind::kUnverified, v1::CODE_RECORD_MALFORMED,
                     {{"value", failure.what()}});
      }
    }
    if (missing_.empty()) return {};
    TANJI_TRY(Fetch(missing_));
  }
  return Error(ErrorKind::kUnverified, v1::CODE_RECORD_MALFORMED, {{"value", "too many rounds"}});
}

std::optional<std::string> ProvedState::Get(std::string_view key) const {
  const auto found = proved_.records.find(key);
  if (found != proved_.records.end()) return found->second;
  missing_.emplace_back(key);
  throw NotProvedYet();
}

}  // namespace tanji::client
