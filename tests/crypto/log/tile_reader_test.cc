#include "crypto/log/tile_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <functional>

#include "crypto/log/verify.h"
#include "tests/crypto/log/memory_log.h"

namespace tanji::crypto {
namespace {

// A server of the tiles of a log, honest unless told to alter what it sends.
struct TileServer {
  explicit TileServer(std::uint64_t size) : log(size) {}

  std::string BytesOf(const TileCoordinate& tile) const {
    const auto& level = log.levels()[tile.level * kTileHeight];
    return EncodeHashTile(std::span(level).subspan(tile.index * kTileWidth, tile.width));
  }

  TileHashReader Reader(std::uint64_t size) {
    return TileHashReader(
        size, *TreeHash(size, log),
        [this](std::span<const TileCoordinate> tiles) -> absl::StatusOr<std::vector<std::string>> {
          asked.assign(tiles.begin(), tiles.end());
          std::vector<std::string> out;
          for (const auto& tile : tiles) out.push_back(BytesOf(tile));
          if (alter) alter(&out);
          return out;
        },
        [this](std::span<const TileCoordinate> tiles, std::span<const std::string> bytes) {
          EXPECT_EQ(tiles.size(), bytes.size());
          verified += tiles.size();
        });
  }

  MemoryLog log;
  std::function<void(std::vector<std::string>*)> alter;
  std::vector<TileCoordinate> asked;
  std::size_t verified = 0;
};

constexpr std::uint64_t kSize = 70'000;

TEST(TileHashReader, ProvesWhatTheLogProves) {
  TileServer server(kSize);
  for (const std::uint64_t size :
       {1, 2, 255, 256, 257, 300, 511, 512, 65'535, 65'536, 65'537, 70'000}) {
    const auto reader = server.Reader(size);
    const Hash root = *TreeHash(size, server.log);
    EXPECT_EQ(*TreeHash(size, reader), root);
    for (const std::uint64_t index : {std::uint64_t{0}, size / 2, size - 1}) {
      const auto proof = ProveInclusion(index, size, reader);
      ASSERT_TRUE(proof.ok()) << proof.status();
      EXPECT_EQ(VerifyInclusion(LeafHash(NumberedEntry(index)), index, size, *proof, root),
                ProofCheck::kHolds);
    }
    const auto proof = ProveConsistency(size / 2 + 1, size, reader);
    ASSERT_TRUE(proof.ok()) << proof.status();
    EXPECT_EQ(*proof, *ProveConsistency(size / 2 + 1, size, server.log));
  }
}

RC_GTEST_PROP(TileHashReader, ReturnsEachHashOfTheTree, ()) {
  static TileServer server(3'000);
  const auto size = *rc::gen::inRange<std::uint64_t>(1, 3'001);
  const auto level = *rc::gen::inRange<std::uint32_t>(0, 12);
  RC_PRE((size >> level) > 0);
  const auto index = *rc::gen::inRange<std::uint64_t>(0, size >> level);
  const HashCoordinate at{level, index};
  const auto hashes = server.Reader(size).ReadHashes({&at, 1});
  RC_ASSERT(hashes.ok());
  RC_ASSERT(hashes->front() == server.log.levels()[level][index]);
}

TEST(TileHashReader, AsksForTheEdgeAndThePathOnly) {
  TileServer server(kSize);
  const HashCoordinate at{0, 300};
  ASSERT_TRUE(server.Reader(kSize).ReadHashes({&at, 1}).ok());
  const std::vector<TileCoordinate> expected = {
      {2, 0, 1}, {1, 1, 17}, {0, 273, 112}, {1, 0, 256}, {0, 1, 256}};
  EXPECT_EQ(server.asked, expected);
  EXPECT_EQ(server.verified, expected.size());
}

TEST(TileHashReader, RefusesCoordinatesOutsideTheTree) {
  TileServer server(300);
  for (const HashCoordinate at : {HashCoordinate{0, 300}, {8, 1}, {9, 0}, {64, 0}}) {
    EXPECT_EQ(server.Reader(300).ReadHashes({&at, 1}).status().code(),
              absl::StatusCode::kInvalidArgument);
  }
  EXPECT_TRUE(server.asked.empty());
  EXPECT_TRUE(server.Reader(300).ReadHashes({}).ok());
}

// The bytes of each tile of an answer: none may reach the caller altered. Of the full tile every
// fifth, which touches each of its hashes.
TEST(TileHashReader, EveryAlteredByteIsFound) {
  constexpr std::uint64_t kSmall = 300;
  TileServer server(kSmall);
  const auto reader = server.Reader(kSmall);
  const HashCoordinate at{0, 5};
  ASSERT_TRUE(reader.ReadHashes({&at, 1}).ok());
  const std::vector<TileCoordinate> tiles = server.asked;
  ASSERT_EQ(tiles, (std::vector<TileCoordinate>{{1, 0, 1}, {0, 1, 44}, {0, 0, 256}}));
  server.verified = 0;
  for (std::size_t i = 0; i < tiles.size(); ++i) {
    const std::size_t step = tiles[i].width == kTileWidth ? 5 : 1;
    for (std::size_t byte = 0; byte < tiles[i].width * Hash::kSize; byte += step) {
      server.alter = [&](std::vector<std::string>* bytes) {
        (*bytes)[i][byte] = static_cast<char>((*bytes)[i][byte] ^ (1 << byte % 8));
      };
      ASSERT_EQ(reader.ReadHashes({&at, 1}).status().code(), absl::StatusCode::kDataLoss)
          << TilePath(tiles[i]) << " byte " << byte;
    }
  }
  EXPECT_EQ(server.verified, 0u);
}

TEST(TileHashReader, MissingOrCutTilesAreFound) {
  TileServer server(600);
  const HashCoordinate at{0, 5};
  const std::function<void(std::vector<std::string>*)> kAlterations[] = {
      [](auto* bytes) { bytes->pop_back(); },
      [](auto* bytes) { bytes->clear(); },
      [](auto* bytes) { bytes->push_back(bytes->back()); },
      [](auto* bytes) { bytes->back().clear(); },
      [](auto* bytes) { bytes->back().pop_back(); },
      [](auto* bytes) { bytes->back().resize(bytes->back().size() - 32); },
      [](auto* bytes) { bytes->back() += std::string(32, 'x'); },
      [](auto* bytes) { std::swap(bytes->front(), bytes->back()); },
  };
  for (const auto& alter : kAlterations) {
    server.alter = alter;
    EXPECT_EQ(server.Reader(600).ReadHashes({&at, 1}).status().code(), absl::StatusCode::kDataLoss);
  }
}

// Tiles that are consistent with each other, but of another log.
TEST(TileHashReader, AnotherLogIsFound) {
  TileServer server(600);
  for (int i = 0; i < 10; ++i) server.log.Append(LeafHash("other"));
  const Hash trusted = *TreeHash(610, MemoryLog(610));
  const TileHashReader reader(
      610, trusted,
      [&](std::span<const TileCoordinate> tiles) -> absl::StatusOr<std::vector<std::string>> {
        std::vector<std::string> out;
        for (const auto& tile : tiles) out.push_back(server.BytesOf(tile));
        return out;
      });
  EXPECT_EQ(ProveInclusion(3, 610, reader).status().code(), absl::StatusCode::kDataLoss);
}

TEST(TileHashReader, PassesOnWhatFetchSays) {
  const TileHashReader reader(600, Hash(), [](std::span<const TileCoordinate>) {
    return absl::StatusOr<std::vector<std::string>>(absl::UnavailableError("offline"));
  });
  EXPECT_EQ(TreeHash(600, reader).status().code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace tanji::crypto
