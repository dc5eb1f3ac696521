#include "ledger/modules/products/lineage.h"

#include <map>

#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

LineageLot Read(const StateReader& reader, const std::string& name) {
  LineageLot out{name, Must(ParseOwned(kLotsCollection, name), name), {}};
  out.lot = Must(kLots.Get(reader, out.owned.producer_id, out.owned.id), name);
  return out;
}

StatusAt ParticipantAt(const StateReader& reader, const std::string& name, AsOf at) {
  return ParticipantHistory(Must(ParseParticipantName(name), name)).At(reader, at);
}

// The confirmation is what ended the review: whoever turns out to have been no auditor that day, or
// to have lost the key by then, leaves the harvest unconfirmed.
void ReadConfirmation(const StateReader& reader, const LineageLot& lot, AsOf at, LotStanding& out) {
  auto confirmation = kHarvestConfirmations.Get(reader, lot.owned.producer_id, lot.owned.id);
  if (!confirmation || confirmation->confirmed_time() > at.known_ms) return;
  const auto made = WhenMade(confirmation->confirmed_time(), at);
  out.auditor = ParticipantAt(reader, confirmation->auditor(), made);
  const bool signed_well = AllKeysCount(reader, confirmation->signed_by(), made);
  out.confirmed_well = out.auditor.in_force() && signed_well;
  out.confirmation = std::move(*confirmation);
}

}  // namespace

std::optional<std::vector<LineageLot>> LineageOf(const StateReader& reader,
                                                 const std::string& name) {
  std::vector<LineageLot> out{Read(reader, name)};
  std::map<std::string, LineageLot> found;
  // A lot is derived from lots that exist already: the walk ends.
  std::vector<std::string> waiting;
  const auto push_parents = [&](const v1::Lot& lot) {
    for (const auto& part : lot.derivation().parents()) waiting.push_back(part.lot());
  };
  push_parents(out.front().lot);
  while (!waiting.empty()) {
    const auto next = std::move(waiting.back());
    waiting.pop_back();
    if (next == name || found.contains(next)) continue;
    if (found.size() + 1 >= kMaxLineage) return std::nullopt;
    const auto& lot = found.emplace(next, Read(reader, next)).first->second.lot;
    push_parents(lot);
  }
  for (auto& [lot_name, lot] : found) out.push_back(std::move(lot));
  return out;
}

LotStanding StandingOf(const StateReader& reader, const LineageLot& lot, AsOf at) {
  LotStanding out;
  out.own = LotHistory(lot.owned.producer_id, lot.owned.id).At(reader, at);
  out.producer = ParticipantAt(reader, lot.lot.producer(), at);
  out.made_well = MadeWell(reader, lot.lot.producer(), lot.lot.signed_by(),
                           WhenMade(lot.lot.registered_time(), at));
  // Nobody confirms what was derived, since its parents had to be in force, nor a harvest within
  // its bound.
  if (NeedsConfirmation(lot.lot)) ReadConfirmation(reader, lot, at, out);
  return out;
}

void AddCauses(Causes& causes, const LineageLot& lot, const LotStanding& standing) {
  AddCause(causes, lot.name, standing.own);
  if (standing.producer.kind != v1::STATUS_KIND_WITHDRAWN) {
    AddCause(causes, lot.lot.producer(), standing.producer);
  }
  if (!standing.made_well || !standing.confirmed_well) AddVoid(causes, lot.name);
}

}  // namespace tanji::ledger
