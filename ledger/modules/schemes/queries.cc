#include "ledger/modules/schemes/queries.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/known.h"
#include "ledger/modules/schemes/requirements.h"
#include "ledger/modules/schemes/tables.h"
#include "ledger/modules/schemes/usable.h"

namespace tanji::ledger {
namespace {

void FillScheme(const StateReader& reader, v1::Scheme scheme, v1::GetSchemeResponse& out) {
  *out.mutable_progress() = kSchemeProgress.Get(reader, scheme.id()).value();
  *out.mutable_terms() =
      kSchemeTerms.Get(reader, scheme.id(), out.progress().terms_count() - 1).value();
  *out.mutable_scheme() = std::move(scheme);
}

void FillVersion(const StateReader& reader, FoundVersion found, v1::GetSchemeVersionResponse& out) {
  out.set_name(found.ids.Name());
  out.set_example(found.scheme.example());
  auto requirements = kSchemeRequirements.Get(reader, found.rules.scheme, found.rules.version);
  if (requirements) *out.mutable_requirements() = std::move(*requirements);
  if (found.progress.has_published_time()) {
    const auto key = MakeKey(KeySpace::kSchemeVersionStatus, found.ids.scheme, found.ids.version);
    ParseRecordInto(reader.Get(key).value(), *out.mutable_status());
  }
  *out.mutable_version() = std::move(found.version);
  *out.mutable_progress() = std::move(found.progress);
}

Outcome FindParent(const StateReader& reader, const std::string& name, std::string_view field,
                   FoundVersion& out) {
  TANJI_RETURN_IF_REFUSED(CheckVersionName(name, field));
  return FindVersion(reader, field, name, out);
}

// One page of the records of `space` that belong to version `ids`.
template <class Request, class Response, class Add>
Outcome ListOfVersion(const Request& request, const StateScan& scan, KeySpace space,
                      const VersionIds& ids, Response& response, Add add) {
  Page page;
  TANJI_RETURN_IF_REFUSED(ReadPageUnder(scan, MakeKey(space, ids.scheme, ids.version),
                                        request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) ParseRecordInto(record, *add());
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

}  // namespace

Outcome GetScheme(const v1::GetSchemeRequest& request, const StateReader& reader,
                  v1::GetSchemeResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kSchemesCollection, request.name(), "name"));
  const std::string id(ParseName(kSchemesCollection, request.name()).value());
  auto scheme = kSchemes.Get(reader, id);
  if (!scheme) return RefuseNotFound("name", request.name());
  FillScheme(reader, std::move(*scheme), response);
  return Outcome::Ok();
}

Outcome ListSchemes(const v1::ListSchemesRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListSchemesResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kScheme, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillScheme(reader, ParseRecord<v1::Scheme>(record), *response.add_schemes());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome GetSchemeVersion(const v1::GetSchemeVersionRequest& request, const StateReader& reader,
                         v1::GetSchemeVersionResponse& response) {
  FoundVersion found;
  TANJI_RETURN_IF_REFUSED(FindParent(reader, request.name(), "name", found));
  FillVersion(reader, std::move(found), response);
  return Outcome::Ok();
}

Outcome ListSchemeVersions(const v1::ListSchemeVersionsRequest& request, const StateReader& reader,
                           const StateScan& scan, v1::ListSchemeVersionsResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kSchemesCollection, request.parent(), "parent"));
  const std::string id(ParseName(kSchemesCollection, request.parent()).value());
  if (!kSchemes.Has(reader, id)) return RefuseNotFound("parent", request.parent());
  Page page;
  TANJI_RETURN_IF_REFUSED(ReadPageUnder(scan, MakeKey(KeySpace::kSchemeVersion, id),
                                        request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    const auto version = ParseRecord<v1::SchemeVersion>(record);
    FoundVersion found;
    TANJI_RETURN_IF_REFUSED(
        FindVersion(reader, "parent", VersionIds{id, version.id()}.Name(), found));
    FillVersion(reader, std::move(found), *response.add_versions());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome ListClauses(const v1::ListClausesRequest& request, const StateReader& reader,
                    const StateScan& scan, v1::ListClausesResponse& response) {
  FoundVersion found;
  TANJI_RETURN_IF_REFUSED(FindParent(reader, request.parent(), "parent", found));
  const auto& ids = found.progress.clause_count() > 0 ? found.ids : found.rules;
  return ListOfVersion(request, scan, KeySpace::kSchemeClause, ids, response,
                       [&] { return response.add_clauses(); });
}

Outcome ListClaimTexts(const v1::ListClaimTextsRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListClaimTextsResponse& response) {
  FoundVersion found;
  TANJI_RETURN_IF_REFUSED(FindParent(reader, request.parent(), "parent", found));
  return ListOfVersion(request, scan, KeySpace::kClaimTexts, found.rules, response,
                       [&] { return response.add_markets(); });
}

Outcome ListCriteria(const v1::ListCriteriaRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListCriteriaResponse& response) {
  FoundVersion found;
  TANJI_RETURN_IF_REFUSED(FindParent(reader, request.parent(), "parent", found));
  return ListOfVersion(request, scan, KeySpace::kCategoryCriteria, found.rules, response,
                       [&] { return response.add_categories(); });
}

Outcome GetThreshold(const v1::GetThresholdRequest& request, const StateReader& reader,
                     v1::GetThresholdResponse& response) {
  FoundVersion found;
  TANJI_RETURN_IF_REFUSED(FindParent(reader, request.version(), "version", found));
  TANJI_RETURN_IF_REFUSED(CheckCategoryCode(request.category(), "category"));
  const auto criteria = LoadCriteria(reader, found, request.category());
  Decimal threshold;
  TANJI_RETURN_IF_REFUSED(
      ThresholdFor(criteria, request.category(), request.harvest_year(), threshold));
  response.set_threshold(threshold.Text());
  response.set_unit(criteria.requirements.unit());
  *response.mutable_category() = criteria.categories.front();
  *response.mutable_pathway() = PathwayOf(criteria, criteria.categories.front());
  response.set_example(found.scheme.example());
  return Outcome::Ok();
}

}  // namespace tanji::ledger
