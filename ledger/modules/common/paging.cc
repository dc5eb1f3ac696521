#include "ledger/modules/common/paging.h"

#include "crypto/hash/hex.h"
#include "ledger/state/key.h"

namespace tanji::ledger {

Outcome ReadPage(const StateScan& scan, KeySpace space, std::uint32_t size, std::string_view token,
                 Page& out) {
  return ReadPageUnder(scan, MakeKey(space), size, token, out);
}

Outcome ReadPageUnder(const StateScan& scan, std::string_view prefix, std::uint32_t size,
                      std::string_view token, Page& out) {
  if (size > kMaxPageSize) {
    return Refuse(v1::CODE_PAGE_SIZE_OUT_OF_RANGE,
                  {{"value", std::to_string(size)}, {"limit", std::to_string(kMaxPageSize)}});
  }
  const std::size_t rows = size == 0 ? kDefaultPageSize : size;
  std::string first(prefix);
  if (!token.empty()) {
    const auto last = crypto::FromHex(token);
    if (!last || !last->starts_with(prefix)) return Refuse(v1::CODE_PAGE_TOKEN_MALFORMED);
    // The least key after the last one.
    first = *last + '\0';
  }
  out = Page();
  bool has_more = false;
  scan(first, [&](std::string_view key, std::string_view record) {
    if (!key.starts_with(prefix)) return false;
    if (out.rows.size() == rows) {
      has_more = true;
      return false;
    }
    out.rows.emplace_back(key, record);
    return true;
  });
  if (has_more) out.next_token = crypto::ToHex(out.rows.back().first);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
