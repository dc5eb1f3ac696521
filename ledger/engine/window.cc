#include "ledger/engine/window.h"

#include "ledger/base/big_endian.h"
#include "ledger/engine/tables.h"

namespace tanji::ledger {

IdWindow::IdWindow(const v1::Tip& tip) : hours_(tip.hours().begin(), tip.hours().end()) {}

std::uint64_t IdWindow::first_index() const {
  return hours_.empty() ? 0 : hours_.front().first_index();
}

void IdWindow::Advance(StateWriter& state, std::int64_t time_ms, std::uint64_t first_index,
                       const std::vector<crypto::Hash>& ids) {
  const auto hour = static_cast<std::uint64_t>(time_ms / kHourMs);
  if (hours_.empty() || hours_.back().hour() != hour) {
    v1::WindowHour row;
    row.set_hour(hour);
    row.set_first_index(first_index);
    hours_.push_back(row);
  }

  crypto::Sha256Stream all;
  for (const auto& id : ids) all.Update(id.view());
  std::string counts;
  AppendU64(first_index, counts);
  AppendU32(static_cast<std::uint32_t>(ids.size()), counts);

  auto record = kReplayWindow.Get(state, hour).value_or(v1::ReplayWindowHour());
  if (record.digest().empty()) record.set_digest(std::string(crypto::Hash::kSize, '\0'));
  record.set_digest(crypto::Sha256({record.digest(), counts, all.Finish().view()}).str());
  kReplayWindow.Put(state, hour, record);

  while ((static_cast<std::int64_t>(hours_.front().hour()) + 1) * kHourMs + kWindowMs < time_ms) {
    kReplayWindow.Delete(state, hours_.front().hour());
    hours_.erase(hours_.begin());
  }
}

void IdWindow::Store(v1::Tip& tip) const {
  tip.mutable_hours()->Assign(hours_.begin(), hours_.end());
}

}  // namespace tanji::ledger
