#include <algorithm>

#include "tests/ledger/modules/products/farm.h"
#include "tests/property/generate/scene.h"
#include "tests/property/model/days.h"

namespace tanji::property {
namespace {

std::string AnyProducer(Scene& scene) {
  return AnyAuthor(scene, {v1::PARTICIPANT_KIND_PRODUCER, v1::PARTICIPANT_KIND_PRODUCER_GROUP});
}

// "participants/{p}/lots/{id}" of "{p}/{id}".
std::string OwnedName(Scene& scene, const char* collection, const std::string& owned) {
  if (scene.dice.Percent(1)) return AnyName(scene, "participants", owned);
  return "participants/" + OwnerOf(owned) + "/" + collection + "/" +
         owned.substr(owned.find('/') + 1);
}

// One of the author's; now and then anybody's, or none.
template <class Map>
std::string AnyOwned(Scene& scene, const Map& all, const std::string& author) {
  std::vector<std::string> own;
  for (const auto& [owned, thing] : all) {
    if (OwnerOf(owned) == author) own.push_back(owned);
  }
  return own.empty() || scene.dice.Percent(3) ? AnyKey(scene, all, author + "/none")
                                              : scene.dice.Pick(own);
}

Proposal RegisterFacility(Scene& scene) {
  auto& dice = scene.dice;
  auto message = dice.Percent(85) ? ledger::testing::Orchard() : ledger::testing::Packhouse();
  message.set_id(AnyId(scene, "field", 5));
  *message.mutable_name() = AnyText(scene);
  auto& area = *message.mutable_area();
  area.set_unit(dice.Percent(2) ? "kg" : dice.Pick({"mu", "ha", "m2"}));
  area.set_decimal(dice.Percent(2) ? "0" : std::to_string(dice.Between(1, 400)));
  if (message.has_climate() && dice.Percent(2)) message.mutable_climate()->set_until_year(2199);
  return Propose(AnyProducer(scene), message);
}

Proposal RegisterProduct(Scene& scene) {
  auto message = ledger::testing::Mango(AnyId(scene, "fruit", 5));
  *message.mutable_name() = AnyText(scene);
  message.set_category(scene.dice.Pick({"CPC:01316", "CPC:01359", "CPC:21491", "HS:080450"}));
  if (scene.dice.Percent(1)) message.set_unit("t");
  return Propose(AnyProducer(scene), message);
}

template <class Map>
const Life* LifeOf(const Map& all, const std::string& key) {
  const auto it = all.find(key);
  return it == all.end() ? nullptr : &it->second.life;
}

Proposal ChangeFacilityStatus(Scene& scene) {
  const auto& all = scene.world.products.facilities;
  const auto owned = AnyKey(scene, all, "farm-1/none");
  v1::ChangeFacilityStatus message;
  message.set_facility(OwnedName(scene, "facilities", owned));
  *message.mutable_change() = AnyChange(scene, LifeOf(all, owned));
  return Propose(Mostly(scene, OwnerOf(owned)), message);
}

Proposal ChangeProductStatus(Scene& scene) {
  const auto& all = scene.world.products.products;
  const auto owned = AnyKey(scene, all, "farm-1/none");
  v1::ChangeProductStatus message;
  message.set_product(OwnedName(scene, "products", owned));
  *message.mutable_change() = AnyChange(scene, LifeOf(all, owned));
  return Propose(Mostly(scene, OwnerOf(owned)), message);
}

Proposal SetYieldBound(Scene& scene) {
  auto message =
      ledger::testing::Bound(scene.dice.Pick({"CPC:0131", "CPC:01316", "CPC:01", "HS:08"}));
  message.set_kg_per_ha(scene.dice.Percent(3) ? scene.dice.Pick({"0", "1000000001"})
                                              : std::to_string(scene.dice.Between(5, 40)) + "00.5");
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY}), message);
}

v1::CustodyModel AnyCustody(Scene& scene) {
  return static_cast<v1::CustodyModel>(
      scene.dice.Between(scene.dice.Percent(1) ? 0 : 1, v1::CustodyModel_MAX));
}

Proposal RegisterHarvest(Scene& scene) {
  auto& dice = scene.dice;
  const auto author = AnyProducer(scene);
  auto message = ledger::testing::Harvested(AnyId(scene, "lot", 90));
  if (dice.Percent(1)) message.set_id("a-lot-number-that-is-too-long");
  const auto& products = scene.world.products;
  message.set_product(OwnedName(scene, "products", AnyOwned(scene, products.products, author)));
  message.clear_facilities();
  for (auto count = dice.Between(1, 2); count > 0; --count) {
    message.add_facilities(
        OwnedName(scene, "facilities", AnyOwned(scene, products.facilities, author)));
  }
  if (!dice.Percent(2)) {
    auto& names = *message.mutable_facilities();
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
  if (!scene.timeless) {
    const auto last = AddDays(DayOf(scene.now_ms),
                              static_cast<int>(dice.Between(-40, 0)) + (dice.Percent(4) ? 45 : 0));
    message.set_last_day(last);
    message.set_first_day(AddDays(last, -static_cast<int>(dice.Below(20))));
  }
  *message.mutable_mass() = AnyMass(scene, 60'000);
  message.set_custody(AnyCustody(scene));
  return Propose(author, message);
}

Proposal ConfirmHarvest(Scene& scene) {
  if (NoneYet(scene, scene.world.products.lots)) return RegisterHarvest(scene);
  const auto& lots = scene.world.products.lots;
  std::vector<std::string> waiting;
  for (const auto& [owned, lot] : lots) {
    if (lot.needs_confirmation) waiting.push_back(owned);
  }
  const auto owned = waiting.empty() || scene.dice.Percent(10) ? AnyKey(scene, lots, "farm-1/none")
                                                               : scene.dice.Pick(waiting);
  v1::ConfirmHarvest message;
  message.set_lot(OwnedName(scene, "lots", owned));
  message.set_interval(scene.dice.Percent(3) ? 0 : 1);
  *message.mutable_finding() = AnyText(scene);
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_AUDITOR}), message);
}

// Parents of the author's, with what is taken of each.
void AddParents(Scene& scene, const std::string& author, v1::DeriveLot& message) {
  auto& dice = scene.dice;
  const auto& lots = scene.world.products.lots;
  std::set<std::string> chosen;
  for (auto count = dice.Between(1, 3); count > 0; --count) {
    chosen.insert(AnyOwned(scene, lots, author));
  }
  for (const auto& owned : chosen) {
    const auto it = lots.find(owned);
    auto& part = *message.add_parents();
    part.set_lot(OwnedName(scene, "lots", owned));
    *part.mutable_mass() = AnyMass(scene, it == lots.end() ? Number(0) : it->second.Left());
  }
  if (message.parents_size() > 1 && dice.Percent(2)) message.mutable_parents()->SwapElements(0, 1);
}

// What goes in, as far as the units tell.
Number IntoKg(const v1::DeriveLot& message) {
  Number sum = 0;
  for (const auto& part : message.parents()) {
    if (part.mass().unit() != "mu") sum += Rounded(InBase(part.mass()));
  }
  return sum;
}

Proposal DeriveLot(Scene& scene) {
  if (NoneYet(scene, scene.world.products.lots)) return RegisterHarvest(scene);
  auto& dice = scene.dice;
  const auto author = AnyProducer(scene);
  const auto& lots = scene.world.products.lots;
  auto message = ledger::testing::Derived(AnyId(scene, "lot", 90), {}, "1");
  AddParents(scene, author, message);
  const auto first =
      lots.find(message.parents(0).lot().size() > 20
                    ? OwnerOf(message.parents(0).lot().substr(13)) + "/" +
                          message.parents(0).lot().substr(message.parents(0).lot().rfind('/') + 1)
                    : std::string());
  // A split or merge mostly, else another product.
  if (first != lots.end() && dice.Percent(75)) {
    message.set_product(first->second.product);
  } else {
    message.set_product(
        OwnedName(scene, "products", AnyOwned(scene, scene.world.products.products, author)));
  }
  if (dice.Percent(25))
    message.set_yield_ratio(dice.Pick({"0.5", "0.333333333", "0.999999999", "2", "0"}));
  *message.mutable_mass() =
      AnyMass(scene, Rounded(IntoKg(message) * NumberOf(message.yield_ratio())));
  message.set_custody(dice.Percent(80) && first != lots.end()
                          ? std::max(first->second.custody, v1::CUSTODY_MODEL_SEGREGATED)
                          : AnyCustody(scene));
  return Propose(author, message);
}

Proposal ReportLoss(Scene& scene) {
  if (NoneYet(scene, scene.world.products.lots)) return RegisterHarvest(scene);
  const auto& lots = scene.world.products.lots;
  const auto owned = AnyKey(scene, lots, "farm-1/none");
  const auto it = lots.find(owned);
  v1::ReportLoss message;
  message.set_lot(OwnedName(scene, "lots", owned));
  *message.mutable_mass() = AnyMass(scene, it == lots.end() ? Number(0) : it->second.Left());
  *message.mutable_reason() = AnyText(scene);
  return Propose(Mostly(scene, OwnerOf(owned)), message);
}

Proposal ChangeLotStatus(Scene& scene) {
  if (NoneYet(scene, scene.world.products.lots)) return RegisterHarvest(scene);
  const auto& all = scene.world.products.lots;
  const auto owned = AnyKey(scene, all, "farm-1/none");
  v1::ChangeLotStatus message;
  message.set_lot(OwnedName(scene, "lots", owned));
  *message.mutable_change() = AnyChange(scene, LifeOf(all, owned));
  return Propose(Mostly(scene, OwnerOf(owned)), message);
}

constexpr Generator kGenerators[] = {
    {v1::Operation::kRegisterFacility, 5, RegisterFacility},
    {v1::Operation::kRegisterProduct, 4, RegisterProduct},
    {v1::Operation::kChangeFacilityStatus, 2, ChangeFacilityStatus},
    {v1::Operation::kChangeProductStatus, 2, ChangeProductStatus},
    {v1::Operation::kSetYieldBound, 3, SetYieldBound},
    {v1::Operation::kRegisterHarvest, 14, RegisterHarvest},
    {v1::Operation::kConfirmHarvest, 6, ConfirmHarvest},
    {v1::Operation::kDeriveLot, 14, DeriveLot},
    {v1::Operation::kReportLoss, 7, ReportLoss},
    {v1::Operation::kChangeLotStatus, 4, ChangeLotStatus},
};

}  // namespace

std::span<const Generator> ProductsGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
