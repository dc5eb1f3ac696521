// The bytes of every record and operation, frozen: what is hashed and signed must never change.
//
//   tests/vectors/operations/<arm>.hex   an Operation
//   tests/vectors/records/<table>.hex    a state key and the record under it
//
// A new table or operation gets its file by running this test with TANJI_WRITE_VECTORS=1; a file
// that is committed is never rewritten.
#include <google/protobuf/descriptor.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <map>
#include <sstream>

#include "crypto/hash/hex.h"
#include "crypto/wire/strict_check.h"
#include "ledger/state/record.h"
#include "tanji/v1/genesis.pb.h"
#include "tests/ledger/modules/membership/ballots.h"
#include "tests/ledger/modules/membership/grants.h"
#include "tests/ledger/modules/support/refusal.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {
namespace {

struct TableName {
  const char* name;
  const google::protobuf::Descriptor* record;
};

// The modules' tables, and those of the engine that a ballot writes.
const std::map<KeySpace, TableName>& Tables() {
  static const std::map<KeySpace, TableName> tables{
      {KeySpace::kFlags, {"flags", v1::FlagSchedule::descriptor()}},
      {KeySpace::kParameters, {"parameters", v1::ParameterSet::descriptor()}},
      {KeySpace::kDocument, {"document", v1::Document::descriptor()}},
      {KeySpace::kParticipant, {"participant", v1::Participant::descriptor()}},
      {KeySpace::kParticipantStatus, {"participant_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kKey, {"key", v1::Key::descriptor()}},
      {KeySpace::kKeyStatus, {"key_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kKeyReference, {"key_reference", v1::KeyReference::descriptor()}},
      {KeySpace::kElectorate, {"electorate", v1::Electorate::descriptor()}},
      {KeySpace::kBallot, {"ballot", v1::Ballot::descriptor()}},
      {KeySpace::kBallotVote, {"ballot_vote", v1::BallotVote::descriptor()}},
      {KeySpace::kAccreditation, {"accreditation", v1::Accreditation::descriptor()}},
      {KeySpace::kAccreditationStatus, {"accreditation_status", v1::StatusRecord::descriptor()}},
      {KeySpace::kLicence, {"licence", v1::Licence::descriptor()}},
      {KeySpace::kLicenceStatus, {"licence_status", v1::StatusRecord::descriptor()}},
  };
  return tables;
}

// A short history that uses every operation once and writes every table.
class Story {
 public:
  Story() {
    Tell("zone", Op(Document("certificate")));
    auto auditor = Registration("auditor", {v1::PARTICIPANT_KIND_AUDITOR});
    *auditor.add_keys() = Grant("auditor", 1, {v1::PERMISSION_MANAGE_KEYS});
    auditor.mutable_keys(1)->set_valid_from_time(kGenesisTimeMs + kDayMs);
    auditor.mutable_keys(1)->set_valid_until_time(kGenesisTimeMs + 365 * kDayMs);
    *auditor.add_thresholds() = ThresholdRow(v1::PERMISSION_MANAGE_KEYS, 1);
    Tell("zone", Op(auditor));
    world_.Register("certifier", {v1::PARTICIPANT_KIND_CERTIFIER});
    TellKeys();
    TellBallot();
    TellGrants();
    v1::ChangeParticipantStatus suspend;
    suspend.set_participant("participants/auditor");
    *suspend.mutable_change() = OpenStatus(v1::STATUS_KIND_SUSPENDED);
    suspend.mutable_change()->set_effective_time(kGenesisTimeMs + 2 * kDayMs);
    Tell("zone", Op(suspend));
  }

  const std::map<std::string, v1::Operation>& operations() const { return operations_; }
  World& world() { return world_; }

 private:
  void Tell(std::string_view author, v1::Operation operation) {
    const auto* arm = v1::Operation::descriptor()->FindFieldByNumber(operation.kind_case());
    operations_.emplace(arm->name(), operation);
    EXPECT_TRUE(Accepted(world_.Run(author, {std::move(operation)}))) << arm->name();
  }

  void TellKeys() {
    v1::AddKey add;
    *add.mutable_key() = Grant("cnas", 1, {v1::PERMISSION_MANAGE_KEYS, v1::PERMISSION_ACCREDIT});
    Tell("cnas", Op(add));
    v1::SetThresholds thresholds;
    *thresholds.add_thresholds() = ThresholdRow(v1::PERMISSION_ACCREDIT, 2);
    Tell("cnas", Op(thresholds));
    v1::DeclareKeyCompromised compromise;
    compromise.set_key(KeyNameOf("cnas"));
    compromise.set_since_time(kGenesisTimeMs);
    *compromise.mutable_reason() = Reason();
    Tell("cnas", Op(compromise));
    add.Clear();
    *add.mutable_key() = Grant("zone", 1, {v1::PERMISSION_GOVERN});
    Tell("zone", Op(add));
    v1::RetireKey retire;
    retire.set_key(KeyNameOf("zone", 1));
    *retire.mutable_reason() = Reason();
    Tell("zone", Op(retire));
  }

  void TellBallot() {
    Tell("body-cn", Op(Proposal({SwitchRehearsal(100), SetLifetime(60'000)})));
    const auto ballot = world_.CreatedName("ballots");
    Tell("body-cn", Op(Vote(ballot, v1::VOTE_YES)));
    Tell("body-eu", Op(Vote(ballot, v1::VOTE_YES)));
    Tell("body-hn", Op(Execution(ballot)));
  }

  void TellGrants() {
    auto accreditation = Accreditation("auditor");
    accreditation.set_document("documents/" + crypto::Sha256("certificate").Hex());
    Tell("cnas", Op(accreditation));
    const auto name = world_.CreatedName("accreditations");
    Tell("cnas", Op(ChangeAccreditation(name, OpenStatus(v1::STATUS_KIND_UNDER_REVIEW))));
    EXPECT_TRUE(Accepted(world_.Do("cnas", ChangeAccreditation(name, EndStatus(1)))));
    Tell("body-cn", Op(Licence("certifier")));
    Tell("body-cn",
         Op(ChangeLicence(world_.CreatedName("licences"), OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
  }

  World world_;
  std::map<std::string, v1::Operation> operations_;
};

// Compares with the committed file, or writes it where there is none and that was asked for.
void CheckVector(const std::string& folder, const std::string& name, const std::string& content) {
  const std::string path =
      std::string(TANJI_SOURCE_DIR) + "/tests/vectors/" + folder + "/" + name + ".hex";
  std::ifstream file(path);
  if (!file && std::getenv("TANJI_WRITE_VECTORS") != nullptr) {
    std::ofstream(path) << content;
    return;
  }
  std::stringstream committed;
  committed << file.rdbuf();
  EXPECT_EQ(committed.str(), content) << path;
}

void ExpectCanonical(const std::string& bytes, const google::protobuf::Descriptor* type,
                     const std::string& name) {
  const auto fault = crypto::CheckStrict(bytes, type);
  EXPECT_FALSE(fault) << name << ": " << crypto::Name(fault->rule) << " at " << fault->path;
}

TEST(Vectors, OfEveryOperation) {
  const Story story;
  const auto* operation = v1::Operation::descriptor();
  for (int i = 0; i < operation->field_count(); ++i) {
    EXPECT_TRUE(story.operations().contains(operation->field(i)->name()))
        << operation->field(i)->name();
  }
  for (const auto& [name, message] : story.operations()) {
    const auto bytes = EncodeRecord(message);
    ExpectCanonical(bytes, operation, name);
    CheckVector("operations", name, crypto::ToHex(bytes) + "\n");
  }
}

TEST(Vectors, OfEveryTable) {
  Story story;
  std::map<KeySpace, std::string> found;
  for (const auto& [key, record] : story.world().state().changes()) {
    const auto space = static_cast<KeySpace>(static_cast<unsigned char>(key[0]));
    ASSERT_TRUE(Tables().contains(space)) << crypto::ToHex(key);
    ASSERT_TRUE(record);
    ExpectCanonical(*record, Tables().at(space).record, Tables().at(space).name);
    // The longest says most.
    auto text = crypto::ToHex(key) + "\n" + crypto::ToHex(*record) + "\n";
    if (text.size() > found[space].size()) found[space] = std::move(text);
  }
  for (const auto& [space, table] : Tables()) {
    EXPECT_TRUE(found.contains(space)) << table.name;
    CheckVector("records", table.name, found[space]);
  }
}

}  // namespace
}  // namespace tanji::ledger::testing
