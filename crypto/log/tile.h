// Tiles: the resources in which a log publishes its tree and its entries, C2SP tlog-tiles
// (v0.1.0). A hash tile holds up to 256 consecutive hashes of one level out of eight; the levels
// between are recomputed from them. An entry bundle holds the up to 256 entries under a level-0
// tile. Only tiles at the right edge of a tree are partial, and all others never change.
//
// What a server sends is untrusted: read tiles through a TileHashReader (tile_reader.h).
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/statusor.h"
#include "crypto/hash/hash.h"
#include "crypto/log/log_tree.h"

namespace tanji::crypto {

inline constexpr std::uint32_t kTileHeight = 8;
inline constexpr std::uint32_t kTileWidth = 1u
                                            << kTileHeight;  // hashes, or entries, in a full tile
inline constexpr std::uint32_t kMaxTileLevel = 63;           // the specification's bound
inline constexpr std::uint64_t kMaxTileIndex = (std::uint64_t{1} << 55) - 1;  // of 2^63 entries
inline constexpr std::size_t kMaxEntryBytes = 65'535;
// A full bundle of the longest entries.
inline constexpr std::size_t kMaxBundleBytes = kTileWidth * (2 + kMaxEntryBytes);

// The first `width` hashes of the `index`-th tile of `level`. Its i-th hash is that of the complete
// subtree {8 * level, 256 * index + i}.
struct TileCoordinate {
  std::uint32_t level = 0;  // 0..63; no tree reaches above 7
  std::uint64_t index = 0;  // 0..kMaxTileIndex
  std::uint32_t width = 0;  // 1..256; less than 256 for a partial tile
  auto operator<=>(const TileCoordinate&) const = default;
};

// Hashes that tile `index` of `level` has in a tree of `size` entries: 0..256.
std::uint32_t TileWidthAt(std::uint32_t level, std::uint64_t index, std::uint64_t size);

// The tile, as wide as a tree of `size` entries makes it, that holds the hash at `at` or the
// hashes it is computed from. nullopt if `at` is not complete in that tree.
std::optional<TileCoordinate> TileFor(const HashCoordinate& at, std::uint64_t size);

// "tile/<L>/<N>[.p/<W>]" and "tile/entries/<N>[.p/<W>]", relative to the log's prefix. N is
// written in groups of three digits, all but the last with an x: 1234067 is x001/x234/067.
std::string TilePath(const TileCoordinate& tile);
std::string EntryBundlePath(std::uint64_t index, std::uint32_t width);

struct ParsedTilePath {
  bool entries = false;  // an entry bundle; then the level is 0
  TileCoordinate tile;
  bool operator==(const ParsedTilePath&) const = default;
};
// nullopt unless `path` is exactly what TilePath() or EntryBundlePath() writes.
std::optional<ParsedTilePath> ParseTilePath(std::string_view path);

// The hashes of a tile, 32 bytes each, one after the other: 1..256 of them, asserted.
std::string EncodeHashTile(std::span<const Hash> hashes);
// nullopt unless `bytes` are exactly `width` hashes.
std::optional<std::vector<Hash>> DecodeHashTile(std::string_view bytes, std::uint32_t width);

// The hash at `at`, computed from the hashes of `tile`, which must be TileFor(at, some size) and
// have `tile.width` hashes: both are asserted.
Hash HashFromTile(const TileCoordinate& tile, std::span<const Hash> hashes,
                  const HashCoordinate& at);

// Entries, each after its length as u16 big-endian. InvalidArgument unless there are 1..256
// entries of at most 65,535 bytes.
absl::StatusOr<std::string> EncodeEntryBundle(std::span<const std::string_view> entries);
// The entries, as views into `bytes`. InvalidArgument unless `bytes` are exactly `width` entries.
absl::StatusOr<std::vector<std::string_view>> DecodeEntryBundle(std::string_view bytes,
                                                                std::uint32_t width);
// True iff the entries hash to the hashes of a level-0 tile that is already trusted.
bool BundleMatchesTile(std::span<const std::string_view> entries, std::span<const Hash> hashes);

}  // namespace tanji::crypto
