// Every way in which accreditations and licences are refused.
#include "ledger/modules/membership/change_accreditation_status.h"
#include "ledger/modules/membership/change_licence_status.h"
#include "ledger/modules/membership/grant_accreditation.h"
#include "ledger/modules/membership/grant_licence.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/refusals.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;
using A = v1::GrantAccreditation;

Detail NotAscending(const char* field, const char* value) {
  return {{"field", field}, {"value", value}};
}

Detail Misfit(const char* field, const char* value, const char* expected) {
  return {{"field", field}, {"value", value}, {"expected", expected}};
}

void AddScopeShapes(Rows& rows) {
  AddAlterations<A>(
      Accreditation("auditor"), CheckGrantAccreditation,
      {
          {"no body", [](A& m) { m.clear_body(); }, v1::CODE_FIELD_MISSING, {{"field", "body"}}},
          {"no scope", [](A& m) { m.clear_scope(); }, v1::CODE_FIELD_MISSING, {{"field", "scope"}}},
          {"no activity",
           [](A& m) { m.mutable_scope()->clear_activity(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "scope.activity"}}},
          {"no scheme",
           [](A& m) { m.mutable_scope()->clear_schemes(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "scope.schemes"}}},
          {"scheme", [](A& m) { m.mutable_scope()->set_schemes(0, "schemes/A"); },
           v1::CODE_NAME_MALFORMED, Misfit("scope.schemes[0]", "schemes/A", "schemes/ID")},
          {"schemes fall", [](A& m) { m.mutable_scope()->add_schemes("schemes/a"); },
           v1::CODE_LIST_NOT_ASCENDING, NotAscending("scope.schemes[1]", "schemes/a")},
          {"no sub-scope",
           [](A& m) { m.mutable_scope()->clear_sub_scopes(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "scope.sub_scopes"}}},
          {"sub-scope", [](A& m) { m.mutable_scope()->set_sub_scopes(0, " ISO"); },
           v1::CODE_SCOPE_MALFORMED, Misfit("scope.sub_scopes[0]", " ISO", "ISO 14067")},
          {"sub-scopes fall", [](A& m) { m.mutable_scope()->add_sub_scopes("ISO 14067"); },
           v1::CODE_LIST_NOT_ASCENDING, NotAscending("scope.sub_scopes[2]", "ISO 14067")},
          {"category", [](A& m) { m.mutable_scope()->set_product_categories(1, "lychee"); },
           v1::CODE_SCOPE_MALFORMED,
           Misfit("scope.product_categories[1]", "lychee", "CPC:01319 / HS:0810")},
          {"65 categories",
           [](A& m) {
             while (m.scope().product_categories_size() < 65) {
               m.mutable_scope()->add_product_categories("HS:08");
             }
           },
           v1::CODE_LIST_TOO_LONG,
           {{"field", "scope.product_categories"}, {"value", "65"}, {"limit", "64"}}},
          {"no assurance level",
           [](A& m) { m.mutable_scope()->clear_assurance_levels(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "scope.assurance_levels"}}},
          {"a certificate with assurance",
           [](A& m) { m.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION); },
           v1::CODE_SCOPE_MALFORMED,
           Misfit("scope.assurance_levels", "ASSURANCE_LEVEL_LIMITED", "ACTIVITY_VERIFICATION")},
      },
      rows);
}

void AddGrantShapes(Rows& rows) {
  AddAlterations<A>(
      Accreditation("auditor"), CheckGrantAccreditation,
      {
          {"ends before it begins",
           [](A& m) { m.set_valid_until_time(m.valid_from_time()); },
           v1::CODE_PERIOD_EMPTY,
           {{"field", "valid_until_time"},
            {"until_time", std::to_string(kGenesisTimeMs - 400 * kDayMs)},
            {"from_time", std::to_string(kGenesisTimeMs - 400 * kDayMs)}}},
          {"long arrangement",
           [](A& m) { m.set_arrangement(std::string(65, 'x')); },
           v1::CODE_FIELD_TOO_LONG,
           {{"field", "arrangement"}, {"value", "65"}, {"limit", "64"}}},
          {"document", [](A& m) { m.set_document("documents/1"); }, v1::CODE_NAME_MALFORMED,
           Misfit("document", "documents/1", "documents/SHA256-HEX")},
      },
      rows);
  using L = v1::GrantLicence;
  AddAlterations<L>(Licence("certifier"), CheckGrantLicence,
                    {
                        {"no certifier",
                         [](L& m) { m.clear_certifier(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "certifier"}}},
                        {"no scheme",
                         [](L& m) { m.clear_scheme(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "scheme"}}},
                        {"valid until before 1970",
                         [](L& m) { m.set_valid_until_time(-1); },
                         v1::CODE_FIELD_OUT_OF_RANGE,
                         {{"field", "valid_until_time"},
                          {"value", "-1"},
                          {"lowest", "0"},
                          {"highest", "253402300799999"}}},
                    },
                    rows);
}

// With an auditor and a certifier registered.
struct Bodies {
  Bodies() {
    world.Register("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
    world.Register("certifier", {v1::PARTICIPANT_KIND_CERTIFIER});
  }
  World world;
};

void AddAccreditationStates(Rows& rows) {
  rows.push_back({"accredited by a body",
                  v1::CODE_WRONG_KIND,
                  {{"field", "author"},
                   {"value", "participants/body-cn"},
                   {"expected", "PARTICIPANT_KIND_ACCREDITOR"}},
                  [] { return Bodies().world.Do("body-cn", Accreditation("auditor")); }});
  rows.push_back({"accrediting itself",
                  v1::CODE_SELF_ACCREDITATION,
                  {{"field", "body"}, {"value", "participants/cnas"}},
                  [] { return Bodies().world.Do("cnas", Accreditation("cnas")); }});
  rows.push_back({"accrediting nobody",
                  v1::CODE_NOT_FOUND,
                  {{"field", "body"}, {"value", "participants/nobody"}},
                  [] { return Bodies().world.Do("cnas", Accreditation("nobody")); }});
  rows.push_back({"a certifier for verification",
                  v1::CODE_ACTIVITY_MISMATCH,
                  {{"field", "body"},
                   {"value", "participants/certifier"},
                   {"activity", "ACTIVITY_VERIFICATION"},
                   {"expected", "PARTICIPANT_KIND_AUDITOR"}},
                  [] { return Bodies().world.Do("cnas", Accreditation("certifier")); }});
  rows.push_back({"an auditor for certification",
                  v1::CODE_ACTIVITY_MISMATCH,
                  {{"field", "body"},
                   {"value", "participants/auditor"},
                   {"activity", "ACTIVITY_CERTIFICATION"},
                   {"expected", "PARTICIPANT_KIND_CERTIFIER"}},
                  [] {
                    auto message = Accreditation("auditor");
                    message.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION);
                    message.mutable_scope()->clear_assurance_levels();
                    return Bodies().world.Do("cnas", message);
                  }});
  rows.push_back({"accrediting a suspended auditor",
                  v1::CODE_NOT_IN_FORCE,
                  {{"field", "body"}, {"value", "participants/auditor"}},
                  [] {
                    Bodies bodies;
                    v1::ChangeParticipantStatus suspend;
                    suspend.set_participant("participants/auditor");
                    *suspend.mutable_change() = OpenStatus(v1::STATUS_KIND_SUSPENDED);
                    EXPECT_TRUE(Accepted(bodies.world.Do("zone", suspend)));
                    return bodies.world.Do("cnas", Accreditation("auditor"));
                  }});
  rows.push_back({"over before it is recorded",
                  v1::CODE_PERIOD_EMPTY,
                  {{"field", "valid_until_time"},
                   {"until_time", std::to_string(kGenesisTimeMs)},
                   {"from_time", std::to_string(kGenesisTimeMs + 3)}},
                  [] {
                    auto message = Accreditation("auditor");
                    message.set_valid_until_time(kGenesisTimeMs);
                    return Bodies().world.Do("cnas", message);
                  }});
  const auto document = "documents/" + crypto::Sha256("certificate").Hex();
  rows.push_back({"a document that is not registered",
                  v1::CODE_NOT_FOUND,
                  {{"field", "document"}, {"value", document}},
                  [=] {
                    auto message = Accreditation("auditor");
                    message.set_document(document);
                    return Bodies().world.Do("cnas", message);
                  }});
}

void AddLicenceStates(Rows& rows) {
  rows.push_back(
      {"licensed by an accreditor",
       v1::CODE_WRONG_KIND,
       {{"field", "author"}, {"value", "participants/cnas"}, {"expected", "PARTICIPANT_KIND_BODY"}},
       [] { return Bodies().world.Do("cnas", Licence("certifier")); }});
  rows.push_back({"a licence for an auditor",
                  v1::CODE_WRONG_KIND,
                  {{"field", "certifier"},
                   {"value", "participants/auditor"},
                   {"expected", "PARTICIPANT_KIND_CERTIFIER"}},
                  [] { return Bodies().world.Do("body-cn", Licence("auditor")); }});
  rows.push_back({"a licence for nobody",
                  v1::CODE_NOT_FOUND,
                  {{"field", "certifier"}, {"value", "participants/nobody"}},
                  [] { return Bodies().world.Do("body-cn", Licence("nobody")); }});
}

void AddChangeStates(Rows& rows) {
  const auto suspend = [] { return OpenStatus(v1::STATUS_KIND_SUSPENDED); };
  rows.push_back({"suspended by another accreditor",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/body-cn"}, {"expected", "participants/cnas"}},
                  [=] {
                    Bodies bodies;
                    EXPECT_TRUE(Accepted(bodies.world.Do("cnas", Accreditation("auditor"))));
                    const auto name = bodies.world.CreatedName("accreditations");
                    return bodies.world.Do("body-cn", ChangeAccreditation(name, suspend()));
                  }});
  rows.push_back({"a licence suspended by another body",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/body-eu"}, {"expected", "participants/body-cn"}},
                  [=] {
                    Bodies bodies;
                    EXPECT_TRUE(Accepted(bodies.world.Do("body-cn", Licence("certifier"))));
                    const auto name = bodies.world.CreatedName("licences");
                    return bodies.world.Do("body-eu", ChangeLicence(name, suspend()));
                  }});
  const std::string uuid = "/00000000-0000-8000-8000-000000000000";
  rows.push_back({"no such accreditation",
                  v1::CODE_NOT_FOUND,
                  {{"field", "accreditation"}, {"value", "accreditations" + uuid}},
                  [=] {
                    return World().Do("cnas",
                                      ChangeAccreditation("accreditations" + uuid, suspend()));
                  }});
  rows.push_back({"no such licence",
                  v1::CODE_NOT_FOUND,
                  {{"field", "licence"}, {"value", "licences" + uuid}},
                  [=] { return World().Do("cnas", ChangeLicence("licences" + uuid, suspend())); }});
  rows.push_back({"a backdated suspension",
                  v1::CODE_BACKDATED,
                  {{"field", "change.effective_time"},
                   {"effective_time", std::to_string(kGenesisTimeMs)},
                   {"block_time", std::to_string(kGenesisTimeMs + 4)}},
                  [=] {
                    Bodies bodies;
                    EXPECT_TRUE(Accepted(bodies.world.Do("cnas", Accreditation("auditor"))));
                    auto change = suspend();
                    change.set_effective_time(kGenesisTimeMs);
                    const auto name = bodies.world.CreatedName("accreditations");
                    return bodies.world.Do("cnas", ChangeAccreditation(name, change));
                  }});
}

}  // namespace

std::vector<RefusalCase> AccreditationRefusals() {
  Rows rows;
  AddScopeShapes(rows);
  AddGrantShapes(rows);
  AddAccreditationStates(rows);
  AddLicenceStates(rows);
  AddChangeStates(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
