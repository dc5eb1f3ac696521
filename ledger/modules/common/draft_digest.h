// The digest by which whoever closes a draft names what it holds: d0 = 32 zero bytes, and for each
// record in order d <- SHA-256(d || SHA-256(record)). Adding a record costs one step, and nothing
// of the draft is read again; the order of the records is that of their keys.
#pragma once

#include <string>
#include <string_view>

#include "crypto/hash/hash.h"

namespace tanji::ledger {

class DraftDigest {
 public:
  DraftDigest() = default;
  // Goes on from a stored digest of 32 bytes (asserted).
  explicit DraftDigest(std::string_view stored)
      : digest_(crypto::Hash::FromBytes(stored).value()) {}

  void Add(std::string_view record) {
    digest_ = crypto::Sha256(digest_.str() + crypto::Sha256(record).str());
  }
  std::string str() const { return digest_.str(); }

 private:
  crypto::Hash digest_;
};

}  // namespace tanji::ledger
