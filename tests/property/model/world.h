// The whole ledger told a second time, as plainly as possible: maps, and one function for each
// operation that says what becomes of it. Nothing here knows the modules. A value: a transaction of
// several operations works on a copy.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "tanji/v1/genesis.pb.h"
#include "tests/property/model/factors.h"
#include "tests/property/model/footprints.h"
#include "tests/property/model/membership.h"
#include "tests/property/model/products.h"
#include "tests/property/model/schemes.h"
#include "tests/property/model/verification.h"

namespace tanji::property {

struct World {
  // Records that never change, by key, put here when they are made.
  Records kept;
  std::set<std::string> documents;  // by hash, in hex
  Membership members;
  Factors factors;
  Products products;
  Schemes schemes;
  Footprints footprints;
  Verification verification;
};

// One operation: which permission it needs, and what becomes of it. It changes the world only if it
// returns CODE_OK.
struct OperationModel {
  v1::Operation::KindCase kind;
  v1::Permission permission;
  Code (*run)(const v1::Operation& operation, const Act& act, World& world);
};
template <auto Arm, auto Run>
constexpr OperationModel MakeModel(v1::Operation::KindCase kind, v1::Permission permission) {
  return {kind, permission, [](const v1::Operation& operation, const Act& act, World& world) {
            return Run((operation.*Arm)(), act, world);
          }};
}

std::span<const OperationModel> EvidenceModel();
std::span<const OperationModel> MembershipModel();
std::span<const OperationModel> GovernanceModel();
std::span<const OperationModel> FactorsModel();
std::span<const OperationModel> SchemesModel();
std::span<const OperationModel> ProductsModel();
std::span<const OperationModel> FootprintsModel();
std::span<const OperationModel> VerificationModel();
// nullptr: the model does not know it.
const OperationModel* FindModel(v1::Operation::KindCase kind);

World WorldOf(const v1::Genesis& genesis);

// Every record of the modules that the state must hold. Of results some fields are left out: see
// compare.h.
Records Tell(const World& world);
void TellMembership(const World& world, Records& out);
void TellFactors(const World& world, Records& out);
void TellSchemes(const World& world, Records& out);
void TellProducts(const World& world, Records& out);
void TellFootprints(const World& world, Records& out);
void TellVerification(const World& world, Records& out);

}  // namespace tanji::property
