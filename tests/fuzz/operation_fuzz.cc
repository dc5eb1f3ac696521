// The `Check` of one operation, over every message of its type. The operation is named by the
// environment variable TANJI_FUZZ_OPERATION, such as `add_key`; `deploy/fuzz.sh` runs them all.
#include <google/protobuf/descriptor.h>

#include <cstdio>
#include <cstdlib>

#include "crypto/wire/strict_check.h"
#include "ledger/base/outcome_text.h"
#include "ledger/engine/registry.h"
#include "ledger/modules/all.h"
#include "tests/fuzz/fuzz.h"

namespace tanji::fuzz {
namespace {

// The row that the environment names; without a name, all names are printed.
const ledger::OperationRow& Row() {
  static const ledger::OperationRow* const row = [] {
    const char* wanted = std::getenv("TANJI_FUZZ_OPERATION");
    for (const auto* module : ledger::AllModules()) {
      for (const auto& candidate : module->operations) {
        if (wanted == nullptr) {
          std::printf("%s\n", std::string(candidate.name).c_str());
        } else if (candidate.name == wanted) {
          return &candidate;
        }
      }
    }
    // std::exit would be reported as a crash of the target, with the names unprinted.
    std::fflush(stdout);
    std::_Exit(wanted == nullptr ? 0 : 2);
  }();
  return *row;
}

}  // namespace

void RunOne(std::string_view bytes) {
  static const ledger::Flags flags({v1::FEATURE_FLAG_FOUNDATION});
  const auto* field = v1::Operation::descriptor()->FindFieldByNumber(static_cast<int>(Row().kind));
  if (crypto::CheckStrict(bytes, field->message_type())) return;
  v1::Operation operation;
  auto* message = v1::Operation::GetReflection()->MutableMessage(&operation, field);
  Require(message->ParseFromArray(bytes.data(), static_cast<int>(bytes.size())));
  const auto outcome = Row().check(operation, flags);
  // Whatever is refused can be said in both languages.
  for (const auto language : {ledger::Language::kZh, ledger::Language::kEn}) {
    Require(!ledger::Render(outcome, language).empty());
  }
}

}  // namespace tanji::fuzz
