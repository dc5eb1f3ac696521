// No bytes that the fuzzer makes verify: it has no key of the policy.
#include "ledger/answers/bundle.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {
namespace {

// The key of the checked vector in tests/vectors/note; the fuzzer cannot sign with it.
constexpr std::string_view kPolicy =
    "log ledger.example/baoting+94647a21+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\n"
    "quorum none\n";

}  // namespace

void RunOne(std::string_view bytes) {
  ledger::VerifiedBundle out;
  Require(!ledger::VerifyBundle(bytes, kPolicy, {}, out).ok());
}

}  // namespace tanji::fuzz
