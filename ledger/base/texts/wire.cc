// The strict wire check, codes 50-79.
#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// clang-format off
constexpr CodeText kTexts[] = {
    {v1::CODE_WIRE_TRUNCATED,
     "编码在字段 “{field}”（第 {offset} 字节）处中断，数据不完整。请重新发送完整的数据。",
     "The encoding breaks off in field “{field}” at byte {offset}. Send the complete data again."},
    {v1::CODE_WIRE_VARINT_NOT_MINIMAL,
     "字段 “{field}”（第 {offset} 字节）的整数编码过长，必须使用最短写法。",
     "The integer in field “{field}” at byte {offset} is written longer than needed; the shortest "
     "form is required."},
    {v1::CODE_WIRE_VARINT_TOO_LARGE,
     "字段 “{field}”（第 {offset} 字节）的整数超出该类型所能表示的范围。",
     "The integer in field “{field}” at byte {offset} does not fit its type."},
    {v1::CODE_WIRE_FIELD_UNKNOWN,
     "字段 “{field}”（第 {offset} 字节）在本账本现行规则下不存在。请使用与账本相符的客户端。",
     "Field “{field}” at byte {offset} does not exist under the rules now in force here. Use a "
     "client that fits this ledger."},
    {v1::CODE_WIRE_FIELD_ORDER,
     "字段 “{field}”（第 {offset} 字节）次序不对：字段须按编号升序书写。",
     "Field “{field}” at byte {offset} is out of order: fields are written in ascending number."},
    {v1::CODE_WIRE_FIELD_REPEATED,
     "字段 “{field}”（第 {offset} 字节）出现了两次，只能出现一次。",
     "Field “{field}” at byte {offset} occurs twice; it may occur once."},
    {v1::CODE_WIRE_ONEOF_REPEATED,
     "字段 “{field}”（第 {offset} 字节）与同组的另一字段同时出现，二者只能选一。",
     "Field “{field}” at byte {offset} stands beside another of the same choice; only one of them "
     "may be given."},
    {v1::CODE_WIRE_TYPE_MISMATCH,
     "字段 “{field}”（第 {offset} 字节）的编码类型与规定不符。",
     "Field “{field}” at byte {offset} is not encoded as its declared type."},
    {v1::CODE_WIRE_EXPLICIT_DEFAULT,
     "字段 “{field}”（第 {offset} 字节）写出了默认值；默认值必须省略不写。",
     "Field “{field}” at byte {offset} spells out its default value, which must be left out."},
    {v1::CODE_WIRE_NOT_PACKED,
     "列表 “{field}”（第 {offset} 字节）须采用紧凑（packed）编码。",
     "List “{field}” at byte {offset} must be written in packed form."},
    {v1::CODE_WIRE_ENUM_UNDECLARED,
     "字段 “{field}”（第 {offset} 字节）的选项在本账本现行规则下不存在。",
     "The choice in field “{field}” at byte {offset} does not exist under the rules now in force."},
    {v1::CODE_WIRE_INVALID_UTF8,
     "字段 “{field}”（第 {offset} 字节）的文字不是有效的 UTF-8 编码。",
     "The text in field “{field}” at byte {offset} is not valid UTF-8."},
    {v1::CODE_WIRE_TOO_DEEP,
     "字段 “{field}”（第 {offset} 字节）嵌套过深，最多 16 层。",
     "Field “{field}” at byte {offset} is nested too deeply; 16 levels are allowed."},
    {v1::CODE_WIRE_FORBIDDEN_TYPE,
     "字段 “{field}”（第 {offset} 字节）使用了账本不采用的数据类型。",
     "Field “{field}” at byte {offset} has a type that the ledger does not use."},
    {v1::CODE_WIRE_EMPTY_PACKED,
     "列表 “{field}”（第 {offset} 字节）是空的；空列表必须省略不写。",
     "List “{field}” at byte {offset} is empty; an empty list must be left out."},
};
// clang-format on

}  // namespace

std::span<const CodeText> WireTexts() {
  return kTexts;
}

}  // namespace tanji::ledger
