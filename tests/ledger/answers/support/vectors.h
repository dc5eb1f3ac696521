// Files that bind every implementation of the verifier: see ../vectors_test.cc.
#pragma once

#include <google/protobuf/message.h>

#include <map>
#include <nlohmann/json.hpp>
#include <string>

#include "tanji/v1/proof.pb.h"
#include "tests/ledger/modules/support/world.h"

namespace tanji::ledger::testing {

nlohmann::json ToJson(const google::protobuf::Message& message);

// D and K.
v1::Question At(v1::Question question, std::int64_t effective_ms, std::int64_t known_ms);

// tests/vectors/{folder}/{name}.json, which is written if it is missing and that was asked for.
// Expected to say what this run would write.
nlohmann::json Committed(const std::string& folder, const std::string& name,
                         const nlohmann::json& fresh);

// The answer over `world`, and again from the committed file alone.
void ExpectVector(World& world, const std::string& name, const v1::Question& question);
void ExpectVectors(World& world, const std::map<std::string, v1::Question>& questions);

}  // namespace tanji::ledger::testing
