// Hashes of a log from tiles that an untrusted server or cache provides.
#pragma once

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "crypto/log/log_tree.h"
#include "crypto/log/tile.h"

namespace tanji::crypto {

// A HashReader over the tiles of one tree whose size and root are trusted (from a cosigned
// checkpoint). Every tile is authenticated against that root before a hash of it is used, so each
// hash returned is one of that tree; a tile that is missing, cut short or altered is an error.
//
// Each call fetches the tiles of the right edge, the tiles asked for and those between: one batch,
// parents before children. Nothing is kept between calls: a cache belongs into `fetch`, filled by
// `verified`. As thread-safe as the two functions.
class TileHashReader : public HashReader {
 public:
  // Returns the bytes of each tile, in order, exactly `width` hashes each. A caller that got a full
  // tile in place of a partial one cuts it to the width.
  using Fetch = std::function<absl::StatusOr<std::vector<std::string>>(
      std::span<const TileCoordinate> tiles)>;
  // Told of the tiles that were fetched once all of them are authenticated. May be empty.
  using Verified = std::function<void(std::span<const TileCoordinate> tiles,
                                      std::span<const std::string> bytes)>;

  // `size` <= kMaxTreeSize, asserted.
  TileHashReader(std::uint64_t size, const Hash& root, Fetch fetch, Verified verified = nullptr);

  // InvalidArgument for a coordinate outside the tree; DataLoss when the tiles do not lead to the
  // root; what `fetch` returned when it failed.
  absl::StatusOr<std::vector<Hash>> ReadHashes(
      std::span<const HashCoordinate> coordinates) const override;

  std::uint64_t size() const { return size_; }
  const Hash& root() const { return root_; }

 private:
  std::uint64_t size_;
  Hash root_;
  Fetch fetch_;
  Verified verified_;
};

}  // namespace tanji::crypto
