#include "crypto/tree/batch_reader.h"

#include "crypto/tree/format.h"

namespace tanji::crypto::internal {
namespace {

using namespace std::string_view_literals;

// Tags: field number << 3 | wire type 2 (length-delimited).
constexpr char kCompressed = 0x22;  // CommitmentProof
constexpr char kEntries = 0x0a;     // CompressedBatchProof
constexpr char kLookup = 0x12;
constexpr char kExist = 0x0a;  // CompressedBatchEntry
constexpr char kNonexist = 0x12;
constexpr char kKey = 0x0a;    // both kinds of proof
constexpr char kValue = 0x12;  // CompressedExistenceProof
constexpr char kLeaf = 0x1a;
constexpr char kPath = 0x22;
constexpr char kLeft = 0x12;  // CompressedNonExistenceProof
constexpr char kRight = 0x1a;

constexpr auto kLeafOp = "\x08\x01\x10\x01\x18\x01\x2a\x0dJMT::LeafNode"sv;
constexpr auto kInnerOpChildLeft = "\x08\x01\x12\x10JMT::IntrnalNode\x1a\x20"sv;
constexpr auto kInnerOpChildRight = "\x08\x01\x12\x30JMT::IntrnalNode"sv;

using Fault = std::optional<ProofFault>;

// Takes bytes from the front of what is left.
class Cursor {
 public:
  explicit Cursor(std::string_view rest) : rest_(rest) {}

  bool done() const { return rest_.empty(); }
  bool At(char tag) const { return !rest_.empty() && rest_.front() == tag; }

  // A minimal varint below 2^31: all that a length or an index in a proof can be.
  bool TakeVarint(std::uint32_t* value) {
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < rest_.size() && i < 5; ++i) {
      const auto byte = static_cast<std::uint8_t>(rest_[i]);
      sum |= static_cast<std::uint64_t>(byte & 0x7f) << (7 * i);
      if (byte & 0x80) continue;
      if ((byte == 0 && i > 0) || sum > 0x7fffffff) return false;
      rest_.remove_prefix(i + 1);
      *value = static_cast<std::uint32_t>(sum);
      return true;
    }
    return false;
  }

  bool TakeField(char tag, std::string_view* content) {
    if (!At(tag)) return false;
    rest_.remove_prefix(1);
    std::uint32_t size = 0;
    if (!TakeVarint(&size) || size > rest_.size()) return false;
    *content = rest_.substr(0, size);
    rest_.remove_prefix(size);
    return true;
  }

 private:
  std::string_view rest_;
};

// Proto3 does not write an empty `bytes` field, so the empty key is a missing one.
Fault TakeBytes(Cursor& cursor, char tag, ProofFault if_empty, std::string_view* content) {
  if (!cursor.At(tag)) return if_empty;
  if (!cursor.TakeField(tag, content) || content->empty()) return ProofFault::kMalformed;
  return std::nullopt;
}

Fault TakePath(Cursor& cursor, std::vector<std::uint32_t>* path) {
  if (cursor.done()) return std::nullopt;  // the only leaf of its tree
  std::string_view packed;
  if (!cursor.TakeField(kPath, &packed) || packed.empty()) return ProofFault::kMalformed;
  for (Cursor indexes(packed); !indexes.done();) {
    if (path->size() == kMaxProofDepth) return ProofFault::kTooDeep;
    if (!indexes.TakeVarint(&path->emplace_back())) return ProofFault::kMalformed;
  }
  return std::nullopt;
}

Fault ReadExistence(std::string_view bytes, ExistenceView* out) {
  Cursor cursor(bytes);
  if (auto fault = TakeBytes(cursor, kKey, ProofFault::kEmptyKey, &out->key)) return fault;
  if (auto fault = TakeBytes(cursor, kValue, ProofFault::kEmptyValue, &out->value)) return fault;
  std::string_view leaf;
  if (!cursor.TakeField(kLeaf, &leaf)) return ProofFault::kMalformed;
  if (leaf != kLeafOp) return ProofFault::kLeafOp;
  if (auto fault = TakePath(cursor, &out->path)) return fault;
  return cursor.done() ? Fault() : ProofFault::kMalformed;
}

Fault TakeNeighbour(Cursor& cursor, char tag, std::optional<ExistenceView>* out) {
  if (!cursor.At(tag)) return std::nullopt;
  std::string_view bytes;
  if (!cursor.TakeField(tag, &bytes)) return ProofFault::kMalformed;
  return ReadExistence(bytes, &out->emplace());
}

Fault ReadAbsence(std::string_view bytes, EntryView* out) {
  Cursor cursor(bytes);
  if (auto fault = TakeBytes(cursor, kKey, ProofFault::kEmptyKey, &out->key)) return fault;
  if (auto fault = TakeNeighbour(cursor, kLeft, &out->left)) return fault;
  if (auto fault = TakeNeighbour(cursor, kRight, &out->right)) return fault;
  if (!cursor.done()) return ProofFault::kMalformed;
  return out->left || out->right ? Fault() : ProofFault::kNoNeighbour;
}

Fault ReadEntry(std::string_view bytes, EntryView* out) {
  Cursor cursor(bytes);
  std::string_view proof;
  if (cursor.At(kExist)) {
    if (!cursor.TakeField(kExist, &proof) || !cursor.done()) return ProofFault::kMalformed;
    const auto fault = ReadExistence(proof, &out->exists.emplace());
    out->key = out->exists->key;
    return fault;
  }
  if (!cursor.TakeField(kNonexist, &proof) || !cursor.done()) return ProofFault::kMalformed;
  return ReadAbsence(proof, out);
}

Fault ReadInner(std::string_view bytes, InnerView* out) {
  out->bytes = bytes;
  for (const auto shape : {kInnerOpChildLeft, kInnerOpChildRight}) {
    if (bytes.size() != shape.size() + Hash::kSize || !bytes.starts_with(shape)) continue;
    out->child_on_right = shape == kInnerOpChildRight;
    out->sibling = bytes.substr(shape.size());
    return std::nullopt;
  }
  return ProofFault::kInnerOp;
}

Fault ReadAll(std::string_view bytes, BatchView* out) {
  if (bytes.size() > kMaxBatchBytes) return ProofFault::kTooLarge;
  Cursor outer(bytes);
  std::string_view batch;
  if (!outer.TakeField(kCompressed, &batch) || !outer.done()) return ProofFault::kMalformed;

  Cursor cursor(batch);
  std::string_view field;
  while (cursor.At(kEntries)) {
    if (!cursor.TakeField(kEntries, &field)) return ProofFault::kMalformed;
    if (out->entries.size() == kMaxBatchEntries) return ProofFault::kTooManyEntries;
    if (auto fault = ReadEntry(field, &out->entries.emplace_back())) return fault;
  }
  while (cursor.At(kLookup)) {
    if (!cursor.TakeField(kLookup, &field)) return ProofFault::kMalformed;
    if (auto fault = ReadInner(field, &out->lookup.emplace_back())) return fault;
  }
  if (!cursor.done()) return ProofFault::kMalformed;
  return out->entries.empty() ? ProofFault::kNoEntries : Fault();
}

}  // namespace

std::variant<BatchView, ProofFault> ReadBatch(std::string_view bytes) {
  BatchView batch;
  if (const auto fault = ReadAll(bytes, &batch)) return *fault;
  return batch;
}

}  // namespace tanji::crypto::internal
