#include "tests/property/generate/scene.h"

namespace tanji::property {
namespace {

Proposal RegisterDocument(Scene& scene) {
  auto message = ledger::testing::Document("document " + std::to_string(scene.dice.Below(30)));
  *message.mutable_title() = AnyText(scene);
  if (scene.dice.Percent(1)) message.set_size_bytes(0);
  if (scene.dice.Percent(1)) message.clear_sha256();
  return Propose(scene.dice.Pick(scene.world.members.participants).first, message);
}

constexpr Generator kGenerators[] = {
    {v1::Operation::kRegisterDocument, 6, RegisterDocument},
};

}  // namespace

std::span<const Generator> EvidenceGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
