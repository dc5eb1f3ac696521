// The oracle of the strict check is protobuf itself: what the check accepts is parsed and written
// again to the same bytes, and what it refuses is not.
#include <google/protobuf/stubs/logging.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <memory>
#include <string>

#include "crypto/hash/hex.h"
#include "crypto/wire/strict_check.h"
#include "tests/crypto/wire/random_message.h"
#include "tests/crypto/wire/wire_test.pb.h"

namespace tanji::crypto {
namespace {

using google::protobuf::Message;
using wiretest::Everything;

constexpr int kNesting = 3;

const Message& RandomPrototype(std::mt19937_64& random) {
  static const Message* const kPrototypes[] = {
      &wiretest::Implicit::default_instance(), &wiretest::Optional::default_instance(),
      &wiretest::Repeated::default_instance(), &wiretest::Choice::default_instance(),
      &Everything::default_instance(),         &Everything::default_instance()};
  return *kPrototypes[Below(random, std::size(kPrototypes))];
}

// Whether protobuf reads the bytes and writes them again the same, without the help of what it
// keeps unread (which includes declared fields of another wire type).
bool ProtobufWritesTheSame(const Message& prototype, const std::string& bytes) {
  google::protobuf::LogSilencer no_complaints_about_utf8;
  const std::unique_ptr<Message> message(prototype.New());
  if (!message->ParseFromString(bytes)) return false;
  message->DiscardUnknownFields();
  return message->SerializeAsString() == bytes;
}

// Rules in which we differ from protobuf by intent: it keeps undeclared values and nests deeper.
bool IsStricterByIntent(WireRule rule) {
  return rule == WireRule::kUndeclaredEnumValue || rule == WireRule::kTooDeep;
}

// Whether the bytes were accepted; fails the test where check and protobuf disagree.
bool AgreesWithProtobuf(const Message& prototype, const std::string& bytes) {
  const auto fault = CheckStrict(bytes, prototype.GetDescriptor());
  const bool same = ProtobufWritesTheSame(prototype, bytes);
  if (!fault) {
    EXPECT_TRUE(same) << prototype.GetTypeName() << " " << ToHex(bytes);
  } else if (!IsStricterByIntent(fault->rule)) {
    EXPECT_FALSE(same) << prototype.GetTypeName() << " " << ToHex(bytes) << " " << Name(fault->rule)
                       << " " << fault->path;
  }
  return !fault;
}

void Mutate(std::string& bytes, std::mt19937_64& random) {
  const std::size_t at = Below(random, bytes.size() + 1);
  switch (Below(random, 5)) {
    case 0:
      bytes.insert(at, 1, static_cast<char>(random()));
      break;
    case 1:
      if (at < bytes.size()) bytes.erase(at, 1 + Below(random, 3));
      break;
    case 2:
      if (at < bytes.size()) bytes[at] = static_cast<char>(random());
      break;
    case 3:
      if (at < bytes.size()) bytes[at] = static_cast<char>(bytes[at] ^ (1 << Below(random, 8)));
      break;
    default:  // a run from elsewhere: repeated and reordered fields
      bytes.insert(at, bytes.substr(Below(random, bytes.size() + 1), Below(random, 12)));
  }
}

RC_GTEST_PROP(StrictCheckProperty, WhatProtobufWritesIsAccepted, (std::uint64_t seed)) {
  std::mt19937_64 random(seed);
  const Message& prototype = RandomPrototype(random);
  const std::unique_ptr<Message> message(prototype.New());
  FillAtRandom(*message, random, kNesting);
  const auto bytes = message->SerializeAsString();
  const auto fault = CheckStrict(bytes, prototype.GetDescriptor());
  RC_ASSERT(!fault);
  RC_ASSERT(ProtobufWritesTheSame(prototype, bytes));
}

RC_GTEST_PROP(StrictCheckProperty, MutationsAgreeWithProtobuf, (std::uint64_t seed)) {
  std::mt19937_64 random(seed);
  const Message& prototype = RandomPrototype(random);
  const std::unique_ptr<Message> message(prototype.New());
  FillAtRandom(*message, random, kNesting);
  const auto original = message->SerializeAsString();
  for (int round = 0; round < 200; ++round) {
    auto bytes = original;
    for (auto left = 1 + Below(random, 3); left > 0; --left) Mutate(bytes, random);
    AgreesWithProtobuf(prototype, bytes);
    RC_ASSERT(!::testing::Test::HasFailure());
  }
}

RC_GTEST_PROP(StrictCheckProperty, NoiseAgreesWithProtobuf, (const std::string& noise)) {
  AgreesWithProtobuf(Everything::default_instance(), noise);
  AgreesWithProtobuf(wiretest::Repeated::default_instance(), noise);
  RC_ASSERT(!::testing::Test::HasFailure());
}

// Every byte of one message, replaced by every other byte, removed, doubled, and the end cut off.
TEST(StrictCheckProperty, EveryByteOfAMessageCounts) {
  std::mt19937_64 random(20240229);
  Everything message;
  while (message.ByteSizeLong() < 200 || message.ByteSizeLong() > 300) {
    message.Clear();
    FillAtRandom(message, random, /*depth_left=*/2);
  }
  const auto original = message.SerializeAsString();
  std::size_t accepted = 0;
  for (std::size_t at = 0; at < original.size(); ++at) {
    for (int value = 0; value < 256; ++value) {
      auto bytes = original;
      bytes[at] = static_cast<char>(value);
      accepted += AgreesWithProtobuf(message, bytes) ? 1 : 0;
    }
    AgreesWithProtobuf(message, original.substr(0, at));
    auto bytes = original;
    AgreesWithProtobuf(message, bytes.insert(at, 1, original[at]));
    AgreesWithProtobuf(message, bytes.erase(at, 2));
    ASSERT_FALSE(HasFailure()) << "byte " << at;
  }
  // Both sides of the comparison were exercised: letters change freely, structure does not.
  EXPECT_GT(accepted, original.size());
  EXPECT_LT(accepted, original.size() * 200);
}

}  // namespace
}  // namespace tanji::crypto
