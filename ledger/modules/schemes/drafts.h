// Versions of the author's schemes and how a draft of one grows: shared by the operations on them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/state/reader.h"
#include "ledger/state/record.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

inline constexpr int kMaxRowsAdded = 20;

struct VersionIds {
  std::string scheme;
  std::string version;

  std::string SchemeName() const;
  // `schemes/{scheme}/versions/{version}`.
  std::string Name() const;
};
// nullopt unless `name` is a version's.
std::optional<VersionIds> ParseVersionName(std::string_view name);

struct OwnVersion {
  VersionIds ids;
  v1::Scheme scheme;
  v1::SchemeVersion version;
  v1::SchemeVersionProgress progress;
};

// The scheme `name`, well-formed, of the author: CODE_NOT_FOUND, CODE_NOT_ENTITLED.
Outcome FindOwnScheme(const OperationContext& context, const StateReader& reader,
                      const std::string& name, v1::Scheme& out);
// The version `name`, well-formed, of field `version`, of a scheme of the author: likewise.
Outcome FindOwnVersion(const OperationContext& context, const StateReader& reader,
                       const std::string& name, OwnVersion& out);
// Also CODE_DRAFT_CLOSED once it is published; CODE_VERSION_NOT_PUBLISHED before.
Outcome FindOwnDraft(const OperationContext& context, const StateReader& reader,
                     const std::string& name, OwnVersion& out);
Outcome FindOwnPublished(const OperationContext& context, const StateReader& reader,
                         const std::string& name, OwnVersion& out);
// The draft, to which `field` may be added because it is technical (CODE_CHANGES_RULES).
Outcome FindOwnTechnicalDraft(const OperationContext& context, const StateReader& reader,
                              const std::string& name, std::string_view field, OwnVersion& out);

// CODE_WRONG_PREDECESSOR unless `supersedes` is the newest technical version of the scheme, or
// empty where there is none.
Outcome CheckPredecessor(const StateReader& reader, const std::string& scheme_id,
                         const std::string& supersedes);

// The digest that pins all of a version: SchemeVersionProgress.content_digest.
std::string ContentDigest(const v1::SchemeVersion& version,
                          const std::optional<v1::SchemeRequirements>& requirements,
                          const v1::SchemeVersionProgress& progress);

// Stores `progress` with the content digest that follows from it.
void StoreDraftProgress(StateWriter& writer, const VersionIds& ids,
                        v1::SchemeVersionProgress progress);

// Rows to be added to a list: 1 to kMaxRowsAdded, `id_of` ascending. Each is checked by `check`.
template <class List, class IdOf, class CheckRow>
Outcome CheckRows(const List& rows, std::string_view field, std::string_view id_field, IdOf id_of,
                  CheckRow check) {
  TANJI_RETURN_IF_REFUSED(CheckCount(rows.size(), kMaxRowsAdded, field));
  for (int i = 0; i < rows.size(); ++i) {
    const auto item = Item(field, i);
    TANJI_RETURN_IF_REFUSED(check(rows[i], item));
    if (i > 0 && !(id_of(rows[i - 1]) < id_of(rows[i]))) {
      return Refuse(v1::CODE_LIST_NOT_ASCENDING,
                    {{"field", Path(item, id_field)}, {"value", Shown(id_of(rows[i]))}});
    }
  }
  return Outcome::Ok();
}

// CODE_LIST_NOT_ASCENDING unless `first`, the id of the first row added, comes after `last`.
Outcome CheckComesAfter(const std::string& first, const std::string& last, std::string_view field);

// Puts each row under its id and returns the list's digest with them.
template <class Table, class List, class IdOf>
std::string AppendRows(StateWriter& writer, const Table& table, const VersionIds& ids,
                       const List& rows, IdOf id_of, std::string_view digest) {
  DraftDigest out(digest);
  for (const auto& row : rows) {
    table.Put(writer, ids.scheme, ids.version, id_of(row), row);
    out.Add(EncodeRecord(row));
  }
  return out.str();
}

}  // namespace tanji::ledger
