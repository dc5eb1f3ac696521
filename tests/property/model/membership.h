// Participants, keys, ballots, accreditations and licences of the model.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "tanji/v1/membership.pb.h"
#include "tests/property/model/life.h"

namespace tanji::property {

struct World;

struct Key {
  std::string owner;  // id of the participant
  std::string holder;
  std::set<int> permissions;
  std::int64_t from_ms = 0;
  std::optional<std::int64_t> until_ms;
  Life life;

  bool Counts(std::int64_t now_ms) const {
    return from_ms <= now_ms && (!until_ms || now_ms < *until_ms) && life.InForce(now_ms);
  }
};

struct Participant {
  v1::Participant record;         // thresholds and key_count change
  std::vector<std::string> keys;  // raw ids
  Life life;

  bool Is(v1::ParticipantKind kind) const;
  std::uint32_t Threshold(v1::Permission permission) const;
};

struct Ballot {
  v1::Ballot record;                            // counts and state change
  std::map<std::string, v1::BallotVote> votes;  // by id of the voter
};

// An accreditation or a licence.
struct Granted {
  std::string giver, receiver;  // `participants/{id}`
  v1::AccreditationScope scope;
  std::string scheme;  // of a licence
  std::int64_t made_ms = 0;
  std::vector<std::string> signers;
  Life life;
};

struct Membership {
  std::map<std::string, Participant> participants;  // by id
  std::map<std::string, Key> keys;                  // by raw id
  std::map<std::string, Ballot> ballots;            // by uuid
  std::map<std::string, Granted> accreditations, licences;
  std::vector<std::string> bodies;  // `participants/{id}`, ascending
  std::map<int, std::uint64_t> flags;
  std::map<int, std::int64_t> parameters;

  const Participant* Find(std::string_view id) const;
  bool Is(std::string_view id, v1::ParticipantKind kind) const;
  // Different holders with a key of `id` that counts for `permission`, leaving one out.
  std::uint32_t Holders(const std::string& id, v1::Permission permission, std::int64_t now_ms,
                        const std::string& except = "") const;
  bool FlagIsOn(int flag, std::uint64_t height) const;
  std::int64_t LifetimeMs() const;

  // Whether `publisher` and the keys that signed were in force at `made_ms`, as known now.
  bool MadeWell(const std::string& publisher, const std::vector<std::string>& signers,
                std::int64_t made_ms, std::int64_t known_ms) const;
};

// The participant of `name`, in force: else NOT_FOUND, NOT_IN_FORCE.
Code InForce(const Membership& members, const std::string& id, std::int64_t now_ms);

}  // namespace tanji::property
