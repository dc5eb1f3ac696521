#include "ledger/modules/verification/find.h"

#include <algorithm>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/evidence/tables.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/footprints/tables.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/tables.h"
#include "ledger/modules/verification/rules.h"
#include "ledger/modules/verification/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {

Outcome CheckLineIds(const Texts& ids, int limit, std::string_view field) {
  if (ids.empty()) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(ids.size(), limit, field));
  std::set<std::string_view> seen;
  for (int i = 0; i < ids.size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckChosenId(ids[i], Item(field, i)));
    if (!seen.insert(ids[i]).second) {
      return Refuse(v1::CODE_LINE_ID_REPEATED, {{"field", Item(field, i)}, {"value", ids[i]}});
    }
  }
  return Outcome::Ok();
}

Outcome CheckEvidence(const Texts& documents, int limit, std::string_view field) {
  if (documents.empty()) return Outcome::Ok();
  TANJI_RETURN_IF_REFUSED(CheckCount(documents.size(), limit, field));
  for (int i = 0; i < documents.size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckHashName(kDocumentsCollection, documents[i], Item(field, i)));
  }
  return CheckAscendingTexts(documents, field);
}

Outcome RequireEvidence(const StateReader& reader, const Texts& documents, std::string_view field) {
  for (int i = 0; i < documents.size(); ++i) {
    const auto hash = ParseHashName(kDocumentsCollection, documents[i]).value();
    if (!kDocuments.Has(reader, hash)) return RefuseNotFound(Item(field, i), documents[i]);
  }
  return Outcome::Ok();
}

Outcome FindFootprintOfAnother(const OperationContext& context, const StateReader& reader,
                               const std::string& name, FoundFootprint& out) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_AUDITOR}));
  const auto id = ParseIdName(kFootprintsCollection, name).value();
  auto records = ReadFootprint(reader, id);
  if (!records) return RefuseNotFound("footprint", name);
  TANJI_RETURN_IF_REFUSED(RequireDeclared(records->progress, "footprint", name));
  if (records->record.producer() == context.author) {
    return Refuse(v1::CODE_SELF_VERIFICATION, {{"field", "footprint"}, {"value", context.author}});
  }
  out = {id, name, std::move(*records)};
  return Outcome::Ok();
}

std::string CategoryOf(const FootprintRecords& footprint, const StateReader& reader) {
  const auto& product = footprint.record.header().product();
  const auto owned = Must(ParseOwned(kProductsCollection, product), product);
  return Must(kProducts.Get(reader, owned.producer_id, owned.id), product).category();
}

bool Signs(const OperationContext& context, const std::string& holder) {
  return std::ranges::any_of(context.signers,
                             [&](const Signer& signer) { return signer.holder == holder; });
}

Outcome RequireSigner(const OperationContext& context, std::string_view field,
                      const std::string& holder, v1::Permission permission) {
  if (Signs(context, holder)) return Outcome::Ok();
  return Refuse(v1::CODE_HOLDER_NOT_SIGNING, {{"field", std::string(field)},
                                              {"value", holder},
                                              {"permission", v1::Permission_Name(permission)}});
}

std::set<std::string> LineIds(const StateReader& reader, const FoundFootprint& footprint) {
  std::set<std::string> out;
  for (const auto& line : ReadLines(reader, footprint.id, footprint.records.progress)) {
    out.insert(line.id());
  }
  return out;
}

Outcome RequireLine(const std::set<std::string>& lines, const FoundFootprint& footprint,
                    std::string_view field, const std::string& id) {
  if (lines.contains(id)) return Outcome::Ok();
  return Refuse(v1::CODE_LINE_UNKNOWN,
                {{"field", std::string(field)}, {"value", id}, {"footprint", footprint.name}});
}

Outcome RequireLines(const std::set<std::string>& lines, const FoundFootprint& footprint,
                     std::string_view field, const Texts& ids) {
  for (int i = 0; i < ids.size(); ++i) {
    TANJI_RETURN_IF_REFUSED(RequireLine(lines, footprint, Item(field, i), ids[i]));
  }
  return Outcome::Ok();
}

Outcome FindCorrection(const StateReader& reader, const std::string& name, Id& id,
                       v1::Correction& out) {
  id = ParseIdName(kCorrectionsCollection, name).value();
  auto correction = kCorrections.Get(reader, id);
  if (!correction) return RefuseNotFound("correction", name);
  out = std::move(*correction);
  return Outcome::Ok();
}

Outcome RequireNotClosed(const v1::Correction& correction, const std::string& name) {
  if (!IsClosed(correction.state())) return Outcome::Ok();
  return Refuse(v1::CODE_CORRECTION_CLOSED,
                {{"value", name}, {"state", v1::CorrectionState_Name(correction.state())}});
}

std::uint32_t OpenCount(const StateReader& reader, const Id& footprint,
                        const std::string& auditor_id) {
  const auto open = kOpenCorrections.Get(reader, footprint, auditor_id);
  return open ? open->count() : 0;
}

void PutOpenCount(StateWriter& writer, const Id& footprint, const std::string& auditor_id,
                  std::uint32_t count) {
  if (count == 0) {
    kOpenCorrections.Delete(writer, footprint, auditor_id);
    return;
  }
  v1::OpenCorrections open;
  open.set_count(count);
  kOpenCorrections.Put(writer, footprint, auditor_id, open);
}

}  // namespace tanji::ledger
