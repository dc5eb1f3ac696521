#include "tests/property/model/world.h"

namespace tanji::property {

const OperationModel* FindModel(v1::Operation::KindCase kind) {
  for (const auto models :
       {EvidenceModel(), MembershipModel(), GovernanceModel(), FactorsModel(), SchemesModel(),
        ProductsModel(), FootprintsModel(), VerificationModel()}) {
    for (const auto& model : models) {
      if (model.kind == kind) return &model;
    }
  }
  return nullptr;
}

Records Tell(const World& world) {
  Records out = world.kept;
  TellMembership(world, out);
  TellFactors(world, out);
  TellSchemes(world, out);
  TellProducts(world, out);
  TellFootprints(world, out);
  TellVerification(world, out);
  return out;
}

}  // namespace tanji::property
