#include "ledger/modules/products/register_facility.h"

#include <algorithm>

#include "ledger/base/digits.h"
#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"

namespace tanji::ledger {
namespace {

// In China every place has one.
Outcome CheckAdminCode(const v1::RegisterFacility& message) {
  constexpr std::size_t kDigits = 6;
  const auto& code = message.admin_code();
  if (code.empty()) return CheckSet(!message.region().starts_with("CN"), "admin_code");
  if (code.size() == kDigits && std::all_of(code.begin(), code.end(), IsDigit)) {
    return Outcome::Ok();
  }
  return Refuse(v1::CODE_ADMIN_CODE_MALFORMED, {{"value", Shown(code)}});
}

}  // namespace

Outcome CheckRegisterFacility(const v1::RegisterFacility& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenId(message.id(), "id"));
  TANJI_RETURN_IF_REFUSED(CheckText(message.name(), "name"));
  TANJI_RETURN_IF_REFUSED(CheckGln(message.gln(), "gln"));
  TANJI_RETURN_IF_REFUSED(CheckSet(!message.region().empty(), "region"));
  if (!IsRegion(message.region())) {
    return Refuse(v1::CODE_REGION_MALFORMED, {{"value", Shown(message.region())}});
  }
  TANJI_RETURN_IF_REFUSED(CheckAdminCode(message));
  TANJI_RETURN_IF_REFUSED(CheckArea(message.area(), "area"));
  return message.has_climate() ? CheckClimate(message.climate(), "climate") : Outcome::Ok();
}

Outcome AuthoriseRegisterFacility(const v1::RegisterFacility& message,
                                  const OperationContext& context, const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireProducer(context, reader));
  if (message.has_climate()) {
    // A mean over years that have not been is none.
    const auto this_year = static_cast<std::uint32_t>(DayInChina(context.time_ms()).year);
    TANJI_RETURN_IF_REFUSED(CheckRange(message.climate().until_year(), kFirstClimateYear, this_year,
                                       "climate.until_year"));
  }
  if (!kFacilities.Has(reader, context.author_id, message.id())) return Outcome::Ok();
  return Refuse(v1::CODE_ALREADY_EXISTS,
                {{"field", "id"},
                 {"value", OwnedName(kFacilitiesCollection, context.author_id, message.id())}});
}

Outcome ApplyRegisterFacility(const v1::RegisterFacility& message, const OperationContext& context,
                              StateWriter& writer) {
  v1::Facility facility;
  facility.set_producer(context.author);
  facility.set_id(message.id());
  *facility.mutable_name() = message.name();
  facility.set_gln(message.gln());
  facility.set_region(message.region());
  facility.set_admin_code(message.admin_code());
  *facility.mutable_area() = message.area();
  facility.set_area_m2(SquareMetresOf(message.area()).Text());
  if (message.has_climate()) *facility.mutable_climate() = message.climate();
  facility.set_registered_time(context.time_ms());
  RecordSigners(context, facility);
  kFacilities.Put(writer, context.author_id, message.id(), facility);
  FacilityHistory(context.author_id, message.id())
      .Create(writer, context.stamp(), context.time_ms(), std::nullopt);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
