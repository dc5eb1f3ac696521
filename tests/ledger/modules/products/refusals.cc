// Every way in which facilities, products and yield bounds are refused; lots are in
// lot_refusals.cc.
#include "tests/ledger/modules/refusals.h"

#include "ledger/modules/products/change_facility_status.h"
#include "ledger/modules/products/change_product_status.h"
#include "ledger/modules/products/register_facility.h"
#include "ledger/modules/products/register_product.h"
#include "ledger/modules/products/set_yield_bound.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;

Detail OutOf(const char* field, const char* value, const char* lowest, const char* highest) {
  return {{"field", field}, {"value", value}, {"lowest", lowest}, {"highest", highest}};
}

void AddFacilityShapes(Rows& rows) {
  using M = v1::RegisterFacility;
  AddAlterations<M>(
      Orchard(), CheckRegisterFacility,
      {
          {"no id", [](M& m) { m.clear_id(); }, v1::CODE_FIELD_MISSING, {{"field", "id"}}},
          {"id",
           [](M& m) { m.set_id("A"); },
           v1::CODE_ID_MALFORMED,
           {{"field", "id"}, {"value", "A"}}},
          {"no name",
           [](M& m) { m.clear_name(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "name.prevailing"}}},
          {"short GLN",
           [](M& m) { m.set_gln("629104150021"); },
           v1::CODE_GS1_NUMBER_MALFORMED,
           {{"field", "gln"}, {"value", "629104150021"}, {"expected", "13"}}},
          {"check digit",
           [](M& m) { m.set_gln("6291041500214"); },
           v1::CODE_CHECK_DIGIT_FALSE,
           {{"field", "gln"}, {"value", "6291041500214"}, {"expected", "3"}}},
          {"no region",
           [](M& m) { m.clear_region(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "region"}}},
          {"region",
           [](M& m) { m.set_region("Hainan"); },
           v1::CODE_REGION_MALFORMED,
           {{"value", "Hainan"}}},
          {"in China without a code",
           [](M& m) { m.clear_admin_code(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "admin_code"}}},
          {"admin code",
           [](M& m) { m.set_admin_code("46902"); },
           v1::CODE_ADMIN_CODE_MALFORMED,
           {{"value", "46902"}}},
          {"no area",
           [](M& m) { m.clear_area(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "area.decimal"}}},
          {"area in kg",
           [](M& m) { m.mutable_area()->set_unit("kg"); },
           v1::CODE_UNIT_NOT_ACCEPTED,
           {{"field", "area.unit"}, {"value", "kg"}, {"expected", "m2, ha, mu"}}},
          {"area in Chinese",
           [](M& m) { m.mutable_area()->set_unit("亩"); },
           v1::CODE_UNIT_NOT_CANONICAL,
           {{"field", "area.unit"}, {"value", "亩"}, {"expected", "mu"}}},
          {"area in acres",
           [](M& m) { m.mutable_area()->set_unit("acre"); },
           v1::CODE_UNIT_UNKNOWN,
           {{"field", "area.unit"}, {"value", "acre"}}},
          {"area above all land", [](M& m) { m.mutable_area()->set_decimal("1500000001"); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           OutOf("area", "1500000001 mu", "0.000000001 m2", "1000000000000 m2")},
      },
      rows);
}

void AddClimateShapes(Rows& rows) {
  using M = v1::RegisterFacility;
  const auto missing = [](const char* field) { return Detail{{"field", field}}; };
  AddAlterations<M>(
      Orchard(), CheckRegisterFacility,
      {
          {"no class", [](M& m) { m.mutable_climate()->clear_class_(); }, v1::CODE_FIELD_MISSING,
           missing("climate.class")},
          {"no precipitation", [](M& m) { m.mutable_climate()->clear_precipitation_mm(); },
           v1::CODE_FIELD_OUT_OF_RANGE, OutOf("climate.precipitation_mm", "0", "1", "20000")},
          {"first year", [](M& m) { m.mutable_climate()->set_from_year(1849); },
           v1::CODE_FIELD_OUT_OF_RANGE, OutOf("climate.from_year", "1849", "1850", "9999")},
          {"years fall", [](M& m) { m.mutable_climate()->set_until_year(1990); },
           v1::CODE_FIELD_OUT_OF_RANGE, OutOf("climate.until_year", "1990", "1991", "9999")},
          {"no station", [](M& m) { m.mutable_climate()->clear_station(); }, v1::CODE_FIELD_MISSING,
           missing("climate.station")},
          {"no source of the climate", [](M& m) { m.mutable_climate()->clear_source(); },
           v1::CODE_FIELD_MISSING, missing("climate.source")},
          {"no irrigation", [](M& m) { m.mutable_climate()->clear_irrigation(); },
           v1::CODE_FIELD_MISSING, missing("climate.irrigation")},
          {"wet with little rain",
           [](M& m) { m.mutable_climate()->set_precipitation_mm(1000); },
           v1::CODE_CLIMATE_CONTRADICTED,
           {{"value", "CLIMATE_CLASS_WET"},
            {"precipitation_mm", "1000"},
            {"expected", "CLIMATE_CLASS_DRY"}}},
          {"dry with much rain",
           [](M& m) { m.mutable_climate()->set_class_(v1::CLIMATE_CLASS_DRY); },
           v1::CODE_CLIMATE_CONTRADICTED,
           {{"value", "CLIMATE_CLASS_DRY"},
            {"precipitation_mm", "1900"},
            {"expected", "CLIMATE_CLASS_WET"}}},
      },
      rows);
}

void AddProductShapes(Rows& rows) {
  using M = v1::RegisterProduct;
  AddAlterations<M>(
      Mango(), CheckRegisterProduct,
      {
          {"no id", [](M& m) { m.clear_id(); }, v1::CODE_FIELD_MISSING, {{"field", "id"}}},
          {"no name",
           [](M& m) { m.clear_name(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "name.prevailing"}}},
          {"no category",
           [](M& m) { m.clear_category(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "category"}}},
          {"category",
           [](M& m) { m.set_category("mango"); },
           v1::CODE_CATEGORY_MALFORMED,
           {{"field", "category"}, {"value", "mango"}}},
          {"GTIN of 9 digits",
           [](M& m) { m.set_gtin("123456789"); },
           v1::CODE_GS1_NUMBER_MALFORMED,
           {{"field", "gtin"}, {"value", "123456789"}, {"expected", "8, 12, 13, 14"}}},
          {"no unit", [](M& m) { m.clear_unit(); }, v1::CODE_FIELD_MISSING, {{"field", "unit"}}},
          {"by the piece",
           [](M& m) { m.set_unit("piece"); },
           v1::CODE_UNIT_NOT_ACCEPTED,
           {{"field", "unit"}, {"value", "piece"}, {"expected", "kg"}}},
      },
      rows);
}

void AddBoundShapes(Rows& rows) {
  using M = v1::SetYieldBound;
  AddAlterations<M>(Bound(), CheckSetYieldBound,
                    {
                        {"category",
                         [](M& m) { m.set_category("CPC:"); },
                         v1::CODE_CATEGORY_MALFORMED,
                         {{"field", "category"}, {"value", "CPC:"}}},
                        {"no yield",
                         [](M& m) { m.clear_kg_per_ha(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "kg_per_ha"}}},
                        {"yield",
                         [](M& m) { m.set_kg_per_ha("20,000"); },
                         v1::CODE_DECIMAL_MALFORMED,
                         {{"field", "kg_per_ha"}, {"value", "20,000"}}},
                        {"more than a tonne per square metre and more",
                         [](M& m) { m.set_kg_per_ha("1000000000.1"); }, v1::CODE_FIELD_OUT_OF_RANGE,
                         OutOf("kg_per_ha", "1000000000.1", "0.000000001", "1000000000")},
                        {"no source",
                         [](M& m) { m.clear_source(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "source"}}},
                        {"long source",
                         [](M& m) { m.set_source(std::string(513, 'x')); },
                         v1::CODE_FIELD_TOO_LONG,
                         {{"field", "source"}, {"value", "513"}, {"limit", "512"}}},
                    },
                    rows);
}

void AddStatusShapes(Rows& rows) {
  using F = v1::ChangeFacilityStatus;
  AddAlterations<F>(ChangeOrchard(OpenStatus(v1::STATUS_KIND_SUSPENDED)), CheckChangeFacilityStatus,
                    {
                        {"name",
                         [](F& m) { m.set_facility("facilities/orchard"); },
                         v1::CODE_NAME_MALFORMED,
                         {{"field", "facility"},
                          {"value", "facilities/orchard"},
                          {"expected", "participants/ID/facilities/ID"}}},
                        {"no reason",
                         [](F& m) { m.mutable_change()->clear_reason(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "change.reason.prevailing"}}},
                    },
                    rows);
  using P = v1::ChangeProductStatus;
  AddAlterations<P>(ChangeMango(OpenStatus(v1::STATUS_KIND_SUSPENDED)), CheckChangeProductStatus,
                    {
                        {"no name",
                         [](P& m) { m.clear_product(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "product"}}},
                        {"no change",
                         [](P& m) { m.clear_change(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "change.open"}}},
                    },
                    rows);
}

Detail NotAProducer(const char* author) {
  return {{"field", "author"},
          {"value", author},
          {"expected", "PARTICIPANT_KIND_PRODUCER, PARTICIPANT_KIND_PRODUCER_GROUP"}};
}

void AddStates(Rows& rows) {
  rows.push_back({"a facility of an auditor", v1::CODE_WRONG_KIND,
                  NotAProducer("participants/auditor"),
                  [] { return Farm().world.Do("auditor", Orchard()); }});
  rows.push_back({"a facility twice",
                  v1::CODE_ALREADY_EXISTS,
                  {{"field", "id"}, {"value", std::string(kOrchard)}},
                  [] { return Farm().world.Do("farm", Orchard()); }});
  rows.push_back({"a climate of years to come", v1::CODE_FIELD_OUT_OF_RANGE,
                  OutOf("climate.until_year", "2027", "1850", "2026"), [] {
                    auto message = Orchard("north");
                    message.mutable_climate()->set_until_year(2027);
                    return Farm().world.Do("farm", message);
                  }});
  rows.push_back({"a product of a body", v1::CODE_WRONG_KIND, NotAProducer("participants/body-cn"),
                  [] { return Farm().world.Do("body-cn", Mango()); }});
  rows.push_back({"a product twice",
                  v1::CODE_ALREADY_EXISTS,
                  {{"field", "id"}, {"value", std::string(kMango)}},
                  [] { return Farm().world.Do("farm", Mango()); }});
  rows.push_back(
      {"a bound of a farm",
       v1::CODE_WRONG_KIND,
       {{"field", "author"}, {"value", "participants/farm"}, {"expected", "PARTICIPANT_KIND_BODY"}},
       [] { return Farm().world.Do("farm", Bound()); }});
}

void AddStatusStates(Rows& rows) {
  const Detail foreign{{"value", "participants/neighbour"}, {"expected", "participants/farm"}};
  rows.push_back({"another's facility", v1::CODE_NOT_ENTITLED, foreign, [] {
                    return Farm().world.Do("neighbour",
                                           ChangeOrchard(OpenStatus(v1::STATUS_KIND_SUSPENDED)));
                  }});
  rows.push_back({"another's product", v1::CODE_NOT_ENTITLED, foreign, [] {
                    return Farm().world.Do("neighbour",
                                           ChangeMango(OpenStatus(v1::STATUS_KIND_SUSPENDED)));
                  }});
  rows.push_back({"a facility that is not there",
                  v1::CODE_NOT_FOUND,
                  {{"field", "facility"}, {"value", "participants/farm/facilities/x"}},
                  [] {
                    auto message = ChangeOrchard(OpenStatus(v1::STATUS_KIND_SUSPENDED));
                    message.set_facility("participants/farm/facilities/x");
                    return Farm().world.Do("farm", message);
                  }});
  rows.push_back({"a product that is not there",
                  v1::CODE_NOT_FOUND,
                  {{"field", "product"}, {"value", "participants/farm/products/x"}},
                  [] {
                    auto message = ChangeMango(OpenStatus(v1::STATUS_KIND_SUSPENDED));
                    message.set_product("participants/farm/products/x");
                    return Farm().world.Do("farm", message);
                  }});
  rows.push_back(
      {"the life of a facility ended", v1::CODE_INTERVAL_NOT_OPEN, {{"number", "0"}}, [] {
         return Farm().world.Do("farm", ChangeOrchard(EndStatus(0)));
       }});
  rows.push_back({"the life of a product ended", v1::CODE_INTERVAL_NOT_OPEN, {{"number", "0"}}, [] {
                    return Farm().world.Do("farm", ChangeMango(EndStatus(0)));
                  }});
}

}  // namespace

std::vector<RefusalCase> ProductsRefusals() {
  Rows rows;
  AddFacilityShapes(rows);
  AddClimateShapes(rows);
  AddProductShapes(rows);
  AddBoundShapes(rows);
  AddStatusShapes(rows);
  AddStates(rows);
  AddStatusStates(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
