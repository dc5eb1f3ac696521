#include "ledger/modules/evidence/invariants.h"

#include "ledger/modules/common/invariants.h"
#include "ledger/modules/evidence/tables.h"

namespace tanji::ledger {
namespace {

Outcome DocumentsAreImmutable(const ChangeSet& changes, const StateReader& before,
                              const StateReader&) {
  return CheckImmutable(changes, before, KeySpace::kDocument);
}

Outcome DocumentsLieUnderTheirHash(const ChangeSet& changes, const StateReader&,
                                   const StateReader&) {
  return ForEachChange(
      changes, KeySpace::kDocument, [](const std::string& key, const std::string* record) {
        if (record == nullptr) return Outcome::Ok();
        const auto hash = crypto::Hash::FromBytes(ParseRecord<v1::Document>(*record).sha256());
        return hash && kDocuments.Key(*hash) == key ? Outcome::Ok()
                                                    : Violated(key, "not the key of its hash");
      });
}

constexpr InvariantRow kInvariants[] = {
    {"evidence.documents_are_immutable", DocumentsAreImmutable},
    {"evidence.documents_lie_under_their_hash", DocumentsLieUnderTheirHash},
};

}  // namespace

std::span<const InvariantRow> EvidenceInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
