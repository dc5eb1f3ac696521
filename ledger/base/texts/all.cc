#include <vector>

#include "ledger/base/texts/texts.h"

namespace tanji::ledger {
namespace {

// In the order of the codes.
std::span<const CodeText> (*const kBlocks[])() = {
    EnvelopeTexts, WireTexts,    SharedTexts,   EvidenceTexts,   MembershipTexts,
    FactorsTexts,  SchemesTexts, ProductsTexts, FootprintsTexts, VerificationTexts,
    LabelsTexts,   BundleTexts,  NodeTexts,
};

std::vector<CodeText> Gather() {
  std::vector<CodeText> out;
  for (const auto block : kBlocks) {
    const auto texts = block();
    out.insert(out.end(), texts.begin(), texts.end());
  }
  return out;
}

}  // namespace

std::span<const CodeText> CodeTexts() {
  static const std::vector<CodeText> texts = Gather();
  return texts;
}

}  // namespace tanji::ledger
