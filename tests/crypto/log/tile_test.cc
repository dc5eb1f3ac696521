#include "crypto/log/tile.h"

#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>

#include "tests/crypto/log/memory_log.h"

namespace tanji::crypto {
namespace {

std::vector<Hash> TileHashes(const TileCoordinate& tile, const MemoryLog& log) {
  const auto& level = log.levels()[tile.level * kTileHeight];
  const auto begin = level.begin() + static_cast<std::ptrdiff_t>(tile.index * kTileWidth);
  return {begin, begin + tile.width};
}

TEST(TilePath, GroupsTheIndexInThrees) {
  EXPECT_EQ(TilePath({0, 0, 256}), "tile/0/000");
  EXPECT_EQ(TilePath({0, 999, 256}), "tile/0/999");
  EXPECT_EQ(TilePath({0, 1000, 256}), "tile/0/x001/000");
  EXPECT_EQ(TilePath({1, 1234067, 256}), "tile/1/x001/x234/067");
  EXPECT_EQ(TilePath({2, 0, 1}), "tile/2/000.p/1");
  EXPECT_EQ(EntryBundlePath(1234067, 256), "tile/entries/x001/x234/067");
  EXPECT_EQ(EntryBundlePath(0, 255), "tile/entries/000.p/255");
  EXPECT_EQ(TilePath({63, kMaxTileIndex, 255}), "tile/63/x036/x028/x797/x018/x963/967.p/255");
}

TEST(TilePath, ParsesWhatItPrints) {
  for (const std::uint64_t index : {std::uint64_t{0}, std::uint64_t{999}, std::uint64_t{1000},
                                    std::uint64_t{1234067}, kMaxTileIndex}) {
    for (const std::uint32_t width : {1u, 99u, 255u, 256u}) {
      for (const std::uint32_t level : {0u, 1u, 7u, 63u}) {
        const TileCoordinate tile{level, index, width};
        EXPECT_EQ(ParseTilePath(TilePath(tile)), (ParsedTilePath{false, tile}));
      }
      EXPECT_EQ(ParseTilePath(EntryBundlePath(index, width)),
                (ParsedTilePath{true, {0, index, width}}));
    }
  }
}

TEST(TilePath, RefusesEveryOtherSpelling) {
  for (const char* path :
       {"", "tile", "tile/", "tile/0", "tile/0/", "/tile/0/000", "tile/0/000/", "tile/0/0",
        "tile/0/00", "tile/0/0000", "tile/0/x000", "tile/0/x000/001", "tile/0/001/002",
        "tile/0/x001/2", "tile/0/X001/002", "tile/00/000", "tile/01/000", "tile/64/000",
        "tile/-1/000", "tile/+1/000", "tile/0/-01", "tile/0/+01", "tile/0/000.p", "tile/0/000.p/",
        "tile/0/000.p/0", "tile/0/000.p/256", "tile/0/000.p/01", "tile/0/000.p/1/",
        "tile/0/000.p/1.p/1", "tile/0/000.P/1", "tile/entries", "tile/entries/0",
        "tile/Entries/000", "tile/entries/000.p/256", "tile/data/000", "tile/0/ 00", "tile/0/000?x",
        "tile/8/0/000", "tile/0/x999/x999/x999/x999/x999/x999/999",
        // one above kMaxTileIndex, then one that would wrap round 64 bits
        "tile/0/x036/x028/x797/x018/x963/968", "tile/0/x018/x446/x744/x073/x709/x551/616"}) {
    EXPECT_FALSE(ParseTilePath(path).has_value()) << path;
  }
  EXPECT_FALSE(ParseTilePath("tile/0/" + std::string(10'000, '0')).has_value());
}

// The example of the tlog-tiles specification: a tree of 70,000 entries.
TEST(TileWidthAt, MatchesTheSpecification) {
  EXPECT_EQ(TileWidthAt(0, 272, 70'000), 256u);
  EXPECT_EQ(TileWidthAt(0, 273, 70'000), 112u);
  EXPECT_EQ(TileWidthAt(0, 274, 70'000), 0u);
  EXPECT_EQ(TileWidthAt(1, 0, 70'000), 256u);
  EXPECT_EQ(TileWidthAt(1, 1, 70'000), 17u);
  EXPECT_EQ(TileWidthAt(2, 0, 70'000), 1u);
  EXPECT_EQ(TileWidthAt(3, 0, 70'000), 0u);
  EXPECT_EQ(TileWidthAt(0, 0, 256), 256u);
  EXPECT_EQ(TileWidthAt(1, 0, 256), 1u);
  EXPECT_EQ(TileWidthAt(7, 0, kMaxTreeSize), 127u);
  EXPECT_EQ(TileWidthAt(8, 0, kMaxTreeSize), 0u);
  EXPECT_EQ(TileWidthAt(63, 0, kMaxTreeSize), 0u);
  EXPECT_EQ(TileWidthAt(0, ~std::uint64_t{0}, kMaxTreeSize), 0u);
}

TEST(Tile, MatchesTheDigestsOfGo) {
  std::ifstream file(TANJI_SOURCE_DIR "/tests/vectors/log/tree.json");
  const auto vectors = nlohmann::json::parse(file);
  const MemoryLog log(vectors["tileSize"].get<std::uint64_t>());
  ASSERT_FALSE(vectors["tiles"].empty());
  for (const auto& v : vectors["tiles"]) {
    const auto parsed = ParseTilePath(v["Path"].get<std::string>());
    ASSERT_TRUE(parsed.has_value() && !parsed->entries) << v;
    EXPECT_EQ(Sha256(EncodeHashTile(TileHashes(parsed->tile, log))).Hex(),
              v["Sha256"].get<std::string>())
        << v;
  }
}

TEST(Tile, EveryStoredHashComesFromItsTile) {
  constexpr std::uint64_t kSize = 70'000;
  const MemoryLog log(kSize);
  for (std::uint32_t level = 0; level < log.levels().size(); ++level) {
    const auto& hashes = log.levels()[level];
    for (std::uint64_t index = 0; index < hashes.size(); index += 1 + hashes.size() / 97) {
      const auto tile = TileFor({level, index}, kSize);
      ASSERT_TRUE(tile.has_value());
      EXPECT_EQ(HashFromTile(*tile, TileHashes(*tile, log), {level, index}), hashes[index])
          << level << "/" << index;
    }
    EXPECT_FALSE(TileFor({level, hashes.size()}, kSize).has_value());
  }
  EXPECT_FALSE(TileFor({17, 0}, kSize).has_value());
  EXPECT_FALSE(TileFor({64, 0}, kSize).has_value());
}

TEST(HashTile, SurvivesEncoding) {
  const MemoryLog log(256);
  const std::vector<Hash> hashes = log.levels()[0];
  const auto bytes = EncodeHashTile(hashes);
  EXPECT_EQ(bytes.size(), 8192u);
  EXPECT_EQ(DecodeHashTile(bytes, 256), hashes);
  EXPECT_FALSE(DecodeHashTile(bytes, 255).has_value());
  EXPECT_FALSE(DecodeHashTile(bytes, 0).has_value());
  EXPECT_FALSE(DecodeHashTile(bytes.substr(1), 256).has_value());
  EXPECT_FALSE(DecodeHashTile(bytes + bytes, 512).has_value());
}

TEST(EntryBundle, SurvivesEncoding) {
  const std::string longest(kMaxEntryBytes, 'x');
  const std::vector<std::string_view> entries = {"a", "", longest, "bc"};
  const auto bytes = EncodeEntryBundle(entries);
  ASSERT_TRUE(bytes.ok());
  EXPECT_EQ(bytes->substr(0, 7), std::string("\0\1a\0\0\xff\xff", 7));
  EXPECT_EQ(*DecodeEntryBundle(*bytes, 4), entries);
}

TEST(EntryBundle, RefusesWhatItCannotHold) {
  const std::string too_long(kMaxEntryBytes + 1, 'x');
  EXPECT_FALSE(EncodeEntryBundle(std::vector<std::string_view>{too_long}).ok());
  EXPECT_FALSE(EncodeEntryBundle({}).ok());
  EXPECT_FALSE(EncodeEntryBundle(std::vector<std::string_view>(257, "x")).ok());
  EXPECT_TRUE(EncodeEntryBundle(std::vector<std::string_view>(256, "x")).ok());
}

TEST(EntryBundle, RefusesEveryOtherLengthAndWidth) {
  const std::vector<std::string_view> entries = {"one", "two", "three"};
  const auto bytes = *EncodeEntryBundle(entries);
  for (std::size_t n = 0; n < bytes.size(); ++n) {
    EXPECT_FALSE(DecodeEntryBundle(bytes.substr(0, n), 3).ok()) << n;
  }
  EXPECT_FALSE(DecodeEntryBundle(bytes + '\0', 3).ok());
  EXPECT_FALSE(DecodeEntryBundle(bytes, 0).ok());
  EXPECT_FALSE(DecodeEntryBundle(bytes, 2).ok());
  EXPECT_FALSE(DecodeEntryBundle(bytes, 4).ok());
  EXPECT_FALSE(DecodeEntryBundle(bytes, 257).ok());
}

TEST(EntryBundle, MatchesOnlyTheTileOfItsEntries) {
  const MemoryLog log(3);
  std::vector<std::string_view> entries = {"entry-0", "entry-1", "entry-2"};
  EXPECT_TRUE(BundleMatchesTile(entries, log.levels()[0]));
  std::swap(entries[0], entries[1]);
  EXPECT_FALSE(BundleMatchesTile(entries, log.levels()[0]));
  std::swap(entries[0], entries[1]);
  entries.pop_back();
  EXPECT_FALSE(BundleMatchesTile(entries, log.levels()[0]));
}

}  // namespace
}  // namespace tanji::crypto
