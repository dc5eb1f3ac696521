// Every way in which lots are refused.
#include "ledger/modules/products/change_lot_status.h"
#include "ledger/modules/products/confirm_harvest.h"
#include "ledger/modules/products/derive_lot.h"
#include "ledger/modules/products/register_harvest.h"
#include "ledger/modules/products/report_loss.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/refusals.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;
using H = v1::RegisterHarvest;
using D = v1::DeriveLot;

Detail Field(const char* field) {
  return {{"field", field}};
}
Detail Found(const char* field, const std::string& value) {
  return {{"field", field}, {"value", value}};
}
Detail OutOf(const char* field, const char* value, const char* lowest, const char* highest) {
  return {{"field", field}, {"value", value}, {"lowest", lowest}, {"highest", highest}};
}

void AddHarvestShapes(Rows& rows) {
  AddAlterations<H>(
      Harvested("h-1"), CheckRegisterHarvest,
      {
          {"no id", [](H& m) { m.clear_id(); }, v1::CODE_FIELD_MISSING, Field("id")},
          {"21 characters",
           [](H& m) { m.set_id(std::string(21, 'a')); },
           v1::CODE_FIELD_TOO_LONG,
           {{"field", "id"}, {"value", "21"}, {"limit", "20"}}},
          {"product",
           [](H& m) { m.set_product("products/mango"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "product"},
            {"value", "products/mango"},
            {"expected", "participants/ID/products/ID"}}},
          {"no facility", [](H& m) { m.clear_facilities(); }, v1::CODE_FIELD_MISSING,
           Field("facilities")},
          {"17 facilities",
           [](H& m) {
             while (m.facilities_size() < 17) m.add_facilities(std::string(kOrchard));
           },
           v1::CODE_LIST_TOO_LONG,
           {{"field", "facilities"}, {"value", "17"}, {"limit", "16"}}},
          {"a facility twice", [](H& m) { m.add_facilities(std::string(kOrchard)); },
           v1::CODE_LIST_NOT_ASCENDING, Found("facilities[1]", std::string(kOrchard))},
          {"facility",
           [](H& m) { m.set_facilities(0, "orchard"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "facilities[0]"},
            {"value", "orchard"},
            {"expected", "participants/ID/facilities/ID"}}},
          {"no day", [](H& m) { m.clear_first_day(); }, v1::CODE_FIELD_MISSING, Field("first_day")},
          {"day", [](H& m) { m.set_last_day("2025-11-31"); }, v1::CODE_DAY_MALFORMED,
           Found("last_day", "2025-11-31")},
          {"367 days", [](H& m) { m.set_first_day("2024-12-19"); }, v1::CODE_FIELD_OUT_OF_RANGE,
           OutOf("last_day", "2025-12-20", "2024-12-19", "2025-12-19")},
          {"days fall", [](H& m) { m.set_last_day("2025-11-30"); }, v1::CODE_FIELD_OUT_OF_RANGE,
           OutOf("last_day", "2025-11-30", "2025-12-01", "2026-12-01")},
          {"no mass", [](H& m) { m.clear_mass(); }, v1::CODE_FIELD_MISSING, Field("mass.decimal")},
          {"kilograms of nitrogen",
           [](H& m) { m.mutable_mass()->set_unit("kg N"); },
           v1::CODE_UNIT_NOT_ACCEPTED,
           {{"field", "mass.unit"}, {"value", "kg N"}, {"expected", "kg, t, jin"}}},
          {"no moisture", [](H& m) { m.clear_moisture_known(); }, v1::CODE_FIELD_MISSING,
           Field("moisture")},
          {"moisture", [](H& m) { m.set_moisture(10'001); }, v1::CODE_FIELD_OUT_OF_RANGE,
           OutOf("moisture", "10001", "0", "10000")},
          {"moisture not known for no reason",
           [](H& m) { m.set_moisture_unknown(v1::UNKNOWN_UNSPECIFIED); }, v1::CODE_FIELD_MISSING,
           Field("moisture_unknown")},
          {"no custody", [](H& m) { m.clear_custody(); }, v1::CODE_FIELD_MISSING, Field("custody")},
      },
      rows);
}

void AddDerivationShapes(Rows& rows) {
  AddAlterations<D>(
      Derived("a", {{"h-1", "10"}, {"h-2", "5"}}, "15"), CheckDeriveLot,
      {
          {"id",
           [](D& m) { m.set_id("A"); },
           v1::CODE_ID_MALFORMED,
           {{"field", "id"}, {"value", "A"}}},
          {"no product", [](D& m) { m.clear_product(); }, v1::CODE_FIELD_MISSING, Field("product")},
          {"no parent", [](D& m) { m.clear_parents(); }, v1::CODE_FIELD_MISSING, Field("parents")},
          {"a parent twice", [](D& m) { m.mutable_parents(1)->set_lot(LotName("h-1")); },
           v1::CODE_LIST_NOT_ASCENDING, Found("parents[1].lot", LotName("h-1"))},
          {"no mass of a parent", [](D& m) { m.mutable_parents(1)->clear_mass(); },
           v1::CODE_FIELD_MISSING, Field("parents[1].mass.decimal")},
          {"no parent's name", [](D& m) { m.mutable_parents(0)->clear_lot(); },
           v1::CODE_FIELD_MISSING, Field("parents[0].lot")},
          {"no yield", [](D& m) { m.clear_yield_ratio(); }, v1::CODE_FIELD_MISSING,
           Field("yield_ratio")},
          {"yield above one", [](D& m) { m.set_yield_ratio("1.000000001"); },
           v1::CODE_FIELD_OUT_OF_RANGE, OutOf("yield_ratio", "1.000000001", "0.000000001", "1")},
          {"no mass", [](D& m) { m.clear_mass(); }, v1::CODE_FIELD_MISSING, Field("mass.decimal")},
          {"no custody", [](D& m) { m.clear_custody(); }, v1::CODE_FIELD_MISSING, Field("custody")},
          {"two identities",
           [](D& m) { m.set_custody(v1::CUSTODY_MODEL_IDENTITY_PRESERVED); },
           v1::CODE_IDENTITY_NOT_PRESERVED,
           {{"value", "2"}}},
          {"more out than in",
           [](D& m) { m.mutable_mass()->set_decimal("15.000000001"); },
           v1::CODE_YIELD_EXCEEDED,
           {{"value", "15.000000001"}, {"limit", "15"}}},
          {"more out than the yield",
           [](D& m) { m.set_yield_ratio("0.9"); },
           v1::CODE_YIELD_EXCEEDED,
           {{"value", "15"}, {"limit", "13.5"}}},
      },
      rows);
}

void AddOtherShapes(Rows& rows) {
  using C = v1::ConfirmHarvest;
  AddAlterations<C>(
      Confirmation("h-1"), CheckConfirmHarvest,
      {
          {"no lot", [](C& m) { m.clear_lot(); }, v1::CODE_FIELD_MISSING, Field("lot")},
          {"no finding", [](C& m) { m.clear_finding(); }, v1::CODE_FIELD_MISSING,
           Field("finding.prevailing")},
      },
      rows);
  using L = v1::ReportLoss;
  AddAlterations<L>(
      Loss("h-1", "1"), CheckReportLoss,
      {
          {"no lot", [](L& m) { m.clear_lot(); }, v1::CODE_FIELD_MISSING, Field("lot")},
          {"no mass", [](L& m) { m.clear_mass(); }, v1::CODE_FIELD_MISSING, Field("mass.decimal")},
          {"nothing lost", [](L& m) { m.mutable_mass()->set_decimal("0"); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           OutOf("mass.decimal", "0", "0.000000001", "99999999999999999999999999999.999999999")},
          {"no reason", [](L& m) { m.clear_reason(); }, v1::CODE_FIELD_MISSING,
           Field("reason.prevailing")},
      },
      rows);
  using S = v1::ChangeLotStatus;
  AddAlterations<S>(
      ChangeLot("h-1", EndStatus(1)), CheckChangeLotStatus,
      {
          {"no lot", [](S& m) { m.clear_lot(); }, v1::CODE_FIELD_MISSING, Field("lot")},
          {"no change", [](S& m) { m.clear_change(); }, v1::CODE_FIELD_MISSING,
           Field("change.open")},
      },
      rows);
}

const Detail& Foreign() {
  static const Detail detail{{"value", "participants/neighbour"},
                             {"expected", "participants/farm"}};
  return detail;
}

// A harvest of the farm, altered, in a world with lot h-1.
Outcome HarvestWith(void (*alter)(H&)) {
  Farm farm;
  farm.Do(Harvested("h-1"));
  auto message = Harvested("h-2");
  alter(message);
  return farm.world.Do("farm", message);
}

void AddHarvestStates(Rows& rows) {
  rows.push_back({"a harvest of an auditor",
                  v1::CODE_WRONG_KIND,
                  {{"field", "author"},
                   {"value", "participants/auditor"},
                   {"expected", "PARTICIPANT_KIND_PRODUCER, PARTICIPANT_KIND_PRODUCER_GROUP"}},
                  [] { return Farm().world.Do("auditor", Harvested("h-1")); }});
  rows.push_back({"a lot twice", v1::CODE_ALREADY_EXISTS, Found("id", LotName("h-1")),
                  [] { return HarvestWith([](H& m) { m.set_id("h-1"); }); }});
  rows.push_back({"of another's product", v1::CODE_NOT_ENTITLED, Foreign(),
                  [] { return Farm().world.Do("neighbour", Harvested("h-1")); }});
  rows.push_back(
      {"of no product", v1::CODE_NOT_FOUND, Found("product", "participants/farm/products/kiwi"),
       [] { return HarvestWith([](H& m) { m.set_product("participants/farm/products/kiwi"); }); }});
  rows.push_back(
      {"of a withdrawn product", v1::CODE_NOT_IN_FORCE, Found("product", std::string(kMango)), [] {
         Farm farm;
         farm.Do(ChangeMango(OpenStatus(v1::STATUS_KIND_WITHDRAWN)));
         return farm.world.Do("farm", Harvested("h-1"));
       }});
  rows.push_back({"from another's orchard",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/farm"}, {"expected", "participants/neighbour"}},
                  [] {
                    return HarvestWith(
                        [](H& m) { m.set_facilities(0, "participants/neighbour/facilities/x"); });
                  }});
  rows.push_back({"from nowhere", v1::CODE_NOT_FOUND,
                  Found("facilities[0]", "participants/farm/facilities/x"), [] {
                    return HarvestWith(
                        [](H& m) { m.set_facilities(0, "participants/farm/facilities/x"); });
                  }});
  rows.push_back({"from a suspended orchard", v1::CODE_NOT_IN_FORCE,
                  Found("facilities[0]", std::string(kOrchard)), [] {
                    Farm farm;
                    farm.Do(ChangeOrchard(OpenStatus(v1::STATUS_KIND_SUSPENDED)));
                    return farm.world.Do("farm", Harvested("h-1"));
                  }});
  rows.push_back({"from the packhouse", v1::CODE_FACILITY_WITHOUT_CLIMATE,
                  Found("facilities[1]", "participants/farm/facilities/packhouse"), [] {
                    return HarvestWith(
                        [](H& m) { m.add_facilities("participants/farm/facilities/packhouse"); });
                  }});
  rows.push_back({"in the future",
                  v1::CODE_HARVEST_IN_FUTURE,
                  {{"value", "2026-01-02"},
                   {"block_time", std::to_string(kGenesisTimeMs + 10)},
                   {"expected", "2026-01-01"}},
                  [] { return HarvestWith([](H& m) { m.set_last_day("2026-01-02"); }); }});
}

// Confirming lot `id` by `author`, where h-1 is plausible and `above` is not.
Outcome Confirmed(const char* author, const char* id, std::uint32_t interval = 1) {
  Farm farm;
  auto both = Registration("both", {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_PRODUCER});
  Farm::Expect(farm.world.Do("zone", both));
  farm.Do(Harvested("h-1"));
  farm.Do(Harvested("above", "30000"));
  Farm::Expect(farm.world.Do("both", Orchard()));
  Farm::Expect(farm.world.Do("both", Mango()));
  auto own = Harvested("own", "30000");
  own.set_product("participants/both/products/mango");
  own.set_facilities(0, "participants/both/facilities/orchard");
  Farm::Expect(farm.world.Do("both", own));
  auto message = Confirmation(id);
  if (std::string_view(id) == "own") message.set_lot(LotName("own", "both"));
  message.set_interval(interval);
  return farm.world.Do(author, message);
}

void AddConfirmationStates(Rows& rows) {
  rows.push_back({"confirmed by a neighbour",
                  v1::CODE_WRONG_KIND,
                  {{"field", "author"},
                   {"value", "participants/neighbour"},
                   {"expected", "PARTICIPANT_KIND_AUDITOR"}},
                  [] { return Confirmed("neighbour", "above"); }});
  rows.push_back({"confirming what is not there", v1::CODE_NOT_FOUND, Found("lot", LotName("x")),
                  [] { return Confirmed("auditor", "x"); }});
  rows.push_back(
      {"confirming its own", v1::CODE_SELF_CONFIRMATION, {{"value", "participants/both"}}, [] {
         return Confirmed("both", "own");
       }});
  rows.push_back({"confirming a plausible harvest",
                  v1::CODE_REVIEW_NOT_OF_HARVEST,
                  {{"value", LotName("h-1")}, {"number", "1"}},
                  [] { return Confirmed("auditor", "h-1"); }});
  rows.push_back({"confirming another interval",
                  v1::CODE_REVIEW_NOT_OF_HARVEST,
                  {{"value", LotName("above")}, {"number", "2"}},
                  [] { return Confirmed("auditor", "above", 2); }});
  rows.push_back({"confirming twice", v1::CODE_INTERVAL_NOT_OPEN, {{"number", "1"}}, [] {
                    Farm farm;
                    farm.Do(Harvested("above", "30000"));
                    Farm::Expect(farm.world.Do("auditor", Confirmation("above")));
                    return farm.world.Do("auditor", Confirmation("above"));
                  }});
  rows.push_back({"ending one's own review",
                  v1::CODE_REVIEW_ENDS_BY_AUDITOR,
                  {{"value", LotName("above")}, {"number", "1"}},
                  [] {
                    Farm farm;
                    farm.Do(Harvested("above", "30000"));
                    return farm.world.Do("farm", ChangeLot("above", EndStatus(1)));
                  }});
}

// Deriving from h-1, which holds 100 kg segregated, with `alter` done to the message; `prepare`
// comes before.
Outcome DeriveWith(
    void (*alter)(D&), void (*prepare)(Farm&) = [](Farm&) {}) {
  Farm farm;
  farm.Do(Harvested("h-1", "100"));
  prepare(farm);
  auto message = Derived("a", {{"h-1", "10"}}, "10");
  alter(message);
  return farm.world.Do("farm", message);
}

void AddDerivationStates(Rows& rows) {
  rows.push_back({"from another's lot",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/farm"}, {"expected", "participants/neighbour"}},
                  [] {
                    return DeriveWith(
                        [](D& m) { m.mutable_parents(0)->set_lot(LotName("h-1", "neighbour")); });
                  }});
  rows.push_back({"from no lot", v1::CODE_NOT_FOUND, Found("parents[0].lot", LotName("x")), [] {
                    return DeriveWith([](D& m) { m.mutable_parents(0)->set_lot(LotName("x")); });
                  }});
  rows.push_back({"from a lot under review", v1::CODE_NOT_IN_FORCE,
                  Found("parents[0].lot", LotName("above")), [] {
                    return DeriveWith([](D& m) { m.mutable_parents(0)->set_lot(LotName("above")); },
                                      [](Farm& farm) { farm.Do(Harvested("above", "30000")); });
                  }});
  rows.push_back(
      {"more than there is",
       v1::CODE_LOT_OVERDRAWN,
       {{"field", "parents[0].mass"}, {"lot", LotName("h-1")}, {"value", "90.5"}, {"left", "90"}},
       [] {
         return DeriveWith([](D& m) { m.mutable_parents(0)->mutable_mass()->set_decimal("90.5"); },
                           [](Farm& farm) { farm.Do(Loss("h-1", "10")); });
       }});
  rows.push_back({"stricter than its parent",
                  v1::CODE_CUSTODY_STRICTER,
                  {{"value", "CUSTODY_MODEL_IDENTITY_PRESERVED"},
                   {"lot", LotName("h-1")},
                   {"expected", "CUSTODY_MODEL_SEGREGATED"}},
                  [] {
                    return DeriveWith(
                        [](D& m) { m.set_custody(v1::CUSTODY_MODEL_IDENTITY_PRESERVED); });
                  }});
  rows.push_back(
      {"a split that yields less", v1::CODE_YIELD_OF_SAME_PRODUCT, {{"value", "0.9"}}, [] {
         return DeriveWith([](D& m) {
           m.set_yield_ratio("0.9");
           m.mutable_mass()->set_decimal("9");
         });
       }});
  rows.push_back({"mangoes of something else",
                  v1::CODE_PRODUCTS_MIXED,
                  {{"field", "parents[0].lot"},
                   {"lot", LotName("cut")},
                   {"value", std::string(kCut)},
                   {"expected", std::string(kMango)}},
                  [] {
                    Farm farm;
                    farm.Do(Harvested("h-1", "100"));
                    auto cut = Derived("cut", {{"h-1", "10"}}, "10");
                    cut.set_product(std::string(kCut));
                    farm.Do(cut);
                    return farm.world.Do("farm", Derived("a", {{"cut", "1"}, {"h-1", "1"}}, "2"));
                  }});
}

void AddLossStates(Rows& rows) {
  const auto by_neighbour = [&](const char* name, auto message) {
    rows.push_back({name, v1::CODE_NOT_ENTITLED, Foreign(), [message] {
                      Farm farm;
                      farm.Do(Harvested("h-1"));
                      return farm.world.Do("neighbour", message);
                    }});
  };
  by_neighbour("a loss of another's", Loss("h-1", "1"));
  by_neighbour("another's lot suspended", ChangeLot("h-1", OpenStatus(v1::STATUS_KIND_SUSPENDED)));
  rows.push_back({"a loss of no lot", v1::CODE_NOT_FOUND, Found("lot", LotName("x")),
                  [] { return Farm().world.Do("farm", Loss("x", "1")); }});
  rows.push_back({"no lot suspended", v1::CODE_NOT_FOUND, Found("lot", LotName("x")), [] {
                    return Farm().world.Do("farm",
                                           ChangeLot("x", OpenStatus(v1::STATUS_KIND_SUSPENDED)));
                  }});
  rows.push_back(
      {"more lost than there is",
       v1::CODE_LOT_OVERDRAWN,
       {{"field", "mass"}, {"lot", LotName("h-1")}, {"value", "15000.1"}, {"left", "15000"}},
       [] {
         Farm farm;
         farm.Do(Harvested("h-1"));
         return farm.world.Do("farm", Loss("h-1", "15000.1"));
       }});
}

}  // namespace

std::vector<RefusalCase> LotRefusals() {
  Rows rows;
  AddHarvestShapes(rows);
  AddDerivationShapes(rows);
  AddOtherShapes(rows);
  AddHarvestStates(rows);
  AddConfirmationStates(rows);
  AddDerivationStates(rows);
  AddLossStates(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
