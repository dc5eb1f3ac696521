// The table of texts, a file per block of codes. A row says what was wrong, where, and what would
// be right, to someone who keeps an orchard or a counter rather than a ledger. Values of parameters
// are names, numbers, hexadecimal digits and times, never words of one language. A parameter whose
// name ends in `_time` holds milliseconds since 1970 and is shown as date and time in UTC.
#pragma once

#include <span>

#include "ledger/base/outcome_text.h"

namespace tanji::ledger {

// Each ascending by code.
std::span<const CodeText> EnvelopeTexts();
std::span<const CodeText> WireTexts();
std::span<const CodeText> SharedTexts();
std::span<const CodeText> EvidenceTexts();
std::span<const CodeText> MembershipTexts();
std::span<const CodeText> FactorsTexts();
std::span<const CodeText> SchemesTexts();
std::span<const CodeText> ProductsTexts();
std::span<const CodeText> FootprintsTexts();
std::span<const CodeText> VerificationTexts();
std::span<const CodeText> LabelsTexts();
std::span<const CodeText> BundleTexts();
std::span<const CodeText> NodeTexts();

}  // namespace tanji::ledger
