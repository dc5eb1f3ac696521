// Random harvests, derivations and losses against a map that holds what is left of each lot.
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <vector>

#include "ledger/modules/products/queries.h"
#include "ledger/modules/products/rules.h"
#include "tests/ledger/modules/products/farm.h"

namespace tanji::ledger {
namespace {

using testing::Farm;

std::string Kilograms(std::int64_t units) {
  return Decimal::FromUnits(units).value().Text();
}

// The model counts units of 10^-9 kg. Lots are named by the order in which they came.
struct Model {
  std::map<std::string, std::int64_t> mass, left;
  // What came from the field, minus what was lost: on the way, or in making a lot.
  std::int64_t harvested = 0, lost = 0;

  // A lot and what is left of it, any of them.
  std::pair<std::string, std::int64_t> AnyLot() const {
    return *rc::gen::elementOf(
        std::vector<std::pair<std::string, std::int64_t>>(left.begin(), left.end()));
  }
  std::string NextId() const { return "l" + std::to_string(mass.size()); }
  void Add(const std::string& id, std::int64_t units) { mass[id] = left[id] = units; }
};

// Small, so that lots are often emptied to the last unit or asked for one too many.
std::int64_t Amount() {
  return *rc::gen::inRange<std::int64_t>(1, 40);
}

void Harvest(Farm& farm, Model& model) {
  const auto units = Amount();
  const auto id = model.NextId();
  RC_ASSERT(farm.world.Do("farm", testing::Harvested(id, Kilograms(units))).ok());
  model.Add(id, units);
  model.harvested += units;
}

void Lose(Farm& farm, Model& model) {
  const auto lot = model.AnyLot();
  const auto units = Amount();
  const auto outcome = farm.world.Do("farm", testing::Loss(lot.first, Kilograms(units)));
  RC_ASSERT(outcome.code() == (units <= lot.second ? v1::CODE_OK : v1::CODE_LOT_OVERDRAWN));
  if (!outcome.ok()) return;
  model.left[lot.first] -= units;
  model.lost += units;
}

void Derive(Farm& farm, Model& model) {
  std::map<std::string, std::int64_t> parts;
  const int count = *rc::gen::inRange(1, 4);
  for (int i = 0; i < count; ++i) parts[model.AnyLot().first] = Amount();
  std::vector<testing::Part> listed;
  std::int64_t into = 0;
  bool overdrawn = false;
  for (const auto& [id, units] : parts) {
    listed.push_back({id, Kilograms(units)});
    into += units;
    overdrawn = overdrawn || units > model.left[id];
  }
  // One unit more than went in is one too many, whatever is left of the parents.
  const auto out = *rc::gen::inRange<std::int64_t>(1, into + 2);
  const auto id = model.NextId();
  const auto outcome = farm.world.Do("farm", testing::Derived(id, listed, Kilograms(out)));
  const auto expected = out > into  ? v1::CODE_YIELD_EXCEEDED
                        : overdrawn ? v1::CODE_LOT_OVERDRAWN
                                    : v1::CODE_OK;
  RC_ASSERT(outcome.code() == expected);
  if (!outcome.ok()) return;
  for (const auto& [parent, units] : parts) model.left[parent] -= units;
  model.Add(id, out);
  model.lost += into - out;
}

// rapidcheck prints the seed of a failure.
RC_GTEST_PROP(Conservation, IsThatOfTheModel, ()) {
  Farm farm;
  Model model;
  Harvest(farm, model);
  const int steps = *rc::gen::inRange(1, 40);
  for (int i = 0; i < steps; ++i) {
    switch (*rc::gen::inRange(0, 4)) {
      case 0:
        Harvest(farm, model);
        break;
      case 1:
        Lose(farm, model);
        break;
      default:
        Derive(farm, model);
    }
  }
  std::int64_t left = 0;
  for (const auto& [id, units] : model.left) {
    v1::GetLotRequest request;
    v1::GetLotResponse found;
    request.set_name(testing::LotName(id));
    RC_ASSERT(GetLot(request, farm.world.state(), found).ok());
    RC_ASSERT(found.lot().mass_kg() == Kilograms(model.mass[id]));
    RC_ASSERT(Left(found.lot(), found.balance()).kilograms().Text() == Kilograms(units));
    left += units;
  }
  RC_ASSERT(left == model.harvested - model.lost);
}

}  // namespace
}  // namespace tanji::ledger
