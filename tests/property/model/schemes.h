// Schemes and their versions of the model.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tanji/v1/schemes.pb.h"
#include "tests/property/model/life.h"

namespace tanji::property {

struct World;

// Rows of a draft by id, as their records are.
using Rows = std::map<std::string, std::string>;

struct SchemeVersion {
  v1::SchemeVersion record;
  std::optional<v1::SchemeRequirements> requirements;
  Rows clauses, markets, categories;
  std::map<std::string, bool> normative;  // of each clause
  std::optional<std::int64_t> published_ms;
  std::vector<std::string> published_by;
  std::optional<v1::SchemeVersionSuccessor> successor;
  std::vector<v1::SchemeVersionSuccessor> editions;
  std::vector<v1::SchemeVersionVoid> voids;
  Life life;  // once it is published

  bool technical() const { return record.nature() == v1::VERSION_NATURE_TECHNICAL; }
  // As SchemeVersionProgress says.
  std::string ContentDigest() const;
};

struct Scheme {
  v1::Scheme record;
  std::uint32_t terms_count = 0, published_count = 0;
  std::string newest_technical;
  std::map<std::string, SchemeVersion> versions;
};

struct Schemes {
  std::map<std::string, Scheme> schemes;
  std::map<std::string, std::string> prefixes;  // to the id of the scheme
};

// `schemes/{id}/versions/{v}`.
Code VersionShape(const std::string& name);
// The version of that name; nullptr: there is none.
const SchemeVersion* VersionOf(const World& world, const std::string& name);
// The version whose requirements and categories count: itself, or the one that it edits.
const SchemeVersion& RulesOf(const World& world, const SchemeVersion& version);
// Published, and in force with the one that it edits.
Code VersionRefusal(const World& world, const std::string& name, std::int64_t now_ms);

}  // namespace tanji::property
