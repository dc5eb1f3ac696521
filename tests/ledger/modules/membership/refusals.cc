// Every way in which participants and keys are refused.
#include "tests/ledger/modules/refusals.h"
#include "ledger/modules/membership/add_key.h"
#include "ledger/modules/membership/change_participant_status.h"
#include "ledger/modules/membership/declare_key_compromised.h"
#include "ledger/modules/membership/register_participant.h"
#include "ledger/modules/membership/retire_key.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/set_thresholds.h"
#include "ledger/modules/membership/tables.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

using Rows = std::vector<RefusalCase>;

v1::RegisterParticipant Farm() {
  return Registration("farm", {v1::PARTICIPANT_KIND_PRODUCER});
}

v1::RetireKey Retire(std::string key) {
  v1::RetireKey message;
  message.set_key(std::move(key));
  *message.mutable_reason() = Reason();
  return message;
}

v1::DeclareKeyCompromised Compromise(std::string key, std::int64_t since_ms) {
  v1::DeclareKeyCompromised message;
  message.set_key(std::move(key));
  message.set_since_time(since_ms);
  *message.mutable_reason() = Reason();
  return message;
}

v1::ChangeParticipantStatus Change(std::string_view id, v1::StatusChange change) {
  v1::ChangeParticipantStatus message;
  message.set_participant("participants/" + std::string(id));
  *message.mutable_change() = std::move(change);
  return message;
}

void AddRegistrationShapes(Rows& rows) {
  using M = v1::RegisterParticipant;
  AddAlterations<M>(
      Farm(), CheckRegisterParticipant,
      {
          {"no id", [](M& m) { m.clear_id(); }, v1::CODE_FIELD_MISSING, {{"field", "id"}}},
          {"bad id",
           [](M& m) { m.set_id("Farm"); },
           v1::CODE_ID_MALFORMED,
           {{"field", "id"}, {"value", "Farm"}}},
          {"no kind", [](M& m) { m.clear_kinds(); }, v1::CODE_FIELD_MISSING, {{"field", "kinds"}}},
          {"kinds fall",
           [](M& m) { m.add_kinds(v1::PARTICIPANT_KIND_AUDITOR); },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "kinds[1]"}, {"value", "PARTICIPANT_KIND_AUDITOR"}}},
          {"a body",
           [](M& m) { m.set_kinds(0, v1::PARTICIPANT_KIND_BODY); },
           v1::CODE_KIND_NEEDS_BALLOT,
           {{"field", "kinds"}, {"value", "PARTICIPANT_KIND_BODY"}}},
          {"an accreditor",
           [](M& m) { m.set_kinds(0, v1::PARTICIPANT_KIND_ACCREDITOR); },
           v1::CODE_KIND_NEEDS_BALLOT,
           {{"field", "kinds"}, {"value", "PARTICIPANT_KIND_ACCREDITOR"}}},
          {"also an operator",
           [](M& m) { m.add_kinds(v1::PARTICIPANT_KIND_OPERATOR); },
           v1::CODE_KIND_NEEDS_BALLOT,
           {{"field", "kinds"}, {"value", "PARTICIPANT_KIND_OPERATOR"}}},
          {"no legal name",
           [](M& m) { m.mutable_legal_name()->clear_zh(); },
           v1::CODE_TEXT_MISSING,
           {{"field", "legal_name.zh"}}},
          {"legal name misdescribed",
           [](M& m) { m.mutable_legal_name()->set_translation(v1::TRANSLATION_MISSING); },
           v1::CODE_TEXT_INCONSISTENT,
           {{"field", "legal_name.translation"},
            {"value", "TRANSLATION_MISSING"},
            {"expected", "TRANSLATION_HUMAN"}}},
          {"long legal name",
           [](M& m) { m.mutable_legal_name()->set_zh(std::string(1025, 'x')); },
           v1::CODE_FIELD_TOO_LONG,
           {{"field", "legal_name.zh"}, {"value", "1025"}, {"limit", "1024"}}},
          {"no region",
           [](M& m) { m.clear_region(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "region"}}},
          {"region",
           [](M& m) { m.set_region("Hainan"); },
           v1::CODE_REGION_MALFORMED,
           {{"value", "Hainan"}}},
          {"no key", [](M& m) { m.clear_keys(); }, v1::CODE_FIELD_MISSING, {{"field", "keys"}}},
          {"too many keys",
           [](M& m) {
             for (int i = 1; i <= 16; ++i) *m.add_keys() = m.keys(0);
           },
           v1::CODE_LIST_TOO_LONG,
           {{"field", "keys"}, {"value", "17"}, {"limit", "16"}}},
          {"one key twice",
           [](M& m) { *m.add_keys() = m.keys(0); },
           v1::CODE_KEY_TAKEN,
           {{"field", "keys[1].public_key"}, {"value", KeyNameOf("farm")}}},
          {"thresholds fall",
           [](M& m) {
             *m.add_thresholds() = ThresholdRow(v1::PERMISSION_GOVERN, 1);
             *m.add_thresholds() = ThresholdRow(v1::PERMISSION_MANAGE_KEYS, 1);
           },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "thresholds[1]"}, {"value", "PERMISSION_MANAGE_KEYS"}}},
      },
      rows);
}

void AddKeyShapes(Rows& rows) {
  using M = v1::AddKey;
  M good;
  *good.mutable_key() = Grant("farm", 1, {v1::PERMISSION_MANAGE_KEYS});
  AddAlterations<M>(
      good, CheckAddKey,
      {
          {"no key", [](M& m) { m.clear_key(); }, v1::CODE_FIELD_MISSING, {{"field", "key"}}},
          {"short key",
           [](M& m) { m.mutable_key()->set_public_key("k"); },
           v1::CODE_FIELD_LENGTH,
           {{"field", "key.public_key"}, {"value", "1"}, {"expected", "32"}}},
          {"no holder",
           [](M& m) { m.mutable_key()->clear_holder(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "key.holder"}}},
          {"holder",
           [](M& m) { m.mutable_key()->set_holder("h 1"); },
           v1::CODE_ID_MALFORMED,
           {{"field", "key.holder"}, {"value", "h 1"}}},
          {"no permission",
           [](M& m) { m.mutable_key()->clear_permissions(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "key.permissions"}}},
          {"one permission twice",
           [](M& m) { m.mutable_key()->add_permissions(v1::PERMISSION_MANAGE_KEYS); },
           v1::CODE_LIST_NOT_ASCENDING,
           {{"field", "key.permissions[1]"}, {"value", "PERMISSION_MANAGE_KEYS"}}},
          {"valid from before 1970",
           [](M& m) { m.mutable_key()->set_valid_from_time(-1); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "key.valid_from_time"},
            {"value", "-1"},
            {"lowest", "0"},
            {"highest", "253402300799999"}}},
          {"valid for no time",
           [](M& m) {
             m.mutable_key()->set_valid_from_time(5000);
             m.mutable_key()->set_valid_until_time(5000);
           },
           v1::CODE_PERIOD_EMPTY,
           {{"field", "key.valid_until_time"}, {"until_time", "5000"}, {"from_time", "5000"}}},
          {"no possession",
           [](M& m) { m.mutable_key()->clear_possession_signature(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "key.possession_signature"}}},
      },
      rows);
}

void AddThresholdShapes(Rows& rows) {
  using M = v1::SetThresholds;
  M good;
  *good.add_thresholds() = ThresholdRow(v1::PERMISSION_MANAGE_KEYS, 1);
  AddAlterations<M>(good, CheckSetThresholds,
                    {
                        {"no permission",
                         [](M& m) { m.mutable_thresholds(0)->clear_permission(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "thresholds[0].permission"}}},
                        {"no holders",
                         [](M& m) { m.mutable_thresholds(0)->clear_holders(); },
                         v1::CODE_FIELD_OUT_OF_RANGE,
                         {{"field", "thresholds[0].holders"},
                          {"value", "0"},
                          {"lowest", "1"},
                          {"highest", "16"}}},
                        {"too many holders",
                         [](M& m) { m.mutable_thresholds(0)->set_holders(17); },
                         v1::CODE_FIELD_OUT_OF_RANGE,
                         {{"field", "thresholds[0].holders"},
                          {"value", "17"},
                          {"lowest", "1"},
                          {"highest", "16"}}},
                    },
                    rows);
}

void AddKeyEndShapes(Rows& rows) {
  using R = v1::RetireKey;
  AddAlterations<R>(
      Retire(KeyNameOf("farm")), CheckRetireKey,
      {
          {"no key", [](R& m) { m.clear_key(); }, v1::CODE_FIELD_MISSING, {{"field", "key"}}},
          {"key",
           [](R& m) { m.set_key("keys/1"); },
           v1::CODE_NAME_MALFORMED,
           {{"field", "key"}, {"value", "keys/1"}, {"expected", "keys/SHA256-HEX"}}},
          {"no reason",
           [](R& m) { m.clear_reason(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "reason.prevailing"}}},
      },
      rows);
  using D = v1::DeclareKeyCompromised;
  AddAlterations<D>(
      Compromise(KeyNameOf("farm"), 0), CheckDeclareKeyCompromised,
      {
          {"no key", [](D& m) { m.clear_key(); }, v1::CODE_FIELD_MISSING, {{"field", "key"}}},
          {"since before 1970",
           [](D& m) { m.set_since_time(-5); },
           v1::CODE_FIELD_OUT_OF_RANGE,
           {{"field", "since_time"},
            {"value", "-5"},
            {"lowest", "0"},
            {"highest", "253402300799999"}}},
          {"no reason",
           [](D& m) { m.clear_reason(); },
           v1::CODE_FIELD_MISSING,
           {{"field", "reason.prevailing"}}},
      },
      rows);
  using C = v1::ChangeParticipantStatus;
  AddAlterations<C>(Change("farm", OpenStatus(v1::STATUS_KIND_SUSPENDED)),
                    CheckChangeParticipantStatus,
                    {
                        {"no participant",
                         [](C& m) { m.clear_participant(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "participant"}}},
                        {"no change",
                         [](C& m) { m.clear_change(); },
                         v1::CODE_FIELD_MISSING,
                         {{"field", "change.open"}}},
                    },
                    rows);
}

void AddRegistrationStates(Rows& rows) {
  rows.push_back({"registered before",
                  v1::CODE_ALREADY_EXISTS,
                  {{"field", "id"}, {"value", "participants/farm"}},
                  [] {
                    World world;
                    world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
                    return world.Do("zone", Farm());
                  }});
  rows.push_back({"registered by a producer",
                  v1::CODE_WRONG_KIND,
                  {{"field", "author"},
                   {"value", "participants/farm"},
                   {"expected", "PARTICIPANT_KIND_BODY, PARTICIPANT_KIND_OPERATOR"}},
                  [] {
                    World world;
                    world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
                    return world.Do("farm", Registration("other", {v1::PARTICIPANT_KIND_PRODUCER}));
                  }});
  rows.push_back({"keys that cannot manage keys",
                  v1::CODE_THRESHOLD_UNREACHABLE,
                  {{"permission", "PERMISSION_MANAGE_KEYS"}, {"expected", "1"}, {"value", "0"}},
                  [] {
                    World world;
                    auto message = Farm();
                    *message.mutable_keys(0) =
                        Grant("farm", 0, {v1::PERMISSION_REGISTER_DOCUMENTS});
                    return world.Do("zone", message);
                  }});
  rows.push_back({"a threshold above the holders",
                  v1::CODE_THRESHOLD_UNREACHABLE,
                  {{"permission", "PERMISSION_ACCREDIT"}, {"expected", "2"}, {"value", "1"}},
                  [] {
                    World world;
                    auto message = Farm();
                    *message.add_thresholds() = ThresholdRow(v1::PERMISSION_ACCREDIT, 2);
                    return world.Do("zone", message);
                  }});
}

Outcome AddToZone(const std::function<void(World&, v1::KeyGrant&)>& alter) {
  World world;
  v1::AddKey message;
  *message.mutable_key() = Grant("zone", 1, {v1::PERMISSION_GOVERN});
  alter(world, *message.mutable_key());
  return world.Do("zone", message);
}

void AddKeyStates(Rows& rows) {
  rows.push_back({"a key of another",
                  v1::CODE_KEY_TAKEN,
                  {{"field", "key.public_key"}, {"value", KeyNameOf("cnas")}},
                  [] {
                    return AddToZone([](World&, v1::KeyGrant& grant) {
                      grant.set_public_key(std::string(KeyOf("cnas").public_key().view()));
                    });
                  }});
  rows.push_back({"possession proved for another holder",
                  v1::CODE_POSSESSION_FALSE,
                  {{"field", "key.possession_signature"}},
                  [] {
                    return AddToZone(
                        [](World&, v1::KeyGrant& grant) { grant.set_holder("someone-else"); });
                  }});
  rows.push_back({"a key valid from the past",
                  v1::CODE_BACKDATED,
                  {{"field", "key.valid_from_time"},
                   {"effective_time", std::to_string(kGenesisTimeMs)},
                   {"block_time", std::to_string(kGenesisTimeMs + 1)}},
                  [] {
                    return AddToZone([](World& world, v1::KeyGrant& grant) {
                      grant.set_valid_from_time(world.now_ms());
                    });
                  }});
  rows.push_back({"a key that has expired",
                  v1::CODE_PERIOD_EMPTY,
                  {{"field", "key.valid_until_time"},
                   {"until_time", std::to_string(kGenesisTimeMs)},
                   {"from_time", std::to_string(kGenesisTimeMs + 1)}},
                  [] {
                    return AddToZone([](World& world, v1::KeyGrant& grant) {
                      grant.set_valid_until_time(world.now_ms());
                    });
                  }});
  rows.push_back({"the 257th key",
                  v1::CODE_TOO_MANY_KEYS,
                  {{"value", "participants/zone"}, {"limit", "256"}},
                  [] {
                    return AddToZone([](World& world, v1::KeyGrant&) {
                      auto zone = kParticipants.Get(world.state(), "zone").value();
                      zone.set_key_count(kMaxKeysOfParticipant);
                      kParticipants.Put(world.state(), "zone", zone);
                    });
                  }});
  rows.push_back({"an unreachable threshold",
                  v1::CODE_THRESHOLD_UNREACHABLE,
                  {{"permission", "PERMISSION_MANAGE_KEYS"}, {"expected", "2"}, {"value", "1"}},
                  [] {
                    World world;
                    v1::SetThresholds message;
                    *message.add_thresholds() = ThresholdRow(v1::PERMISSION_MANAGE_KEYS, 2);
                    return world.Do("zone", message);
                  }});
}

void AddKeyEndStates(Rows& rows) {
  rows.push_back({"the last key retired",
                  v1::CODE_THRESHOLD_UNREACHABLE,
                  {{"permission", "PERMISSION_MANAGE_KEYS"}, {"expected", "1"}, {"value", "0"}},
                  [] { return World().Do("zone", Retire(KeyNameOf("zone"))); }});
  rows.push_back({"a key that is not there",
                  v1::CODE_NOT_FOUND,
                  {{"field", "key"}, {"value", KeyNameOf("nobody")}},
                  [] { return World().Do("zone", Retire(KeyNameOf("nobody"))); }});
  rows.push_back({"a key of another retired",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/zone"}, {"expected", "participants/cnas"}},
                  [] { return World().Do("zone", Retire(KeyNameOf("cnas"))); }});
  rows.push_back({"retired twice",
                  v1::CODE_KEY_ALREADY_ENDED,
                  {{"value", KeyNameOf("zone", 1)},
                   {"status", "STATUS_KIND_WITHDRAWN"},
                   {"from_time", std::to_string(kGenesisTimeMs + 2)}},
                  [] {
                    World world;
                    v1::AddKey add;
                    *add.mutable_key() = Grant("zone", 1, {v1::PERMISSION_GOVERN});
                    EXPECT_TRUE(Accepted(world.Do("zone", add)));
                    EXPECT_TRUE(Accepted(world.Do("zone", Retire(KeyNameOf("zone", 1)))));
                    return world.Do("zone", Retire(KeyNameOf("zone", 1)));
                  }});
  rows.push_back(
      {"compromised in the future",
       v1::CODE_COMPROMISE_IN_FUTURE,
       {{"field", "since_time"},
        {"since_time", std::to_string(kGenesisTimeMs + 2)},
        {"block_time", std::to_string(kGenesisTimeMs + 1)}},
       [] { return World().Do("zone", Compromise(KeyNameOf("zone"), kGenesisTimeMs + 2)); }});
  rows.push_back({"compromised later than declared",
                  v1::CODE_KEY_ALREADY_ENDED,
                  {{"value", KeyNameOf("zone")},
                   {"status", "STATUS_KIND_VOID"},
                   {"from_time", std::to_string(kGenesisTimeMs)}},
                  [] {
                    World world;
                    EXPECT_TRUE(
                        Accepted(world.Do("zone", Compromise(KeyNameOf("zone"), kGenesisTimeMs))));
                    return world.Do("zone", Compromise(KeyNameOf("zone"), kGenesisTimeMs));
                  }});
}

void AddStatusStates(Rows& rows) {
  const auto suspend = [] { return OpenStatus(v1::STATUS_KIND_SUSPENDED); };
  rows.push_back({"status of nobody",
                  v1::CODE_NOT_FOUND,
                  {{"field", "participant"}, {"value", "participants/nobody"}},
                  [=] { return World().Do("zone", Change("nobody", suspend())); }});
  rows.push_back({"status by another registrar",
                  v1::CODE_NOT_ENTITLED,
                  {{"value", "participants/body-cn"}, {"expected", "participants/zone"}},
                  [=] {
                    World world;
                    world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
                    return world.Do("body-cn", Change("farm", suspend()));
                  }});
  for (const auto* author : {"body-cn", "zone", "cnas"}) {
    rows.push_back({std::string("status of the genesis by ") + author,
                    v1::CODE_STATUS_NEEDS_BALLOT,
                    {{"value", "participants/cnas"}},
                    [=] { return World().Do(author, Change("cnas", suspend())); }});
  }
  rows.push_back({"after a revocation",
                  v1::CODE_STATUS_CHANGE_NOT_ALLOWED,
                  {{"value", "participants/farm"},
                   {"status", "STATUS_KIND_REVOKED"},
                   {"from_time", std::to_string(kGenesisTimeMs + 2)}},
                  [=] {
                    World world;
                    world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
                    EXPECT_TRUE(Accepted(
                        world.Do("zone", Change("farm", OpenStatus(v1::STATUS_KIND_REVOKED)))));
                    return world.Do("zone", Change("farm", suspend()));
                  }});
  rows.push_back(
      {"ending the life of a participant", v1::CODE_INTERVAL_NOT_OPEN, {{"number", "0"}}, [] {
         World world;
         world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
         return world.Do("zone", Change("farm", EndStatus(0)));
       }});
  rows.push_back({"a full history",
                  v1::CODE_STATUS_HISTORY_FULL,
                  {{"value", "participants/farm"}, {"limit", "64"}},
                  [=] {
                    World world;
                    world.Register("farm", {v1::PARTICIPANT_KIND_PRODUCER});
                    for (int i = 1; i < 64; ++i) {
                      EXPECT_TRUE(Accepted(world.Do("zone", Change("farm", suspend()))));
                    }
                    return world.Do("zone", Change("farm", suspend()));
                  }});
}

}  // namespace

std::vector<RefusalCase> MembershipRefusals() {
  Rows rows;
  AddRegistrationShapes(rows);
  AddKeyShapes(rows);
  AddThresholdShapes(rows);
  AddKeyEndShapes(rows);
  AddRegistrationStates(rows);
  AddKeyStates(rows);
  AddKeyEndStates(rows);
  AddStatusStates(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
