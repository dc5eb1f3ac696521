// What the operations of verification look up, and the shape of the lists that they share.
// Thread-safe if the reader is.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include "ledger/base/id.h"
#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/modules/footprints/standing.h"
#include "ledger/state/reader.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

using Texts = google::protobuf::RepeatedPtrField<std::string>;

// Ids of lines, at most `limit`, maybe none: CODE_LIST_TOO_LONG, CODE_ID_MALFORMED,
// CODE_LINE_ID_REPEATED.
Outcome CheckLineIds(const Texts& ids, int limit, std::string_view field);
// `documents/{sha256}`, at most `limit`, maybe none: CODE_LIST_TOO_LONG, CODE_NAME_MALFORMED,
// CODE_LIST_NOT_ASCENDING.
Outcome CheckEvidence(const Texts& documents, int limit, std::string_view field);

// CODE_NOT_FOUND unless each is registered.
Outcome RequireEvidence(const StateReader& reader, const Texts& documents, std::string_view field);

struct FoundFootprint {
  Id id;
  std::string name;
  FootprintRecords records;
};
// The footprint `name`, well-formed, that the author, an auditor, works on: CODE_WRONG_KIND,
// CODE_NOT_FOUND, CODE_FOOTPRINT_IS_DRAFT, CODE_SELF_VERIFICATION.
Outcome FindFootprintOfAnother(const OperationContext& context, const StateReader& reader,
                               const std::string& name, FoundFootprint& out);

// The category of the footprint's product.
std::string CategoryOf(const FootprintRecords& footprint, const StateReader& reader);

// Whether a key of `holder`, with the permission of the operation, signs it.
bool Signs(const OperationContext& context, const std::string& holder);
// CODE_HOLDER_NOT_SIGNING unless a key of `holder`, with the permission of the operation, signs it.
Outcome RequireSigner(const OperationContext& context, std::string_view field,
                      const std::string& holder, v1::Permission permission);

// The ids of its lines.
std::set<std::string> LineIds(const StateReader& reader, const FoundFootprint& footprint);
// CODE_LINE_UNKNOWN unless `id` of `field` is one of them.
Outcome RequireLine(const std::set<std::string>& lines, const FoundFootprint& footprint,
                    std::string_view field, const std::string& id);
Outcome RequireLines(const std::set<std::string>& lines, const FoundFootprint& footprint,
                     std::string_view field, const Texts& ids);

// The correction `name`, well-formed: CODE_NOT_FOUND.
Outcome FindCorrection(const StateReader& reader, const std::string& name, Id& id,
                       v1::Correction& out);
// CODE_CORRECTION_CLOSED.
Outcome RequireNotClosed(const v1::Correction& correction, const std::string& name);

// How many corrections of the auditor on the footprint are not closed.
std::uint32_t OpenCount(const StateReader& reader, const Id& footprint,
                        const std::string& auditor_id);
void PutOpenCount(StateWriter& writer, const Id& footprint, const std::string& auditor_id,
                  std::uint32_t count);

}  // namespace tanji::ledger
