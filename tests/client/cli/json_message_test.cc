#include "client/cli/json_message.h"

#include <gtest/gtest.h>

#include "tanji/v1/transaction.pb.h"

namespace tanji::client::cli {
namespace {

const JsonSource kSource{"file.json", ledger::UtcOffset::China()};

template <class Message>
Message Read(std::string_view text) {
  Message message;
  const Done done = ReadJsonMessage(text, kSource, message);
  EXPECT_TRUE(done.ok()) << done.error().Message(Language::kEn);
  return message;
}

// "NAME line L field F": enough to see that a complaint says where.
template <class Message>
std::string Fault(std::string_view text) {
  Message message;
  const Done done = ReadJsonMessage(text, kSource, message);
  if (done.ok()) return "";
  std::string out = done.error().name();
  for (const auto& [name, value] : done.error().detail()) {
    if (name == "line" || name == "field") out.append(" ").append(name).append(" ").append(value);
  }
  EXPECT_EQ(done.error().Message(Language::kZh).find('{' + std::string("file}")),
            std::string::npos);
  return out;
}

TEST(ReadJsonMessage, ReadsProtobufsOwnMapping) {
  const auto grant = Read<v1::KeyGrant>(R"({
    "publicKey": "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=",
    "holder": "lead",
    "permissions": ["PERMISSION_MANAGE_KEYS", 2],
    "validFromTime": "1772323200000",
    "valid_until_time": 1772323200001
  })");
  EXPECT_EQ(grant.public_key().size(), 32u);
  EXPECT_EQ(grant.permissions(1), v1::PERMISSION_GOVERN);
  EXPECT_EQ(grant.valid_from_time(), 1772323200000);
  EXPECT_EQ(grant.valid_until_time(), 1772323200001);
}

TEST(ReadJsonMessage, ReadsWhatProtobufWrites) {
  v1::Operation operation;
  auto& document = *operation.mutable_register_document();
  document.set_sha256(std::string("\x00\xff\x7f", 3));
  document.set_size_bytes(18446744073709551615u);
  document.mutable_title()->set_zh("标题 \"引号\"\n");
  document.mutable_title()->set_prevailing(v1::PREVAILING_ZH);
  const auto again = Read<v1::Operation>(ToJson(operation).dump());
  EXPECT_EQ(again.SerializeAsString(), operation.SerializeAsString());
}

TEST(ReadJsonMessage, ReadsWhatPeopleWrite) {
  const auto grant = Read<v1::GrantLicence>(R"({
    // the certifier
    "certifier": "participants/c", /* and its scheme */
    "valid_from_time": "2026-03-01",
    "valid_until_time": "2026-03-01T08:00:00+08:00"
  })");
  EXPECT_EQ(grant.valid_from_time(), 1772323200000 - 8 * 3'600'000);
  EXPECT_EQ(grant.valid_until_time(), 1772323200000);
  const auto key =
      Read<v1::KeyGrant>(R"({"public_key": "hex:00ff", "permissions": ["manage-keys"]})");
  EXPECT_EQ(key.public_key(), std::string("\x00\xff", 2));
  EXPECT_EQ(key.permissions(0), v1::PERMISSION_MANAGE_KEYS);
}

TEST(ReadJsonMessage, NullIsAbsent) {
  EXPECT_FALSE(Read<v1::KeyGrant>(R"({"valid_from_time": null})").has_valid_from_time());
}

TEST(ReadJsonMessage, AnUnknownFieldIsNamedWithItsLine) {
  EXPECT_EQ(Fault<v1::RegisterParticipant>("{\n  \"id\": \"a\",\n  \"regoin\": \"CN\"\n}"),
            "JSON_UNKNOWN_FIELD line 3 field regoin");
  EXPECT_EQ(Fault<v1::RegisterParticipant>(
                "{\n \"legal_name\":\n {\n \"zh\": \"a\"\n,\n\n \"fr\": \"b\"}}"),
            "JSON_UNKNOWN_FIELD line 7 field legal_name.fr");
  EXPECT_EQ(Fault<v1::RegisterParticipant>("{\"thresholds\": [{},\n{\"permision\": 1}]}"),
            "JSON_UNKNOWN_FIELD line 2 field thresholds[1].permision");
}

TEST(ReadJsonMessage, LinesAreRightBehindCommentsAndNumbers) {
  EXPECT_EQ(Fault<v1::SetParameter>("{\n// one\n// two\n\"value\": 5\n,\n\"x\": 1}"),
            "JSON_UNKNOWN_FIELD line 6 field x");
  EXPECT_EQ(Fault<v1::SetParameter>("{\n\"value\":\n\n1.5\n}"), "JSON_VALUE line 4 field value");
  EXPECT_EQ(Fault<v1::SetParameter>("{\"value\": 1\n2}"), "JSON_SYNTAX line 2");
}

TEST(ReadJsonMessage, ValuesMustFit) {
  for (const auto* const text : {R"({"value": 1.5})", R"({"value": "x"})", R"({"value": ""})",
                                 R"({"value": true})", R"({"value": 9223372036854775808})",
                                 R"({"value": []})", R"({"value": {}})", R"({"value": 1e3})"}) {
    EXPECT_EQ(Fault<v1::SetParameter>(text), "JSON_VALUE line 1 field value") << text;
  }
  EXPECT_EQ(Fault<v1::SetParameter>(R"({"parameter": "SPEED"})"),
            "JSON_VALUE line 1 field parameter");
  EXPECT_EQ(Fault<v1::SetParameter>(R"({"parameter": 99})"), "JSON_VALUE line 1 field parameter");
  EXPECT_EQ(Fault<v1::KeyGrant>(R"({"public_key": "hex:0"})"),
            "JSON_VALUE line 1 field public_key");
  EXPECT_EQ(Fault<v1::KeyGrant>(R"({"public_key": "AA"})"), "JSON_VALUE line 1 field public_key");
  EXPECT_EQ(Fault<v1::KeyGrant>(R"({"holder": 7})"), "JSON_VALUE line 1 field holder");
  EXPECT_EQ(Fault<v1::KeyGrant>(R"({"permissions": "GOVERN"})"),
            "JSON_VALUE line 1 field permissions");
  EXPECT_EQ(Fault<v1::KeyGrant>(R"({"permissions": [null]})"),
            "JSON_VALUE line 1 field permissions[0]");
  EXPECT_EQ(Fault<v1::KeyGrant>(R"({"valid_from_time": "2026-02-30"})"),
            "JSON_VALUE line 1 field valid_from_time");
  EXPECT_EQ(Fault<v1::Threshold>(R"({"holders": 4294967296})"), "JSON_VALUE line 1 field holders");
  EXPECT_EQ(Fault<v1::Threshold>(R"({"holders": -1})"), "JSON_VALUE line 1 field holders");
}

TEST(ReadJsonMessage, NothingMayComeTwice) {
  EXPECT_EQ(Fault<v1::SetParameter>("{\"value\": 1,\n\"value\": 2}"),
            "JSON_REPEATED_FIELD line 2 field value");
  EXPECT_EQ(Fault<v1::RegisterParticipant>("{\"legal_name\": {},\n\"legalName\": {}}"),
            "JSON_REPEATED_FIELD line 2 field legalName");
  EXPECT_EQ(Fault<v1::StatusChange>("{\"open\": \"SUSPENDED\",\n\"end\": 1}"),
            "JSON_REPEATED_FIELD line 2 field end");
}

TEST(ReadJsonMessage, OnlyAnObjectIsAMessage) {
  EXPECT_EQ(Fault<v1::SetParameter>("[]"), "JSON_VALUE line 1 field SetParameter");
  for (const auto* const text : {"", "{", "{\"value\": 1,}", "{} {}", "{'value': 1}", "\xff"}) {
    EXPECT_TRUE(Fault<v1::SetParameter>(text).starts_with("JSON_SYNTAX")) << text;
  }
  EXPECT_FALSE(Fault<v1::SetParameter>(std::string(100'000, '[')).empty()) << "depth is bounded";
}

TEST(FindEnumValue, FindsEveryValueByEitherName) {
  const auto& type = *v1::ParticipantKind_descriptor();
  for (int i = 1; i < type.value_count(); ++i) {
    const std::string name = type.value(i)->name();
    EXPECT_EQ(FindEnumValue(type, name), type.value(i));
    EXPECT_EQ(FindEnumValue(type, name.substr(std::string("PARTICIPANT_KIND_").size())),
              type.value(i));
  }
  EXPECT_EQ(FindEnumValue(type, "UNSPECIFIED"), nullptr);
  EXPECT_EQ(FindEnumValue(type, "producer-group")->number(), v1::PARTICIPANT_KIND_PRODUCER_GROUP);
  EXPECT_EQ(EnumChoices(*v1::Vote_descriptor()), "YES, NO");
}

}  // namespace
}  // namespace tanji::client::cli
