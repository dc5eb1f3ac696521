// Facilities, products and lots by resource name: what the operations of this module and of later
// ones ask. Names were checked to be well-formed (CheckNestedName). Thread-safe if the reader is.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/engine/context.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

// What `participants/{producer}/{collection}/{id}` names.
struct OwnedId {
  std::string producer_id;
  std::string id;
};
std::optional<OwnedId> ParseOwned(std::string_view collection, std::string_view name);
std::string OwnedName(std::string_view collection, std::string_view producer_id,
                      std::string_view id);

// CODE_FIELD_MISSING, CODE_NAME_MALFORMED.
Outcome CheckFacilityName(std::string_view name, std::string_view field);
Outcome CheckProductName(std::string_view name, std::string_view field);
Outcome CheckLotName(std::string_view name, std::string_view field);

// What `name` of `field` names, into `out`: CODE_NOT_FOUND, and CODE_NOT_IN_FORCE unless it is in
// force at `time_ms`. The standing of its producer is a question of its own.
Outcome FindFacility(const StateReader& reader, std::string_view field, const std::string& name,
                     std::int64_t time_ms, v1::Facility& out);
Outcome FindProduct(const StateReader& reader, std::string_view field, const std::string& name,
                    std::int64_t time_ms, v1::Product& out);
Outcome FindLot(const StateReader& reader, std::string_view field, const std::string& name,
                std::int64_t time_ms, v1::Lot& out);

// CODE_WRONG_KIND unless the author is a PRODUCER or PRODUCER_GROUP.
Outcome RequireProducer(const OperationContext& context, const StateReader& reader);
// CODE_NOT_ENTITLED unless `owned` is the author's.
Outcome RequireOwn(const OperationContext& context, const OwnedId& owned);

}  // namespace tanji::ledger
