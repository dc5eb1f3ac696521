#include "client/sheet/fault.h"

namespace tanji::client::sheet {

std::string_view ToString(SheetFault fault) {
  switch (fault) {
    case SheetFault::kLinkUnusable:
      return "LinkUnusable";
    case SheetFault::kLinkTooLong:
      return "LinkTooLong";
    case SheetFault::kNoLabels:
      return "NoLabels";
    case SheetFault::kTooManyLabels:
      return "TooManyLabels";
    case SheetFault::kResolverMalformed:
      return "ResolverMalformed";
    case SheetFault::kGtinMalformed:
      return "GtinMalformed";
    case SheetFault::kGtinCheckDigitFalse:
      return "GtinCheckDigitFalse";
    case SheetFault::kLotMalformed:
      return "LotMalformed";
    case SheetFault::kSerialMalformed:
      return "SerialMalformed";
  }
  assert(false);
  return "";
}

}  // namespace tanji::client::sheet
