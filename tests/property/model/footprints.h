// Footprints of the model, and how one is reckoned from factor lines and other footprints.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tanji/v1/footprints.pb.h"
#include "tests/property/model/life.h"
#include "tests/property/model/number.h"

namespace tanji::property {

struct World;

struct MassAndCo2e {
  Number mass, co2e;
};

// Per kg of the product.
struct Reckoned {
  Number value, low, high, output_kg;
  std::uint32_t depth = 1;
  std::map<int, MassAndCo2e> gases;
  std::map<int, Number> stages, pact;
  std::map<std::pair<int, int>, MassAndCo2e> parts;  // by gas and PACT component
  std::vector<Number> lines;
  std::set<std::string> factors, upstream;
};

struct Footprint {
  v1::Footprint record;
  std::vector<v1::InventoryLine> lines;
  std::optional<std::int64_t> declared_ms;
  std::vector<std::string> declared_by;
  std::vector<v1::Successor> successors;
  Life life;  // once it is declared
  Reckoned result;
};

struct Footprints {
  std::map<std::string, Footprint> footprints;  // by uuid
};

// Over the lines in order, as FootprintProgress says.
std::string LinesDigest(const std::vector<v1::InventoryLine>& lines);

// What `footprint`, not yet declared, comes to now; or why it comes to nothing.
Code Reckon(const World& world, const Footprint& footprint, std::int64_t now_ms, Reckoned& out);

// Whether it and all that it stands on stood as at `day_ms` as known on `known_ms`.
bool Stands(const World& world, const std::string& id, std::int64_t day_ms, std::int64_t known_ms);
// Whether a footprint that it was reckoned with, at any depth, had been corrected by then.
bool WaitsForCorrection(const World& world, const std::string& id, std::int64_t day_ms,
                        std::int64_t known_ms);

}  // namespace tanji::property
