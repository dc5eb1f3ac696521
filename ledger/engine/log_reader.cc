#include "ledger/engine/log_reader.h"

#include "crypto/log/tile.h"

namespace tanji::ledger {

absl::StatusOr<crypto::Hash> StoredHashes::ReadOne(const crypto::HashCoordinate& at) const {
  const auto level = static_cast<std::uint8_t>(at.level / crypto::kTileHeight);
  const std::uint32_t height = at.level % crypto::kTileHeight;
  auto hashes = view_->ReadHashes(level, at.index << height, std::uint64_t{1} << height);
  if (!hashes.ok()) return hashes.status();
  while (hashes->size() > 1) {
    std::vector<crypto::Hash> parents;
    for (std::size_t i = 0; i + 1 < hashes->size(); i += 2) {
      parents.push_back(crypto::NodeHash((*hashes)[i], (*hashes)[i + 1]));
    }
    *hashes = std::move(parents);
  }
  return hashes->front();
}

absl::StatusOr<std::vector<crypto::Hash>> StoredHashes::ReadHashes(
    std::span<const crypto::HashCoordinate> coordinates) const {
  std::vector<crypto::Hash> out;
  out.reserve(coordinates.size());
  for (const auto& at : coordinates) {
    auto hash = ReadOne(at);
    if (!hash.ok()) return hash.status();
    out.push_back(*hash);
  }
  return out;
}

}  // namespace tanji::ledger
