#include "crypto/log/tile.h"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <charconv>

namespace tanji::crypto {
namespace {

constexpr std::uint64_t kPathBase = 1000;
// Longer than any path: "tile/entries/" and seven groups and ".p/255".
constexpr std::size_t kMaxPathBytes = 64;

// tlog-tiles, "Merkle Tree": zero-padded 3-digit elements, all but the last begin with an x.
std::string IndexPath(std::uint64_t index) {
  std::string out = fmt::format("{:03}", index % kPathBase);
  for (std::uint64_t n = index / kPathBase; n > 0; n /= kPathBase) {
    out.insert(0, fmt::format("x{:03}/", n % kPathBase));
  }
  return out;
}

std::string WidthSuffix(std::uint32_t width) {
  assert(1 <= width && width <= kTileWidth);
  return width == kTileWidth ? std::string() : fmt::format(".p/{}", width);
}

// Digits only, below 2^32. Whether they are canonical is decided by printing the path again.
std::optional<std::uint32_t> ParseDigits(std::string_view text) {
  std::uint32_t out = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return out;
}

// Takes what stands before the next '/' and the slash itself; nullopt if there is no slash.
std::optional<std::string_view> TakeElement(std::string_view* path) {
  const auto slash = path->find('/');
  if (slash == std::string_view::npos) return std::nullopt;
  const auto element = path->substr(0, slash);
  path->remove_prefix(slash + 1);
  return element;
}

std::optional<std::uint64_t> ParseIndex(std::string_view path) {
  std::uint64_t index = 0;
  while (true) {
    const auto element = TakeElement(&path);
    const bool last = !element;
    std::string_view digits = last ? path : *element;
    if (!last) {
      if (digits.empty() || digits.front() != 'x') return std::nullopt;
      digits.remove_prefix(1);
    }
    const auto group = digits.size() == 3 ? ParseDigits(digits) : std::nullopt;
    if (!group) return std::nullopt;
    if (index > kMaxTileIndex / kPathBase) return std::nullopt;
    index = index * kPathBase + *group;
    if (last) return index <= kMaxTileIndex ? std::optional(index) : std::nullopt;
  }
}

}  // namespace

std::uint32_t TileWidthAt(std::uint32_t level, std::uint64_t index, std::uint64_t size) {
  if (level * kTileHeight >= 63 || index > kMaxTileIndex) return 0;
  const std::uint64_t hashes = size >> (level * kTileHeight);  // of this level, in the whole tree
  const std::uint64_t first = index * kTileWidth;
  if (first >= hashes) return 0;
  return static_cast<std::uint32_t>(std::min<std::uint64_t>(hashes - first, kTileWidth));
}

std::optional<TileCoordinate> TileFor(const HashCoordinate& at, std::uint64_t size) {
  if (size > kMaxTreeSize || !IsComplete(at, size)) return std::nullopt;
  TileCoordinate tile;
  tile.level = at.level / kTileHeight;
  tile.index = at.index >> (kTileHeight - at.level % kTileHeight);
  tile.width = TileWidthAt(tile.level, tile.index, size);
  assert(tile.width > 0);
  return tile;
}

std::string TilePath(const TileCoordinate& tile) {
  return fmt::format("tile/{}/{}{}", tile.level, IndexPath(tile.index), WidthSuffix(tile.width));
}

std::string EntryBundlePath(std::uint64_t index, std::uint32_t width) {
  return fmt::format("tile/entries/{}{}", IndexPath(index), WidthSuffix(width));
}

std::optional<ParsedTilePath> ParseTilePath(std::string_view path) {
  if (path.size() > kMaxPathBytes) return std::nullopt;
  std::string_view rest = path;
  if (TakeElement(&rest) != "tile") return std::nullopt;
  const auto level = TakeElement(&rest);
  if (!level) return std::nullopt;

  ParsedTilePath out;
  out.entries = *level == "entries";
  if (!out.entries) {
    const auto number = ParseDigits(*level);
    if (!number || *number > kMaxTileLevel) return std::nullopt;
    out.tile.level = *number;
  }
  out.tile.width = kTileWidth;
  if (const auto suffix = rest.find(".p/"); suffix != std::string_view::npos) {
    const auto width = ParseDigits(rest.substr(suffix + 3));
    if (!width || *width == 0 || *width >= kTileWidth) return std::nullopt;
    out.tile.width = *width;
    rest = rest.substr(0, suffix);
  }
  const auto index = ParseIndex(rest);
  if (!index) return std::nullopt;
  out.tile.index = *index;

  // One spelling for each tile: leading zeros and empty groups do not survive printing.
  const auto canonical =
      out.entries ? EntryBundlePath(out.tile.index, out.tile.width) : TilePath(out.tile);
  if (path != canonical) return std::nullopt;
  return out;
}

std::string EncodeHashTile(std::span<const Hash> hashes) {
  assert(1 <= hashes.size() && hashes.size() <= kTileWidth);
  std::string out;
  out.reserve(hashes.size() * Hash::kSize);
  for (const auto& hash : hashes) out.append(hash.view());
  return out;
}

std::optional<std::vector<Hash>> DecodeHashTile(std::string_view bytes, std::uint32_t width) {
  if (width == 0 || width > kTileWidth || bytes.size() != width * Hash::kSize) return std::nullopt;
  std::vector<Hash> out;
  out.reserve(width);
  for (std::size_t i = 0; i < width; ++i) {
    out.push_back(*Hash::FromBytes(bytes.substr(i * Hash::kSize, Hash::kSize)));
  }
  return out;
}

Hash HashFromTile(const TileCoordinate& tile, std::span<const Hash> hashes,
                  const HashCoordinate& at) {
  const std::uint32_t height = at.level % kTileHeight;  // above the hashes of the tile
  assert(tile.level == at.level / kTileHeight && tile.index == at.index >> (kTileHeight - height));
  const std::uint64_t first = (at.index << height) - tile.index * kTileWidth;
  const std::uint64_t count = std::uint64_t{1} << height;
  assert(hashes.size() == tile.width && first + count <= tile.width);
  const auto below = hashes.subspan(first, count);
  std::vector<Hash> level(below.begin(), below.end());
  while (level.size() > 1) {
    for (std::size_t i = 0; i < level.size() / 2; ++i) {
      level[i] = NodeHash(level[2 * i], level[2 * i + 1]);
    }
    level.resize(level.size() / 2);
  }
  return level.front();
}

absl::StatusOr<std::string> EncodeEntryBundle(std::span<const std::string_view> entries) {
  if (entries.empty() || entries.size() > kTileWidth) {
    return absl::InvalidArgumentError(
        fmt::format("log: an entry bundle has 1 to 256 entries, not {}", entries.size()));
  }
  std::string out;
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const std::size_t size = entries[i].size();
    if (size > kMaxEntryBytes) {
      return absl::InvalidArgumentError(
          fmt::format("log: entry {} of the bundle has {} bytes, above 65535", i, size));
    }
    // tlog-tiles, "Log entries": big-endian uint16 length prefix.
    out.push_back(static_cast<char>(size >> 8));
    out.push_back(static_cast<char>(size & 0xff));
    out.append(entries[i]);
  }
  return out;
}

absl::StatusOr<std::vector<std::string_view>> DecodeEntryBundle(std::string_view bytes,
                                                                std::uint32_t width) {
  if (width == 0 || width > kTileWidth) {
    return absl::InvalidArgumentError(
        fmt::format("log: an entry bundle has 1 to 256 entries, not {}", width));
  }
  std::vector<std::string_view> out;
  out.reserve(width);
  while (out.size() < width) {
    if (bytes.size() < 2) {
      return absl::InvalidArgumentError(
          fmt::format("log: the bundle ends after {} of {} entries", out.size(), width));
    }
    const std::size_t size =
        std::size_t{static_cast<std::uint8_t>(bytes[0])} << 8 | static_cast<std::uint8_t>(bytes[1]);
    bytes.remove_prefix(2);
    if (bytes.size() < size) {
      return absl::InvalidArgumentError(
          fmt::format("log: the bundle ends within entry {} of {}", out.size(), width));
    }
    out.push_back(bytes.substr(0, size));
    bytes.remove_prefix(size);
  }
  if (!bytes.empty()) {
    return absl::InvalidArgumentError(
        fmt::format("log: {} bytes after the {} entries of the bundle", bytes.size(), width));
  }
  return out;
}

bool BundleMatchesTile(std::span<const std::string_view> entries, std::span<const Hash> hashes) {
  return std::equal(
      entries.begin(), entries.end(), hashes.begin(), hashes.end(),
      [](std::string_view entry, const Hash& hash) { return LeafHash(entry) == hash; });
}

}  // namespace tanji::crypto
