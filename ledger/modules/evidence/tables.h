// Which record of evidence lies under which key.
#pragma once

#include "crypto/hash/hash.h"
#include "ledger/state/table.h"
#include "tanji/v1/evidence.pb.h"

namespace tanji::ledger {

// By SHA-256 of the content.
inline constexpr Table<v1::Document, crypto::Hash> kDocuments{KeySpace::kDocument};

}  // namespace tanji::ledger
