#include "ledger/state/overlay.h"

#include <cassert>
#include <utility>

namespace tanji::ledger {

std::optional<std::string> Overlay::Get(std::string_view key) const {
  const auto it = changes_.find(key);
  return it != changes_.end() ? it->second : below_->Get(key);
}

void Overlay::Put(std::string key, std::string record) {
  // An empty value cannot be proved and breaks its neighbours' proofs of absence (ICS-23).
  assert(!record.empty());
  changes_.insert_or_assign(std::move(key), std::move(record));
}

void Overlay::Delete(std::string key) {
  changes_.insert_or_assign(std::move(key), std::nullopt);
}

void Overlay::MergeInto(StateWriter& target) && {
  for (auto& [key, record] : changes_) {
    if (record) {
      target.Put(key, std::move(*record));
    } else {
      target.Delete(key);
    }
  }
  changes_.clear();
}

}  // namespace tanji::ledger
