// What the QR code of a label holds, and reading it back.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "client/sdk/result.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::client::cli {

// Of the label that `answer` is about; `unit` is one of its units, nullopt the label as a whole.
//
// - Without `resolver`: "LEDGER labels/SERIAL#UNIT", which `tanji label show` reads.
// - With one, and no GTIN: "RESOLVER/labels/SERIAL/UNIT".
// - With both a GS1 Digital Link of GTIN and lot. A serial (AI 21) names one single item for ever,
//   so a label's serial alone never stands there: it is on many items. "SERIAL-UNIT" does, where it
//   fits the 20 characters for every unit of the label. Where it does not, and for marks, the link
//   stays that of the lot, and serial and unit follow as extension parameters, which the standard
//   leaves to applications: "?label=SERIAL&unit=UNIT".
//
// Faults: kBadResolver, and kNoGs1Link where product or lot are not as GS1 has them.
Result<std::string> LinkOf(const v1::LabelAnswer& answer, const std::string& ledger,
                           const std::string& resolver, std::optional<std::uint64_t> unit);

// What people type or scan: a serial, or one of the texts above.
struct Scanned {
  std::string serial;
  // Empty: none was in it.
  std::string unit;
};
Scanned ReadScanned(const std::string& text);

}  // namespace tanji::client::cli
