#include "tests/crypto/wire/random_message.h"

#include <google/protobuf/descriptor.h>

#include <cstdlib>
#include <limits>
#include <string>

#include "crypto/wire/utf8.h"

namespace tanji::crypto {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Reflection;

template <typename T>
T RandomNumber(std::mt19937_64& random) {
  switch (Below(random, 6)) {
    case 0:
      return 0;
    case 1:
      return std::numeric_limits<T>::max();
    case 2:
      return std::numeric_limits<T>::min();
    case 3:
      return static_cast<T>(-1);
    case 4:
      return static_cast<T>(Below(random, 300));
    default:
      return static_cast<T>(random() >> Below(random, 64));
  }
}

std::string RandomText(std::mt19937_64& random) {
  constexpr char32_t kCodes[] = {0,     'a',    0x7F,   0x80,    0x7FF,
                                 0x800, 0x78B3, 0xFFFF, 0x10000, 0x10FFFF};
  std::string out;
  for (auto left = Below(random, 12); left > 0; --left) {
    AppendUtf8(kCodes[Below(random, std::size(kCodes))], out);
  }
  return out;
}

std::string RandomBytes(std::mt19937_64& random) {
  std::string out;
  for (auto left = Below(random, 6); left > 0; --left) out.push_back(static_cast<char>(random()));
  return out;
}

const google::protobuf::EnumValueDescriptor* RandomEnum(const FieldDescriptor& field,
                                                        std::mt19937_64& random) {
  const auto& type = *field.enum_type();
  return type.value(
      static_cast<int>(Below(random, static_cast<std::uint64_t>(type.value_count()))));
}

// Sets a singular field or adds one element to a repeated one.
void Put(Message& message, const FieldDescriptor& field, std::mt19937_64& random, int depth_left) {
  const Reflection& to = *message.GetReflection();
  const bool add = field.is_repeated();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32: {
      const auto value = RandomNumber<std::int32_t>(random);
      return add ? to.AddInt32(&message, &field, value) : to.SetInt32(&message, &field, value);
    }
    case FieldDescriptor::CPPTYPE_INT64: {
      const auto value = RandomNumber<std::int64_t>(random);
      return add ? to.AddInt64(&message, &field, value) : to.SetInt64(&message, &field, value);
    }
    case FieldDescriptor::CPPTYPE_UINT32: {
      const auto value = RandomNumber<std::uint32_t>(random);
      return add ? to.AddUInt32(&message, &field, value) : to.SetUInt32(&message, &field, value);
    }
    case FieldDescriptor::CPPTYPE_UINT64: {
      const auto value = RandomNumber<std::uint64_t>(random);
      return add ? to.AddUInt64(&message, &field, value) : to.SetUInt64(&message, &field, value);
    }
    case FieldDescriptor::CPPTYPE_BOOL: {
      const bool value = Below(random, 2) == 1;
      return add ? to.AddBool(&message, &field, value) : to.SetBool(&message, &field, value);
    }
    case FieldDescriptor::CPPTYPE_ENUM: {
      const auto* value = RandomEnum(field, random);
      return add ? to.AddEnum(&message, &field, value) : to.SetEnum(&message, &field, value);
    }
    case FieldDescriptor::CPPTYPE_STRING: {
      const bool is_text = field.type() == FieldDescriptor::TYPE_STRING;
      const auto value = is_text ? RandomText(random) : RandomBytes(random);
      return add ? to.AddString(&message, &field, value) : to.SetString(&message, &field, value);
    }
    case FieldDescriptor::CPPTYPE_MESSAGE: {
      if (depth_left == 0) return;
      Message* const inner =
          add ? to.AddMessage(&message, &field) : to.MutableMessage(&message, &field);
      return FillAtRandom(*inner, random, depth_left - 1);
    }
    default:
      std::abort();  // the test's messages hold no float
  }
}

}  // namespace

void FillAtRandom(Message& message, std::mt19937_64& random, int depth_left) {
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    if (Below(random, 3) != 0) continue;
    const auto count = field.is_repeated() ? 1 + Below(random, 3) : 1;
    for (std::uint64_t n = 0; n < count; ++n) Put(message, field, random, depth_left);
  }
}

}  // namespace tanji::crypto
