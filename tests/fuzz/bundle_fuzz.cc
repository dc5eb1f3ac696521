// No bytes that the fuzzer makes verify: it has no key of the policy.
#include "ledger/answers/bundle.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {
namespace {

// Keys of seeds that the fuzzer does not know; made once by the quick start's own commands.
constexpr std::string_view kPolicy =
    "log ledger.example/test+94a0ba9c+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4\n"
    "quorum none\n";

}  // namespace

void RunOne(std::string_view bytes) {
  ledger::VerifiedBundle out;
  Require(!ledger::VerifyBundle(bytes, kPolicy, {}, out).ok());
}

}  // namespace tanji::fuzz
