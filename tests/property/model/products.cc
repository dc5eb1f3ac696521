#include "tests/property/model/products.h"

#include "tests/property/model/days.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

const Number& Limit() {
  static const Number limit = Number(1'000'000) * 1'000'000;
  return limit;
}

Code PositiveWithin(const v1::Amount& amount, Number& rounded) {
  rounded = Rounded(InBase(amount));
  return rounded > 0 && rounded <= Limit() ? v1::CODE_OK : v1::CODE_FIELD_OUT_OF_RANGE;
}

Code Goods(const v1::Amount& amount, Number& kilograms) {
  if (NumberOf(amount.decimal()) <= 0) return v1::CODE_FIELD_OUT_OF_RANGE;
  const auto& unit = amount.unit();
  if (unit != "kg" && unit != "t" && unit != "jin") return v1::CODE_UNIT_NOT_ACCEPTED;
  return PositiveWithin(amount, kilograms);
}

Code Area(const v1::Amount& amount, Number& square_metres) {
  if (NumberOf(amount.decimal()) <= 0) return v1::CODE_FIELD_OUT_OF_RANGE;
  const auto& unit = amount.unit();
  if (unit != "m2" && unit != "ha" && unit != "mu") return v1::CODE_UNIT_NOT_ACCEPTED;
  return PositiveWithin(amount, square_metres);
}

template <class Thing, class Message>
Code ChangeOwned(std::map<std::string, Thing>& all, const char* collection, const std::string& name,
                 const Message& message, const Act& act) {
  std::string owned;
  if (const Code code = Nested("participants", collection, name, owned)) return code;
  if (const Code code = Change(message.change())) return code;
  if (OwnerOf(owned) != act.author_id) return v1::CODE_NOT_ENTITLED;
  const auto it = all.find(owned);
  if (it == all.end()) return v1::CODE_NOT_FOUND;
  return it->second.life.Do(message.change(), act);
}

Code RegisterFacility(const v1::RegisterFacility& message, const Act& act, World& world) {
  Facility facility;
  if (const Code code = Id(message.id())) return code;
  if (const Code code = Text(message.name())) return code;
  if (const Code code = Area(message.area(), facility.area_m2)) return code;
  if (!IsProducer(world, act.author_id)) return v1::CODE_WRONG_KIND;
  facility.has_climate = message.has_climate();
  const auto this_year = std::stoul(DayOf(act.now_ms).substr(0, 4));
  if (facility.has_climate && message.climate().until_year() > this_year) {
    return v1::CODE_FIELD_OUT_OF_RANGE;
  }
  const auto owned = act.author_id + "/" + message.id();
  if (world.products.facilities.contains(owned)) return v1::CODE_ALREADY_EXISTS;
  v1::Facility record;
  record.set_producer(act.author);
  record.set_id(message.id());
  *record.mutable_name() = message.name();
  record.set_gln(message.gln());
  record.set_region(message.region());
  record.set_admin_code(message.admin_code());
  *record.mutable_area() = message.area();
  record.set_area_m2(TextOf(facility.area_m2));
  if (message.has_climate()) *record.mutable_climate() = message.climate();
  record.set_registered_time(act.now_ms);
  AddSigners(act, record);
  world.kept[OwnedKey(KeySpace::kFacility, owned)] = BytesOf(record);
  facility.life = Life(act.now_ms, act.author, act.now_ms);
  world.products.facilities[owned] = std::move(facility);
  return v1::CODE_OK;
}

Code RegisterProduct(const v1::RegisterProduct& message, const Act& act, World& world) {
  if (const Code code = Id(message.id())) return code;
  if (const Code code = Text(message.name())) return code;
  if (message.unit() != "kg") return v1::CODE_UNIT_NOT_ACCEPTED;
  if (!IsProducer(world, act.author_id)) return v1::CODE_WRONG_KIND;
  const auto owned = act.author_id + "/" + message.id();
  if (world.products.products.contains(owned)) return v1::CODE_ALREADY_EXISTS;
  v1::Product record;
  record.set_producer(act.author);
  record.set_id(message.id());
  *record.mutable_name() = message.name();
  record.set_category(message.category());
  record.set_gtin(message.gtin());
  record.set_unit(message.unit());
  record.set_registered_time(act.now_ms);
  AddSigners(act, record);
  world.kept[OwnedKey(KeySpace::kProduct, owned)] = BytesOf(record);
  world.products.products[owned] = {message.category(), Life(act.now_ms, act.author, act.now_ms)};
  return v1::CODE_OK;
}

Code ChangeFacilityStatus(const v1::ChangeFacilityStatus& message, const Act& act, World& world) {
  return ChangeOwned(world.products.facilities, "facilities", message.facility(), message, act);
}
Code ChangeProductStatus(const v1::ChangeProductStatus& message, const Act& act, World& world) {
  return ChangeOwned(world.products.products, "products", message.product(), message, act);
}

Code SetYieldBound(const v1::SetYieldBound& message, const Act& act, World& world) {
  const auto per_ha = NumberOf(message.kg_per_ha());
  if (per_ha <= 0 || per_ha > 1'000'000'000) return v1::CODE_FIELD_OUT_OF_RANGE;
  if (const Code code = Source(message.source())) return code;
  if (!world.members.Is(act.author_id, v1::PARTICIPANT_KIND_BODY)) return v1::CODE_WRONG_KIND;
  auto& record = world.products.bounds[message.category()];
  record = {};
  record.set_category(message.category());
  record.set_kg_per_ha(message.kg_per_ha());
  record.set_source(message.source());
  record.set_set_by(act.author);
  record.set_set_time(act.now_ms);
  AddSigners(act, record);
  return v1::CODE_OK;
}

// CPC:01316 is covered by itself and by every shorter CPC code: the longest with a bound decides.
const v1::YieldBound* BoundOf(const World& world, const std::string& category) {
  const v1::YieldBound* found = nullptr;
  for (const auto& [code, bound] : world.products.bounds) {
    if (category.starts_with(code)) found = &bound;  // ascending: a longer one comes later
  }
  return found;
}

Code LotId(const std::string& id) {
  if (const Code code = Id(id)) return code;
  return id.size() <= 20 ? v1::CODE_OK : v1::CODE_FIELD_TOO_LONG;
}

Code NewLot(const std::string& id, const std::string& product, const Act& act, const World& world) {
  if (!IsProducer(world, act.author_id)) return v1::CODE_WRONG_KIND;
  if (world.products.lots.contains(act.author_id + "/" + id)) return v1::CODE_ALREADY_EXISTS;
  return OwnInForce(world.products.products, product, act);
}

v1::Lot RecordOf(const std::string& id, const std::string& product, const v1::Amount& mass,
                 const Lot& lot, const Act& act) {
  v1::Lot record;
  record.set_producer(act.author);
  record.set_id(id);
  record.set_product(product);
  *record.mutable_mass() = mass;
  record.set_mass_kg(TextOf(lot.mass_kg));
  record.set_custody(lot.custody);
  record.set_registered_time(act.now_ms);
  AddSigners(act, record);
  return record;
}

void StoreLot(const v1::Lot& record, Lot lot, const Act& act, World& world) {
  const auto owned = act.author_id + "/" + record.id();
  world.kept[OwnedKey(KeySpace::kLot, owned)] = BytesOf(record);
  world.products.lots[owned] = std::move(lot);
}

v1::BilingualText ReviewReason(bool has_bound) {
  v1::BilingualText reason;
  reason.set_zh(has_bound ? "采收量高于面积与最高合理单产之积，待核查机构确认"
                          : "该类别未设最高合理单产，待核查机构确认");
  reason.set_en(has_bound ? "more than area times the highest plausible yield; to be confirmed by "
                            "an auditor"
                          : "no highest plausible yield is set for the category; to be confirmed "
                            "by an auditor");
  reason.set_prevailing(v1::PREVAILING_ZH);
  reason.set_translation(v1::TRANSLATION_MACHINE);
  return reason;
}

Code HarvestShape(const v1::RegisterHarvest& message, std::string& product,
                  std::vector<std::string>& facilities, Number& mass_kg) {
  if (const Code code = LotId(message.id())) return code;
  if (const Code code = Nested("participants", "products", message.product(), product)) return code;
  if (const Code code = Needed(message.facilities_size() > 0)) return code;
  for (const auto& name : message.facilities()) {
    if (const Code code = Nested("participants", "facilities", name, facilities.emplace_back())) {
      return code;
    }
  }
  for (int i = 1; i < message.facilities_size(); ++i) {
    if (message.facilities(i - 1) >= message.facilities(i)) return v1::CODE_LIST_NOT_ASCENDING;
  }
  if (const Code code = Goods(message.mass(), mass_kg)) return code;
  return Needed(message.custody() != v1::CUSTODY_MODEL_UNSPECIFIED);
}

Code RegisterHarvest(const v1::RegisterHarvest& message, const Act& act, World& world) {
  Lot lot;
  std::string product;
  std::vector<std::string> facilities;
  if (const Code code = HarvestShape(message, product, facilities, lot.mass_kg)) return code;
  if (const Code code = NewLot(message.id(), product, act, world)) return code;
  Number area_m2 = 0;
  for (const auto& owned : facilities) {
    if (const Code code = OwnInForce(world.products.facilities, owned, act)) return code;
    const auto& facility = world.products.facilities.at(owned);
    if (!facility.has_climate) return v1::CODE_FACILITY_WITHOUT_CLIMATE;
    area_m2 += facility.area_m2;
  }
  if (message.last_day() > DayOf(act.now_ms)) return v1::CODE_HARVEST_IN_FUTURE;

  lot.product = message.product();
  lot.custody = message.custody();
  lot.first_day = message.first_day();
  lot.last_day = message.last_day();
  lot.life = Life(act.now_ms, act.author, act.now_ms);
  auto record = RecordOf(message.id(), message.product(), message.mass(), lot, act);
  auto& harvest = *record.mutable_harvest();
  *harvest.mutable_facilities() = message.facilities();
  harvest.set_first_day(message.first_day());
  harvest.set_last_day(message.last_day());
  harvest.set_moisture_unknown(message.moisture_unknown());
  const auto* bound = BoundOf(world, world.products.products.at(product).category);
  if (bound != nullptr) {
    const auto bound_kg = Rounded(area_m2 / 10'000 * NumberOf(bound->kg_per_ha()));
    harvest.set_bound_kg(TextOf(bound_kg));
    lot.needs_confirmation = lot.mass_kg > bound_kg;
  } else {
    harvest.set_bound_unknown(v1::UNKNOWN_NOT_ASSESSED);
    lot.needs_confirmation = true;
  }
  if (lot.needs_confirmation) {
    lot.life.Open(v1::STATUS_KIND_UNDER_REVIEW, act.now_ms, ReviewReason(bound != nullptr),
                  act.now_ms, act.author);
  }
  StoreLot(record, std::move(lot), act, world);
  return v1::CODE_OK;
}

Code ConfirmHarvest(const v1::ConfirmHarvest& message, const Act& act, World& world) {
  std::string owned;
  if (const Code code = Nested("participants", "lots", message.lot(), owned)) return code;
  if (const Code code = Text(message.finding())) return code;
  if (!world.members.Is(act.author_id, v1::PARTICIPANT_KIND_AUDITOR)) return v1::CODE_WRONG_KIND;
  const auto it = world.products.lots.find(owned);
  if (it == world.products.lots.end()) return v1::CODE_NOT_FOUND;
  if (OwnerOf(owned) == act.author_id) return v1::CODE_SELF_CONFIRMATION;
  auto& lot = it->second;
  if (message.interval() != 1 || !lot.needs_confirmation) return v1::CODE_REVIEW_NOT_OF_HARVEST;
  v1::StatusChange end;
  end.set_end(1);
  if (const Code code = lot.life.Do(end, act)) return code;
  v1::HarvestConfirmation record;
  record.set_auditor(act.author);
  record.set_interval(message.interval());
  *record.mutable_finding() = message.finding();
  record.set_confirmed_time(act.now_ms);
  AddSigners(act, record);
  world.kept[OwnedKey(KeySpace::kHarvestConfirmation, owned)] = BytesOf(record);
  return v1::CODE_OK;
}

struct Taken {
  std::string lot;  // "{producer}/{id}"
  Number kilograms;
};

// Reads and checks all that needs no state.
Code DerivationShape(const v1::DeriveLot& message, std::string& product, std::vector<Taken>& parts,
                     Number& mass_kg) {
  if (const Code code = LotId(message.id())) return code;
  if (const Code code = Nested("participants", "products", message.product(), product)) return code;
  if (const Code code = Needed(message.parents_size() > 0)) return code;
  Number into = 0;
  for (int i = 0; i < message.parents_size(); ++i) {
    const auto& part = message.parents(i);
    auto& taken = parts.emplace_back();
    if (const Code code = Nested("participants", "lots", part.lot(), taken.lot)) return code;
    if (const Code code = Goods(part.mass(), taken.kilograms)) return code;
    if (i > 0 && message.parents(i - 1).lot() >= part.lot()) return v1::CODE_LIST_NOT_ASCENDING;
    into += taken.kilograms;
  }
  const auto ratio = NumberOf(message.yield_ratio());
  if (ratio <= 0 || ratio > 1) return v1::CODE_FIELD_OUT_OF_RANGE;
  if (const Code code = Goods(message.mass(), mass_kg)) return code;
  if (message.custody() == v1::CUSTODY_MODEL_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  if (message.custody() == v1::CUSTODY_MODEL_IDENTITY_PRESERVED && parts.size() > 1) {
    return v1::CODE_IDENTITY_NOT_PRESERVED;
  }
  return mass_kg <= into * ratio ? v1::CODE_OK : v1::CODE_YIELD_EXCEEDED;
}

// A split or merge keeps the product and everything; else it is a transformation.
Code ProductsRefusal(const v1::DeriveLot& message, const std::vector<Taken>& parts,
                     const World& world) {
  std::size_t same = 0;
  for (const auto& part : parts) {
    same += world.products.lots.at(part.lot).product == message.product();
  }
  if (same == 0) return v1::CODE_OK;
  if (same < parts.size()) return v1::CODE_PRODUCTS_MIXED;
  return message.yield_ratio() == "1" ? v1::CODE_OK : v1::CODE_YIELD_OF_SAME_PRODUCT;
}

Code DeriveLot(const v1::DeriveLot& message, const Act& act, World& world) {
  Lot lot;
  std::string product;
  std::vector<Taken> parts;
  if (const Code code = DerivationShape(message, product, parts, lot.mass_kg)) return code;
  if (const Code code = NewLot(message.id(), product, act, world)) return code;
  auto& lots = world.products.lots;
  for (const auto& part : parts) {
    if (const Code code = OwnInForce(lots, part.lot, act)) return code;
    if (part.kilograms > lots.at(part.lot).Left()) return v1::CODE_LOT_OVERDRAWN;
    if (message.custody() < lots.at(part.lot).custody) return v1::CODE_CUSTODY_STRICTER;
  }
  if (const Code code = ProductsRefusal(message, parts, world)) return code;
  for (const auto& part : parts) lots.at(part.lot).taken_kg += part.kilograms;
  lot.product = message.product();
  lot.custody = message.custody();
  lot.life = Life(act.now_ms, act.author, act.now_ms);
  auto record = RecordOf(message.id(), message.product(), message.mass(), lot, act);
  *record.mutable_derivation()->mutable_parents() = message.parents();
  record.mutable_derivation()->set_yield_ratio(message.yield_ratio());
  StoreLot(record, std::move(lot), act, world);
  return v1::CODE_OK;
}

Code ReportLoss(const v1::ReportLoss& message, const Act& act, World& world) {
  std::string owned;
  Number kilograms;
  if (const Code code = Nested("participants", "lots", message.lot(), owned)) return code;
  if (const Code code = Goods(message.mass(), kilograms)) return code;
  if (const Code code = Text(message.reason())) return code;
  if (OwnerOf(owned) != act.author_id) return v1::CODE_NOT_ENTITLED;
  const auto it = world.products.lots.find(owned);
  if (it == world.products.lots.end()) return v1::CODE_NOT_FOUND;
  if (kilograms > it->second.Left()) return v1::CODE_LOT_OVERDRAWN;
  it->second.lost_kg += kilograms;
  return v1::CODE_OK;
}

Code ChangeLotStatus(const v1::ChangeLotStatus& message, const Act& act, World& world) {
  std::string owned;
  if (const Code code = Nested("participants", "lots", message.lot(), owned)) return code;
  if (const Code code = Change(message.change())) return code;
  if (OwnerOf(owned) != act.author_id) return v1::CODE_NOT_ENTITLED;
  const auto it = world.products.lots.find(owned);
  if (it == world.products.lots.end()) return v1::CODE_NOT_FOUND;
  if (it->second.needs_confirmation && message.change().has_end() && message.change().end() == 1) {
    return v1::CODE_REVIEW_ENDS_BY_AUDITOR;
  }
  return it->second.life.Do(message.change(), act);
}

constexpr OperationModel kModel[] = {
    MakeModel<&v1::Operation::register_facility, RegisterFacility>(
        v1::Operation::kRegisterFacility, v1::PERMISSION_REGISTER_PRODUCTS),
    MakeModel<&v1::Operation::register_product, RegisterProduct>(v1::Operation::kRegisterProduct,
                                                                 v1::PERMISSION_REGISTER_PRODUCTS),
    MakeModel<&v1::Operation::change_facility_status, ChangeFacilityStatus>(
        v1::Operation::kChangeFacilityStatus, v1::PERMISSION_REGISTER_PRODUCTS),
    MakeModel<&v1::Operation::change_product_status, ChangeProductStatus>(
        v1::Operation::kChangeProductStatus, v1::PERMISSION_REGISTER_PRODUCTS),
    MakeModel<&v1::Operation::set_yield_bound, SetYieldBound>(v1::Operation::kSetYieldBound,
                                                              v1::PERMISSION_GOVERN),
    MakeModel<&v1::Operation::register_harvest, RegisterHarvest>(v1::Operation::kRegisterHarvest,
                                                                 v1::PERMISSION_REGISTER_PRODUCTS),
    MakeModel<&v1::Operation::confirm_harvest, ConfirmHarvest>(v1::Operation::kConfirmHarvest,
                                                               v1::PERMISSION_VERIFY),
    MakeModel<&v1::Operation::derive_lot, DeriveLot>(v1::Operation::kDeriveLot,
                                                     v1::PERMISSION_REGISTER_PRODUCTS),
    MakeModel<&v1::Operation::report_loss, ReportLoss>(v1::Operation::kReportLoss,
                                                       v1::PERMISSION_REGISTER_PRODUCTS),
    MakeModel<&v1::Operation::change_lot_status, ChangeLotStatus>(
        v1::Operation::kChangeLotStatus, v1::PERMISSION_REGISTER_PRODUCTS)};

template <class Thing>
void TellLives(const std::map<std::string, Thing>& all, KeySpace space, Records& out) {
  for (const auto& [owned, thing] : all) thing.life.Tell(OwnedKey(space, owned), out);
}

}  // namespace

std::string OwnerOf(const std::string& owned) {
  return owned.substr(0, owned.find('/'));
}

std::string OwnedKey(KeySpace space, const std::string& owned) {
  return KeyOf(space).Text(OwnerOf(owned)).Text(owned.substr(owned.find('/') + 1)).bytes;
}

bool IsProducer(const World& world, const std::string& participant) {
  return world.members.Is(participant, v1::PARTICIPANT_KIND_PRODUCER) ||
         world.members.Is(participant, v1::PARTICIPANT_KIND_PRODUCER_GROUP);
}

std::span<const OperationModel> ProductsModel() {
  return kModel;
}

void TellProducts(const World& world, Records& out) {
  const auto& products = world.products;
  TellLives(products.facilities, KeySpace::kFacilityStatus, out);
  TellLives(products.products, KeySpace::kProductStatus, out);
  TellLives(products.lots, KeySpace::kLotStatus, out);
  for (const auto& [category, bound] : products.bounds) {
    out[KeyOf(KeySpace::kYieldBound).Text(category).bytes] = BytesOf(bound);
  }
  for (const auto& [owned, lot] : products.lots) {
    v1::LotBalance balance;
    balance.set_taken_kg(TextOf(lot.taken_kg));
    balance.set_lost_kg(TextOf(lot.lost_kg));
    out[OwnedKey(KeySpace::kLotBalance, owned)] = BytesOf(balance);
  }
}

}  // namespace tanji::property
