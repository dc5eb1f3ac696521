#include "ledger/modules/products/queries.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

// The status record of an object that exists, made with it under the same key parts.
void ReadStatus(const StateReader& reader, KeySpace space, const OwnedId& owned,
                v1::StatusRecord& out) {
  ParseRecordInto(reader.Get(MakeKey(space, owned.producer_id, owned.id)).value(), out);
}

void Fill(const StateReader& reader, v1::Facility facility, v1::GetFacilityResponse& out) {
  const auto producer_id = ParseParticipantName(facility.producer()).value();
  ReadStatus(reader, KeySpace::kFacilityStatus, {producer_id, facility.id()},
             *out.mutable_status());
  *out.mutable_facility() = std::move(facility);
}

void Fill(const StateReader& reader, v1::Product product, v1::GetProductResponse& out) {
  const auto producer_id = ParseParticipantName(product.producer()).value();
  ReadStatus(reader, KeySpace::kProductStatus, {producer_id, product.id()}, *out.mutable_status());
  *out.mutable_product() = std::move(product);
}

void Fill(const StateReader& reader, v1::Lot lot, v1::GetLotResponse& out) {
  const auto producer_id = ParseParticipantName(lot.producer()).value();
  ReadStatus(reader, KeySpace::kLotStatus, {producer_id, lot.id()}, *out.mutable_status());
  *out.mutable_balance() = kLotBalances.Get(reader, producer_id, lot.id()).value();
  if (auto confirmation = kHarvestConfirmations.Get(reader, producer_id, lot.id())) {
    *out.mutable_confirmation() = std::move(*confirmation);
  }
  *out.mutable_lot() = std::move(lot);
}

template <class Record, class Response>
Outcome Get(const Table<Record, std::string, std::string>& table, std::string_view collection,
            const std::string& name, const StateReader& reader, Response& response) {
  const auto owned = ParseOwned(collection, name).value();
  auto record = table.Get(reader, owned.producer_id, owned.id);
  if (!record) return RefuseNotFound("name", name);
  Fill(reader, std::move(*record), response);
  return Outcome::Ok();
}

// A page of the table, or of its part that belongs to `parent`; each row into what `add` makes.
template <class Record, class Request, class Response, class Add>
Outcome List(const Table<Record, std::string, std::string>& table, const Request& request,
             const StateReader& reader, const StateScan& scan, Response& response, Add add) {
  std::string prefix = MakeKey(table.space);
  if (!request.parent().empty()) {
    TANJI_RETURN_IF_REFUSED(CheckChosenName(kParticipantsCollection, request.parent(), "parent"));
    prefix = MakeKey(table.space, ParseParticipantName(request.parent()).value());
  }
  Page page;
  TANJI_RETURN_IF_REFUSED(
      ReadPageUnder(scan, prefix, request.page_size(), request.page_token(), page));
  for (const auto& [key, record] : page.rows) {
    Fill(reader, ParseRecord<Record>(record), add());
  }
  response.set_next_page_token(std::move(page.next_token));
  return Outcome::Ok();
}

}  // namespace

Outcome GetFacility(const v1::GetFacilityRequest& request, const StateReader& reader,
                    v1::GetFacilityResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckFacilityName(request.name(), "name"));
  return Get(kFacilities, kFacilitiesCollection, request.name(), reader, response);
}

Outcome ListFacilities(const v1::ListFacilitiesRequest& request, const StateReader& reader,
                       const StateScan& scan, v1::ListFacilitiesResponse& response) {
  return List(kFacilities, request, reader, scan, response,
              [&]() -> auto& { return *response.add_facilities(); });
}

Outcome GetProduct(const v1::GetProductRequest& request, const StateReader& reader,
                   v1::GetProductResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckProductName(request.name(), "name"));
  return Get(kProducts, kProductsCollection, request.name(), reader, response);
}

Outcome ListProducts(const v1::ListProductsRequest& request, const StateReader& reader,
                     const StateScan& scan, v1::ListProductsResponse& response) {
  return List(kProducts, request, reader, scan, response,
              [&]() -> auto& { return *response.add_products(); });
}

Outcome GetYieldBound(const v1::GetYieldBoundRequest& request, const StateReader& reader,
                      v1::GetYieldBoundResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckCategory(request.category(), "category"));
  auto bound = kYieldBounds.Get(reader, request.category());
  if (!bound) return RefuseNotFound("category", request.category());
  *response.mutable_bound() = std::move(*bound);
  return Outcome::Ok();
}

Outcome GetLot(const v1::GetLotRequest& request, const StateReader& reader,
               v1::GetLotResponse& response) {
  TANJI_RETURN_IF_REFUSED(CheckLotName(request.name(), "name"));
  return Get(kLots, kLotsCollection, request.name(), reader, response);
}

Outcome ListLots(const v1::ListLotsRequest& request, const StateReader& reader,
                 const StateScan& scan, v1::ListLotsResponse& response) {
  return List(kLots, request, reader, scan, response,
              [&]() -> auto& { return *response.add_lots(); });
}

}  // namespace tanji::ledger
