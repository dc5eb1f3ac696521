// The footprint of an operation, which must be its author's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ledger/base/id.h"
#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/footprints.pb.h"

namespace tanji::ledger {

struct OwnFootprint {
  Id id;
  std::string name;
  v1::Footprint record;
  v1::FootprintProgress progress;
};

// A footprint by name, or by the earlier operation of the same transaction that creates it: how
// AddLines (`field` "footprint") and DeclareFootprint name theirs. Shape only.
struct FootprintReference {
  bool by_operation = false;
  std::string name;
  std::uint32_t operation = 0;
};
template <class Message>
FootprintReference ReferenceOf(const Message& message) {
  return {message.has_footprint_operation(), message.footprint(), message.footprint_operation()};
}
// CODE_FIELD_MISSING, CODE_NAME_MALFORMED.
Outcome CheckReference(const FootprintReference& reference);
// `footprints/{uuid}`. CODE_OPERATION_REFERENCE unless the operation is an earlier CreateFootprint.
Outcome Resolve(const FootprintReference& reference, const OperationContext& context,
                std::string& name);

// The footprint `name`, well-formed, of `field`, of the author, into `out`: CODE_NOT_FOUND,
// CODE_NOT_ENTITLED.
Outcome FindOwnFootprint(const OperationContext& context, const StateReader& reader,
                         std::string_view field, const std::string& name, OwnFootprint& out);
// The author's draft that `reference` names: also CODE_DRAFT_CLOSED.
Outcome FindOwnDraft(const OperationContext& context, const StateReader& reader,
                     const FootprintReference& reference, OwnFootprint& out);
// For Apply, which comes after FindOwnDraft.
Id ResolvedId(const FootprintReference& reference, const OperationContext& context);

// CODE_FOOTPRINT_IS_DRAFT.
Outcome RequireDeclared(const v1::FootprintProgress& progress, std::string_view field,
                        const std::string& name);

// The lines of a draft, in the order in which they were added.
std::vector<v1::InventoryLine> ReadLines(const StateReader& reader, const Id& id,
                                         const v1::FootprintProgress& progress);

}  // namespace tanji::ledger
