#include "node/proofs/tiles.h"

#include <string_view>
#include <vector>

namespace tanji::node {
namespace {

absl::StatusOr<std::string> ReadHashTile(const ledger::StoreView& view,
                                         const crypto::TileCoordinate& tile) {
  const auto hashes = view.ReadHashes(static_cast<std::uint8_t>(tile.level),
                                      tile.index * crypto::kTileWidth, tile.width);
  if (!hashes.ok()) return hashes.status();
  return crypto::EncodeHashTile(*hashes);
}

absl::StatusOr<std::string> ReadEntryBundle(const ledger::StoreView& view,
                                            const crypto::TileCoordinate& tile) {
  const auto entries = view.ReadEntries(tile.index * crypto::kTileWidth, tile.width);
  if (!entries.ok()) return entries.status();
  if (entries->size() != tile.width) return absl::DataLossError("the log ends before its size");
  const std::vector<std::string_view> views(entries->begin(), entries->end());
  return crypto::EncodeEntryBundle(views);
}

}  // namespace

absl::StatusOr<std::optional<std::string>> ReadTile(const ServedState& served,
                                                    const crypto::ParsedTilePath& path) {
  const auto& tile = path.tile;
  if (tile.width > crypto::TileWidthAt(tile.level, tile.index, served.log_size)) {
    return std::optional<std::string>();
  }
  auto bytes =
      path.entries ? ReadEntryBundle(*served.view, tile) : ReadHashTile(*served.view, tile);
  if (!bytes.ok()) return bytes.status();
  return std::optional(*std::move(bytes));
}

}  // namespace tanji::node
