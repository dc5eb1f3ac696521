#include "ledger/storage/chunks.h"

#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

#include "crypto/hash/hex.h"

namespace tanji::ledger {
namespace {

using crypto::ToHex;

crypto::Hash HashOf(std::uint64_t n) {
  return crypto::Sha256(EncodeU64(n));
}

// The layout on disk: frozen.
TEST(Chunks, KeysAreTileAndOffset) {
  EXPECT_EQ(ToHex(EncodeU64(0x0102030405060708)), "0102030405060708");
  EXPECT_EQ(ToHex(EntryChunkKey(0)), "00000000000000000000");
  EXPECT_EQ(ToHex(EntryChunkKey(0x1234567)), "00000000000123450067");
  EXPECT_EQ(ToHex(EntryChunkKey(~0ull)), "00ffffffffffffff00ff");
  EXPECT_EQ(ToHex(HashChunkKey(2, 0x1ff)), "02000000000000000100ff");
}

TEST(Chunks, EntriesHaveTheirLengthBeforeThem) {
  const std::vector<std::string> entries = {"ab", "", "c"};
  const auto chunks = EncodeEntryChunks(255, entries);
  ASSERT_EQ(chunks.size(), 2u);
  EXPECT_EQ(ToHex(chunks[0].key), "000000000000000000ff");
  EXPECT_EQ(ToHex(chunks[0].value), "00026162");
  EXPECT_EQ(ToHex(chunks[1].key), "00000000000000010000");
  EXPECT_EQ(ToHex(chunks[1].value), "0000000163");
}

TEST(Chunks, TheLongestEntryFits) {
  const std::vector<std::string> entries = {std::string(65'535, 'x')};
  const auto chunks = EncodeEntryChunks(7, entries);
  ASSERT_EQ(chunks.size(), 1u);
  EXPECT_EQ(DecodeEntryChunk(7, chunks[0].value)->at(0), entries[0]);
  EXPECT_DEATH(EncodeEntryChunks(7, std::vector{std::string(65'536, 'x')}), "kMaxEntryBytes");
}

TEST(Chunks, HashesAreCutAtTilesLevelsAndGaps) {
  const std::vector<BlockWrite::SubtreeHash> hashes = {
      {0, 254, HashOf(1)}, {0, 255, HashOf(2)}, {0, 256, HashOf(3)},
      {0, 258, HashOf(4)}, {1, 0, HashOf(5)},   {1, 1, HashOf(6)},
  };
  const auto chunks = EncodeHashChunks(hashes);
  ASSERT_EQ(chunks.size(), 4u);
  EXPECT_EQ(chunks[0], (Chunk{HashChunkKey(0, 254), HashOf(1).str() + HashOf(2).str()}));
  EXPECT_EQ(chunks[1], (Chunk{HashChunkKey(0, 256), HashOf(3).str()}));
  EXPECT_EQ(chunks[2], (Chunk{HashChunkKey(0, 258), HashOf(4).str()}));
  EXPECT_EQ(chunks[3], (Chunk{HashChunkKey(1, 0), HashOf(5).str() + HashOf(6).str()}));
}

TEST(Chunks, HashesOutOfOrderAreOurOwnMistake) {
  EXPECT_DEATH(EncodeHashChunks(std::vector<BlockWrite::SubtreeHash>{{0, 1, {}}, {0, 1, {}}}),
               "index");
  EXPECT_DEATH(EncodeHashChunks(std::vector<BlockWrite::SubtreeHash>{{1, 0, {}}, {0, 1, {}}}),
               "level");
}

TEST(Chunks, MalformedBytesAreRefused) {
  EXPECT_FALSE(DecodeU64("1234567"));
  EXPECT_FALSE(DecodeU64("123456789"));
  EXPECT_FALSE(ParseEntryChunkKey(std::string(9, '\0')));
  EXPECT_FALSE(ParseEntryChunkKey(std::string(11, '\0')));
  EXPECT_FALSE(ParseEntryChunkKey(std::string("\0\0\0\0\0\0\0\0\1\0", 10))) << "offset 256";
  EXPECT_FALSE(ParseEntryChunkKey(std::string("\1\0\0\0\0\0\0\0\0\0", 10))) << "tile 2^56";
  EXPECT_FALSE(ParseHashChunkKey(std::string(10, '\0')));
  EXPECT_FALSE(DecodeEntryChunk(0, ""));
  EXPECT_FALSE(DecodeEntryChunk(0, std::string("\0", 1)));
  EXPECT_FALSE(DecodeEntryChunk(0, std::string("\0\2a", 3)));
  EXPECT_FALSE(DecodeEntryChunk(255, std::string(4, '\0'))) << "beyond the tile";
  EXPECT_FALSE(DecodeHashChunk(0, ""));
  EXPECT_FALSE(DecodeHashChunk(0, std::string(33, 'h')));
  EXPECT_FALSE(DecodeHashChunk(255, std::string(64, 'h'))) << "beyond the tile";
}

RC_GTEST_PROP(Chunks, KeyOrderIsNumericOrder, (std::uint64_t a, std::uint64_t b)) {
  RC_ASSERT((EntryChunkKey(a) < EntryChunkKey(b)) == (a < b));
  RC_ASSERT((EncodeU64(a) < EncodeU64(b)) == (a < b));
  RC_ASSERT(ParseEntryChunkKey(EntryChunkKey(a)) == a);
  RC_ASSERT(DecodeU64(EncodeU64(a)) == a);
  const auto level = *rc::gen::arbitrary<std::uint8_t>();
  RC_ASSERT(ParseHashChunkKey(HashChunkKey(level, a)) == (HashChunkStart{level, a}));
}

RC_GTEST_PROP(Chunks, EntriesComeBack, (std::uint32_t first)) {
  const auto entries = *rc::gen::resize(400, rc::gen::arbitrary<std::vector<std::string>>());
  std::vector<std::string> read;
  for (const auto& [key, value] : EncodeEntryChunks(first, entries)) {
    const auto start = ParseEntryChunkKey(key);
    RC_ASSERT(start == first + read.size());
    const auto views = DecodeEntryChunk(*start, value);
    RC_ASSERT(views.has_value());
    RC_ASSERT(*start / 256 == (*start + views->size() - 1) / 256);
    read.insert(read.end(), views->begin(), views->end());
  }
  RC_ASSERT(read == entries);
}

RC_GTEST_PROP(Chunks, HashesComeBack, (std::uint32_t first)) {
  const auto count = *rc::gen::inRange<std::uint64_t>(0, 700);
  std::vector<BlockWrite::SubtreeHash> hashes;
  for (std::uint64_t i = 0; i < count; ++i) hashes.push_back({3, first + i, HashOf(i)});
  std::uint64_t read = 0;
  for (const auto& [key, value] : EncodeHashChunks(hashes)) {
    const auto start = ParseHashChunkKey(key);
    RC_ASSERT(start == (HashChunkStart{3, first + read}));
    const auto decoded = DecodeHashChunk(start->first_index, value);
    RC_ASSERT(decoded.has_value());
    for (const auto& hash : *decoded) RC_ASSERT(hash == HashOf(read++));
  }
  RC_ASSERT(read == count);
}

}  // namespace
}  // namespace tanji::ledger
