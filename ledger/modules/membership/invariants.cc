#include "ledger/modules/membership/invariants.h"

#include <algorithm>

#include "crypto/sign/keys.h"
#include "ledger/modules/common/invariants.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/membership/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"

namespace tanji::ledger {
namespace {

// --- Participants and keys

Outcome ParticipantsKeepTheirIdentity(const ChangeSet& changes, const StateReader& before,
                                      const StateReader&) {
  return CheckRewrites<v1::Participant>(
      changes, before, KeySpace::kParticipant, [](v1::Participant was, v1::Participant now) {
        // What SetThresholds and AddKey change; all else stays.
        was.clear_thresholds();
        now.clear_thresholds();
        const bool keys_grow = was.key_count() <= now.key_count();
        now.set_key_count(was.key_count());
        return keys_grow && EncodeRecord(was) == EncodeRecord(now);
      });
}

Outcome ParticipantsLieUnderTheirId(const ChangeSet& changes, const StateReader&,
                                    const StateReader&) {
  return ForEachChange(
      changes, KeySpace::kParticipant, [](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto id = ParseRecord<v1::Participant>(*record).id();
        return kParticipants.Key(id) == key ? Outcome::Ok()
                                            : Violated(key, "not the key of its id");
      });
}

// Key numbers are 0 .. key_count - 1 without a gap, and nothing lies beyond.
Outcome KeyNumbersHaveNoGap(const ChangeSet& changes, const StateReader& before,
                            const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kParticipant, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto participant = ParseRecord<v1::Participant>(*record);
        const auto old = kParticipants.Get(before, participant.id());
        for (std::uint32_t n = old ? old->key_count() : 0; n < participant.key_count(); ++n) {
          if (!kKeyReferences.Has(after, participant.id(), n)) {
            return Violated(key, "a key number is missing");
          }
        }
        return kKeyReferences.Has(after, participant.id(), participant.key_count())
                   ? Violated(key, "more keys than counted")
                   : Outcome::Ok();
      });
}

// A key never changes its participant, its public key, or anything else.
Outcome KeysAreImmutable(const ChangeSet& changes, const StateReader& before, const StateReader&) {
  TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, KeySpace::kKey));
  return CheckImmutable(changes, before, KeySpace::kKeyReference);
}

Outcome KeysLieUnderTheirId(const ChangeSet& changes, const StateReader&, const StateReader&) {
  return ForEachChange(
      changes, KeySpace::kKey, [](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto public_key =
            crypto::PublicKey::FromBytes(ParseRecord<v1::Key>(*record).public_key());
        return public_key && kKeys.Key(crypto::KeyId(*public_key)) == key
                   ? Outcome::Ok()
                   : Violated(key, "not the key of its public key");
      });
}

// A key's participant exists and counts it under its number.
Outcome KeysBelongToTheirParticipant(const ChangeSet& changes, const StateReader&,
                                     const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kKey, [&](const std::string& state_key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto key = ParseRecord<v1::Key>(*record);
        const auto id = ParseParticipantName(key.participant());
        const auto owner = id ? kParticipants.Get(after, *id) : std::nullopt;
        if (!owner) return Violated(state_key, "its participant does not exist");
        const auto reference = kKeyReferences.Get(after, *id, key.number());
        const bool counted = key.number() < owner->key_count() && reference &&
                             state_key.substr(1) == reference->key_id();
        return counted ? Outcome::Ok() : Violated(state_key, "its participant does not count it");
      });
}

Outcome KeyReferencesLeadToKeys(const ChangeSet& changes, const StateReader&,
                                const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kKeyReference,
      [&](const std::string& state_key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto key_id =
            crypto::Hash::FromBytes(ParseRecord<v1::KeyReference>(*record).key_id());
        const auto key = key_id ? kKeys.Get(after, *key_id) : std::nullopt;
        const auto owner = key ? ParseParticipantName(key->participant()) : std::nullopt;
        return owner && kKeyReferences.Key(*owner, key->number()) == state_key
                   ? Outcome::Ok()
                   : Violated(state_key, "leads to no key of this number");
      });
}

// --- Histories

template <std::size_t kBytes>
Outcome CheckLives(const ChangeSet& changes, const StateReader& before, const StateReader& after,
                   KeySpace objects, KeySpace histories) {
  TANJI_RETURN_IF_REFUSED(
      CheckHistories(changes, before, after, histories, FixedObjectKey<kBytes>));
  return CheckHistoryOfEach(changes, after, objects, histories, FixedObjectKey<kBytes>);
}

Outcome ParticipantHistoriesContinue(const ChangeSet& changes, const StateReader& before,
                                     const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(
      CheckHistories(changes, before, after, KeySpace::kParticipantStatus, TextObjectKey));
  return CheckHistoryOfEach(changes, after, KeySpace::kParticipant, KeySpace::kParticipantStatus,
                            TextObjectKey);
}

Outcome KeyHistoriesContinue(const ChangeSet& changes, const StateReader& before,
                             const StateReader& after) {
  return CheckLives<crypto::Hash::kSize>(changes, before, after, KeySpace::kKey,
                                         KeySpace::kKeyStatus);
}

Outcome AccreditationHistoriesContinue(const ChangeSet& changes, const StateReader& before,
                                       const StateReader& after) {
  return CheckLives<Id::kSize>(changes, before, after, KeySpace::kAccreditation,
                               KeySpace::kAccreditationStatus);
}

Outcome LicenceHistoriesContinue(const ChangeSet& changes, const StateReader& before,
                                 const StateReader& after) {
  return CheckLives<Id::kSize>(changes, before, after, KeySpace::kLicence,
                               KeySpace::kLicenceStatus);
}

// --- Accreditations and licences

Outcome GrantsAreImmutable(const ChangeSet& changes, const StateReader& before,
                           const StateReader&) {
  TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, KeySpace::kAccreditation));
  return CheckImmutable(changes, before, KeySpace::kLicence);
}

// --- Governance

// Only the counts and the state of a ballot change, only forward, and nothing once it is executed.
Outcome BallotsKeepTheirTerms(const ChangeSet& changes, const StateReader& before,
                              const StateReader&) {
  return CheckRewrites<v1::Ballot>(
      changes, before, KeySpace::kBallot, [](const v1::Ballot& was, v1::Ballot now) {
        if (was.state() == v1::BALLOT_STATE_EXECUTED) {
          return EncodeRecord(was) == EncodeRecord(now);
        }
        const bool forward = was.yes_count() <= now.yes_count() &&
                             was.no_count() <= now.no_count() && was.state() <= now.state();
        now.set_yes_count(was.yes_count());
        now.set_no_count(was.no_count());
        now.set_state(was.state());
        now.set_executed_time(was.executed_time());
        return forward && EncodeRecord(was) == EncodeRecord(now);
      });
}

bool CountsEqualVotes(const v1::Ballot& ballot, const Id& id, const StateReader& after) {
  std::uint32_t yes = 0, no = 0;
  for (const auto& body : ballot.electorate()) {
    const auto vote = kBallotVotes.Get(after, id, ParseParticipantName(body).value_or(""));
    if (!vote) continue;
    ++(vote->vote() == v1::VOTE_YES ? yes : no);
  }
  return yes == ballot.yes_count() && no == ballot.no_count();
}

Outcome BallotCountsEqualVotes(const ChangeSet& changes, const StateReader&,
                               const StateReader& after) {
  return ForEachChange(changes, KeySpace::kBallot,
                       [&](const std::string& key, const std::string* record) {
                         const auto id = Id::FromBytes(std::string_view(key).substr(1));
                         if (record == nullptr || !id) return Violated(key, "not a ballot");
                         const auto ballot = ParseRecord<v1::Ballot>(*record);
                         if (!CountsEqualVotes(ballot, *id, after))
                           return Violated(key, "miscounted");
                         return ballot.state() == v1::BALLOT_STATE_EXECUTED &&
                                        ballot.yes_count() < ballot.threshold()
                                    ? Violated(key, "executed without the votes")
                                    : Outcome::Ok();
                       });
}

// A vote is cast once and counted at once: its ballot is in the same write set, and its voter in
// that ballot's electorate.
Outcome VotesAreCastOnceByElectors(const ChangeSet& changes, const StateReader& before,
                                   const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, KeySpace::kBallotVote));
  return ForEachChange(
      changes, KeySpace::kBallotVote, [&](const std::string& key, const std::string*) {
        const auto id = Id::FromBytes(std::string_view(key).substr(1, Id::kSize));
        const auto ballot = id ? kBallots.Get(after, *id) : std::nullopt;
        if (!ballot || !changes.contains(kBallots.Key(*id))) {
          return Violated(key, "a vote that its ballot does not count");
        }
        const auto& bodies = ballot->electorate();
        const bool elector = std::any_of(bodies.begin(), bodies.end(), [&](const auto& body) {
          const auto voter = ParseParticipantName(body);
          return voter && kBallotVotes.Key(*id, *voter) == key;
        });
        return elector ? Outcome::Ok() : Violated(key, "a vote from outside the electorate");
      });
}

Outcome ElectorateIsOfBodies(const ChangeSet& changes, const StateReader&,
                             const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kElectorate, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto electorate = ParseRecord<v1::Electorate>(*record);
        const auto& bodies = electorate.bodies();
        if (bodies.empty() || bodies.size() > kMaxElectorate) {
          return Violated(key, "not 1 to 64 bodies");
        }
        if (std::adjacent_find(bodies.begin(), bodies.end(), std::greater_equal<>()) !=
            bodies.end()) {
          return Violated(key, "not ascending");
        }
        for (const auto& body : bodies) {
          const auto id = ParseParticipantName(body);
          const auto participant = id ? kParticipants.Get(after, *id) : std::nullopt;
          if (!participant || !HasKind(*participant, v1::PARTICIPANT_KIND_BODY)) {
            return Violated(key, "not a body");
          }
        }
        return Outcome::Ok();
      });
}

constexpr InvariantRow kInvariants[] = {
    {"membership.participants_keep_their_identity", ParticipantsKeepTheirIdentity},
    {"membership.participants_lie_under_their_id", ParticipantsLieUnderTheirId},
    {"membership.key_numbers_have_no_gap", KeyNumbersHaveNoGap},
    {"membership.keys_are_immutable", KeysAreImmutable},
    {"membership.keys_lie_under_their_id", KeysLieUnderTheirId},
    {"membership.keys_belong_to_their_participant", KeysBelongToTheirParticipant},
    {"membership.key_references_lead_to_keys", KeyReferencesLeadToKeys},
    {"membership.participant_histories_continue", ParticipantHistoriesContinue},
    {"membership.key_histories_continue", KeyHistoriesContinue},
    {"membership.accreditation_histories_continue", AccreditationHistoriesContinue},
    {"membership.licence_histories_continue", LicenceHistoriesContinue},
    {"membership.grants_are_immutable", GrantsAreImmutable},
    {"membership.ballots_keep_their_terms", BallotsKeepTheirTerms},
    {"membership.ballot_counts_equal_votes", BallotCountsEqualVotes},
    {"membership.votes_are_cast_once_by_electors", VotesAreCastOnceByElectors},
    {"membership.electorate_is_of_bodies", ElectorateIsOfBodies},
};

}  // namespace

std::span<const InvariantRow> MembershipInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
