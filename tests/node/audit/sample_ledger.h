// A small ledger with everything in it that the audits look at.
#pragma once

#include <string>
#include <vector>

#include "tests/support/test_ledger.h"

namespace tanji::testing_support {

inline ledger::testing::Draft DocumentDraft(std::uint64_t number,
                                            std::string_view author = "zone") {
  ledger::testing::Draft draft;
  draft.author_id = author;
  draft.operations = {
      ledger::testing::Op(ledger::testing::Document("document " + std::to_string(number)))};
  draft.seed = number;
  draft.expire_ms = ledger::testing::kGenesisTimeMs + 30 * ledger::testing::kDayMs;
  return draft;
}

// A transaction that is refused in execution: what it registers is registered already.
inline ledger::testing::Draft RefusedDraft(std::uint64_t number) {
  auto draft = DocumentDraft(number);
  draft.seed += 1'000'000;
  return draft;
}

// Blocks: genesis; 3 documents; nothing logged; 1 document and 1 refusal; after a day and two hours
// 1 document, which ends the first hours of the window.
inline void FillSampleLedger(ledger::testing::TestLedger& ledger) {
  using ledger::testing::kDayMs;
  using ledger::testing::kGenesisTimeMs;
  using ledger::testing::TransactionOf;
  constexpr std::int64_t kHourMs = 3'600'000;
  const auto at = [](ledger::testing::Draft draft, std::int64_t time_ms) {
    draft.expire_ms = time_ms + kHourMs;
    return TransactionOf(draft);
  };
  const std::int64_t first = kGenesisTimeMs + 1'000;
  ledger.Run(
      {at(DocumentDraft(1), first), at(DocumentDraft(2), first), at(DocumentDraft(3), first)},
      first);
  ledger.Run({}, first + 10);
  ledger.Run({}, first + 20);
  const std::int64_t second = first + 2 * kHourMs;
  ledger.Run({at(DocumentDraft(4), second), at(RefusedDraft(1), second)}, second);
  const std::int64_t third = first + kDayMs + 2 * kHourMs;
  ledger.Run({at(DocumentDraft(5), third)}, third);
}

// Log indexes of the sample.
inline constexpr std::uint64_t kFirstDocument = 2;
inline constexpr std::uint64_t kSecondBlockEntry = 5;
inline constexpr std::uint64_t kRefusedIndex = 7;
inline constexpr std::uint64_t kSampleSize = 11;

}  // namespace tanji::testing_support
