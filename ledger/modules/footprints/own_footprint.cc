#include "ledger/modules/footprints/own_footprint.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/operation_reference.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::ledger {
namespace {

constexpr std::string_view kField = "footprint";

}  // namespace

Outcome CheckReference(const FootprintReference& reference) {
  if (reference.by_operation) return Outcome::Ok();
  return CheckIdName(kFootprintsCollection, reference.name, kField);
}

Outcome Resolve(const FootprintReference& reference, const OperationContext& context,
                std::string& name) {
  if (!reference.by_operation) {
    name = reference.name;
    return Outcome::Ok();
  }
  TANJI_RETURN_IF_REFUSED(RequireEarlierOperation(context, reference.operation,
                                                  v1::Operation::kCreateFootprint,
                                                  "footprint_operation", "create_footprint"));
  name = MakeName(kFootprintsCollection, context.IdOfOperation(reference.operation));
  return Outcome::Ok();
}

Outcome FindOwnFootprint(const OperationContext& context, const StateReader& reader,
                         std::string_view field, const std::string& name, OwnFootprint& out) {
  const auto id = ParseIdName(kFootprintsCollection, name).value();
  auto record = kFootprints.Get(reader, id);
  if (!record) return RefuseNotFound(field, name);
  if (record->producer() != context.author) {
    return Refuse(v1::CODE_NOT_ENTITLED,
                  {{"value", context.author}, {"expected", record->producer()}});
  }
  out = {id, name, std::move(*record), kFootprintProgress.Get(reader, id).value()};
  return Outcome::Ok();
}

Outcome FindOwnDraft(const OperationContext& context, const StateReader& reader,
                     const FootprintReference& reference, OwnFootprint& out) {
  std::string name;
  TANJI_RETURN_IF_REFUSED(Resolve(reference, context, name));
  TANJI_RETURN_IF_REFUSED(FindOwnFootprint(context, reader, kField, name, out));
  if (!out.progress.has_declared_time()) return Outcome::Ok();
  return Refuse(v1::CODE_DRAFT_CLOSED, {{"field", std::string(kField)}, {"value", name}});
}

Id ResolvedId(const FootprintReference& reference, const OperationContext& context) {
  if (reference.by_operation) return context.IdOfOperation(reference.operation);
  return ParseIdName(kFootprintsCollection, reference.name).value();
}

Outcome RequireDeclared(const v1::FootprintProgress& progress, std::string_view field,
                        const std::string& name) {
  if (progress.has_declared_time()) return Outcome::Ok();
  return Refuse(v1::CODE_FOOTPRINT_IS_DRAFT, {{"field", std::string(field)}, {"value", name}});
}

std::vector<v1::InventoryLine> ReadLines(const StateReader& reader, const Id& id,
                                         const v1::FootprintProgress& progress) {
  std::vector<v1::InventoryLine> lines;
  for (std::uint32_t number = 0; number < progress.line_count(); ++number) {
    lines.push_back(kFootprintLines.Get(reader, id, number).value().line());
  }
  return lines;
}

}  // namespace tanji::ledger
