#include "ledger/modules/membership/grant_accreditation.h"

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/evidence/tables.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

Outcome RefuseScope(const std::string& field, std::string_view value, std::string_view expected) {
  return Refuse(v1::CODE_SCOPE_MALFORMED,
                {{"field", field}, {"value", Shown(value)}, {"expected", std::string(expected)}});
}

// A list of texts that ascend and each satisfy `fits`.
Outcome CheckScopeList(const google::protobuf::RepeatedPtrField<std::string>& list, int limit,
                       std::string_view field, bool (*fits)(std::string_view),
                       std::string_view expected) {
  TANJI_RETURN_IF_REFUSED(CheckCount(list.size(), limit, field));
  for (int i = 0; i < list.size(); ++i) {
    if (!fits(list[i])) return RefuseScope(Item(field, i), list[i], expected);
  }
  return CheckAscendingTexts(list, field);
}

// What is verified is verified to a level of assurance (ISO 14064-3); a certificate has none.
Outcome CheckAssuranceLevels(const v1::AccreditationScope& scope) {
  constexpr std::string_view kField = "scope.assurance_levels";
  if (scope.activity() == v1::ACTIVITY_VERIFICATION) {
    return CheckEnumSet(scope.assurance_levels(), v1::AssuranceLevel_ARRAYSIZE - 1, kField,
                        v1::AssuranceLevel_Name<int>);
  }
  if (scope.assurance_levels().empty()) return Outcome::Ok();
  return RefuseScope(std::string(kField), v1::AssuranceLevel_Name(scope.assurance_levels(0)),
                     v1::Activity_Name(v1::ACTIVITY_VERIFICATION));
}

Outcome CheckScope(const v1::AccreditationScope& scope) {
  TANJI_RETURN_IF_REFUSED(CheckChosen(scope.activity(), "scope.activity"));
  TANJI_RETURN_IF_REFUSED(CheckCount(scope.schemes_size(), kMaxScopeSchemes, "scope.schemes"));
  for (int i = 0; i < scope.schemes_size(); ++i) {
    TANJI_RETURN_IF_REFUSED(
        CheckChosenName(kSchemesCollection, scope.schemes(i), Item("scope.schemes", i)));
  }
  TANJI_RETURN_IF_REFUSED(CheckAscendingTexts(scope.schemes(), "scope.schemes"));
  TANJI_RETURN_IF_REFUSED(CheckScopeList(scope.sub_scopes(), kMaxScopeSubScopes, "scope.sub_scopes",
                                         IsSubScope, "ISO 14067"));
  TANJI_RETURN_IF_REFUSED(CheckScopeList(scope.product_categories(), kMaxScopeCategories,
                                         "scope.product_categories", IsProductCategory,
                                         "CPC:01319 / HS:0810"));
  return CheckAssuranceLevels(scope);
}

// The holder is not the accreditor, and is of the kind that the activity takes.
Outcome CheckHolder(const v1::GrantAccreditation& message, const OperationContext& context,
                    const StateReader& reader) {
  if (message.body() == context.author) {
    return Refuse(v1::CODE_SELF_ACCREDITATION, {{"field", "body"}, {"value", message.body()}});
  }
  v1::Participant body;
  TANJI_RETURN_IF_REFUSED(FindInForce(reader, "body", message.body(), context.time_ms(), body));
  const auto kind = KindForActivity(message.scope().activity());
  if (HasKind(body, kind)) return Outcome::Ok();
  return Refuse(v1::CODE_ACTIVITY_MISMATCH,
                {{"field", "body"},
                 {"value", message.body()},
                 {"activity", v1::Activity_Name(message.scope().activity())},
                 {"expected", v1::ParticipantKind_Name(kind)}});
}

}  // namespace

Outcome CheckGrantAccreditation(const v1::GrantAccreditation& message, const Flags&) {
  TANJI_RETURN_IF_REFUSED(CheckChosenName(kParticipantsCollection, message.body(), "body"));
  TANJI_RETURN_IF_REFUSED(CheckSet(message.has_scope(), "scope"));
  TANJI_RETURN_IF_REFUSED(CheckScope(message.scope()));
  TANJI_RETURN_IF_REFUSED(CheckPeriod(message.valid_from_time(), message.valid_until_time(),
                                      "valid_from_time", "valid_until_time"));
  TANJI_RETURN_IF_REFUSED(
      CheckMaxBytes(message.arrangement(), kMaxArrangementBytes, "arrangement"));
  if (message.document().empty()) return Outcome::Ok();
  return CheckHashName(kDocumentsCollection, message.document(), "document");
}

Outcome AuthoriseGrantAccreditation(const v1::GrantAccreditation& message,
                                    const OperationContext& context, const StateReader& reader) {
  TANJI_RETURN_IF_REFUSED(RequireAuthorKind(context, reader, {v1::PARTICIPANT_KIND_ACCREDITOR}));
  TANJI_RETURN_IF_REFUSED(CheckHolder(message, context, reader));
  TANJI_RETURN_IF_REFUSED(CheckPeriod(CountsFrom(message.valid_from_time(), context.time_ms()),
                                      message.valid_until_time(), "valid_from_time",
                                      "valid_until_time"));
  if (message.document().empty()) return Outcome::Ok();
  const auto hash = ParseHashName(kDocumentsCollection, message.document()).value();
  return kDocuments.Has(reader, hash) ? Outcome::Ok()
                                      : RefuseNotFound("document", message.document());
}

Outcome ApplyGrantAccreditation(const v1::GrantAccreditation& message,
                                const OperationContext& context, StateWriter& writer) {
  v1::Accreditation accreditation;
  accreditation.set_accreditor(context.author);
  accreditation.set_body(message.body());
  *accreditation.mutable_scope() = message.scope();
  accreditation.set_valid_from_time(message.valid_from_time());
  accreditation.set_valid_until_time(message.valid_until_time());
  accreditation.set_arrangement(message.arrangement());
  accreditation.set_document(message.document());
  accreditation.set_granted_time(context.time_ms());
  RecordSigners(context, accreditation);
  const Id id = context.NewId();
  kAccreditations.Put(writer, id, accreditation);
  AccreditationHistory(id).Create(writer, context.stamp(),
                                  CountsFrom(message.valid_from_time(), context.time_ms()),
                                  message.valid_until_time());
  return Outcome::Ok();
}

}  // namespace tanji::ledger
