// Links of the GS1 Digital Link: URI Syntax (ISO/IEC 18975), which scanners at a till and phones
// alike can follow.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "client/sheet/fault.h"

namespace tanji::client::sheet {

struct Gs1Keys {
  std::string gtin;  // 8, 12, 13 or 14 digits, the last of which checks the others
  // 1 to 20 characters of CSET 82: digits, letters of ASCII and !"%&'()*+,-./:;<=>?_
  std::string lot;
  std::optional<std::string> serial;  // likewise; nullopt: the link is of the whole lot
};

// Whether `resolver` is one that links can begin with: https://host[:port][/prefix] as below.
bool IsResolver(std::string_view resolver);

// `resolver` + "/01/<GTIN of 14 digits>/10/<lot>" and, with a serial, "/21/<serial>".
//
// `resolver` is https://host[:port][/prefix] without query, fragment or user; a slash at its end
// does not matter. The prefix has segments of letters, digits and -._~, none of which may be 2 to 4
// digits only: a reader would take it for an application identifier. "." and ".." are refused as
// lot and serial, though of CSET 82: RFC 3986, 5.2.4, removes such segments even where they are
// encoded, and the link would be another's.
//
// Faults: kResolverMalformed, kGtinMalformed, kGtinCheckDigitFalse, kLotMalformed,
// kSerialMalformed.
SheetOr<std::string> Gs1DigitalLink(std::string_view resolver, const Gs1Keys& keys);

}  // namespace tanji::client::sheet
