// What a generator sees, and what it makes: an operation that mostly fits the world as it is, and
// sometimes does not.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tests/ledger/modules/support/world.h"
#include "tests/property/generate/dice.h"
#include "tests/property/model/world.h"

namespace tanji::property {

struct Scene {
  Dice& dice;
  const World& world;
  std::int64_t now_ms = 0;
  std::uint64_t height = 0;
  // Nothing that depends on when its block is: no time of now, no day of now.
  bool timeless = false;
};

struct Proposal {
  std::string author_id;
  v1::Operation operation;
};

// How an operation is made, and how often beside the others.
struct Generator {
  v1::Operation::KindCase kind;
  unsigned weight;
  Proposal (*make)(Scene& scene);
  // Its outcome follows from when its block is, whatever it says.
  bool timed = false;
};

std::span<const Generator> EvidenceGenerators();
std::span<const Generator> MembershipGenerators();
std::span<const Generator> GovernanceGenerators();
std::span<const Generator> FactorsGenerators();
std::span<const Generator> SchemesGenerators();
std::span<const Generator> ProductsGenerators();
std::span<const Generator> FootprintsGenerators();
std::span<const Generator> VerificationGenerators();
// All of them.
std::vector<Generator> AllGenerators();

// Operations of one transaction that name each other: a footprint begun, filled and declared; a
// ballot with its first vote.
std::vector<Proposal> WholeFootprint(Scene& scene);
std::vector<Proposal> BallotWithVote(Scene& scene);

// Who takes part beside those of the genesis, with what it is registered as.
struct Role {
  std::string_view id;
  std::vector<v1::ParticipantKind> kinds;
};
const std::vector<Role>& Cast();

// One that has one of `kinds`; now and then any other, or one that is not there.
std::string AnyAuthor(Scene& scene, std::initializer_list<v1::ParticipantKind> kinds);
// `name` or, now and then, another participant.
std::string Mostly(Scene& scene, const std::string& participant_id);

// Now and then broken.
v1::BilingualText AnyText(Scene& scene);
std::string AnyId(Scene& scene, std::string_view stem, std::size_t count);
// One of the keys of `all`; now and then `stranger`.
template <class Map>
std::string AnyKey(Scene& scene, const Map& all, const std::string& stranger) {
  return all.empty() || scene.dice.Percent(4) ? stranger : scene.dice.Pick(all).first;
}
// `collection/{id}`; now and then no name.
std::string AnyName(Scene& scene, std::string_view collection, const std::string& id);
// Whether there is nothing to do something to; it is then mostly better to make one.
template <class Map>
bool NoneYet(Scene& scene, const Map& all) {
  return all.empty() && !scene.dice.Percent(10);
}

// Whether something is to be left alone, because all the rest of the first block stands on it: if
// it fell in every story, little else would happen.
bool Spared(Scene& scene, bool is_of_the_first_block);

// Of an object with this life.
v1::StatusChange AnyChange(Scene& scene, const Life* life);

// Of kg, t or jin; up to about `most_kg`, where 0 stands for anything.
v1::Amount AnyMass(Scene& scene, const Number& most_kg = 0);

// Documents that are registered, ascending; now and then one that is not.
std::vector<std::string> SomeDocuments(Scene& scene);

// A UUID of the right form that nothing has.
inline constexpr std::string_view kNoUuid = "00000000-0000-8000-8000-000000000000";

template <class Message>
Proposal Propose(std::string author_id, const Message& message) {
  return {std::move(author_id), ledger::testing::Op(message)};
}

}  // namespace tanji::property
