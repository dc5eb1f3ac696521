#include "tests/ledger/answers/support/vectors.h"

#include <google/protobuf/util/json_util.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "crypto/hash/hex.h"
#include "ledger/answers/answer.h"
#include "ledger/answers/closure.h"
#include "tests/ledger/modules/support/refusal.h"

namespace tanji::ledger::testing {

using nlohmann::json;

namespace {

ProvedReader::Records RecordsOf(const json& vector) {
  ProvedReader::Records records;
  for (const auto& [key, record] : vector["records"].items()) {
    auto& value = records[crypto::FromHex(key).value()];
    if (!record.is_null()) value = crypto::FromHex(record.get<std::string>());
  }
  return records;
}

}  // namespace

json ToJson(const google::protobuf::Message& message) {
  std::string text;
  EXPECT_TRUE(google::protobuf::util::MessageToJsonString(message, &text).ok());
  return json::parse(text);
}

v1::Question At(v1::Question question, std::int64_t effective_ms, std::int64_t known_ms) {
  question.set_effective_time(effective_ms);
  question.set_known_time(known_ms);
  return question;
}

json Committed(const std::string& folder, const std::string& name, const json& fresh) {
  const std::string path =
      std::string(TANJI_SOURCE_DIR) + "/tests/vectors/" + folder + "/" + name + ".json";
  if (!std::ifstream(path) && std::getenv("TANJI_WRITE_VECTORS") != nullptr) {
    std::ofstream(path) << fresh.dump(2) << "\n";
  }
  std::ifstream file(path);
  EXPECT_TRUE(file) << path;
  std::stringstream text;
  text << file.rdbuf();
  EXPECT_EQ(text.str(), fresh.dump(2) + "\n") << path;
  return json::parse(text.str(), nullptr, /*allow_exceptions=*/false);
}

void ExpectVector(World& world, const std::string& name, const v1::Question& question) {
  SCOPED_TRACE(name);
  const RecordingReader recorder(world.state());
  v1::Answer answer;
  ASSERT_TRUE(Accepted(AnswerQuestion(question, world.now_ms(), recorder, answer)));
  json fresh{
      {"question", ToJson(question)}, {"block_time", world.now_ms()}, {"answer", ToJson(answer)}};
  for (const auto& key : recorder.keys()) {
    const auto record = world.state().Get(key);
    fresh["records"][crypto::ToHex(key)] = record ? json(crypto::ToHex(*record)) : json();
  }

  const auto vector = Committed("answers", name, fresh);
  const auto records = RecordsOf(vector);
  const ProvedReader proved(records);
  v1::Question asked;
  v1::Answer again;
  ASSERT_TRUE(google::protobuf::util::JsonStringToMessage(vector["question"].dump(), &asked).ok());
  ASSERT_TRUE(
      Accepted(AnswerQuestion(asked, vector["block_time"].get<std::int64_t>(), proved, again)));
  EXPECT_EQ(ToJson(again), vector["answer"]);
  EXPECT_FALSE(proved.FirstUnused());
}

void ExpectVectors(World& world, const std::map<std::string, v1::Question>& questions) {
  for (const auto& [name, question] : questions) ExpectVector(world, name, question);
}

}  // namespace tanji::ledger::testing
