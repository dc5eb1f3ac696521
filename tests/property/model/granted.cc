#include "tests/property/model/granted.h"

#include <algorithm>

#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

template <class List, class Item>
bool Has(const List& list, const Item& item) {
  return std::find(list.begin(), list.end(), item) != list.end();
}

bool CoversCategory(const v1::AccreditationScope& scope, const std::string& category) {
  for (const auto& code : scope.product_categories()) {
    if (category.starts_with(code)) return true;
  }
  return false;
}

bool Covers(const v1::AccreditationScope& scope, const Use& use) {
  return scope.activity() == use.activity && Has(scope.schemes(), use.scheme) &&
         Has(scope.sub_scopes(), use.sub_scope) && CoversCategory(scope, use.category) &&
         (use.level == 0 || Has(scope.assurance_levels(), use.level));
}

}  // namespace

Code SubScope(const std::string& text) {
  if (text.empty()) return v1::CODE_FIELD_MISSING;
  return text.front() == ' ' || text.back() == ' ' ? v1::CODE_SCOPE_MALFORMED : v1::CODE_OK;
}

Code AccreditationRefusal(const Use& use, const Act& act, const World& world) {
  const auto it = world.members.accreditations.find(use.accreditation);
  if (it == world.members.accreditations.end()) return v1::CODE_NOT_FOUND;
  const auto& granted = it->second;
  if (granted.receiver != act.author) return v1::CODE_ACCREDITATION_NOT_OWN;
  const auto accreditor = granted.giver.substr(std::string_view("participants/").size());
  const bool in_force =
      granted.life.InForce(act.now_ms) && world.members.Find(accreditor)->life.InForce(act.now_ms);
  if (!in_force) return v1::CODE_NOT_IN_FORCE;
  return Covers(granted.scope, use) ? v1::CODE_OK : v1::CODE_OUTSIDE_SCOPE;
}

bool Signs(const std::string& holder, const Act& act, const World& world) {
  return std::any_of(act.signers.begin(), act.signers.end(), [&](const std::string& key_id) {
    return world.members.keys.at(key_id).holder == holder;
  });
}

}  // namespace tanji::property
