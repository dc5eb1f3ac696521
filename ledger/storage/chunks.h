// Keys and values of the tile-shaped records in which entries and subtree hashes are stored. A
// *tile* is a run of 256 entries, or of 256 hashes of one level, as C2SP tlog-tiles cuts them. A
// *chunk* is what one block adds to one tile: a block never rewrites what an earlier one wrote, and
// a tile is read by reading its chunks in key order. README.md has the layout in prose.
//
// Pure functions. Numbers in keys are big-endian, so that byte order is numeric order.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crypto/hash/hash.h"
#include "ledger/storage/store.h"

namespace tanji::ledger {

// A key-value pair as it lies in a column family.
struct Chunk {
  std::string key;
  std::string value;
  bool operator==(const Chunk&) const = default;
};

// u64, big-endian, 8 bytes.
std::string EncodeU64(std::uint64_t number);
// nullopt unless `bytes` are exactly 8.
std::optional<std::uint64_t> DecodeU64(std::string_view bytes);

// u64 tile ‖ u16 offset within the tile, 10 bytes: the key of a chunk that begins at this entry.
std::string EntryChunkKey(std::uint64_t first_index);
// u8 level ‖ u64 tile ‖ u16 offset, 11 bytes.
std::string HashChunkKey(std::uint8_t level, std::uint64_t first_index);

// The index of a chunk's first element; nullopt for bytes that no key function above returns.
std::optional<std::uint64_t> ParseEntryChunkKey(std::string_view key);
struct HashChunkStart {
  std::uint8_t level;
  std::uint64_t first_index;
  bool operator==(const HashChunkStart&) const = default;
};
std::optional<HashChunkStart> ParseHashChunkKey(std::string_view key);

// Entries from `first_index` on, cut where tiles end. An entry is at most 65,535 bytes (asserted).
std::vector<Chunk> EncodeEntryChunks(std::uint64_t first_index,
                                     std::span<const std::string> entries);
// Hashes, strictly ascending by (level, index) (asserted), cut where tiles, levels or runs end.
std::vector<Chunk> EncodeHashChunks(std::span<const BlockWrite::SubtreeHash> hashes);

// Views into `value`, which stands under a key of `first_index`. nullopt unless it is one or more
// whole entries that end within the tile.
std::optional<std::vector<std::string_view>> DecodeEntryChunk(std::uint64_t first_index,
                                                              std::string_view value);
// Likewise for hashes.
std::optional<std::vector<crypto::Hash>> DecodeHashChunk(std::uint64_t first_index,
                                                         std::string_view value);

}  // namespace tanji::ledger
