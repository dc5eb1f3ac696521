// Numbers as people read them. Whoever needs every digit finds it beside them, and in JSON.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace tanji::client::cli {

// A decimal of the ledger to three significant digits, half to even: "0.0459", "1.08", "1291".
// What is no decimal is shown as it is.
std::string ThreeDigits(std::string_view decimal);

// Two decimals side by side: to three significant digits or as many more as it takes for neither to
// be rounded to the other's side, so that what is below a limit also reads as below it.
struct ShortPair {
  std::string value, limit;
};
ShortPair ShortenTogether(std::string_view value, std::string_view limit);

// A share in 1/10000: "24.15 %".
std::string Percent(std::int64_t share);

}  // namespace tanji::client::cli
