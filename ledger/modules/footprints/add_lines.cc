#include "ledger/modules/footprints/add_lines.h"

#include <set>
#include <string>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/evidence/tables.h"
#include "ledger/modules/footprints/own_footprint.h"
#include "ledger/modules/footprints/reckon/check.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"

namespace tanji::ledger {
namespace {

Outcome CheckRoom(const v1::AddLines& message, const OwnFootprint& draft) {
  const auto lines = draft.progress.line_count() + static_cast<std::uint32_t>(message.lines_size());
  if (lines <= kMaxInventoryLines) return Outcome::Ok();
  return Refuse(v1::CODE_INVENTORY_FULL, {{"value", draft.name},
                                          {"count", std::to_string(draft.progress.line_count())},
                                          {"limit", std::to_string(kMaxInventoryLines)}});
}

// Ids are unique in the whole inventory. Found now, and not when all is entered.
Outcome CheckIds(const v1::AddLines& message, const OwnFootprint& draft,
                 const StateReader& reader) {
  std::set<std::string> ids;
  for (const auto& line : ReadLines(reader, draft.id, draft.progress)) ids.insert(line.id());
  for (int i = 0; i < message.lines_size(); ++i) {
    if (ids.insert(message.lines(i).id()).second) continue;
    return Refuse(v1::CODE_LINE_ID_REPEATED,
                  {{"field", Item("lines", i)}, {"value", message.lines(i).id()}});
  }
  return Outcome::Ok();
}

Outcome CheckEvidence(const v1::AddLines& message, const StateReader& reader) {
  for (int i = 0; i < message.lines_size(); ++i) {
    const auto& evidence = message.lines(i).land_use_change().evidence();
    for (int j = 0; j < evidence.size(); ++j) {
      const auto hash = ParseHashName(kDocumentsCollection, evidence[j]).value();
      if (kDocuments.Has(reader, hash)) continue;
      return RefuseNotFound(Item(Path(Item("lines", i), "land_use_change.evidence"), j),
                            evidence[j]);
    }
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckAddLines(const v1::AddLines& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckReference(ReferenceOf(message)));
  TANJI_RETURN_IF_REFUSED(CheckCount(message.lines_size(), kMaxLinesAdded, "lines"));
  for (int i = 0; i < message.lines_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(CheckInventoryLine(message.lines(i), Item("lines", i)));
  }
  return Outcome::Ok();
}

Outcome AuthoriseAddLines(const v1::AddLines& message, const OperationContext& context,
                          const StateReader& reader) {
  OwnFootprint draft;
  TANJI_RETURN_IF_REFUSED(FindOwnDraft(context, reader, ReferenceOf(message), draft));
  TANJI_RETURN_IF_REFUSED(CheckRoom(message, draft));
  TANJI_RETURN_IF_REFUSED(CheckIds(message, draft, reader));
  return CheckEvidence(message, reader);
}

Outcome ApplyAddLines(const v1::AddLines& message, const OperationContext& context,
                      StateWriter& writer) {
  const auto id = ResolvedId(ReferenceOf(message), context);
  auto progress = kFootprintProgress.Get(writer, id).value();
  DraftDigest digest(progress.lines_digest());
  for (const auto& added : message.lines()) {
    v1::FootprintLine line;
    *line.mutable_line() = added;
    const auto number = progress.line_count();
    digest.Add(EncodeRecord(line));
    kFootprintLines.Put(writer, id, number, line);
    progress.set_line_count(number + 1);
  }
  progress.set_lines_digest(digest.str());
  kFootprintProgress.Put(writer, id, progress);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
