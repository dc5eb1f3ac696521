// A person's file of a version of a scheme (SchemeFile, as JSON): read, put in order, checked as
// far as that needs no ledger, and turned into operations.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/cli/json_message.h"
#include "client/sdk/result.h"
#include "tanji/v1/schemes.pb.h"
#include "tanji/v1/transaction.pb.h"

namespace tanji::client::cli {

struct SchemeDraft {
  // `schemes/{id}` and `schemes/{id}/versions/{v}`.
  std::string scheme_name, version_name;
  // As in the file; the version names its scheme.
  v1::SchemeFile file;
  // The rows of the file, ascending by id, market and category.
  std::vector<v1::SchemeClause> clauses;
  std::vector<v1::ClaimTexts> markets;
  std::vector<v1::CategoryCriteria> categories;
  // False: the file leaves the effective day to whoever imports it.
  bool day_named = true;
};

// How many rows of each list the ledger has already.
struct RowCounts {
  std::size_t clauses = 0, markets = 0, categories = 0;
};

// Where a file that registers its scheme names no effective day, it is that of `now_ms` at the
// scheme's offset.
Result<SchemeDraft> ReadSchemeDraft(std::string_view text, const JsonSource& source,
                                    std::int64_t now_ms);

// Refused as the ledger would refuse it, so that no draft is begun that cannot be finished.
Done CheckSchemeDraft(const SchemeDraft& draft);

// The operations that add the rows which come after those held, in portions.
std::vector<v1::Operation> RowOperations(const SchemeDraft& draft, const RowCounts& held);

// The digests of the first rows of each list, as SchemeVersionProgress has them.
void SetDigests(const SchemeDraft& draft, const RowCounts& counts,
                v1::SchemeVersionProgress& progress);

// The records that the file makes, with what the ledger adds taken from the records there are, and
// the effective day too where the file names none.
v1::Scheme ExpectedScheme(const SchemeDraft& draft, const v1::Scheme& there);
v1::SchemeVersion ExpectedVersion(const SchemeDraft& draft, const v1::SchemeVersion& there);

}  // namespace tanji::client::cli
