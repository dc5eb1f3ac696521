// Ballots, accreditations and licences; and what membership's records look like.
#include <algorithm>

#include "crypto/hash/hex.h"
#include "tests/property/model/shape.h"
#include "tests/property/model/world.h"

namespace tanji::property {
namespace {

constexpr std::int64_t kYearMs = std::int64_t{366} * 86'400'000;

// The parameters, with their lowest and highest values.
Code ParameterInRange(const v1::SetParameter& set, std::int64_t bodies) {
  std::int64_t lowest = 0, highest = std::min<std::int64_t>(64, bodies);
  if (set.parameter() == v1::PARAMETER_TRANSACTION_LIFETIME_MS) {
    lowest = 1'000;
    highest = 86'400'000;
  }
  return lowest <= set.value() && set.value() <= highest ? v1::CODE_OK
                                                         : v1::CODE_PARAMETER_OUT_OF_RANGE;
}

Code ActionsShape(const v1::Ballot& ballot) {
  if (const Code code = Needed(ballot.actions_size() > 0)) return code;
  std::set<int> flags;
  std::set<std::string> participants;
  for (const auto& action : ballot.actions()) {
    if (action.has_switch_flag()) {
      if (action.switch_flag().flag() == 0) return v1::CODE_FIELD_MISSING;
      if (!flags.insert(action.switch_flag().flag()).second) return v1::CODE_FLAG_ALREADY_SET;
    } else if (action.has_set_parameter()) {
      if (action.set_parameter().parameter() == 0) return v1::CODE_FIELD_MISSING;
      if (const Code code = ParameterInRange(action.set_parameter(), 64)) return code;
    } else {
      const auto& change = action.change_participant_status();
      std::string id;
      if (const Code code = Needed(action.has_change_participant_status())) return code;
      if (const Code code = Name("participants", change.participant(), id)) return code;
      if (const Code code = Change(change.change())) return code;
      if (!participants.insert(id).second) return v1::CODE_ACTION_REPEATED;
    }
  }
  return v1::CODE_OK;
}

std::string ParticipantOf(const v1::BallotAction& action) {
  return action.change_participant_status().participant().substr(
      std::string_view("participants/").size());
}

Code ActionsRefusal(const v1::Ballot& ballot, const Act& act, const World& world) {
  const auto& members = world.members;
  for (const auto& action : ballot.actions()) {
    if (action.has_switch_flag()) {
      if (members.flags.contains(action.switch_flag().flag())) return v1::CODE_FLAG_ALREADY_SET;
      if (action.switch_flag().from_height() <= act.height) return v1::CODE_FLAG_HEIGHT_PASSED;
    } else if (action.has_set_parameter()) {
      const auto bodies = static_cast<std::int64_t>(members.bodies.size());
      if (const Code code = ParameterInRange(action.set_parameter(), bodies)) return code;
    } else {
      const auto* participant = members.Find(ParticipantOf(action));
      if (participant == nullptr) return v1::CODE_NOT_FOUND;
      const auto& change = action.change_participant_status().change();
      if (const Code code = participant->life.Refusal(change, act.now_ms)) return code;
    }
  }
  return v1::CODE_OK;
}

void ApplyActions(const v1::Ballot& ballot, const std::string& by, const Act& act, World& world) {
  auto& members = world.members;
  for (const auto& action : ballot.actions()) {
    if (action.has_switch_flag()) {
      members.flags[action.switch_flag().flag()] = action.switch_flag().from_height();
    } else if (action.has_set_parameter()) {
      members.parameters[action.set_parameter().parameter()] = action.set_parameter().value();
    } else {
      members.participants.at(ParticipantOf(action))
          .life.Apply(action.change_participant_status().change(), act.now_ms, by);
    }
  }
}

Code ProposeBallot(const v1::ProposeBallot& message, const Act& act, World& world) {
  Ballot ballot;
  *ballot.record.mutable_actions() = message.actions();
  if (const Code code = Text(message.title())) return code;
  if (const Code code = ActionsShape(ballot.record)) return code;
  if (const Code code = Time(message.deadline_time())) return code;
  if (!world.members.Is(act.author_id, v1::PARTICIPANT_KIND_BODY)) return v1::CODE_WRONG_KIND;
  if (message.deadline_time() <= act.now_ms || message.deadline_time() > act.now_ms + kYearMs) {
    return v1::CODE_DEADLINE_OUT_OF_RANGE;
  }
  if (const Code code = ActionsRefusal(ballot.record, act, world)) return code;
  auto& record = ballot.record;
  *record.mutable_title() = message.title();
  record.set_deadline_time(message.deadline_time());
  record.set_proposed_by(act.author);
  record.set_proposed_time(act.now_ms);
  for (const auto& body : world.members.bodies) record.add_electorate(body);
  const auto& parameters = world.members.parameters;
  const auto set = parameters.find(v1::PARAMETER_BALLOT_THRESHOLD);
  const auto wanted = set == parameters.end() ? 0 : static_cast<std::uint32_t>(set->second);
  const auto bodies = static_cast<std::uint32_t>(world.members.bodies.size());
  record.set_threshold(wanted == 0 ? bodies / 2 + 1 : wanted);
  record.set_state(v1::BALLOT_STATE_OPEN);
  AddSigners(act, record);
  world.members.ballots[NewId(act)] = std::move(ballot);
  return v1::CODE_OK;
}

Code OpenBallot(const std::string& id, const Act& act, World& world, Ballot*& out) {
  const auto it = world.members.ballots.find(id);
  if (it == world.members.ballots.end()) return v1::CODE_NOT_FOUND;
  out = &it->second;
  const auto& record = it->second.record;
  const bool open = record.state() == v1::BALLOT_STATE_OPEN && act.now_ms <= record.deadline_time();
  return open ? v1::CODE_OK : v1::CODE_BALLOT_CLOSED;
}

// The ballot that the vote names, unless it names an operation.
Code BallotOfVote(const v1::CastVote& message, std::string& id) {
  if (!message.has_ballot_operation()) return IdName("ballots", message.ballot(), id);
  if (!message.ballot().empty()) return v1::CODE_OPERATION_REFERENCE;
  return v1::CODE_OK;
}

Code CastVote(const v1::CastVote& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = BallotOfVote(message, id)) return code;
  if (message.vote() == v1::VOTE_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  if (message.has_ballot_operation()) {
    const auto operation = message.ballot_operation();
    if (operation >= act.index ||
        !act.body->operations(static_cast<int>(operation)).has_propose_ballot()) {
      return v1::CODE_OPERATION_REFERENCE;
    }
    id = IdOfOperation(act, operation);
  }
  Ballot* ballot = nullptr;
  if (const Code code = OpenBallot(id, act, world, ballot)) return code;
  const auto& electorate = ballot->record.electorate();
  if (std::find(electorate.begin(), electorate.end(), act.author) == electorate.end()) {
    return v1::CODE_NOT_IN_ELECTORATE;
  }
  if (ballot->votes.contains(act.author_id)) return v1::CODE_VOTED_ALREADY;
  v1::BallotVote vote;
  vote.set_vote(message.vote());
  vote.set_time(act.now_ms);
  AddSigners(act, vote);
  ballot->votes[act.author_id] = vote;
  return v1::CODE_OK;
}

std::uint32_t Votes(const Ballot& ballot, v1::Vote vote) {
  return static_cast<std::uint32_t>(
      std::count_if(ballot.votes.begin(), ballot.votes.end(),
                    [&](const auto& entry) { return entry.second.vote() == vote; }));
}

Code ExecuteBallot(const v1::ExecuteBallot& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = IdName("ballots", message.ballot(), id)) return code;
  if (!world.members.Is(act.author_id, v1::PARTICIPANT_KIND_BODY)) return v1::CODE_WRONG_KIND;
  Ballot* ballot = nullptr;
  if (const Code code = OpenBallot(id, act, world, ballot)) return code;
  if (Votes(*ballot, v1::VOTE_YES) < ballot->record.threshold()) {
    return v1::CODE_BALLOT_NOT_CARRIED;
  }
  if (const Code code = ActionsRefusal(ballot->record, act, world)) return code;
  ApplyActions(ballot->record, message.ballot(), act, world);
  ballot->record.set_state(v1::BALLOT_STATE_EXECUTED);
  ballot->record.set_executed_time(act.now_ms);
  return v1::CODE_OK;
}

Code ScopeShape(const v1::AccreditationScope& scope) {
  if (scope.activity() == v1::ACTIVITY_UNSPECIFIED) return v1::CODE_FIELD_MISSING;
  if (scope.activity() == v1::ACTIVITY_VERIFICATION) {
    return EnumSet(scope.assurance_levels(), v1::AssuranceLevel_ARRAYSIZE - 1);
  }
  return scope.assurance_levels().empty() ? v1::CODE_OK : v1::CODE_SCOPE_MALFORMED;
}

Code GrantAccreditation(const v1::GrantAccreditation& message, const Act& act, World& world) {
  std::string body, document;
  if (const Code code = Name("participants", message.body(), body)) return code;
  if (const Code code = Needed(message.has_scope())) return code;
  if (const Code code = ScopeShape(message.scope())) return code;
  if (const Code code = Period(message.valid_from_time(), message.valid_until_time())) return code;
  if (!message.document().empty()) {
    if (const Code code = HashName("documents", message.document(), document)) return code;
  }
  const auto& members = world.members;
  if (!members.Is(act.author_id, v1::PARTICIPANT_KIND_ACCREDITOR)) return v1::CODE_WRONG_KIND;
  if (message.body() == act.author) return v1::CODE_SELF_ACCREDITATION;
  if (const Code code = InForce(members, body, act.now_ms)) return code;
  const auto kind = message.scope().activity() == v1::ACTIVITY_VERIFICATION
                        ? v1::PARTICIPANT_KIND_AUDITOR
                        : v1::PARTICIPANT_KIND_CERTIFIER;
  if (!members.Is(body, kind)) return v1::CODE_ACTIVITY_MISMATCH;
  const auto from_ms = std::max(message.valid_from_time(), act.now_ms);
  if (const Code code = Period(from_ms, message.valid_until_time())) return code;
  if (!document.empty() && !world.documents.contains(document)) return v1::CODE_NOT_FOUND;
  v1::Accreditation record;
  record.set_accreditor(act.author);
  record.set_body(message.body());
  *record.mutable_scope() = message.scope();
  record.set_valid_from_time(message.valid_from_time());
  record.set_valid_until_time(message.valid_until_time());
  record.set_arrangement(message.arrangement());
  record.set_document(message.document());
  record.set_granted_time(act.now_ms);
  AddSigners(act, record);
  const auto id = NewId(act);
  world.kept[KeyOf(KeySpace::kAccreditation).Raw(RawId(id)).bytes] = BytesOf(record);
  world.members.accreditations[id] = {
      act.author,
      message.body(),
      message.scope(),
      "",
      act.now_ms,
      act.signers,
      Life(act.now_ms, act.author, from_ms, message.valid_until_time())};
  return v1::CODE_OK;
}

Code GrantLicence(const v1::GrantLicence& message, const Act& act, World& world) {
  std::string certifier, scheme;
  if (const Code code = Name("participants", message.certifier(), certifier)) return code;
  if (const Code code = Name("schemes", message.scheme(), scheme)) return code;
  if (const Code code = Period(message.valid_from_time(), message.valid_until_time())) return code;
  const auto& members = world.members;
  if (!members.Is(act.author_id, v1::PARTICIPANT_KIND_BODY)) return v1::CODE_WRONG_KIND;
  if (const Code code = InForce(members, certifier, act.now_ms)) return code;
  if (!members.Is(certifier, v1::PARTICIPANT_KIND_CERTIFIER)) return v1::CODE_WRONG_KIND;
  const auto from_ms = std::max(message.valid_from_time(), act.now_ms);
  if (const Code code = Period(from_ms, message.valid_until_time())) return code;
  v1::Licence record;
  record.set_owner(act.author);
  record.set_certifier(message.certifier());
  record.set_scheme(message.scheme());
  record.set_valid_from_time(message.valid_from_time());
  record.set_valid_until_time(message.valid_until_time());
  record.set_granted_time(act.now_ms);
  AddSigners(act, record);
  const auto id = NewId(act);
  world.kept[KeyOf(KeySpace::kLicence).Raw(RawId(id)).bytes] = BytesOf(record);
  world.members.licences[id] = {act.author,
                                message.certifier(),
                                {},
                                message.scheme(),
                                act.now_ms,
                                act.signers,
                                Life(act.now_ms, act.author, from_ms, message.valid_until_time())};
  return v1::CODE_OK;
}

// By whoever granted it.
Code ChangeGranted(std::map<std::string, Granted>& all, const std::string& id,
                   const v1::StatusChange& change, const Act& act) {
  if (const Code code = Change(change)) return code;
  const auto it = all.find(id);
  if (it == all.end()) return v1::CODE_NOT_FOUND;
  if (it->second.giver != act.author) return v1::CODE_NOT_ENTITLED;
  return it->second.life.Do(change, act);
}

Code ChangeAccreditationStatus(const v1::ChangeAccreditationStatus& message, const Act& act,
                               World& world) {
  std::string id;
  if (const Code code = IdName("accreditations", message.accreditation(), id)) return code;
  return ChangeGranted(world.members.accreditations, id, message.change(), act);
}

Code ChangeLicenceStatus(const v1::ChangeLicenceStatus& message, const Act& act, World& world) {
  std::string id;
  if (const Code code = IdName("licences", message.licence(), id)) return code;
  return ChangeGranted(world.members.licences, id, message.change(), act);
}

constexpr OperationModel kModel[] = {
    MakeModel<&v1::Operation::propose_ballot, ProposeBallot>(v1::Operation::kProposeBallot,
                                                             v1::PERMISSION_GOVERN),
    MakeModel<&v1::Operation::cast_vote, CastVote>(v1::Operation::kCastVote, v1::PERMISSION_GOVERN),
    MakeModel<&v1::Operation::execute_ballot, ExecuteBallot>(v1::Operation::kExecuteBallot,
                                                             v1::PERMISSION_GOVERN),
    MakeModel<&v1::Operation::grant_accreditation, GrantAccreditation>(
        v1::Operation::kGrantAccreditation, v1::PERMISSION_ACCREDIT),
    MakeModel<&v1::Operation::change_accreditation_status, ChangeAccreditationStatus>(
        v1::Operation::kChangeAccreditationStatus, v1::PERMISSION_ACCREDIT),
    MakeModel<&v1::Operation::grant_licence, GrantLicence>(v1::Operation::kGrantLicence,
                                                           v1::PERMISSION_LICENSE),
    MakeModel<&v1::Operation::change_licence_status, ChangeLicenceStatus>(
        v1::Operation::kChangeLicenceStatus, v1::PERMISSION_LICENSE)};

void TellBallot(const std::string& id, const Ballot& ballot, Records& out) {
  auto record = ballot.record;
  record.set_yes_count(Votes(ballot, v1::VOTE_YES));
  record.set_no_count(Votes(ballot, v1::VOTE_NO));
  out[KeyOf(KeySpace::kBallot).Raw(RawId(id)).bytes] = BytesOf(record);
  for (const auto& [voter, vote] : ballot.votes) {
    out[KeyOf(KeySpace::kBallotVote).Raw(RawId(id)).Text(voter).bytes] = BytesOf(vote);
  }
}

void TellEngine(const Membership& members, Records& out) {
  v1::Electorate electorate;
  for (const auto& body : members.bodies) electorate.add_bodies(body);
  out[KeyOf(KeySpace::kElectorate).bytes] = BytesOf(electorate);
  v1::FlagSchedule schedule;
  for (const auto& [flag, height] : members.flags) {
    auto& row = *schedule.add_flags();
    row.set_flag(static_cast<v1::FeatureFlag>(flag));
    row.set_from_height(height);
  }
  out[KeyOf(KeySpace::kFlags).bytes] = BytesOf(schedule);
  v1::ParameterSet parameters;
  for (const auto& [parameter, value] : members.parameters) {
    auto& row = *parameters.add_parameters();
    row.set_parameter(static_cast<v1::Parameter>(parameter));
    row.set_value(value);
  }
  if (!members.parameters.empty()) {
    out[KeyOf(KeySpace::kParameters).bytes] = BytesOf(parameters);
  }
}

}  // namespace

bool Membership::FlagIsOn(int flag, std::uint64_t height) const {
  const auto it = flags.find(flag);
  return it != flags.end() && it->second <= height;
}

std::int64_t Membership::LifetimeMs() const {
  const auto it = parameters.find(v1::PARAMETER_TRANSACTION_LIFETIME_MS);
  return it == parameters.end() ? 86'400'000 : it->second;
}

std::span<const OperationModel> GovernanceModel() {
  return kModel;
}

void TellMembership(const World& world, Records& out) {
  const auto& members = world.members;
  for (const auto& [id, participant] : members.participants) {
    out[KeyOf(KeySpace::kParticipant).Text(id).bytes] = BytesOf(participant.record);
    participant.life.Tell(KeyOf(KeySpace::kParticipantStatus).Text(id).bytes, out);
  }
  for (const auto& [key_id, key] : members.keys) {
    key.life.Tell(KeyOf(KeySpace::kKeyStatus).Raw(key_id).bytes, out);
  }
  for (const auto& [id, ballot] : members.ballots) TellBallot(id, ballot, out);
  for (const auto& [id, granted] : members.accreditations) {
    granted.life.Tell(KeyOf(KeySpace::kAccreditationStatus).Raw(RawId(id)).bytes, out);
  }
  for (const auto& [id, granted] : members.licences) {
    granted.life.Tell(KeyOf(KeySpace::kLicenceStatus).Raw(RawId(id)).bytes, out);
  }
  TellEngine(members, out);
}

}  // namespace tanji::property
