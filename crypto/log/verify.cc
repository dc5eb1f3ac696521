#include "crypto/log/verify.h"

#include <bit>

#include "crypto/log/log_tree.h"

namespace tanji::crypto {
namespace {

bool IsOdd(std::uint64_t n) {
  return (n & 1) != 0;
}

}  // namespace

std::string_view ToString(ProofCheck check) {
  switch (check) {
    case ProofCheck::kHolds:
      return "Holds";
    case ProofCheck::kSizeOutOfRange:
      return "SizeOutOfRange";
    case ProofCheck::kIndexOutOfRange:
      return "IndexOutOfRange";
    case ProofCheck::kSizesNotOrdered:
      return "SizesNotOrdered";
    case ProofCheck::kTooShort:
      return "TooShort";
    case ProofCheck::kTooLong:
      return "TooLong";
    case ProofCheck::kWrongRoot:
      return "WrongRoot";
    case ProofCheck::kWrongOldRoot:
      return "WrongOldRoot";
  }
  return "Unknown";
}

// The numbers in the comments are the steps of RFC 9162 section 2.1.3.2.
ProofCheck VerifyInclusion(const Hash& leaf_hash, std::uint64_t index, std::uint64_t size,
                           std::span<const Hash> proof, const Hash& root) {
  if (size == 0 || size > kMaxTreeSize) return ProofCheck::kSizeOutOfRange;
  if (index >= size) return ProofCheck::kIndexOutOfRange;  // 1
  std::uint64_t fn = index;                                // 2
  std::uint64_t sn = size - 1;
  Hash r = leaf_hash;                          // 3
  for (const Hash& p : proof) {                // 4
    if (sn == 0) return ProofCheck::kTooLong;  // 4a
    if (IsOdd(fn) || fn == sn) {               // 4b
      r = NodeHash(p, r);
      // The right edge skips the levels at which it has no sibling.
      while (!IsOdd(fn) && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      r = NodeHash(r, p);
    }
    fn >>= 1;  // 4c
    sn >>= 1;
  }
  if (sn != 0) return ProofCheck::kTooShort;  // 5
  return r == root ? ProofCheck::kHolds : ProofCheck::kWrongRoot;
}

// The numbers in the comments are the steps of RFC 9162 section 2.1.4.2.
ProofCheck VerifyConsistency(std::uint64_t old_size, const Hash& old_root, std::uint64_t size,
                             const Hash& root, std::span<const Hash> proof) {
  if (old_size == 0 || size > kMaxTreeSize) return ProofCheck::kSizeOutOfRange;
  if (old_size > size) return ProofCheck::kSizesNotOrdered;
  if (old_size == size) {  // the RFC leaves this case to the caller
    if (!proof.empty()) return ProofCheck::kTooLong;
    return old_root == root ? ProofCheck::kHolds : ProofCheck::kWrongRoot;
  }
  if (proof.empty()) return ProofCheck::kTooShort;  // 1
  // 2: if the old size is a power of two, the old root itself is the first hash of the path.
  Hash fr = old_root;
  if (!std::has_single_bit(old_size)) {
    fr = proof.front();
    proof = proof.subspan(1);
  }
  Hash sr = fr;                     // 5
  std::uint64_t fn = old_size - 1;  // 3
  std::uint64_t sn = size - 1;
  while (IsOdd(fn)) {  // 4
    fn >>= 1;
    sn >>= 1;
  }
  for (const Hash& c : proof) {                // 6
    if (sn == 0) return ProofCheck::kTooLong;  // 6a
    if (IsOdd(fn) || fn == sn) {               // 6b
      fr = NodeHash(c, fr);
      sr = NodeHash(c, sr);
      while (!IsOdd(fn) && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = NodeHash(sr, c);
    }
    fn >>= 1;  // 6c
    sn >>= 1;
  }
  if (sn != 0) return ProofCheck::kTooShort;  // 7
  if (fr != old_root) return ProofCheck::kWrongOldRoot;
  return sr == root ? ProofCheck::kHolds : ProofCheck::kWrongRoot;
}

}  // namespace tanji::crypto
