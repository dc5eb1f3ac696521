#include "ledger/modules/evidence/queries.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/evidence/tables.h"

namespace tanji::ledger {

Outcome GetDocument(const v1::GetDocumentRequest& request, const StateReader& reader,
                    v1::GetDocumentResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckHashName(kDocumentsCollection, request.name(), "name"));
  auto document = kDocuments.Get(reader, *ParseHashName(kDocumentsCollection, request.name()));
  if (!document) return RefuseNotFound("name", request.name());
  *response.mutable_document() = std::move(*document);
  return Outcome::Ok();
}

Outcome ListDocuments(const v1::ListDocumentsRequest& request, const StateScan& scan,
                      v1::ListDocumentsResponse& response) {
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPage(scan, KeySpace::kDocument, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    ParseRecordInto(record, *response.add_documents());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

}  // namespace tanji::ledger
