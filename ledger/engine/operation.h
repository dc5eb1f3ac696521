// One row per operation: what it is called, which permission it needs, and its three functions.
//
//   Check(message, flags)                 shape and bounds; no state; any thread
//   Authorise(message, context, reader)   who may, do the referents exist, are they in force
//   Apply(message, context, writer)       the only one that writes; runs after Authorise was OK
#pragma once

#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::ledger {

struct OperationRow {
  v1::Operation::KindCase kind;
  // Name of the arm, such as `register_document`.
  std::string_view name;
  v1::Permission permission;
  // The flag that brought it.
  v1::FeatureFlag since;

  Outcome (*check)(const v1::Operation&, const Flags&);
  Outcome (*authorise)(const v1::Operation&, const OperationContext&, const StateReader&);
  Outcome (*apply)(const v1::Operation&, const OperationContext&, StateWriter&);
};

// Binds the typed functions of an operation to a row:
//   MakeRow<&v1::Operation::add_key, CheckAddKey, AuthoriseAddKey, ApplyAddKey>(
//       v1::Operation::kAddKey, "add_key", v1::PERMISSION_MANAGE_KEYS, v1::FEATURE_FLAG_FOUNDATION)
// Apply returns an Outcome for what can only be found out while computing (an overflow, say).
template <auto Arm, auto Check, auto Authorise, auto Apply>
constexpr OperationRow MakeRow(v1::Operation::KindCase kind, std::string_view name,
                               v1::Permission permission, v1::FeatureFlag since) {
  return OperationRow{
      kind,
      name,
      permission,
      since,
      [](const v1::Operation& op, const Flags& flags) { return Check((op.*Arm)(), flags); },
      [](const v1::Operation& op, const OperationContext& context, const StateReader& reader) {
        return Authorise((op.*Arm)(), context, reader);
      },
      [](const v1::Operation& op, const OperationContext& context, StateWriter& writer) {
        return Apply((op.*Arm)(), context, writer);
      }};
}

}  // namespace tanji::ledger
