#include "ledger/storage/chunks.h"

#include <algorithm>
#include <cassert>

#include "crypto/log/tile.h"

namespace tanji::ledger {
namespace {

constexpr std::uint64_t kTileWidth = crypto::kTileWidth;
constexpr std::size_t kEntryKeyBytes = 8 + 2;
constexpr std::size_t kHashKeyBytes = 1 + kEntryKeyBytes;
// Tile numbers have 56 bits, or the index of their elements would not fit 64.
constexpr std::uint64_t kMaxTile = ~std::uint64_t{0} / kTileWidth;

void AppendBigEndian(std::string& out, std::uint64_t number, int bytes) {
  for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
    out.push_back(static_cast<char>(number >> shift & 0xff));
  }
}

std::uint64_t ReadBigEndian(std::string_view bytes) {
  std::uint64_t number = 0;
  for (const char c : bytes) number = number << 8 | static_cast<std::uint8_t>(c);
  return number;
}

// Elements from `first_index` to the end of its tile.
std::uint64_t RoomInTile(std::uint64_t first_index) {
  return kTileWidth - first_index % kTileWidth;
}

}  // namespace

std::string EncodeU64(std::uint64_t number) {
  std::string out;
  AppendBigEndian(out, number, 8);
  return out;
}

std::optional<std::uint64_t> DecodeU64(std::string_view bytes) {
  if (bytes.size() != 8) return std::nullopt;
  return ReadBigEndian(bytes);
}

std::string EntryChunkKey(std::uint64_t first_index) {
  std::string key;
  AppendBigEndian(key, first_index / kTileWidth, 8);
  AppendBigEndian(key, first_index % kTileWidth, 2);
  return key;
}

std::string HashChunkKey(std::uint8_t level, std::uint64_t first_index) {
  std::string key;
  AppendBigEndian(key, level, 1);
  key += EntryChunkKey(first_index);
  return key;
}

std::optional<std::uint64_t> ParseEntryChunkKey(std::string_view key) {
  if (key.size() != kEntryKeyBytes) return std::nullopt;
  const std::uint64_t tile = ReadBigEndian(key.substr(0, 8));
  const std::uint64_t offset = ReadBigEndian(key.substr(8));
  if (tile > kMaxTile || offset >= kTileWidth) return std::nullopt;
  return tile * kTileWidth + offset;
}

std::optional<HashChunkStart> ParseHashChunkKey(std::string_view key) {
  if (key.size() != kHashKeyBytes) return std::nullopt;
  const auto first_index = ParseEntryChunkKey(key.substr(1));
  if (!first_index) return std::nullopt;
  return HashChunkStart{static_cast<std::uint8_t>(key[0]), *first_index};
}

std::vector<Chunk> EncodeEntryChunks(std::uint64_t first_index,
                                     std::span<const std::string> entries) {
  std::vector<Chunk> chunks;
  while (!entries.empty()) {
    const std::size_t count = std::min<std::size_t>(RoomInTile(first_index), entries.size());
    std::string value;
    for (const std::string& entry : entries.first(count)) {
      assert(entry.size() <= crypto::kMaxEntryBytes);
      AppendBigEndian(value, entry.size(), 2);
      value += entry;
    }
    chunks.push_back({EntryChunkKey(first_index), std::move(value)});
    entries = entries.subspan(count);
    first_index += count;
  }
  return chunks;
}

std::vector<Chunk> EncodeHashChunks(std::span<const BlockWrite::SubtreeHash> hashes) {
  std::vector<Chunk> chunks;
  const BlockWrite::SubtreeHash* previous = nullptr;
  for (const auto& hash : hashes) {
    const bool same_level = previous != nullptr && hash.level == previous->level;
    assert(previous == nullptr || hash.level > previous->level ||
           (same_level && hash.index > previous->index));
    const bool continues =
        same_level && hash.index == previous->index + 1 && hash.index % kTileWidth != 0;
    if (!continues) chunks.push_back({HashChunkKey(hash.level, hash.index), {}});
    chunks.back().value += hash.hash.view();
    previous = &hash;
  }
  return chunks;
}

std::optional<std::vector<std::string_view>> DecodeEntryChunk(std::uint64_t first_index,
                                                              std::string_view value) {
  std::vector<std::string_view> entries;
  while (!value.empty()) {
    if (value.size() < 2) return std::nullopt;
    const std::uint64_t length = ReadBigEndian(value.substr(0, 2));
    value.remove_prefix(2);
    if (value.size() < length || entries.size() == RoomInTile(first_index)) return std::nullopt;
    entries.push_back(value.substr(0, length));
    value.remove_prefix(length);
  }
  if (entries.empty()) return std::nullopt;
  return entries;
}

std::optional<std::vector<crypto::Hash>> DecodeHashChunk(std::uint64_t first_index,
                                                         std::string_view value) {
  const std::size_t count = value.size() / crypto::Hash::kSize;
  if (count == 0 || value.size() % crypto::Hash::kSize != 0 || count > RoomInTile(first_index)) {
    return std::nullopt;
  }
  std::vector<crypto::Hash> hashes;
  hashes.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    hashes.push_back(
        *crypto::Hash::FromBytes(value.substr(i * crypto::Hash::kSize, crypto::Hash::kSize)));
  }
  return hashes;
}

}  // namespace tanji::ledger
