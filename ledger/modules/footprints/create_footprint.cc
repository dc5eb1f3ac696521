#include "ledger/modules/footprints/create_footprint.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/usable.h"
#include "ledger/modules/footprints/inventory.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/tables.h"
#include "ledger/modules/products/find.h"

namespace tanji::ledger {

Outcome CheckCreateFootprint(const v1::CreateFootprint& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckSet(message.has_header(), "header"));
  return CheckInventoryHeader(message.header(), "header");
}

Outcome AuthoriseCreateFootprint(const v1::CreateFootprint& message,
                                 const OperationContext& context, const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireProducer(context, reader));
  const auto& header = message.header();
  TANJI_RETURN_IF_REFUSED(CheckPlace(header, context, reader));
  v1::GwpSet gwp_set;
  TANJI_RETURN_IF_REFUSED(
      FindGwpSet(reader, "header.gwp_set", header.gwp_set(), context.time_ms(), gwp_set));
  TANJI_RETURN_IF_REFUSED(CheckLots(header, context, reader));
  return CheckPredecessors(header, context, reader);
}

Outcome ApplyCreateFootprint(const v1::CreateFootprint& message, const OperationContext& context,
                             StateWriter& writer) {
  const auto id = context.NewId();
  v1::Footprint footprint;
  footprint.set_producer(context.author);
  *footprint.mutable_header() = message.header();
  footprint.set_created_time(context.time_ms());
  RecordSigners(context, footprint);
  kFootprints.Put(writer, id, footprint);
  v1::FootprintProgress progress;
  progress.set_lines_digest(DraftDigest().str());
  kFootprintProgress.Put(writer, id, progress);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
