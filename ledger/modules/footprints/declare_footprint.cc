#include "ledger/modules/footprints/declare_footprint.h"

#include <algorithm>

#include "crypto/hash/hex.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/common/status_change.h"
#include "ledger/modules/footprints/inventory.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/reckoning.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/standing.h"
#include "ledger/modules/footprints/tables.h"
#include "ledger/modules/products/find.h"

namespace tanji::ledger {
namespace {

void PutReferences(StateWriter& writer, const Id& id, const Reckoned& reckoned,
                   const std::vector<std::string>& upstream) {
  const auto total = reckoned.factors.size() + upstream.size();
  for (std::size_t first = 0; first < total; first += kReferencesPerRecord) {
    v1::FootprintReferences record;
    const auto end = std::min<std::size_t>(first + kReferencesPerRecord, total);
    for (auto i = first; i < end; ++i) {
      if (i < reckoned.factors.size()) {
        *record.add_factors() = reckoned.factors[i];
      } else {
        record.add_upstream(upstream[i - reckoned.factors.size()]);
      }
    }
    kFootprintReferences.Put(writer, id, static_cast<std::uint32_t>(first / kReferencesPerRecord),
                             record);
  }
}

void CloseDraft(StateWriter& writer, const Id& id, v1::FootprintProgress progress,
                const OperationContext& context) {
  progress.set_declared_time(context.time_ms());
  for (const auto& signer : context.signers) progress.add_declared_by(signer.key_id.str());
  kFootprintProgress.Put(writer, id, progress);
  FootprintHistory(id).Create(writer, context.stamp(), context.time_ms(), std::nullopt);
}

v1::StatusChange Withdrawal(const std::string& successor) {
  v1::StatusChange change;
  change.set_open(v1::STATUS_KIND_WITHDRAWN);
  auto& reason = *change.mutable_reason();
  reason.set_zh("已由 " + successor + " 取代并撤回");
  reason.set_en("withdrawn and replaced by " + successor);
  reason.set_prevailing(v1::PREVAILING_ZH);
  // The ledger writes it itself.
  reason.set_translation(v1::TRANSLATION_MACHINE);
  return change;
}

// Unless it was withdrawn before.
void Withdraw(StateWriter& writer, const Id& id, const std::string& successor,
              const OperationContext& context) {
  const AsOf now{context.time_ms(), context.time_ms()};
  const auto history = FootprintHistory(id);
  if (IsFinal(history.At(writer, now).kind)) return;
  ApplyStatusChange(Withdrawal(successor), history, context.stamp(), writer);
}

// What is succeeded says by what and why, so that its own proof shows it; what is withdrawn by its
// successor no longer stands from now on.
void RecordSuccession(StateWriter& writer, const Id& id, const v1::InventoryHeader& header,
                      const OperationContext& context) {
  for (const auto& predecessor : header.predecessors()) {
    const auto before = ParseIdName(kFootprintsCollection, predecessor.footprint()).value();
    auto progress = kFootprintProgress.Get(writer, before).value();
    auto& successor = *progress.add_successors();
    successor.set_footprint(MakeName(kFootprintsCollection, id));
    successor.set_reason(predecessor.reason());
    successor.set_recorded_time(context.time_ms());
    kFootprintProgress.Put(writer, before, progress);
    if (predecessor.reason() == v1::SUCCESSION_REASON_WITHDRAWN) {
      Withdraw(writer, before, successor.footprint(), context);
    }
  }
}

// The result is stored first without the count, because what is counted includes it.
Outcome PutClosureCount(StateWriter& writer, const Id& id) {
  const auto closure = CountClosure(writer, id);
  if (closure.records > kMaxClosure || closure.bytes > kMaxClosureBytes) {
    return Refuse(v1::CODE_CLOSURE_TOO_LARGE, {{"value", std::to_string(closure.records)},
                                               {"limit", std::to_string(kMaxClosure)},
                                               {"bytes", std::to_string(closure.bytes)},
                                               {"bytes_limit", std::to_string(kMaxClosureBytes)}});
  }
  auto result = kFootprintResults.Get(writer, id).value();
  result.set_closure_count(closure.records);
  kFootprintResults.Put(writer, id, result);
  return Outcome::Ok();
}

}  // namespace

Outcome CheckDeclareFootprint(const v1::DeclareFootprint& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckReference(ReferenceOf(message)));
  return CheckExactBytes(message.lines_digest(), crypto::Hash::kSize, "lines_digest");
}

Outcome AuthoriseDeclareFootprint(const v1::DeclareFootprint& message,
                                  const OperationContext& context, const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireProducer(context, reader));
  OwnFootprint draft;
  TANJI_RETURN_IF_REFUSED(FindOwnDraft(context, reader, ReferenceOf(message), draft));
  if (draft.progress.lines_digest() != message.lines_digest()) {
    return Refuse(v1::CODE_DIGEST_MISMATCH,
                  {{"field", "lines_digest"},
                   {"value", crypto::ToHex(message.lines_digest())},
                   {"expected", crypto::ToHex(draft.progress.lines_digest())}});
  }
  const auto& header = draft.record.header();
  TANJI_RETURN_IF_REFUSED(CheckPlace(header, context, reader));
  TANJI_RETURN_IF_REFUSED(CheckLots(header, context, reader));
  TANJI_RETURN_IF_REFUSED(CheckPredecessors(header, context, reader));
  TANJI_RETURN_IF_REFUSED(CheckPeriodIsOver(header, context));
  const auto lines = ReadLines(reader, draft.id, draft.progress);
  TANJI_RETURN_IF_REFUSED(CheckInventory(header, lines));
  return CheckSameActivities(header, lines, context, reader);
}

Outcome ApplyDeclareFootprint(const v1::DeclareFootprint& message, const OperationContext& context,
                              StateWriter& writer) {
  const auto id = ResolvedId(ReferenceOf(message), context);
  const auto header = kFootprints.Get(writer, id).value().header();
  const auto progress = kFootprintProgress.Get(writer, id).value();
  const auto lines = ReadLines(writer, id, progress);
  // Before the draft is closed: one that names itself finds a draft.
  Inputs inputs;
  TANJI_RETURN_IF_REFUSED(ReadInputs(writer, header, lines, context.time_ms(), inputs));
  Reckoned reckoned;
  TANJI_RETURN_IF_REFUSED(
      Reckon({header, lines, inputs.factors, inputs.gwp_set, inputs.upstream}, reckoned));
  CloseDraft(writer, id, progress, context);
  for (std::uint32_t number = 0; number < progress.line_count(); ++number) {
    kFootprintLineResults.Put(writer, id, number, reckoned.lines[number]);
  }
  PutReferences(writer, id, reckoned, inputs.upstream_names());
  kFootprintResults.Put(writer, id, reckoned.result);
  TANJI_RETURN_IF_REFUSED(PutClosureCount(writer, id));
  RecordSuccession(writer, id, header, context);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
