#include "ledger/modules/verification/accredited.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/modules/verification/rules.h"

namespace tanji::ledger {
namespace {

std::string Joined(const google::protobuf::RepeatedPtrField<std::string>& list) {
  std::string out;
  for (const auto& item : list) out += (out.empty() ? "" : ", ") + item;
  return out;
}

std::string JoinedLevels(const v1::AccreditationScope& scope) {
  std::string out;
  for (const auto level : scope.assurance_levels()) {
    if (!out.empty()) out += ", ";
    out += v1::AssuranceLevel_Name(level);
  }
  return out;
}

Outcome RefuseScope(const std::string& accreditation, std::string_view field, std::string value,
                    std::string covered) {
  return Refuse(v1::CODE_OUTSIDE_SCOPE, {{"field", std::string(field)},
                                         {"value", std::move(value)},
                                         {"accreditation", accreditation},
                                         {"covered", std::move(covered)}});
}

Outcome RequireScope(const v1::AccreditationScope& scope, const AccreditedFor& use) {
  const auto& name = use.accreditation;
  if (scope.activity() != use.activity) {
    return RefuseScope(name, "accreditation", v1::Activity_Name(use.activity),
                       v1::Activity_Name(scope.activity()));
  }
  if (!CoversScheme(scope, use.scheme)) {
    return RefuseScope(name, "scheme_version", use.scheme, Joined(scope.schemes()));
  }
  if (!CoversSubScope(scope, use.sub_scope)) {
    return RefuseScope(name, "sub_scope", use.sub_scope, Joined(scope.sub_scopes()));
  }
  if (!CoversCategory(scope, use.category)) {
    // What has a category is a product, and both statements and certificates name it by their first
    // field.
    const bool certifies = use.activity == v1::ACTIVITY_CERTIFICATION;
    return RefuseScope(name, certifies ? "statement" : "footprint", use.category,
                       Joined(scope.product_categories()));
  }
  if (use.level != v1::ASSURANCE_LEVEL_UNSPECIFIED && !CoversLevel(scope, use.level)) {
    return RefuseScope(name, "assurance_level", v1::AssuranceLevel_Name(use.level),
                       JoinedLevels(scope));
  }
  return Outcome::Ok();
}

Outcome RefuseNotInForce(const std::string& name) {
  return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", "accreditation"}, {"value", name}});
}

}  // namespace

Outcome CheckSubScope(const std::string& sub_scope) {
  TANJI_RETURN_IF_REFUSED(CheckSet(!sub_scope.empty(), "sub_scope"));
  if (IsSubScope(sub_scope)) return Outcome::Ok();
  return Refuse(v1::CODE_SCOPE_MALFORMED,
                {{"field", "sub_scope"}, {"value", Shown(sub_scope)}, {"expected", "ISO 14067"}});
}

Outcome RequireAccredited(const AccreditedFor& use, const OperationContext& context,
                          const StateReader& reader) {
  const auto& name = use.accreditation;
  const auto id = ParseIdName(kAccreditationsCollection, name).value();
  const auto accreditation = kAccreditations.Get(reader, id);
  if (!accreditation) return RefuseNotFound("accreditation", name);
  if (accreditation->body() != context.author) {
    return Refuse(v1::CODE_ACCREDITATION_NOT_OWN, {{"field", "accreditation"},
                                                   {"value", name},
                                                   {"body", accreditation->body()},
                                                   {"author", context.author}});
  }
  const AsOf now{context.time_ms(), context.time_ms()};
  if (!AccreditationHistory(id).At(reader, now).in_force()) return RefuseNotInForce(name);
  const auto accreditor = ParseParticipantName(accreditation->accreditor()).value();
  if (!ParticipantCounts(reader, accreditor, now)) {
    return RefuseNotInForce(accreditation->accreditor());
  }
  return RequireScope(accreditation->scope(), use);
}

}  // namespace tanji::ledger
