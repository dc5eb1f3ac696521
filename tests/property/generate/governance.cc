#include <algorithm>

#include "tests/ledger/modules/membership/grants.h"
#include "tests/property/generate/scene.h"
#include "tests/property/model/shape.h"

namespace tanji::property {
namespace {

constexpr std::int64_t kDayMs = 86'400'000;

v1::BallotAction AnyAction(Scene& scene) {
  auto& dice = scene.dice;
  v1::BallotAction action;
  // A participant's end is timed, as ChangeParticipantStatus is.
  switch (dice.Below(scene.timeless ? 2 : 4)) {
    case 0: {
      auto& change = *action.mutable_switch_flag();
      change.set_flag(dice.Percent(90) ? v1::FEATURE_FLAG_REHEARSAL : v1::FEATURE_FLAG_FOUNDATION);
      // Heights are not of the transactions but of their blocks.
      change.set_from_height(scene.timeless ? 1'000'000 : scene.height + dice.Below(20));
      break;
    }
    case 1: {
      auto& set = *action.mutable_set_parameter();
      if (dice.Percent(60)) {
        set.set_parameter(v1::PARAMETER_BALLOT_THRESHOLD);
        set.set_value(dice.Between(0, 4));
      } else {
        set.set_parameter(v1::PARAMETER_TRANSACTION_LIFETIME_MS);
        set.set_value(dice.Percent(95) ? dice.Between(40'000'000, 86'400'000) : 86'400'001);
      }
      break;
    }
    default: {
      const auto& [id, participant] = dice.Pick(scene.world.members.participants);
      auto& change = *action.mutable_change_participant_status();
      change.set_participant(AnyName(scene, "participants", id));
      *change.mutable_change() = AnyChange(scene, &participant.life);
    }
  }
  return action;
}

Proposal ProposeBallot(Scene& scene) {
  auto& dice = scene.dice;
  v1::ProposeBallot message;
  *message.mutable_title() = AnyText(scene);
  for (auto count = dice.Between(dice.Percent(1) ? 0 : 1, 2); count > 0; --count) {
    *message.add_actions() = AnyAction(scene);
  }
  message.set_deadline_time(scene.timeless ? ledger::testing::kGenesisTimeMs + 300 * kDayMs
                                           : scene.now_ms + dice.Between(-1, 100 * kDayMs));
  if (!scene.timeless && dice.Percent(2)) message.set_deadline_time(scene.now_ms + 367 * kDayMs);
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY}), message);
}

// One that is open, and carried if that is asked for; now and then any, or none.
std::string AnyBallot(Scene& scene, bool carried) {
  const auto& all = scene.world.members.ballots;
  std::vector<std::string> fit;
  for (const auto& [id, ballot] : all) {
    const auto yes = std::count_if(ballot.votes.begin(), ballot.votes.end(), [](const auto& vote) {
      return vote.second.vote() == v1::VOTE_YES;
    });
    const bool open = ballot.record.state() == v1::BALLOT_STATE_OPEN &&
                      scene.now_ms <= ballot.record.deadline_time();
    if (open && carried == (yes >= ballot.record.threshold())) fit.push_back(id);
  }
  const bool any = fit.empty() || scene.dice.Percent(8);
  return any ? AnyKey(scene, all, std::string(kNoUuid)) : scene.dice.Pick(fit);
}

// A body that has not voted yet.
std::string AnyVoter(Scene& scene, const std::string& ballot_id) {
  const auto& ballots = scene.world.members.ballots;
  const auto ballot = ballots.find(ballot_id);
  std::vector<std::string> fit;
  for (const auto& [id, participant] : scene.world.members.participants) {
    const bool voted = ballot != ballots.end() && ballot->second.votes.contains(id);
    if (participant.Is(v1::PARTICIPANT_KIND_BODY) && !voted) fit.push_back(id);
  }
  const bool any = fit.empty() || scene.dice.Percent(10);
  return any ? AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY}) : scene.dice.Pick(fit);
}

Proposal CastVote(Scene& scene) {
  if (NoneYet(scene, scene.world.members.ballots)) return ProposeBallot(scene);
  auto& dice = scene.dice;
  const auto ballot = AnyBallot(scene, false);
  v1::CastVote message;
  if (dice.Percent(5)) message.set_ballot_operation(static_cast<std::uint32_t>(dice.Below(3)));
  if (!message.has_ballot_operation() || dice.Percent(10)) {
    message.set_ballot(AnyName(scene, "ballots", ballot));
  }
  message.set_vote(dice.Percent(85) ? v1::VOTE_YES : v1::VOTE_NO);
  return Propose(AnyVoter(scene, ballot), message);
}

Proposal ExecuteBallot(Scene& scene) {
  if (NoneYet(scene, scene.world.members.ballots)) return ProposeBallot(scene);
  v1::ExecuteBallot message;
  message.set_ballot(AnyName(scene, "ballots", AnyBallot(scene, true)));
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY}), message);
}

// A certificate that is older than the ledger, begins later, or has ended.
template <class Message>
void SetValidity(Scene& scene, Message& message) {
  const auto base = scene.timeless ? ledger::testing::kGenesisTimeMs : scene.now_ms;
  message.set_valid_from_time(base - 400 * kDayMs);
  message.set_valid_until_time(base + 365 * kDayMs);
  if (scene.timeless || scene.dice.Percent(70)) return;
  message.set_valid_from_time(base + scene.dice.Between(-20, 20) * kDayMs);
  message.set_valid_until_time(base + scene.dice.Between(-2, 30) * kDayMs);
}

// Schemes that may exist, and categories of which some cover the products there are.
void SetScope(Scene& scene, v1::AccreditationScope& scope) {
  auto& dice = scene.dice;
  std::set<std::string> schemes;
  for (auto count = dice.Between(1, 3); count > 0; --count) {
    schemes.insert("schemes/" + AnyId(scene, "scheme", dice.Percent(60) ? 2 : 6));
  }
  std::erase_if(schemes, [](const auto& name) { return !IsId(name.substr(8)); });
  if (schemes.empty()) schemes.insert("schemes/scheme-0");
  scope.clear_schemes();
  for (const auto& name : schemes) scope.add_schemes(name);
  scope.clear_product_categories();
  scope.add_product_categories(dice.Pick({"CPC:01", "CPC:0131", "CPC:01316", "CPC:01359"}));
  if (dice.Percent(60)) scope.add_product_categories("HS:0804");
  if (dice.Percent(15)) scope.mutable_sub_scopes()->RemoveLast();
  if (scope.assurance_levels_size() > 0 && dice.Percent(20)) {
    scope.clear_assurance_levels();
    scope.add_assurance_levels(
        dice.Pick({v1::ASSURANCE_LEVEL_LIMITED, v1::ASSURANCE_LEVEL_REASONABLE}));
  }
}

Proposal GrantAccreditation(Scene& scene) {
  auto& dice = scene.dice;
  auto message = ledger::testing::Accreditation(
      AnyAuthor(scene, {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER}));
  const bool certifies = message.body() == "participants/cert-1" ||
                         (message.body() == "participants/cert-2" && dice.Percent(50));
  if (certifies || dice.Percent(5)) {
    message.mutable_scope()->set_activity(v1::ACTIVITY_CERTIFICATION);
    if (!dice.Percent(5)) message.mutable_scope()->clear_assurance_levels();
  }
  SetScope(scene, *message.mutable_scope());
  SetValidity(scene, message);
  if (dice.Percent(30)) {
    message.set_document(AnyName(scene, "documents",
                                 scene.world.documents.empty() || dice.Percent(20)
                                     ? std::string(64, 'a')
                                     : dice.Pick(scene.world.documents)));
  }
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_ACCREDITOR}), message);
}

Proposal GrantLicence(Scene& scene) {
  auto message = ledger::testing::Licence(AnyAuthor(scene, {v1::PARTICIPANT_KIND_CERTIFIER}));
  SetValidity(scene, message);
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY}), message);
}

// One that was granted, and who signs for what is done to it.
std::string AnyGranted(Scene& scene, const std::map<std::string, Granted>& all,
                       std::string_view collection, std::string& author, v1::StatusChange& change) {
  const auto id = AnyKey(scene, all, std::string(kNoUuid));
  const auto it = all.find(id);
  author = Mostly(scene, it == all.end() ? "cnas" : it->second.giver.substr(13));
  change = AnyChange(scene, it == all.end() ? nullptr : &it->second.life);
  return AnyName(scene, collection, id);
}

Proposal ChangeAccreditationStatus(Scene& scene) {
  if (NoneYet(scene, scene.world.members.accreditations)) return GrantAccreditation(scene);
  if (Spared(scene, scene.world.members.accreditations.size() <= 4)) {
    return GrantAccreditation(scene);
  }
  std::string author;
  v1::ChangeAccreditationStatus message;
  message.set_accreditation(AnyGranted(scene, scene.world.members.accreditations, "accreditations",
                                       author, *message.mutable_change()));
  return Propose(author, message);
}

Proposal ChangeLicenceStatus(Scene& scene) {
  if (NoneYet(scene, scene.world.members.licences)) return GrantLicence(scene);
  std::string author;
  v1::ChangeLicenceStatus message;
  message.set_licence(AnyGranted(scene, scene.world.members.licences, "licences", author,
                                 *message.mutable_change()));
  return Propose(author, message);
}

constexpr Generator kGenerators[] = {
    {v1::Operation::kProposeBallot, 4, ProposeBallot},
    {v1::Operation::kCastVote, 18, CastVote},
    {v1::Operation::kExecuteBallot, 9, ExecuteBallot},
    {v1::Operation::kGrantAccreditation, 5, GrantAccreditation},
    {v1::Operation::kChangeAccreditationStatus, 4, ChangeAccreditationStatus},
    {v1::Operation::kGrantLicence, 3, GrantLicence},
    {v1::Operation::kChangeLicenceStatus, 3, ChangeLicenceStatus},
};

}  // namespace

std::vector<Proposal> BallotWithVote(Scene& scene) {
  auto ballot = ProposeBallot(scene);
  v1::CastVote vote;
  vote.set_ballot_operation(0);
  vote.set_vote(v1::VOTE_YES);
  const auto author = ballot.author_id;
  return {std::move(ballot), Propose(author, vote)};
}

std::span<const Generator> GovernanceGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
