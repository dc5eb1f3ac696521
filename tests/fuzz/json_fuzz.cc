// Canonical JSON is a fixed point.
#include "crypto/json/canonical.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {

void RunOne(std::string_view bytes) {
  const auto canonical = crypto::Canonicalise(bytes);
  if (!canonical) return;
  Require(crypto::IsCanonicalJson(*canonical));
  Require(crypto::Canonicalise(*canonical) == canonical);
}

}  // namespace tanji::fuzz
