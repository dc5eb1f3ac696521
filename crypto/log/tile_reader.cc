#include "crypto/log/tile_reader.h"

#include <fmt/format.h>

#include <cassert>
#include <map>
#include <optional>
#include <utility>

namespace tanji::crypto {
namespace {

// The tiles one call needs, in the order in which they are authenticated: first the right edge,
// which leads to the root, then every other tile after the one above it.
class TilePlan {
 public:
  explicit TilePlan(std::uint64_t size) : size_(size), edge_(EdgeCoordinates(size)) {
    for (const auto& at : edge_) Add(*TileFor(at, size_));
    edge_tiles_ = tiles_.size();
  }

  // Adds the tile of `at`, which is complete in the tree, and what it takes to authenticate it.
  void AddFor(const HashCoordinate& at) {
    std::vector<TileCoordinate> missing;
    auto tile = *TileFor(at, size_);
    while (!position_.contains(tile)) {
      missing.push_back(tile);
      tile = ParentOf(tile);
    }
    while (!missing.empty()) {
      Add(missing.back());
      missing.pop_back();
    }
  }

  // The subtree that a full tile spans, whose hash stands in the tile above.
  static HashCoordinate SubtreeOf(const TileCoordinate& tile) {
    assert(tile.width == kTileWidth);
    return {(tile.level + 1) * kTileHeight, tile.index};
  }
  // A partial tile has none, but is of the right edge: the plan starts with those.
  TileCoordinate ParentOf(const TileCoordinate& tile) const {
    const auto parent = TileFor(SubtreeOf(tile), size_);
    assert(parent.has_value());
    return *parent;
  }

  const std::vector<TileCoordinate>& tiles() const { return tiles_; }
  const std::vector<HashCoordinate>& edge() const { return edge_; }
  std::size_t edge_tiles() const { return edge_tiles_; }
  std::size_t PositionOf(const TileCoordinate& tile) const { return position_.at(tile); }

 private:
  void Add(const TileCoordinate& tile) {
    if (position_.emplace(tile, tiles_.size()).second) tiles_.push_back(tile);
  }

  std::uint64_t size_;
  std::vector<HashCoordinate> edge_;
  std::vector<TileCoordinate> tiles_;
  std::map<TileCoordinate, std::size_t> position_;
  std::size_t edge_tiles_ = 0;
};

// Decoded tiles beside the plan they were fetched for.
struct FetchedTiles {
  const TilePlan& plan;
  std::uint64_t size;
  std::vector<std::vector<Hash>> hashes;

  Hash HashAt(const HashCoordinate& at) const {
    const auto tile = *TileFor(at, size);
    return HashFromTile(tile, hashes[plan.PositionOf(tile)], at);
  }
};

absl::Status DecodeTiles(const std::vector<std::string>& bytes, FetchedTiles* out) {
  const auto& tiles = out->plan.tiles();
  if (bytes.size() != tiles.size()) {
    return absl::DataLossError(
        fmt::format("log: asked for {} tiles, got {}", tiles.size(), bytes.size()));
  }
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    auto hashes = DecodeHashTile(bytes[i], tiles[i].width);
    if (!hashes) {
      return absl::DataLossError(fmt::format("log: {} has {} bytes, not {}", TilePath(tiles[i]),
                                             bytes[i].size(), tiles[i].width * Hash::kSize));
    }
    out->hashes.push_back(*std::move(hashes));
  }
  return absl::OkStatus();
}

absl::Status Authenticate(const FetchedTiles& fetched, const Hash& root) {
  // RFC 6962 section 2.1: the root folds the edge's subtrees from the right.
  const auto& edge = fetched.plan.edge();
  Hash hash = fetched.HashAt(edge.back());
  for (std::size_t i = edge.size() - 1; i-- > 0;) hash = NodeHash(fetched.HashAt(edge[i]), hash);
  if (hash != root) {
    return absl::DataLossError(fmt::format(
        "log: the tiles of the right edge lead to root {}, not {}", hash.Hex(), root.Hex()));
  }
  const auto& tiles = fetched.plan.tiles();
  for (std::size_t i = fetched.plan.edge_tiles(); i < tiles.size(); ++i) {
    const auto subtree = TilePlan::SubtreeOf(tiles[i]);
    // The tile as a whole: its subtree hash computed from its own 256 hashes.
    const HashCoordinate left{subtree.level - 1, subtree.index * 2};
    const HashCoordinate right{subtree.level - 1, subtree.index * 2 + 1};
    const Hash own = NodeHash(HashFromTile(tiles[i], fetched.hashes[i], left),
                              HashFromTile(tiles[i], fetched.hashes[i], right));
    if (own != fetched.HashAt(subtree)) {
      return absl::DataLossError(
          fmt::format("log: {} differs from the hash above it", TilePath(tiles[i])));
    }
  }
  return absl::OkStatus();
}

}  // namespace

TileHashReader::TileHashReader(std::uint64_t size, const Hash& root, Fetch fetch, Verified verified)
    : size_(size), root_(root), fetch_(std::move(fetch)), verified_(std::move(verified)) {
  assert(size_ <= kMaxTreeSize && fetch_ != nullptr);
}

absl::StatusOr<std::vector<Hash>> TileHashReader::ReadHashes(
    std::span<const HashCoordinate> coordinates) const {
  if (coordinates.empty()) return std::vector<Hash>();
  for (const auto& at : coordinates) {
    if (!IsComplete(at, size_)) {
      return absl::InvalidArgumentError(fmt::format(
          "log: no subtree {} of level {} in a tree of size {}", at.index, at.level, size_));
    }
  }
  TilePlan plan(size_);
  for (const auto& at : coordinates) plan.AddFor(at);

  const auto bytes = fetch_(plan.tiles());
  if (!bytes.ok()) return bytes.status();
  FetchedTiles fetched{plan, size_, {}};
  if (const auto status = DecodeTiles(*bytes, &fetched); !status.ok()) return status;
  if (const auto status = Authenticate(fetched, root_); !status.ok()) return status;
  if (verified_) verified_(plan.tiles(), *bytes);

  std::vector<Hash> out;
  out.reserve(coordinates.size());
  for (const auto& at : coordinates) out.push_back(fetched.HashAt(at));
  return out;
}

}  // namespace tanji::crypto
