// Which record of verification lies under which key, and the history of each statement.
#pragma once

#include <cstdint>
#include <string>

#include "ledger/base/id.h"
#include "ledger/state/history.h"
#include "ledger/state/table.h"
#include "tanji/v1/verification.pb.h"

namespace tanji::ledger {

inline constexpr Table<v1::Correction, Id> kCorrections{KeySpace::kCorrection};
// Footprint and id of the auditor. There is none where none is open: a record is never empty.
inline constexpr Table<v1::OpenCorrections, Id, std::string> kOpenCorrections{
    KeySpace::kOpenCorrections};
inline constexpr Table<v1::Statement, Id> kStatements{KeySpace::kStatement};
// Statement and number, 0 .. finding_count - 1.
inline constexpr Table<v1::StatementFinding, Id, std::uint32_t> kStatementFindings{
    KeySpace::kStatementFinding};
inline constexpr Table<v1::StatementSample, Id> kStatementSamples{KeySpace::kStatementSample};
// Ids of the auditor and of the producer.
inline constexpr Table<v1::Engagement, std::string, std::string> kEngagements{
    KeySpace::kEngagement};

inline History StatementHistory(const Id& id) {
  return History(MakeKey(KeySpace::kStatementStatus, id));
}

}  // namespace tanji::ledger
