#include "ledger/modules/factors/queries.h"

#include <map>
#include <optional>

#include "crypto/hash/hex.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/factors/usable.h"

namespace tanji::ledger {
namespace {

// The status record of an object that exists; a draft has none.
void ReadStatus(const StateReader& reader, const std::string& state_key, v1::StatusRecord& out) {
  const auto record = reader.Get(state_key);
  if (record) ParseRecordInto(*record, out);
}

void FillGwpSet(const StateReader& reader, v1::GwpSet set, v1::GetGwpSetResponse& out) {
  ReadStatus(reader, MakeKey(KeySpace::kGwpSetStatus, set.id()), *out.mutable_status());
  *out.mutable_gwp_set() = std::move(set);
}

void FillDataset(const StateReader& reader, v1::Dataset dataset, v1::GetDatasetResponse& out) {
  *out.mutable_progress() = kDatasetProgress.Get(reader, dataset.id()).value();
  if (out.progress().has_published_time()) {
    ReadStatus(reader, MakeKey(KeySpace::kDatasetStatus, dataset.id()), *out.mutable_status());
  }
  *out.mutable_dataset() = std::move(dataset);
}

void FillFactor(const StateReader& reader, const std::string& dataset_id, v1::Factor factor,
                v1::GetFactorResponse& out) {
  ReadStatus(reader, MakeKey(KeySpace::kFactorStatus, dataset_id, factor.row().code()),
             *out.mutable_status());
  *out.mutable_factor() = std::move(factor);
}

// The id of the dataset that `name` of `field` names, which exists.
Outcome FindDatasetId(const StateReader& reader, const std::string& name, std::string_view field,
                      std::string& id) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kDatasetsCollection, name, field));
  id = std::string(*ParseName(kDatasetsCollection, name));
  return kDatasets.Has(reader, id) ? Outcome::Ok() : RefuseNotFound(field, name);
}

// --- Comparing

// Rows by what of their key follows the dataset: codes have one order in every dataset.
using RowsBySuffix = std::map<std::string, v1::FactorRow>;

// Up to `limit` rows of a dataset whose suffix comes after `after`, by suffix; `complete` says
// whether they are all there are.
RowsBySuffix ReadRows(const StateScan& scan, const std::string& dataset_id, std::string_view after,
                      std::size_t limit, bool& complete) {
  const std::string prefix = MakeKey(KeySpace::kFactor, dataset_id);
  RowsBySuffix rows;
  complete = true;
  scan(prefix + std::string(after), [&](std::string_view key, std::string_view record) {
    if (!key.starts_with(prefix)) return false;
    const auto suffix = key.substr(prefix.size());
    if (suffix <= after) return true;
    if (rows.size() == limit) {
      complete = false;
      return false;
    }
    rows.emplace(suffix, ParseRecord<v1::Factor>(record).row());
    return true;
  });
  return rows;
}

bool SaysTheSame(const v1::FactorRow& a, const v1::FactorRow& b) {
  return EncodeRecord(a.value()) == EncodeRecord(b.value()) && a.unit() == b.unit() &&
         EncodeRecord(a.range()) == EncodeRecord(b.range()) && a.kind() == b.kind();
}

void Compare(const v1::FactorRow* before, const v1::FactorRow* after,
             v1::CompareDatasetsResponse& response) {
  if (before != nullptr && after != nullptr && SaysTheSame(*before, *after)) return;
  auto& difference = *response.add_differences();
  difference.set_code(before != nullptr ? before->code() : after->code());
  if (before != nullptr) *difference.mutable_before() = *before;
  if (after != nullptr) *difference.mutable_after() = *after;
}

const v1::FactorRow* Find(const RowsBySuffix& rows, const std::string& suffix) {
  const auto found = rows.find(suffix);
  return found == rows.end() ? nullptr : &found->second;
}

}  // namespace

Outcome GetGwpSet(const v1::GetGwpSetRequest& request, const StateReader& reader,
                  v1::GetGwpSetResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kGwpSetsCollection, request.name(), "name"));
  auto set = kGwpSets.Get(reader, std::string(*ParseName(kGwpSetsCollection, request.name())));
  if (!set) return RefuseNotFound("name", request.name());
  FillGwpSet(reader, std::move(*set), response);
  return Outcome::Ok();
}

Outcome ListGwpSets(const v1::ListGwpSetsRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListGwpSetsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kGwpSet, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillGwpSet(reader, ParseRecord<v1::GwpSet>(record), *response.add_gwp_sets());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome GetDataset(const v1::GetDatasetRequest& request, const StateReader& reader,
                   v1::GetDatasetResponse& response) {
  std::string id;
  TANJI_RETURN_IF_REFUSED(FindDatasetId(reader, request.name(), "name", id));
  FillDataset(reader, kDatasets.Get(reader, id).value(), response);
  return Outcome::Ok();
}

Outcome ListDatasets(const v1::ListDatasetsRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListDatasetsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kDataset, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillDataset(reader, ParseRecord<v1::Dataset>(record), *response.add_datasets());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome GetFactor(const v1::GetFactorRequest& request, const StateReader& reader,
                  v1::GetFactorResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckFactorName(request.name(), "name"));
  const auto name = *ParseFactorName(request.name());
  auto factor = kFactors.Get(reader, name.dataset_id, name.code);
  if (!factor) return RefuseNotFound("name", request.name());
  FillFactor(reader, name.dataset_id, std::move(*factor), response);
  return Outcome::Ok();
}

Outcome ListFactors(const v1::ListFactorsRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListFactorsResponse& response) {
  std::string id;
  TANJI_RETURN_IF_REFUSED(FindDatasetId(reader, request.parent(), "parent", id));
  Page page;
  TANJI_RETURN_IF_REFUSED(ReadPageUnder(scan, MakeKey(KeySpace::kFactor, id), request.page_size(),
                                        request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillFactor(reader, id, ParseRecord<v1::Factor>(record), *response.add_factors());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome CompareDatasets(const v1::CompareDatasetsRequest& request, const StateReader& reader,
                        const StateScan& scan, v1::CompareDatasetsResponse& response) {
  std::string before_id, after_id;
  TANJI_RETURN_IF_REFUSED(FindDatasetId(reader, request.before(), "before", before_id));
  TANJI_RETURN_IF_REFUSED(FindDatasetId(reader, request.after(), "after", after_id));
  if (request.page_size() > kMaxPageSize) {
    return Refuse(v1::CODE_PAGE_SIZE_OUT_OF_RANGE, {{"value", std::to_string(request.page_size())},
                                                    {"limit", std::to_string(kMaxPageSize)}});
  }
  const auto token = crypto::FromHex(request.page_token());
  if (!token) return Refuse(v1::CODE_PAGE_TOKEN_MALFORMED);
  const std::size_t limit = request.page_size() == 0 ? kDefaultPageSize : request.page_size();
  bool before_complete = false, after_complete = false;
  const auto before = ReadRows(scan, before_id, *token, limit, before_complete);
  const auto after = ReadRows(scan, after_id, *token, limit, after_complete);

  // Both sides are known up to the lower end of those that were cut.
  std::optional<std::string> end;
  if (!before_complete) end = before.rbegin()->first;
  if (!after_complete && (!end || after.rbegin()->first < *end)) end = after.rbegin()->first;
  RowsBySuffix both = before;
  both.insert(after.begin(), after.end());
  for (const auto& [suffix, row] : both) {
    if (end && *end < suffix) break;
    Compare(Find(before, suffix), Find(after, suffix), response);
  }
  if (end) response.set_next_page_token(crypto::ToHex(*end));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
