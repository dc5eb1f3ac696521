#include "client/cli/scheme_file.h"

#include <algorithm>

#include "client/cli/draft_import.h"
#include "client/cli/messages.h"
#include "client/sdk/precheck.h"
#include "ledger/base/date.h"
#include "ledger/modules/common/draft_digest.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/requirements.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/state/record.h"

namespace tanji::client::cli {
namespace {

constexpr Fault kVersionMissing{
    ErrorKind::kUsage,
    "VERSION_MISSING",
    {"{file} 里没有 version（标准版本）。请写明要起草的版本。",
     "{file} has no “version”. Say which version of the scheme is to be drafted."}};
constexpr Fault kVersionOfAnother{
    ErrorKind::kUsage,
    "VERSION_OF_ANOTHER",
    {"{file} 中，版本所属的标准体系是 {found}，而 scheme 登记的是 {name}。两处须一致。",
     "{file}: the version is of {found}, but “scheme” registers {name}. The two must agree."}};

const std::string& IdOf(const v1::SchemeClause& clause) {
  return clause.id();
}
const std::string& IdOf(const v1::ClaimTexts& market) {
  return market.market();
}
const std::string& IdOf(const v1::CategoryCriteria& category) {
  return category.category();
}

// The ledger wants rows ascending; people need not.
template <class Row>
std::vector<Row> Sorted(const google::protobuf::RepeatedPtrField<Row>& rows) {
  std::vector<Row> out(rows.begin(), rows.end());
  std::ranges::stable_sort(out, [](const Row& a, const Row& b) { return IdOf(a) < IdOf(b); });
  return out;
}

template <class Row>
std::string DigestOf(const std::vector<Row>& rows, std::size_t count) {
  ledger::DraftDigest digest;
  for (std::size_t i = 0; i < count; ++i) digest.Add(ledger::EncodeRecord(rows[i]));
  return digest.str();
}

int OffsetMinutes(const v1::RegisterScheme& scheme) {
  return scheme.has_utc_offset_minutes() ? scheme.utc_offset_minutes()
                                         : ledger::kDefaultOffsetMinutes;
}

std::string Today(const v1::RegisterScheme& scheme, std::int64_t now_ms) {
  const auto now = ledger::Timestamp::FromMillis(now_ms);
  const auto offset = ledger::UtcOffset::FromMinutes(OffsetMinutes(scheme));
  return now && offset ? ledger::ToText(ledger::DateAt(*now, *offset)) : std::string();
}

// Portions of `rows` after the first `held`; `start` begins an operation and returns its list.
template <class Row, class Start>
void AddPortions(const std::vector<Row>& rows, std::size_t held, std::vector<v1::Operation>& out,
                 Start start) {
  for (const auto& portion : Portions(rows, held, ledger::kMaxRowsAdded)) {
    start(out.emplace_back()).Assign(portion.begin(), portion.end());
  }
}

// Rules stand in technical versions with requirements, and nowhere else.
Done CheckNature(const SchemeDraft& draft) {
  const auto& version = draft.file.version();
  const bool editorial = version.nature() == v1::VERSION_NATURE_EDITORIAL;
  if (editorial && !(draft.markets.empty() && draft.categories.empty())) {
    return Error(ErrorKind::kUsage, v1::CODE_CHANGES_RULES,
                 {{"field", draft.markets.empty() ? "categories" : "markets"},
                  {"value", draft.version_name}});
  }
  if (version.has_requirements() || draft.categories.empty()) return {};
  return Error(ErrorKind::kUsage, v1::CODE_FIELD_MISSING, {{"field", "version.requirements"}});
}

}  // namespace

Result<SchemeDraft> ReadSchemeDraft(std::string_view text, const JsonSource& source,
                                    std::int64_t now_ms) {
  SchemeDraft draft;
  auto& file = draft.file;
  TANJI_TRY(ReadJsonMessage(text, source, file));
  if (!file.has_version()) return Error(kVersionMissing, {{"file", source.file}});
  auto& version = *file.mutable_version();
  if (file.has_scheme()) {
    const std::string name = std::string(ledger::kSchemesCollection) + "/" + file.scheme().id();
    if (version.scheme().empty()) version.set_scheme(name);
    if (version.scheme() != name) {
      return Error(kVersionOfAnother,
                   {{"file", source.file}, {"found", version.scheme()}, {"name", name}});
    }
  }
  draft.day_named = !version.effective_day().empty() || !file.has_scheme();
  if (!draft.day_named) version.set_effective_day(Today(file.scheme(), now_ms));
  draft.clauses = Sorted(file.clauses());
  draft.markets = Sorted(file.markets());
  draft.categories = Sorted(file.categories());
  draft.scheme_name = version.scheme();
  draft.version_name =
      version.scheme() + "/" + std::string(ledger::kVersionsCollection) + "/" + version.id();
  return draft;
}

Done CheckSchemeDraft(const SchemeDraft& draft) {
  v1::TransactionBody body;
  if (draft.file.has_scheme()) {
    *body.add_operations()->mutable_register_scheme() = draft.file.scheme();
  }
  *body.add_operations()->mutable_create_scheme_version() = draft.file.version();
  for (auto& operation : RowOperations(draft, {})) *body.add_operations() = std::move(operation);
  TANJI_TRY(CheckForm(body));
  TANJI_TRY(CheckNature(draft));
  for (std::size_t i = 0; i < draft.categories.size(); ++i) {
    const auto fits =
        ledger::CheckCategoryFits(draft.categories[i], draft.file.version().requirements(),
                                  ledger::Item("categories", static_cast<int>(i)));
    if (!fits.ok()) return Error(ErrorKind::kUsage, fits.code(), fits.detail());
  }
  return {};
}

std::vector<v1::Operation> RowOperations(const SchemeDraft& draft, const RowCounts& held) {
  std::vector<v1::Operation> out;
  AddPortions(draft.clauses, held.clauses, out, [&](v1::Operation& operation) -> auto& {
    auto& message = *operation.mutable_add_clauses();
    message.set_version(draft.version_name);
    return *message.mutable_clauses();
  });
  AddPortions(draft.markets, held.markets, out, [&](v1::Operation& operation) -> auto& {
    auto& message = *operation.mutable_add_claim_texts();
    message.set_version(draft.version_name);
    return *message.mutable_markets();
  });
  AddPortions(draft.categories, held.categories, out, [&](v1::Operation& operation) -> auto& {
    auto& message = *operation.mutable_add_criteria();
    message.set_version(draft.version_name);
    return *message.mutable_categories();
  });
  return out;
}

void SetDigests(const SchemeDraft& draft, const RowCounts& counts,
                v1::SchemeVersionProgress& progress) {
  progress.set_clauses_digest(DigestOf(draft.clauses, counts.clauses));
  progress.set_markets_digest(DigestOf(draft.markets, counts.markets));
  progress.set_categories_digest(DigestOf(draft.categories, counts.categories));
}

v1::Scheme ExpectedScheme(const SchemeDraft& draft, const v1::Scheme& there) {
  const auto& wanted = draft.file.scheme();
  v1::Scheme out = there;
  out.set_id(wanted.id());
  out.set_kind(wanted.kind());
  *out.mutable_name() = wanted.name();
  out.set_utc_offset_minutes(OffsetMinutes(wanted));
  out.set_serial_prefix(wanted.serial_prefix());
  out.set_example(wanted.example());
  return out;
}

v1::SchemeVersion ExpectedVersion(const SchemeDraft& draft, const v1::SchemeVersion& there) {
  const auto& wanted = draft.file.version();
  v1::SchemeVersion out = there;
  out.set_scheme(wanted.scheme());
  out.set_id(wanted.id());
  out.set_nature(wanted.nature());
  out.set_edits(wanted.edits());
  out.set_supersedes(wanted.supersedes());
  *out.mutable_document_zh_sha256() = wanted.document_zh_sha256();
  *out.mutable_document_en_sha256() = wanted.document_en_sha256();
  if (draft.day_named) out.set_effective_day(wanted.effective_day());
  out.set_last_issue_day(wanted.last_issue_day());
  out.set_sell_through_day(wanted.sell_through_day());
  *out.mutable_summary() = wanted.summary();
  return out;
}

}  // namespace tanji::client::cli
