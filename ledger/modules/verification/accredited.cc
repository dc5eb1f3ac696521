#include "ledger/modules/verification/accredited.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
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

Outcome RequireScope(const v1::AccreditationScope& scope, const v1::IssueStatement& message,
                     const std::string& scheme, const std::string& category) {
  const auto& name = message.accreditation();
  if (scope.activity() != v1::ACTIVITY_VERIFICATION) {
    return RefuseScope(name, "accreditation", v1::Activity_Name(v1::ACTIVITY_VERIFICATION),
                       v1::Activity_Name(scope.activity()));
  }
  if (!CoversScheme(scope, scheme)) {
    return RefuseScope(name, "scheme_version", scheme, Joined(scope.schemes()));
  }
  if (!CoversSubScope(scope, message.sub_scope())) {
    return RefuseScope(name, "sub_scope", message.sub_scope(), Joined(scope.sub_scopes()));
  }
  if (!CoversCategory(scope, category)) {
    return RefuseScope(name, "footprint", category, Joined(scope.product_categories()));
  }
  if (!CoversLevel(scope, message.assurance_level())) {
    return RefuseScope(name, "assurance_level", v1::AssuranceLevel_Name(message.assurance_level()),
                       JoinedLevels(scope));
  }
  return Outcome::Ok();
}

Outcome RefuseNotInForce(const std::string& name) {
  return Refuse(v1::CODE_NOT_IN_FORCE, {{"field", "accreditation"}, {"value", name}});
}

}  // namespace

Outcome RequireAccredited(const v1::IssueStatement& message, const std::string& scheme,
                          const std::string& category, const OperationContext& context,
                          const StateReader& reader) {
  const auto& name = message.accreditation();
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
  return RequireScope(accreditation->scope(), message, scheme, category);
}

}  // namespace tanji::ledger
