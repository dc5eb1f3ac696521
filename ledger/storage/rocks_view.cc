#include "ledger/storage/rocks_view.h"

#include <fmt/format.h>

#include <algorithm>

#include "crypto/hash/hex.h"
#include "ledger/storage/block_write.h"
#include "ledger/storage/chunks.h"
#include "ledger/storage/status.h"

namespace tanji::ledger {
namespace {

// An answer is copied out of at most so many records at first; the rest grows.
constexpr std::uint64_t kMaxReserved = 4096;

std::string_view View(const rocksdb::Slice& slice) {
  return {slice.data(), slice.size()};
}

absl::Status Malformed(Family family, std::string_view key, std::string_view what) {
  return absl::DataLossError(fmt::format("{}: record {}: {}",
                                         kFamilyNames[static_cast<std::size_t>(family)],
                                         crypto::ToHex(key), what));
}

}  // namespace

RocksView::RocksView(rocksdb::DB& db, const FamilyHandles& families, Moment moment)
    : db_(&db), families_(&families) {
  if (moment == Moment::kSnapshot) snapshot_ = std::make_unique<rocksdb::ManagedSnapshot>(db_);
}

rocksdb::ReadOptions RocksView::Options() const {
  rocksdb::ReadOptions options;
  if (snapshot_ != nullptr) options.snapshot = snapshot_->snapshot();
  return options;
}

absl::StatusOr<std::optional<std::string>> RocksView::ReadValue(Family family,
                                                                std::string_view key) const {
  rocksdb::PinnableSlice value;
  const auto status = db_->Get(Options(), (*families_)[family], rocksdb::Slice(key), &value);
  if (status.IsNotFound()) return std::optional<std::string>();
  if (!status.ok()) {
    return ToAbslStatus(status,
                        fmt::format("reading {}", kFamilyNames[static_cast<std::size_t>(family)]));
  }
  return std::optional<std::string>(std::in_place, value.data(), value.size());
}

std::optional<std::string> RocksView::Get(std::string_view key) const {
  auto value = ReadValue(Family::kState, key);
  if (!value.ok()) throw StorageFailure(std::string(value.status().message()));
  return *std::move(value);
}

absl::Status RocksView::ScanState(
    std::string_view first,
    const std::function<bool(std::string_view key, std::string_view record)>& visit) const {
  auto options = Options();
  // A scan reads everything once; it must not push out what look-ups keep in the cache.
  options.fill_cache = false;
  const std::unique_ptr<rocksdb::Iterator> it(
      db_->NewIterator(options, (*families_)[Family::kState]));
  for (it->Seek(rocksdb::Slice(first)); it->Valid(); it->Next()) {
    if (!visit(View(it->key()), View(it->value()))) break;
  }
  return ToAbslStatus(it->status(), "scanning state");
}

absl::StatusOr<std::vector<std::string>> RocksView::ReadEntries(std::uint64_t first_index,
                                                                std::uint64_t count) const {
  std::vector<std::string> entries;
  if (count == 0) return entries;
  entries.reserve(std::min(count, kMaxReserved));
  const std::unique_ptr<rocksdb::Iterator> it(
      db_->NewIterator(Options(), (*families_)[Family::kEntries]));
  // The chunk that holds an index is the last one that begins at or before it.
  it->SeekForPrev(EntryChunkKey(first_index));
  if (!it->Valid() && it->status().ok()) {
    it->SeekToFirst();
    if (it->Valid()) return Malformed(Family::kEntries, View(it->key()), "earlier entries lost");
  }
  // Set once a chunk was read: where the next one has to begin.
  std::optional<std::uint64_t> expected;
  for (; it->Valid() && entries.size() < count; it->Next()) {
    const auto start = ParseEntryChunkKey(View(it->key()));
    const auto chunk = start ? DecodeEntryChunk(*start, View(it->value())) : std::nullopt;
    if (!chunk) return Malformed(Family::kEntries, View(it->key()), "not a chunk of entries");
    if (expected && *start != *expected) {
      return Malformed(Family::kEntries, View(it->key()), "does not follow the record before it");
    }
    expected = *start + chunk->size();
    for (std::uint64_t i = std::max(first_index, *start) - *start;
         i < chunk->size() && entries.size() < count; ++i) {
      entries.emplace_back((*chunk)[i]);
    }
  }
  if (!it->status().ok()) return ToAbslStatus(it->status(), "reading entries");
  return entries;
}

absl::StatusOr<std::vector<crypto::Hash>> RocksView::ReadHashes(std::uint8_t level,
                                                                std::uint64_t first_index,
                                                                std::uint64_t count) const {
  std::vector<crypto::Hash> hashes;
  if (count == 0) return hashes;
  hashes.reserve(std::min(count, kMaxReserved));
  const std::unique_ptr<rocksdb::Iterator> it(
      db_->NewIterator(Options(), (*families_)[Family::kHashes]));
  for (it->SeekForPrev(HashChunkKey(level, first_index)); it->Valid() && hashes.size() < count;
       it->Next()) {
    const auto start = ParseHashChunkKey(View(it->key()));
    const auto chunk =
        start ? DecodeHashChunk(start->first_index, View(it->value())) : std::nullopt;
    if (!chunk) return Malformed(Family::kHashes, View(it->key()), "not a chunk of hashes");
    const std::uint64_t wanted = first_index + hashes.size();
    // Another level, or a gap: what is wanted is not there.
    if (start->level != level || start->first_index > wanted ||
        start->first_index + chunk->size() <= wanted) {
      break;
    }
    for (std::uint64_t i = wanted - start->first_index; i < chunk->size() && hashes.size() < count;
         ++i) {
      hashes.push_back((*chunk)[i]);
    }
  }
  if (!it->status().ok()) return ToAbslStatus(it->status(), "reading hashes");
  if (hashes.size() < count) {
    return absl::NotFoundError(
        fmt::format("hashes: no hash {} of level {}", first_index + hashes.size(), level));
  }
  return hashes;
}

absl::StatusOr<std::optional<std::uint64_t>> RocksView::FindId(const crypto::Hash& id) const {
  const auto value = ReadValue(Family::kIds, id.view());
  if (!value.ok()) return value.status();
  if (!*value) return std::optional<std::uint64_t>();
  const auto index = DecodeU64(**value);
  if (!index) return Malformed(Family::kIds, id.view(), "not a log index");
  return index;
}

absl::StatusOr<std::optional<std::string>> RocksView::ReadDetail(std::uint64_t index) const {
  return ReadValue(Family::kDetails, EncodeU64(index));
}

absl::StatusOr<std::optional<std::string>> RocksView::ReadTip() const {
  return ReadMeta(kTipKey);
}

absl::StatusOr<std::optional<std::string>> RocksView::ReadMeta(std::string_view key) const {
  return ReadValue(Family::kMeta, key);
}

absl::StatusOr<std::uint64_t> RocksView::EndOfEntries() const {
  const std::unique_ptr<rocksdb::Iterator> it(
      db_->NewIterator(Options(), (*families_)[Family::kEntries]));
  it->SeekToLast();
  if (!it->status().ok()) return ToAbslStatus(it->status(), "reading the last entries");
  if (!it->Valid()) return 0;
  const auto start = ParseEntryChunkKey(View(it->key()));
  const auto chunk = start ? DecodeEntryChunk(*start, View(it->value())) : std::nullopt;
  if (!chunk) return Malformed(Family::kEntries, View(it->key()), "not a chunk of entries");
  return *start + chunk->size();
}

}  // namespace tanji::ledger
