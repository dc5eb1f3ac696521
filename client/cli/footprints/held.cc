#include "client/cli/footprints/held.h"

#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::client::cli {

Result<std::optional<HeldFootprint>> FindFootprint(ProvedState& state, const std::string& name) {
  const auto id = *ledger::ParseIdName(ledger::kFootprintsCollection, name);
  TANJI_TRY(state.Fetch({ledger::kFootprints.Key(id), ledger::kFootprintProgress.Key(id),
                         ledger::kFootprintResults.Key(id)}));
  std::optional<v1::Footprint> footprint;
  std::optional<v1::FootprintProgress> progress;
  HeldFootprint held;
  TANJI_TRY(state.Settle({[&] {
    footprint = ledger::kFootprints.Get(state, id);
    progress = ledger::kFootprintProgress.Get(state, id);
    held.result = ledger::kFootprintResults.Get(state, id);
  }}));
  if (!footprint && !progress) return std::optional<HeldFootprint>();
  // One is never without the other.
  if (!footprint || !progress) {
    return Error(ErrorKind::kUnverified, v1::CODE_RECORD_MALFORMED, {{"value", name}});
  }
  held.footprint = *std::move(footprint);
  held.progress = *std::move(progress);
  return std::optional(std::move(held));
}

std::string DigestOfLines(std::span<const v1::InventoryLine> lines) {
  ledger::DraftDigest digest;
  for (const auto& line : lines) {
    v1::FootprintLine record;
    *record.mutable_line() = line;
    digest.Add(ledger::EncodeRecord(record));
  }
  return digest.str();
}

}  // namespace tanji::client::cli
