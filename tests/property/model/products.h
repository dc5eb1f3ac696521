// Facilities, products and lots of the model. What belongs to a producer is named
// "{producer}/{id}".
#pragma once

#include <map>
#include <optional>
#include <string>

#include "tanji/v1/products.pb.h"
#include "tests/property/model/life.h"
#include "tests/property/model/number.h"

namespace tanji::property {

struct World;

struct Facility {
  Number area_m2;
  bool has_climate = false;
  Life life;
};

struct Product {
  std::string category;
  Life life;
};

struct Lot {
  std::string product;  // name
  Number mass_kg, taken_kg, lost_kg;
  v1::CustodyModel custody = v1::CUSTODY_MODEL_UNSPECIFIED;
  // Of a harvest; else empty.
  std::string first_day, last_day;
  bool needs_confirmation = false;
  Life life;

  Number Left() const { return mass_kg - taken_kg - lost_kg; }
};

struct Products {
  std::map<std::string, Facility> facilities;
  std::map<std::string, Product> products;
  std::map<std::string, Lot> lots;
  std::map<std::string, v1::YieldBound> bounds;  // by category
};

// The producer of "{producer}/{id}".
std::string OwnerOf(const std::string& owned);
// The key of a record of something owned.
std::string OwnedKey(KeySpace space, const std::string& owned);

bool IsProducer(const World& world, const std::string& participant);
// What is the author's, exists and is in force: NOT_ENTITLED, NOT_FOUND, NOT_IN_FORCE.
template <class Thing>
Code OwnInForce(const std::map<std::string, Thing>& all, const std::string& owned, const Act& act) {
  if (OwnerOf(owned) != act.author_id) return v1::CODE_NOT_ENTITLED;
  const auto it = all.find(owned);
  if (it == all.end()) return v1::CODE_NOT_FOUND;
  return it->second.life.InForce(act.now_ms) ? v1::CODE_OK : v1::CODE_NOT_IN_FORCE;
}

}  // namespace tanji::property
