#include "tests/property/generate/scene.h"

#include <algorithm>

namespace tanji::property {

const std::vector<Role>& Cast() {
  static const std::vector<Role> cast{
      {"farm-1", {v1::PARTICIPANT_KIND_PRODUCER}},
      {"farm-2", {v1::PARTICIPANT_KIND_PRODUCER}},
      {"coop", {v1::PARTICIPANT_KIND_PRODUCER_GROUP}},
      {"audit-1", {v1::PARTICIPANT_KIND_AUDITOR}},
      {"audit-2", {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_PRODUCER}},
      {"cert-1", {v1::PARTICIPANT_KIND_CERTIFIER}},
      {"cert-2", {v1::PARTICIPANT_KIND_AUDITOR, v1::PARTICIPANT_KIND_CERTIFIER}},
      {"shop", {v1::PARTICIPANT_KIND_MERCHANT}}};
  return cast;
}

std::vector<Generator> AllGenerators() {
  std::vector<Generator> all;
  for (const auto generators :
       {EvidenceGenerators(), MembershipGenerators(), GovernanceGenerators(), FactorsGenerators(),
        SchemesGenerators(), ProductsGenerators(), FootprintsGenerators(),
        VerificationGenerators()}) {
    all.insert(all.end(), generators.begin(), generators.end());
  }
  return all;
}

std::string AnyAuthor(Scene& scene, std::initializer_list<v1::ParticipantKind> kinds) {
  if (scene.dice.Percent(1)) return "nobody";
  const auto& all = scene.world.members.participants;
  if (scene.dice.Percent(6)) return scene.dice.Pick(all).first;
  std::vector<std::string> fit;
  for (const auto& [id, participant] : all) {
    for (const auto kind : kinds) {
      if (participant.Is(kind)) fit.push_back(id);
    }
  }
  return fit.empty() ? scene.dice.Pick(all).first : scene.dice.Pick(fit);
}

std::string Mostly(Scene& scene, const std::string& participant_id) {
  return scene.dice.Percent(95) ? participant_id
                                : scene.dice.Pick(scene.world.members.participants).first;
}

v1::BilingualText AnyText(Scene& scene) {
  auto text = ledger::testing::Text("文本", "text");
  if (!scene.dice.Percent(2)) return text;
  switch (scene.dice.Below(5)) {
    case 0:
      text.clear_zh();
      break;
    case 1:
      text.clear_en();
      break;
    case 2:
      text.clear_prevailing();
      break;
    case 3:
      text.set_prevailing(v1::PREVAILING_BOTH);
      break;
    default:
      text.set_settled_by("participants/body-cn");
  }
  return text;
}

std::string AnyId(Scene& scene, std::string_view stem, std::size_t count) {
  if (scene.dice.Percent(1)) return scene.dice.Pick({"", "Upper", "-x"});
  return std::string(stem) + "-" + std::to_string(scene.dice.Below(count));
}

std::string AnyName(Scene& scene, std::string_view collection, const std::string& id) {
  if (scene.dice.Percent(1)) return scene.dice.Pick({"", "elsewhere/x", "no-slash"});
  return std::string(collection) + "/" + id;
}

bool Spared(Scene& scene, bool is_of_the_first_block) {
  return is_of_the_first_block && scene.dice.Percent(92);
}

v1::StatusChange AnyChange(Scene& scene, const Life* life) {
  auto& dice = scene.dice;
  v1::StatusChange change;
  *change.mutable_reason() = AnyText(scene);
  const auto spans = life == nullptr ? 0 : life->spans().size();
  if (spans > 1 && dice.Percent(60)) {
    change.set_end(
        static_cast<std::uint32_t>(spans - 1 - dice.Below(std::min<std::size_t>(2, spans))));
  } else if (dice.Percent(3)) {
    change.set_end(static_cast<std::uint32_t>(dice.Below(4)));
  } else if (dice.Percent(2)) {
    change.set_open(dice.Pick({v1::STATUS_KIND_IN_FORCE, v1::STATUS_KIND_VOID}));
  } else if (dice.Percent(8)) {
    change.set_open(dice.Pick({v1::STATUS_KIND_WITHDRAWN, v1::STATUS_KIND_REVOKED}));
  } else if (!dice.Percent(1)) {
    change.set_open(dice.Pick({v1::STATUS_KIND_UNDER_REVIEW, v1::STATUS_KIND_SUSPENDED}));
  }
  if (scene.timeless || dice.Percent(70)) return change;
  constexpr std::int64_t kDayMs = 86'400'000;
  change.set_effective_time(
      scene.now_ms + (dice.Percent(15) ? -dice.Between(1, kDayMs) : dice.Between(0, 20 * kDayMs)));
  return change;
}

std::vector<std::string> SomeDocuments(Scene& scene) {
  auto& dice = scene.dice;
  std::set<std::string> names;
  for (auto count = dice.Below(3); count > 0 && !scene.world.documents.empty(); --count) {
    names.insert(AnyName(scene, "documents", dice.Pick(scene.world.documents)));
  }
  if (dice.Percent(2)) names.insert("documents/" + std::string(64, 'a'));
  std::vector<std::string> out(names.begin(), names.end());
  if (dice.Percent(2)) std::reverse(out.begin(), out.end());
  return out;
}

v1::Amount AnyMass(Scene& scene, const Number& most_kg) {
  auto& dice = scene.dice;
  v1::Amount amount;
  amount.set_unit(dice.Percent(2) ? "mu" : dice.Pick({"kg", "kg", "t", "jin"}));
  if (dice.Percent(3)) {
    amount.set_decimal(dice.Pick({"0", "0.000000001", "-1", "2000000000000"}));
    return amount;
  }
  const Number most = most_kg > 0 && amount.unit() != "mu"
                          ? Number(most_kg / UnitOf(amount.unit()).ratio)
                          : Number(5'000);
  // Some part of it, all of it, or a little more.
  const auto thousandths = dice.Percent(15) ? dice.Between(998, 1'003) : dice.Between(1, 700);
  const auto number = Rounded(most * thousandths / 1'000);
  amount.set_decimal(number > 0 ? TextOf(number) : "1");
  return amount;
}

}  // namespace tanji::property
