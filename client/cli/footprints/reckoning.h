// What an inventory comes to, reckoned on this machine from proved records, by the function that
// the ledger uses.
#pragma once

#include <map>
#include <string>

#include "client/cli/footprints/inventory_file.h"
#include "client/cli/session.h"
#include "client/sdk/proved_state.h"
#include "ledger/base/id.h"
#include "ledger/modules/footprints/reckon/reckon.h"

namespace tanji::client::cli {

// What an inventory stands on: every record is proved.
struct Basis {
  std::map<std::string, v1::Factor, std::less<>> factors;
  // Of the factors, by name.
  std::map<std::string, v1::Dataset, std::less<>> datasets;
  v1::GwpSet gwp_set;
  std::map<std::string, ledger::UpstreamValue, std::less<>> upstream;
};

struct Reckoning {
  Inventory inventory;
  Basis basis;
  ledger::Reckoned reckoned;
};

// Of an inventory that is not declared yet: with factors that may be used now, else the ledger's
// own refusal (kUsage), and also where it would refuse to reckon.
Result<Reckoning> ReckonBeforehand(Session& session, ProvedState& state, Inventory inventory);

// Of one that is declared: with the records as they stand, whatever has become of their status. An
// error is kUnverified: the ledger cannot have reckoned it so.
Result<Reckoning> ReckonAgain(ProvedState& state, Inventory inventory);

// Where what the ledger recorded of footprint `name` is not what its own records come to: a fault
// of the ledger's, since all of them are proved.
Error ReckonedOtherwise(const std::string& name, std::string part, std::string found,
                        std::string expected);

// That the recorded result is the one reckoned.
Done CheckResult(const std::string& name, const v1::FootprintResult& recorded,
                 const Reckoning& reckoning);

}  // namespace tanji::client::cli
