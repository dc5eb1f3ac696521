// The state of a ledger, held against what the model says it is.
#pragma once

#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <string_view>

#include "tests/property/generate/dice.h"
#include "tests/property/model/world.h"
#include "tests/support/test_ledger.h"

namespace tanji::property {

// The record of any key of the modules and the engine, parsed; nullptr: a key space that nobody
// knows here.
std::unique_ptr<google::protobuf::Message> ParseAny(std::string_view key, std::string_view record);

// Every record of the modules, and the engine's flags and parameters. Not the nodes and the window
// of ids, which the model has no part in.
Records StateOf(ledger::testing::TestLedger& ledger);

// What differs first, or an empty text. Every record is compared byte for byte, but of a
// footprint's result only what the model reckons.
std::string Compare(const World& world, ledger::testing::TestLedger& ledger);

// Asks both at random: the status of an object as at D as known on K, whether a key counts, whether
// a footprint stands. What differs first, or an empty text.
std::string CompareAnswers(Dice& dice, const World& world, std::int64_t now_ms,
                           ledger::testing::TestLedger& ledger);

// What the lots of the state are made of, added up: whether nothing came from nowhere.
std::string CheckMass(const Records& state);

// The record without what its block decides: times of its block, and digests over
// such fields.
std::string WithoutTimes(std::string_view key, std::string_view record);

}  // namespace tanji::property
