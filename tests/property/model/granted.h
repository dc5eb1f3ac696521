// What accreditations are asked for, and whether a person signs: of verification and of labels.
#pragma once

#include <string>

#include "tanji/v1/membership.pb.h"
#include "tests/property/model/act.h"

namespace tanji::property {

struct World;

// The shape of `ISO 14067` and the like.
Code SubScope(const std::string& text);

// `level` of verification only.
struct Use {
  v1::Activity activity;
  std::string accreditation;  // uuid
  std::string scheme;         // name
  std::string sub_scope, category;
  int level = 0;
};
// Whether it is the author's, in force, and covers the use.
Code AccreditationRefusal(const Use& use, const Act& act, const World& world);

// Whether one of the keys that sign is of this holder.
bool Signs(const std::string& holder, const Act& act, const World& world);

}  // namespace tanji::property
