#include "tests/property/compare.h"

#include <fmt/core.h>

#include "crypto/hash/hex.h"
#include "ledger/modules/footprints/standing.h"
#include "ledger/modules/membership/authority.h"
#include "ledger/modules/verification/standing.h"
#include "ledger/modules/verification/tables.h"
#include "tanji/v1/storage.pb.h"

namespace tanji::property {
namespace {

using google::protobuf::Message;

KeySpace SpaceOf(std::string_view key) {
  return static_cast<KeySpace>(static_cast<unsigned char>(key[0]));
}

template <class Record>
std::unique_ptr<Message> New() {
  return std::make_unique<Record>();
}

struct RecordType {
  KeySpace space;
  std::unique_ptr<Message> (*make)();
};
constexpr RecordType kTypes[] = {
    {KeySpace::kReplayWindow, New<v1::ReplayWindowHour>},
    {KeySpace::kFlags, New<v1::FlagSchedule>},
    {KeySpace::kParameters, New<v1::ParameterSet>},
    {KeySpace::kNode, New<v1::NodeIdentity>},
    {KeySpace::kNodeList, New<v1::NodeList>},
    {KeySpace::kDocument, New<v1::Document>},
    {KeySpace::kParticipant, New<v1::Participant>},
    {KeySpace::kKey, New<v1::Key>},
    {KeySpace::kKeyReference, New<v1::KeyReference>},
    {KeySpace::kElectorate, New<v1::Electorate>},
    {KeySpace::kBallot, New<v1::Ballot>},
    {KeySpace::kBallotVote, New<v1::BallotVote>},
    {KeySpace::kAccreditation, New<v1::Accreditation>},
    {KeySpace::kLicence, New<v1::Licence>},
    {KeySpace::kGwpSet, New<v1::GwpSet>},
    {KeySpace::kDataset, New<v1::Dataset>},
    {KeySpace::kDatasetProgress, New<v1::DatasetProgress>},
    {KeySpace::kFactor, New<v1::Factor>},
    {KeySpace::kScheme, New<v1::Scheme>},
    {KeySpace::kSchemeProgress, New<v1::SchemeProgress>},
    {KeySpace::kSchemeTerms, New<v1::SchemeTerms>},
    {KeySpace::kSerialPrefix, New<v1::SerialPrefix>},
    {KeySpace::kSchemeVersion, New<v1::SchemeVersion>},
    {KeySpace::kSchemeVersionProgress, New<v1::SchemeVersionProgress>},
    {KeySpace::kSchemeRequirements, New<v1::SchemeRequirements>},
    {KeySpace::kSchemeClause, New<v1::SchemeClause>},
    {KeySpace::kClaimTexts, New<v1::ClaimTexts>},
    {KeySpace::kCategoryCriteria, New<v1::CategoryCriteria>},
    {KeySpace::kFacility, New<v1::Facility>},
    {KeySpace::kProduct, New<v1::Product>},
    {KeySpace::kYieldBound, New<v1::YieldBound>},
    {KeySpace::kLot, New<v1::Lot>},
    {KeySpace::kLotBalance, New<v1::LotBalance>},
    {KeySpace::kHarvestConfirmation, New<v1::HarvestConfirmation>},
    {KeySpace::kFootprint, New<v1::Footprint>},
    {KeySpace::kFootprintProgress, New<v1::FootprintProgress>},
    {KeySpace::kFootprintLine, New<v1::FootprintLine>},
    {KeySpace::kFootprintResult, New<v1::FootprintResult>},
    {KeySpace::kFootprintLineResult, New<v1::FootprintLineResult>},
    {KeySpace::kFootprintReferences, New<v1::FootprintReferences>},
    {KeySpace::kCorrection, New<v1::Correction>},
    {KeySpace::kOpenCorrections, New<v1::OpenCorrections>},
    {KeySpace::kStatement, New<v1::Statement>},
    {KeySpace::kStatementFinding, New<v1::StatementFinding>},
    {KeySpace::kStatementSample, New<v1::StatementSample>},
    {KeySpace::kEngagement, New<v1::Engagement>},
};

// Spaces of status records, with the texts of their keys; 0: a UUID, -1: a hash.
struct StatusSpace {
  KeySpace space;
  int texts;
};
constexpr StatusSpace kStatusSpaces[] = {
    {KeySpace::kParticipantStatus, 1},   {KeySpace::kKeyStatus, -1},
    {KeySpace::kAccreditationStatus, 0}, {KeySpace::kLicenceStatus, 0},
    {KeySpace::kGwpSetStatus, 1},        {KeySpace::kDatasetStatus, 1},
    {KeySpace::kFactorStatus, 2},        {KeySpace::kSchemeVersionStatus, 2},
    {KeySpace::kFacilityStatus, 2},      {KeySpace::kProductStatus, 2},
    {KeySpace::kLotStatus, 2},           {KeySpace::kFootprintStatus, 0},
    {KeySpace::kStatementStatus, 0},
};

// Of an object's own key; a moved interval has four bytes more.
std::size_t LengthOfObjectKey(std::string_view key, int texts) {
  if (texts <= 0) return texts == 0 ? 17 : 33;
  std::size_t length = 1;
  for (; texts > 0; --texts) {
    const auto high = static_cast<unsigned char>(key[length]);
    const auto low = static_cast<unsigned char>(key[length + 1]);
    length += 2u + (static_cast<std::size_t>(high) << 8) + low;
  }
  return length;
}

std::unique_ptr<Message> MakeFor(std::string_view key) {
  for (const auto& type : kTypes) {
    if (type.space == SpaceOf(key)) return type.make();
  }
  for (const auto& status : kStatusSpaces) {
    if (status.space != SpaceOf(key)) continue;
    if (LengthOfObjectKey(key, status.texts) == key.size()) return New<v1::StatusRecord>();
    return New<v1::StatusInterval>();
  }
  return nullptr;
}

bool IsOfTheModel(std::string_view key) {
  const auto space = SpaceOf(key);
  return space != KeySpace::kReplayWindow && space != KeySpace::kNode &&
         space != KeySpace::kNodeList;
}

// Without what the model does not reckon.
std::string Loosened(const std::string& key, const std::string& record) {
  switch (SpaceOf(key)) {
    case KeySpace::kFootprintResult: {
      v1::FootprintResult result;
      result.ParseFromString(record);
      for (const auto* name : {"unranged_share", "packaging", "aircraft", "apart",
                               "primary_activity_share", "primary_share", "technological_quality",
                               "geographical_quality", "temporal_quality", "closure_count"}) {
        result.GetReflection()->ClearField(&result, result.GetDescriptor()->FindFieldByName(name));
      }
      return BytesOf(result);
    }
    case KeySpace::kFootprintLineResult: {
      v1::FootprintLineResult line, kept;
      line.ParseFromString(record);
      kept.set_co2e(line.co2e());
      return BytesOf(kept);
    }
    case KeySpace::kFootprintReferences: {
      v1::FootprintReferences references;
      references.ParseFromString(record);
      for (auto& factor : *references.mutable_factors()) {
        factor.clear_down();
        factor.clear_up();
      }
      return BytesOf(references);
    }
    default:
      return record;
  }
}

std::string Show(std::string_view key, std::string_view record) {
  const auto message = ParseAny(key, record);
  return message == nullptr ? "a record of an unknown key space"
                            : message->GetTypeName() + "\n" + message->Utf8DebugString();
}

std::string Printable(std::string_view key) {
  std::string out;
  for (const char c : key) out += c >= ' ' && c <= '~' ? std::string(1, c) : ".";
  return fmt::format("{} ({})", crypto::ToHex(key), out);
}

void ClearTimes(Message& message) {
  const auto* reflection = message.GetReflection();
  std::vector<const google::protobuf::FieldDescriptor*> fields;
  reflection->ListFields(message, &fields);
  for (const auto* field : fields) {
    const auto& name = field->name();
    if (name.ends_with("_time") || name == "time" || name == "content_digest") {
      reflection->ClearField(&message, field);
    } else if (field->cpp_type() == field->CPPTYPE_MESSAGE && field->is_repeated()) {
      for (int i = 0; i < reflection->FieldSize(message, field); ++i) {
        ClearTimes(*reflection->MutableRepeatedMessage(&message, field, i));
      }
    } else if (field->cpp_type() == field->CPPTYPE_MESSAGE) {
      ClearTimes(*reflection->MutableMessage(&message, field));
    }
  }
}

struct Question {
  std::int64_t day_ms, known_ms;
};

// At, just before or just after something that happened to an object with this life; or any time.
Question AnyQuestion(Dice& dice, const Life& life, std::int64_t now_ms) {
  const auto instant = [&] {
    if (dice.Percent(30)) return now_ms;
    if (dice.Percent(30)) return dice.Between(ledger::testing::kGenesisTimeMs - 1, now_ms);
    const auto& span = dice.Pick(life.spans());
    const auto at = dice.Pick({span.from_ms, span.recorded_ms, span.to_ms.value_or(now_ms),
                               span.to_recorded_ms.value_or(now_ms)});
    return std::min(now_ms, at + dice.Between(-1, 1));
  };
  const auto one = instant(), other = instant();
  return {std::min(one, other), std::max(one, other)};
}

// The status of some factor, which is what most footprints fall with.
const Life& AnyFactorLife(Dice& dice, const World& world) {
  const auto& dataset = dice.Pick(world.factors.datasets).second;
  return dataset.rows.empty() ? world.members.participants.begin()->second.life
                              : dice.Pick(dataset.rows).second.life;
}

std::string CompareLife(const std::string& what, const Life& life, const std::string& key,
                        const Question& question, const ledger::StateReader& state) {
  const auto expected = life.At(question.day_ms, question.known_ms);
  const auto found = ledger::History(key).At(state, {question.day_ms, question.known_ms}).kind;
  if (found == expected) return "";
  return fmt::format("{} as at {} as known on {}: {} in the ledger, {} in the model", what,
                     question.day_ms, question.known_ms, v1::StatusKind_Name(found),
                     v1::StatusKind_Name(expected));
}

std::string CompareKey(const std::string& key_id, const Key& key, const Question& question,
                       const ledger::StateReader& state) {
  const auto found = ledger::MembershipAuthority().FindKey(state, *crypto::Hash::FromBytes(key_id),
                                                           question.day_ms);
  if (found && found->in_force == key.Counts(question.day_ms) && found->holder == key.holder &&
      found->participant_id == key.owner && found->permissions.size() == key.permissions.size()) {
    return CompareLife("a key", key.life, KeyOf(KeySpace::kKeyStatus).Raw(key_id).bytes, question,
                       state);
  }
  return fmt::format("key {} of {}: whether it counts at {}", crypto::ToHex(key_id), key.owner,
                     question.day_ms);
}

std::string CompareStanding(const std::string& id, const World& world, const Question& question,
                            const ledger::StateReader& state) {
  const auto raw = ledger::Id::FromBytes(RawId(id)).value();
  const auto footprint = ledger::ReadFootprint(state, raw);
  if (!footprint) return "no footprint " + id;
  const auto found =
      ledger::StandingOf(state, raw, *footprint, {question.day_ms, question.known_ms}).stands();
  if (found == Stands(world, id, question.day_ms, question.known_ms)) return "";
  return fmt::format("footprint {} as at {} as known on {}: it {} in the ledger alone", id,
                     question.day_ms, question.known_ms, found ? "stands" : "does not stand");
}

std::string CompareStatement(const std::string& id, const World& world, const Question& question,
                             const ledger::StateReader& state) {
  const auto raw = ledger::Id::FromBytes(RawId(id)).value();
  const auto statement = ledger::kStatements.Get(state, raw);
  if (!statement) return "no statement " + id;
  const auto found =
      ledger::StandingOf(state, raw, *statement, {question.day_ms, question.known_ms}).stands();
  if (found == StatementStands(world, id, question.day_ms, question.known_ms)) return "";
  return fmt::format("statement {} as at {} as known on {}: it {} in the ledger alone", id,
                     question.day_ms, question.known_ms, found ? "stands" : "does not stand");
}

// Statements rest on their own status, their accreditation and their footprint.
std::string CompareAnyStatement(Dice& dice, const World& world, std::int64_t now_ms,
                                const ledger::StateReader& state) {
  const auto& statements = world.verification.statements;
  if (statements.empty()) return "";
  const auto& [id, statement] = dice.Pick(statements);
  const auto& record = statement.record;
  const auto& accreditation =
      world.members.accreditations.at(record.accreditation().substr(15)).life;
  const auto& footprint = world.footprints.footprints.at(record.footprint().substr(11)).life;
  const auto* life = dice.Pick({&statement.life, &accreditation, &footprint});
  return CompareStatement(id, world, AnyQuestion(dice, *life, now_ms), state);
}

}  // namespace

std::unique_ptr<Message> ParseAny(std::string_view key, std::string_view record) {
  auto message = MakeFor(key);
  if (message != nullptr) message->ParseFromString(std::string(record));
  return message;
}

Records StateOf(ledger::testing::TestLedger& ledger) {
  Records out;
  const auto status =
      ledger.store().Now().ScanState("", [&](std::string_view key, std::string_view record) {
        if (IsOfTheModel(key)) out.emplace(key, record);
        return true;
      });
  return status.ok() ? out : Records();
}

std::string Compare(const World& world, ledger::testing::TestLedger& ledger) {
  const auto expected = Tell(world);
  const auto found = StateOf(ledger);
  for (const auto& [key, record] : found) {
    const auto it = expected.find(key);
    if (it == expected.end()) {
      return fmt::format("{} is in the ledger alone:\n{}", Printable(key), Show(key, record));
    }
    if (it->second == record || it->second == Loosened(key, record)) continue;
    return fmt::format("{} differs; the ledger has {}the model has {}", Printable(key),
                       Show(key, record), Show(key, it->second));
  }
  for (const auto& [key, record] : expected) {
    if (found.contains(key)) continue;
    return fmt::format("{} is in the model alone:\n{}", Printable(key), Show(key, record));
  }
  return "";
}

std::string CompareAnswers(Dice& dice, const World& world, std::int64_t now_ms,
                           ledger::testing::TestLedger& ledger) {
  const auto& state = ledger.store().Now();
  const auto& [participant_id, participant] = dice.Pick(world.members.participants);
  const auto& [key_id, key] = dice.Pick(world.members.keys);
  auto difference = CompareLife(participant_id, participant.life,
                                KeyOf(KeySpace::kParticipantStatus).Text(participant_id).bytes,
                                AnyQuestion(dice, participant.life, now_ms), state);
  if (difference.empty()) {
    difference = CompareKey(key_id, key, AnyQuestion(dice, key.life, now_ms), state);
  }
  if (difference.empty() && !world.products.lots.empty()) {
    const auto& [owned, lot] = dice.Pick(world.products.lots);
    difference = CompareLife(owned, lot.life, OwnedKey(KeySpace::kLotStatus, owned),
                             AnyQuestion(dice, lot.life, now_ms), state);
  }
  for (int i = 0; i < 2 && difference.empty(); ++i) {
    if (world.footprints.footprints.empty()) break;
    const auto question = AnyQuestion(dice, AnyFactorLife(dice, world), now_ms);
    difference =
        CompareStanding(dice.Pick(world.footprints.footprints).first, world, question, state);
  }
  if (difference.empty()) difference = CompareAnyStatement(dice, world, now_ms, state);
  return difference;
}

std::string CheckMass(const Records& state) {
  std::map<std::string, Number> taken_from;  // by key of the balance
  for (const auto& [key, record] : state) {
    if (SpaceOf(key) != KeySpace::kLot) continue;
    v1::Lot lot;
    lot.ParseFromString(record);
    if (!lot.has_derivation()) continue;
    Number into = 0;
    for (const auto& part : lot.derivation().parents()) {
      const auto name = part.lot().substr(std::string_view("participants/").size());
      const auto owned = OwnerOf(name) + name.substr(name.rfind('/'));
      const auto kilograms = Rounded(InBase(part.mass()));
      taken_from[OwnedKey(KeySpace::kLotBalance, owned)] += kilograms;
      into += kilograms;
    }
    if (NumberOf(lot.mass_kg()) > into * NumberOf(lot.derivation().yield_ratio())) {
      return "more came out than went in: " + lot.ShortDebugString();
    }
  }
  for (const auto& [key, record] : state) {
    if (SpaceOf(key) != KeySpace::kLotBalance) continue;
    auto lot_key = key;
    lot_key[0] = static_cast<char>(KeySpace::kLot);
    v1::LotBalance balance;
    v1::Lot lot;
    balance.ParseFromString(record);
    lot.ParseFromString(state.at(lot_key));
    const auto taken = NumberOf(balance.taken_kg());
    if (taken != taken_from[key]) return "what was taken is nowhere: " + lot.ShortDebugString();
    if (taken + NumberOf(balance.lost_kg()) > NumberOf(lot.mass_kg())) {
      return "more is gone than there was: " + lot.ShortDebugString();
    }
  }
  return "";
}

std::string WithoutTimes(std::string_view key, std::string_view record) {
  const auto message = ParseAny(key, record);
  if (message == nullptr) return std::string(record);
  ClearTimes(*message);
  return BytesOf(*message);
}

}  // namespace tanji::property
