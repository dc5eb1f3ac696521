// What later modules ask of schemes: is this version in force, may certificates still be issued
// under it, what does it demand, and is this licence its owner's. Thread-safe if the reader is.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "ledger/base/outcome.h"
#include "ledger/modules/schemes/drafts.h"
#include "ledger/modules/schemes/rules.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/membership.pb.h"
#include "tanji/v1/schemes.pb.h"

namespace tanji::ledger {

// A version with all that says how far it counts.
struct FoundVersion {
  VersionIds ids;
  v1::Scheme scheme;
  v1::SchemeVersion version;
  v1::SchemeVersionProgress progress;
  // The technical version whose rules count, and its progress: the version's own, or of the one
  // that an editorial one edits.
  VersionIds rules;
  v1::SchemeVersionProgress rules_progress;
};

// The version `name` of `field`, draft or not: CODE_NOT_FOUND. `name` is well-formed.
Outcome FindVersion(const StateReader& reader, std::string_view field, const std::string& name,
                    FoundVersion& out);

// Also CODE_VERSION_NOT_PUBLISHED, and CODE_NOT_IN_FORCE unless it was in force at `at`; of an
// editorial version, the one it edits too. A superseded version stays in force: what ends is
// issuing and selling.
Outcome FindSchemeVersion(const StateReader& reader, std::string_view field,
                          const std::string& name, AsOf at, FoundVersion& out);

// CODE_ISSUE_ENDED if at `time_ms` the last day of issue under `version` has passed.
Outcome RequireIssuing(const FoundVersion& version, std::string_view field, std::int64_t time_ms);
// Whether stock printed under `version` is still sold at `time_ms`.
bool SellsThrough(const FoundVersion& version, std::int64_t time_ms);

// What `version` demands, with the one category that covers `category`, if any does.
Criteria LoadCriteria(const StateReader& reader, const FoundVersion& version,
                      std::string_view category);

// A licence counts only if whoever granted it owns the scheme: CODE_NOT_FOUND where the scheme does
// not exist (the licence may be older), CODE_LICENCE_NOT_OF_OWNER. `licence_name` is for messages.
Outcome RequireLicenceOfOwner(const StateReader& reader, const std::string& licence_name,
                              const v1::Licence& licence);

}  // namespace tanji::ledger
