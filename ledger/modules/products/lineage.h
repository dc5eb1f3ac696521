// What a lot comes from, and whether a lot counts as at D known on K. Reads by key only, so that a
// verifier runs it over a proof.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "ledger/modules/common/causes.h"
#include "ledger/modules/products/find.h"
#include "ledger/state/history.h"
#include "ledger/state/reader.h"
#include "tanji/v1/products.pb.h"

namespace tanji::ledger {

// Lots that one may come from, itself included, so that an answer about it stays a file that people
// can send. Only who labels a lot asks for it: a lot with more is a lot all the same.
inline constexpr std::size_t kMaxLineage = 24;

struct LineageLot {
  std::string name;
  OwnedId owned;
  v1::Lot lot;
};
// The lot `name`, which exists and is well-formed, and all that it comes from, at any depth: itself
// first, then each once, ascending by name. nullopt if they are more than kMaxLineage. Throws
// StorageFailure where one is missing.
std::optional<std::vector<LineageLot>> LineageOf(const StateReader& reader,
                                                 const std::string& name);

// A lot by itself: it does not follow its parents.
struct LotStanding {
  StatusAt own;
  // On D.
  StatusAt producer;
  // When it was registered its producer was in force, and the keys that signed counted.
  bool made_well = false;
  // Of a harvest that an auditor had confirmed by K, and the auditor's status on that day.
  std::optional<v1::HarvestConfirmation> confirmation;
  StatusAt auditor;
  bool confirmed_well = true;

  bool stands() const {
    return own.in_force() && producer.in_force() && made_well && confirmed_well;
  }
};
LotStanding StandingOf(const StateReader& reader, const LineageLot& lot, AsOf at);
// Because of which goods that come from the lot do not count. A producer that has left since, in
// good order, takes nothing from goods that were sold; one that was suspended or revoked does.
void AddCauses(Causes& causes, const LineageLot& lot, const LotStanding& standing);

}  // namespace tanji::ledger
