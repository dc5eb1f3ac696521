#include "client/sdk/precheck.h"

#include <set>

#include "ledger/engine/flags.h"
#include "ledger/modules/all.h"

namespace tanji::client {
namespace {

ledger::Flags EveryFlag() {
  std::set<v1::FeatureFlag> flags;
  const auto& type = *v1::FeatureFlag_descriptor();
  for (int i = 0; i < type.value_count(); ++i) {
    if (type.value(i)->number() == v1::FEATURE_FLAG_UNSPECIFIED) continue;
    flags.insert(static_cast<v1::FeatureFlag>(type.value(i)->number()));
  }
  return ledger::Flags(std::move(flags));
}

ledger::Outcome Check(const v1::Operation& operation, const ledger::Flags& flags) {
  for (const auto* const module : ledger::AllModules()) {
    for (const auto& row : module->operations) {
      if (row.kind == operation.kind_case()) return row.check(operation, flags);
    }
  }
  return ledger::Refuse(v1::CODE_FIELD_MISSING, {{"field", "kind"}});
}

}  // namespace

Done CheckForm(const v1::TransactionBody& body) {
  const ledger::Flags flags = EveryFlag();
  for (const auto& operation : body.operations()) {
    const ledger::Outcome outcome = Check(operation, flags);
    if (!outcome.ok()) return Error(ErrorKind::kUsage, outcome.code(), outcome.detail());
  }
  return {};
}

}  // namespace tanji::client
