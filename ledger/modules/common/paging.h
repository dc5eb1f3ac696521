// Pages of a list (AIP-158): the records of one table in key order. A page token is the last key
// of the page before it, in hex; what it means is nobody's business but ours.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ledger/base/outcome.h"
#include "ledger/state/key_space.h"

namespace tanji::ledger {

// Calls `visit` for each record from key `first` on, in key order, while it returns true. Throws
// StorageFailure and nothing else.
using StateVisit = std::function<bool(std::string_view key, std::string_view record)>;
using StateScan = std::function<void(std::string_view first, const StateVisit& visit)>;

inline constexpr std::uint32_t kDefaultPageSize = 100;
inline constexpr std::uint32_t kMaxPageSize = 1000;

struct Page {
  // Key and record bytes.
  std::vector<std::pair<std::string, std::string>> rows;
  // Empty on the last page.
  std::string next_token;
};

// The page of table `space` after `token` (empty: the first), of `size` rows (0: the default).
// CODE_PAGE_SIZE_OUT_OF_RANGE, CODE_PAGE_TOKEN_MALFORMED.
Outcome ReadPage(const StateScan& scan, KeySpace space, std::uint32_t size, std::string_view token,
                 Page& out);
// Likewise of the records whose keys begin with `prefix`: those of one parent.
Outcome ReadPageUnder(const StateScan& scan, std::string_view prefix, std::uint32_t size,
                      std::string_view token, Page& out);

}  // namespace tanji::ledger
