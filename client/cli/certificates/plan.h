// The days that whoever issues a certificate leaves to the version of the scheme: from when until
// when it is valid, and by which days it is looked after.
#pragma once

#include <cstdint>

#include "client/sdk/result.h"
#include "ledger/base/timestamp.h"
#include "tanji/v1/labels.pb.h"
#include "tanji/v1/scheme_rules.pb.h"

namespace tanji::client::cli {

// Whether there are days for FillDays to fill in.
bool LeavesDaysOpen(const v1::IssueCertificate& message);

// Fills in what is empty: the first day is that of `now_ms` at `offset`, the last one as long after
// it as the version allows, and surveillance as far apart as it allows. Faults: kNoValidity where
// the version sets no length and the message no last day; kBadDay.
Done FillDays(const v1::SchemeRequirements& requirements, std::int64_t now_ms,
              ledger::UtcOffset offset, v1::IssueCertificate& message);

}  // namespace tanji::client::cli
