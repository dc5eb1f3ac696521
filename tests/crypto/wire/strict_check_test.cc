#include "crypto/wire/strict_check.h"

#include <google/protobuf/any.pb.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include "crypto/hash/hex.h"
#include "tests/crypto/wire/legacy_test.pb.h"
#include "tests/crypto/wire/wire_test.pb.h"

namespace tanji::crypto {
namespace {

using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using namespace wiretest;  // NOLINT: the messages under test

// "0a03 0a0170" as bytes.
std::string Bytes(std::string hex) {
  hex.erase(std::remove(hex.begin(), hex.end(), ' '), hex.end());
  return FromHex(hex).value();
}

template <typename Message>
std::optional<WireFault> Check(const std::string& hex) {
  return CheckStrict(Bytes(hex), Message::descriptor());
}

template <typename Message>
::testing::AssertionResult Accepts(const std::string& hex) {
  const auto fault = Check<Message>(hex);
  if (!fault) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure()
         << hex << ": " << Name(fault->rule) << " at " << fault->offset << " in " << fault->path;
}

template <typename Message>
void ExpectFault(const std::string& hex, WireRule rule, std::string_view path, std::size_t offset) {
  const auto fault = Check<Message>(hex);
  ASSERT_TRUE(fault) << hex;
  EXPECT_EQ(Name(fault->rule), Name(rule)) << hex;
  EXPECT_EQ(fault->path, path) << hex;
  EXPECT_EQ(fault->offset, offset) << hex;
}

// What protobuf's own parser lets pass: second spellings of a message, and content that nobody
// declared.
TEST(StrictCheck, RefusesWhatProtobufAccepts) {
  EXPECT_TRUE(Arm().ParseFromString(Bytes("1007")));
  ExpectFault<Arm>("1007", WireRule::kUndeclaredEnumValue, "colour", 1);

  EXPECT_TRUE(Choice().ParseFromString(Bytes("0a03 0a0170 1203 0a0171")));
  ExpectFault<Choice>("0a03 0a0170 1203 0a0171", WireRule::kSecondOneofArm, "right", 5);

  Choice merged;
  EXPECT_TRUE(merged.ParseFromString(Bytes("0a03 0a0170 0a02 1805")));
  EXPECT_EQ(merged.left().text(), "p");
  EXPECT_EQ(merged.left().number(), 5);
  ExpectFault<Choice>("0a03 0a0170 0a02 1805", WireRule::kRepeatedSingular, "left", 5);

  EXPECT_TRUE(Arm().ParseFromString(Bytes("18 85 00 10 00")));
  ExpectFault<Arm>("18 85 00 10 00", WireRule::kVarintNotMinimal, "number", 1);
  ExpectFault<Arm>("10 00", WireRule::kExplicitDefault, "colour", 1);

  EXPECT_TRUE(Choice().ParseFromString(Bytes("0a02 2001")));
  ExpectFault<Choice>("0a02 2001", WireRule::kUnknownField, "left.#4", 2);
}

TEST(StrictCheck, AcceptsTheEmptyMessageAndSimpleOnes) {
  EXPECT_TRUE(Accepts<Arm>(""));
  EXPECT_TRUE(Accepts<Arm>("0a0170 1001 1805"));
  EXPECT_TRUE(Accepts<Choice>("0a00"));
  EXPECT_TRUE(Accepts<Choice>("1203 0a0170"));
}

TEST(StrictCheck, Varints) {
  EXPECT_TRUE(Accepts<Implicit>("20 ff ff ff ff ff ff ff ff ff 01"));
  ExpectFault<Implicit>("20", WireRule::kTruncated, "u64", 1);
  ExpectFault<Implicit>("20 80", WireRule::kTruncated, "u64", 1);
  ExpectFault<Implicit>("20 ff ff ff ff ff ff ff ff ff 02", WireRule::kVarintTooLong, "u64", 1);
  ExpectFault<Implicit>("20 ff ff ff ff ff ff ff ff ff 81 00", WireRule::kVarintTooLong, "u64", 1);
  ExpectFault<Implicit>("20 80 80 80 80 80 80 80 80 80 00", WireRule::kVarintNotMinimal, "u64", 1);
  ExpectFault<Implicit>("20 80 00", WireRule::kVarintNotMinimal, "u64", 1);
}

TEST(StrictCheck, NumbersFitTheirTypes) {
  EXPECT_TRUE(Accepts<Implicit>("08 ff ff ff ff 07"));                 // 2^31-1
  EXPECT_TRUE(Accepts<Implicit>("08 80 80 80 80 f8 ff ff ff ff 01"));  // -2^31
  ExpectFault<Implicit>("08 80 80 80 80 08", WireRule::kValueOutOfRange, "i32", 1);
  // -1 in five bytes: protobuf reads it as -1 too.
  ExpectFault<Implicit>("08 ff ff ff ff 0f", WireRule::kValueOutOfRange, "i32", 1);
  ExpectFault<Implicit>("08 ff ff ff ff f7 ff ff ff ff 01", WireRule::kValueOutOfRange, "i32", 1);

  EXPECT_TRUE(Accepts<Implicit>("18 ff ff ff ff 0f"));
  ExpectFault<Implicit>("18 80 80 80 80 10", WireRule::kValueOutOfRange, "u32", 1);
  EXPECT_TRUE(Accepts<Implicit>("28 ff ff ff ff 0f"));
  ExpectFault<Implicit>("28 80 80 80 80 10", WireRule::kValueOutOfRange, "s32", 1);
  EXPECT_TRUE(Accepts<Implicit>("58 01"));
  ExpectFault<Implicit>("58 02", WireRule::kValueOutOfRange, "flag", 1);

  EXPECT_TRUE(Accepts<Implicit>("70 ff ff ff ff ff ff ff ff ff 01"));  // COLOUR_BELOW
  EXPECT_TRUE(Accepts<Implicit>("70 c0 84 3d"));                       // COLOUR_FAR
  ExpectFault<Implicit>("70 ff ff ff ff 0f", WireRule::kValueOutOfRange, "colour", 1);
  ExpectFault<Implicit>("70 81 80 80 80 10", WireRule::kValueOutOfRange, "colour", 1);
  ExpectFault<Implicit>("70 03", WireRule::kUndeclaredEnumValue, "colour", 1);
}

TEST(StrictCheck, Tags) {
  ExpectFault<Implicit>("00 00", WireRule::kInvalidTag, "", 0);
  ExpectFault<Implicit>("0b 0c", WireRule::kInvalidTag, "", 0);  // a group
  ExpectFault<Implicit>("0c", WireRule::kInvalidTag, "", 0);
  ExpectFault<Implicit>("0e", WireRule::kInvalidTag, "", 0);
  ExpectFault<Implicit>("0f", WireRule::kInvalidTag, "", 0);
  ExpectFault<Implicit>("80 80 80 80 10 00", WireRule::kInvalidTag, "", 0);
  ExpectFault<Implicit>("88 00 01", WireRule::kVarintNotMinimal, "", 0);
  ExpectFault<Implicit>("88", WireRule::kTruncated, "", 0);
  ExpectFault<Implicit>("78 01", WireRule::kUnknownField, "#15", 0);
  EXPECT_TRUE(Accepts<Everything>("fa ff ff ff 0f 00"));  // field 2^29-1
  ExpectFault<Everything>("1a 02 78 01", WireRule::kUnknownField, "implicit.#15", 2);
}

TEST(StrictCheck, EveryTypeRefusesEveryOtherWireType) {
  for (const auto* type : {Implicit::descriptor(), Optional::descriptor()}) {
    for (int i = 0; i < type->field_count(); ++i) {
      int mismatches = 0;
      for (const int wire_type : {0, 1, 2, 5}) {
        std::string bytes(1, static_cast<char>(type->field(i)->number() << 3 | wire_type));
        // One byte 0x01 is a varint and a length, and begins a fixed32 and a fixed64; "0" is text.
        bytes += wire_type == 2   ? "\x01"
                                    "0"
                 : wire_type == 0 ? "\x01"
                                  : std::string("\1\0\0\0", 4);
        if (wire_type == 1) bytes += std::string(4, '\0');
        const auto fault = CheckStrict(bytes, type);
        if (!fault) continue;
        EXPECT_EQ(Name(fault->rule), Name(WireRule::kWireTypeMismatch)) << type->field(i)->name();
        EXPECT_EQ(fault->path, type->field(i)->name());
        ++mismatches;
      }
      EXPECT_EQ(mismatches, 3) << type->field(i)->name();
    }
  }
}

TEST(StrictCheck, FieldsAscendAndSingularOnesComeOnce) {
  ExpectFault<Implicit>("10 01 08 01", WireRule::kNotAscending, "i32", 2);
  ExpectFault<Implicit>("08 01 08 01", WireRule::kRepeatedSingular, "i32", 2);
  ExpectFault<Implicit>("08 01 10 01 08 01", WireRule::kNotAscending, "i32", 4);
  EXPECT_TRUE(Accepts<Repeated>("62 01 61 62 01 61 6a 00"));
  ExpectFault<Repeated>("62 01 61 6a 00 62 01 61", WireRule::kNotAscending, "text[0]", 5);
}

TEST(StrictCheck, OneofArmsWithFieldsBetweenThem) {
  EXPECT_TRUE(Accepts<Everything>("10 00 28 00"));  // flag_arm of the one, number_arm of the other
  ExpectFault<Everything>("10 00 1a 00 4a 00", WireRule::kSecondOneofArm, "text_arm", 4);
  ExpectFault<Everything>("10 00 10 00", WireRule::kRepeatedSingular, "flag_arm", 2);
  ExpectFault<Everything>("28 00 82 01 00", WireRule::kSecondOneofArm, "raw_arm", 2);
}

TEST(StrictCheck, DefaultsOnlyWhereTheyMeanSomething) {
  for (const auto* value :
       {"08 00", "10 00", "18 00", "20 00", "28 00", "30 00", "3d 00000000", "41 0000000000000000",
        "4d 00000000", "51 0000000000000000", "58 00", "62 00", "6a 00", "70 00"}) {
    const auto fault = Check<Implicit>(value);
    ASSERT_TRUE(fault) << value;
    EXPECT_EQ(Name(fault->rule), Name(WireRule::kExplicitDefault)) << value;
    EXPECT_TRUE(Accepts<Optional>(value));
  }
  EXPECT_TRUE(Accepts<Implicit>("3d 00000080"));  // one bit set anywhere is not the default
  EXPECT_TRUE(Accepts<Everything>("1a 00"));
}

TEST(StrictCheck, PackedFields) {
  EXPECT_TRUE(Accepts<Repeated>("0a 02 00 01"));  // zero is an element like any other
  EXPECT_TRUE(Accepts<Repeated>("3a 08 00000000 01000000 42 08 0000000000000000"));
  ExpectFault<Repeated>("08 01", WireRule::kNotPacked, "i32[0]", 1);
  ExpectFault<Repeated>("3d 01000000", WireRule::kNotPacked, "f32[0]", 1);
  ExpectFault<Repeated>("0d 01000000", WireRule::kWireTypeMismatch, "i32[0]", 1);
  ExpectFault<Repeated>("0a 00", WireRule::kEmptyPacked, "i32[0]", 1);
  ExpectFault<Repeated>("0a 01 01 0a 01 01", WireRule::kRepeatedSingular, "i32[0]", 3);
  ExpectFault<Repeated>("0a 03 01 80 00", WireRule::kVarintNotMinimal, "i32[1]", 3);
  ExpectFault<Repeated>("0a 02 01 80", WireRule::kTruncated, "i32[1]", 3);
  ExpectFault<Repeated>("0a 03 01 01", WireRule::kTruncated, "i32[0]", 1);
  ExpectFault<Repeated>("3a 06 00000000 0100", WireRule::kTruncated, "f32[1]", 6);
  ExpectFault<Repeated>("5a 03 01 00 02", WireRule::kValueOutOfRange, "flag[2]", 4);
  ExpectFault<Repeated>("72 02 01 03", WireRule::kUndeclaredEnumValue, "colour[1]", 3);
}

TEST(StrictCheck, LengthsStayInBounds) {
  ExpectFault<Implicit>("62 02 61", WireRule::kTruncated, "text", 1);
  ExpectFault<Implicit>("62 ff ff ff ff ff ff ff ff ff 01 61", WireRule::kTruncated, "text", 1);
  ExpectFault<Implicit>("62 81 00 61", WireRule::kVarintNotMinimal, "text", 1);
  ExpectFault<Implicit>("3d 0000", WireRule::kTruncated, "f32", 1);
  ExpectFault<Implicit>("41 00000000000000", WireRule::kTruncated, "f64", 1);
  // A value may not reach beyond its message, although the bytes go on.
  ExpectFault<Everything>("1a 02 62 01 61", WireRule::kTruncated, "implicit.text", 3);
}

TEST(StrictCheck, TextIsUtf8AndBytesAreAnything) {
  EXPECT_TRUE(Accepts<Implicit>("62 03 e7a2b3 6a 02 fffe"));
  ExpectFault<Implicit>("62 03 61c080", WireRule::kInvalidUtf8, "text", 3);    // overlong
  ExpectFault<Implicit>("62 03 eda080", WireRule::kInvalidUtf8, "text", 2);    // surrogate
  ExpectFault<Implicit>("62 04 f4908080", WireRule::kInvalidUtf8, "text", 2);  // above U+10FFFF
  ExpectFault<Repeated>("62 00 62 01 ff", WireRule::kInvalidUtf8, "text[1]", 4);
}

TEST(StrictCheck, SixteenMessagesDeep) {
  Everything message;
  Everything* innermost = &message;
  for (int depth = 1; depth < kMaxWireDepth; ++depth) innermost = innermost->add_children();
  EXPECT_EQ(CheckStrict(message.SerializeAsString(), Everything::descriptor()), std::nullopt);
  innermost->add_children();
  const auto fault = CheckStrict(message.SerializeAsString(), Everything::descriptor());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->rule, WireRule::kTooDeep);
  EXPECT_EQ(std::count(fault->path.begin(), fault->path.end(), '.'), kMaxWireDepth - 1);
}

TEST(StrictCheck, ThePathNamesEveryStep) {
  Everything message;
  message.add_children()->add_choices();
  message.add_children()->add_choices()->mutable_right();
  message.mutable_children(1)->add_choices()->mutable_left()->set_text("\xff");
  ASSERT_EQ(message.children_size(), 2);
  const auto fault = CheckStrict(message.SerializePartialAsString(), Everything::descriptor());
  ASSERT_TRUE(fault);
  EXPECT_EQ(fault->path, "children[1].choices[1].left.text");
  EXPECT_EQ(fault->rule, WireRule::kInvalidUtf8);
  EXPECT_EQ(fault->offset, message.SerializePartialAsString().find('\xff'));
}

TEST(StrictCheck, RefusesTypesThatTheLedgerDoesNotUse) {
  ExpectFault<WithFloat>("0d 0000803f", WireRule::kUnsuitableType, "value", 0);
  ExpectFault<WithDoubles>("0a 08 000000000000f03f", WireRule::kUnsuitableType, "values[0]", 0);
  ExpectFault<WithMap>("0a 05 0a 01 61 10 01", WireRule::kUnsuitableType, "entries[0]", 2);
  ExpectFault<WithAny>("0a 00", WireRule::kUnsuitableType, "content", 2);
  ExpectFault<WithUnpacked>("08 01", WireRule::kUnsuitableType, "values[0]", 0);
  ExpectFault<Legacy>("08 01", WireRule::kUnsuitableType, "", 0);
  ExpectFault<HoldsFloatDeepInside>("12 05 0d 0000803f", WireRule::kUnsuitableType,
                                    "inner[0].value", 2);
}

TEST(FindUnsuitable, WalksTheWholeSchema) {
  EXPECT_EQ(FindUnsuitable(Everything::descriptor()), std::nullopt);
  EXPECT_EQ(FindUnsuitable(HoldsFloatDeepInside::descriptor()), "tanji.wiretest.WithFloat.value");
  EXPECT_EQ(FindUnsuitable(WithDoubles::descriptor()), "tanji.wiretest.WithDoubles.values");
  EXPECT_EQ(FindUnsuitable(WithMap::descriptor()), "tanji.wiretest.WithMap.EntriesEntry");
  EXPECT_EQ(FindUnsuitable(WithAny::descriptor()), "google.protobuf.Any");
  EXPECT_EQ(FindUnsuitable(WithUnpacked::descriptor()), "tanji.wiretest.WithUnpacked.values");
  EXPECT_EQ(FindUnsuitable(Legacy::descriptor()), "tanji.wiretest.Legacy");
}

// As if a flag had not yet declared Arm.number and COLOUR_GREEN.
class BeforeTheFlag : public FieldPolicy {
 public:
  bool Declared(const FieldDescriptor& field) const override {
    return field.full_name() != "tanji.wiretest.Arm.number";
  }
  bool Declared(const EnumValueDescriptor& value) const override {
    return value.name() != "COLOUR_GREEN";
  }
};

TEST(FieldPolicy, DecidesWhatCountsAsDeclared) {
  const BeforeTheFlag before;
  EXPECT_EQ(CheckStrict(Bytes("1001"), Arm::descriptor(), before), std::nullopt);
  EXPECT_EQ(CheckStrict(Bytes("0a02 1001"), Choice::descriptor(), before), std::nullopt);
  EXPECT_EQ(CheckStrict(Bytes("0a02 1805"), Choice::descriptor(), before),
            (WireFault{WireRule::kUnknownField, "left.#3", 2}));
  EXPECT_EQ(CheckStrict(Bytes("0a02 1002"), Choice::descriptor(), before),
            (WireFault{WireRule::kUndeclaredEnumValue, "left.colour", 3}));
  EXPECT_TRUE(Accepts<Choice>("0a04 1002 1805"));
}

TEST(WireRule, HasAUniqueName) {
  std::set<std::string_view> names;
  const int count = static_cast<int>(WireRule::kUnsuitableType) + 1;
  for (int rule = 0; rule < count; ++rule) names.insert(Name(static_cast<WireRule>(rule)));
  EXPECT_EQ(names.size(), static_cast<std::size_t>(count));
  EXPECT_FALSE(names.contains(""));
}

}  // namespace
}  // namespace tanji::crypto
