// GWP sets, datasets and factors of the model.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tanji/v1/factors.pb.h"
#include "tests/property/model/life.h"

namespace tanji::property {

struct World;

struct GwpSet {
  v1::GwpSet record;
  Life life;
};

struct Factor {
  v1::FactorRow row;
  Life life;
};

struct Dataset {
  v1::Dataset record;
  std::map<std::string, Factor> rows;  // by code
  std::optional<std::int64_t> published_ms;
  std::vector<std::string> published_by;
  std::vector<v1::DatasetSuccessor> successors;
  Life life;  // once it is published

  // Over the rows in order, as DatasetProgress says.
  std::string Digest() const;
};

struct Factors {
  std::map<std::string, GwpSet> gwp_sets;
  std::map<std::string, Dataset> datasets;
};

std::vector<std::string> SignersOf(const google::protobuf::RepeatedPtrField<std::string>& list);

// `datasets/{id}/factors/{code}`, into both; NAME_MALFORMED.
Code FactorName(const std::string& name, std::string& dataset, std::string& code);

// What a footprint may be reckoned with now: NOT_FOUND, DATASET_IS_DRAFT, NOT_IN_FORCE.
Code UsableFactor(const World& world, const std::string& name, std::int64_t now_ms);
Code UsableGwpSet(const World& world, const std::string& name, std::int64_t now_ms);

// Whether it stood as at `day_ms` as known on `known_ms`; it exists, and was published.
bool DatasetStands(const World& world, const std::string& id, std::int64_t day_ms,
                   std::int64_t known_ms);
bool GwpSetStands(const World& world, const std::string& id, std::int64_t day_ms,
                  std::int64_t known_ms);

}  // namespace tanji::property
