#include "ledger/modules/verification/queries.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/verification/tables.h"

namespace tanji::ledger {
namespace {

void FillStatement(const StateReader& reader, const Id& id, v1::Statement statement,
                   v1::GetStatementResponse& out) {
  out.set_name(MakeName(kStatementsCollection, id));
  for (std::uint32_t number = 0; number < statement.finding_count(); ++number) {
    *out.add_findings() = kStatementFindings.Get(reader, id, number).value().finding();
  }
  *out.mutable_statement() = std::move(statement);
  *out.mutable_sample() = kStatementSamples.Get(reader, id).value();
  *out.mutable_status() =
      ParseRecord<v1::StatusRecord>(reader.Get(MakeKey(KeySpace::kStatementStatus, id)).value());
}

void FillCorrection(const Id& id, v1::Correction correction, v1::GetCorrectionResponse& out) {
  out.set_name(MakeName(kCorrectionsCollection, id));
  *out.mutable_correction() = std::move(correction);
}

Id IdOf(std::string_view key) {
  return Id::FromBytes(key.substr(1)).value();
}

}  // namespace

Outcome GetStatement(const v1::GetStatementRequest& request, const StateReader& reader,
                     v1::GetStatementResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kStatementsCollection, request.name(), "name"));
  const auto id = ParseIdName(kStatementsCollection, request.name()).value();
  auto statement = kStatements.Get(reader, id);
  if (!statement) return RefuseNotFound("name", request.name());
  FillStatement(reader, id, std::move(*statement), response);
  return Outcome::Ok();
}

Outcome ListStatements(const v1::ListStatementsRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListStatementsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kStatement, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillStatement(reader, IdOf(key), ParseRecord<v1::Statement>(record),
                  *response.add_statements());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

Outcome GetCorrection(const v1::GetCorrectionRequest& request, const StateReader& reader,
                      v1::GetCorrectionResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckIdName(kCorrectionsCollection, request.name(), "name"));
  const auto id = ParseIdName(kCorrectionsCollection, request.name()).value();
  auto correction = kCorrections.Get(reader, id);
  if (!correction) return RefuseNotFound("name", request.name());
  FillCorrection(id, std::move(*correction), response);
  return Outcome::Ok();
}

Outcome ListCorrections(const v1::ListCorrectionsRequest& request, const StateReader&,
                        const StateScan& scan, v1::ListCorrectionsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kCorrection, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    FillCorrection(IdOf(key), ParseRecord<v1::Correction>(record), *response.add_corrections());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
