#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/property/generate/scene.h"
#include "tests/property/model/days.h"

namespace tanji::property {
namespace {

v1::CertificationTerms AnyTerms(Scene& scene) {
  auto terms = ledger::testing::Terms();
  if (scene.dice.Percent(30)) {
    terms.mutable_monitoring()->set_unknown(v1::UNKNOWN_NOT_ASSESSED);
  } else {
    terms.mutable_monitoring()->set_participant(
        "participants/" + AnyKey(scene, scene.world.members.participants, "nobody"));
  }
  return terms;
}

Proposal RegisterScheme(Scene& scene) {
  auto& dice = scene.dice;
  auto message =
      ledger::testing::PilotScheme(AnyId(scene, "scheme", 6), "HN" + std::to_string(dice.Below(8)));
  *message.mutable_name() = AnyText(scene);
  *message.mutable_terms() = AnyTerms(scene);
  if (dice.Percent(25)) {
    message.set_kind(dice.Pick({v1::SCHEME_KIND_VERIFICATION, v1::SCHEME_KIND_ORGANISATION}));
    if (!dice.Percent(5)) message.clear_serial_prefix();
  }
  if (dice.Percent(20)) message.set_utc_offset_minutes(dice.Pick({60, -720, 840}));
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY}), message);
}

std::string OwnerOfScheme(Scene& scene, const std::string& id) {
  const auto it = scene.world.schemes.schemes.find(id);
  return Mostly(scene, it == scene.world.schemes.schemes.end()
                           ? "body-hn"
                           : it->second.record.owner().substr(13));
}

Proposal ReviseSchemeTerms(Scene& scene) {
  if (NoneYet(scene, scene.world.schemes.schemes)) return RegisterScheme(scene);
  const auto id = AnyKey(scene, scene.world.schemes.schemes, "none");
  v1::ReviseSchemeTerms message;
  message.set_scheme(AnyName(scene, "schemes", id));
  *message.mutable_terms() = AnyTerms(scene);
  return Propose(OwnerOfScheme(scene, id), message);
}

struct Chosen {
  std::string scheme, version;
  const SchemeVersion* found = nullptr;

  std::string Name() const { return "schemes/" + scheme + "/versions/" + version; }
};

// A version that is a draft or published, as asked for; now and then any, or none.
Chosen AnyVersion(Scene& scene, bool draft) {
  std::vector<Chosen> fit, all;
  for (const auto& [id, scheme] : scene.world.schemes.schemes) {
    for (const auto& [version_id, version] : scheme.versions) {
      all.push_back({id, version_id, &version});
      if (!version.published_ms == draft) fit.push_back(all.back());
    }
  }
  if (all.empty() || scene.dice.Percent(3)) return {"scheme-0", "none", nullptr};
  return fit.empty() || scene.dice.Percent(6) ? scene.dice.Pick(all) : scene.dice.Pick(fit);
}

std::string NameOfVersion(Scene& scene, const Chosen& chosen) {
  return scene.dice.Percent(1) ? AnyName(scene, "schemes", chosen.scheme) : chosen.Name();
}

// Its days; the later ones only where it supersedes another.
void SetDays(Scene& scene, v1::CreateSchemeVersion& message) {
  auto& dice = scene.dice;
  const auto first =
      AddDays(DayOf(scene.now_ms), static_cast<int>(dice.Between(dice.Percent(10) ? -3 : 0, 60)));
  message.set_effective_day(first);
  if (message.supersedes().empty()) return;
  const auto last = AddDays(first, static_cast<int>(dice.Between(dice.Percent(5) ? -3 : -1, 30)));
  message.set_last_issue_day(last);
  message.set_sell_through_day(
      AddDays(last, static_cast<int>(dice.Between(dice.Percent(3) ? -1 : 0, 200))));
}

// What it demands of statements.
void SetVerification(Scene& scene, v1::SchemeRequirements& requirements) {
  auto& dice = scene.dice;
  if (dice.Percent(40)) requirements.set_materiality(dice.Pick({1u, 100u, 500u, 10'000u}));
  if (dice.Percent(70)) {
    requirements.set_auditor_years(static_cast<std::uint32_t>(dice.Between(1, 3)));
  } else {
    requirements.set_auditor_years_unknown(v1::UNKNOWN_NOT_APPLICABLE);
  }
}

Proposal CreateSchemeVersion(Scene& scene) {
  if (NoneYet(scene, scene.world.schemes.schemes)) return RegisterScheme(scene);
  auto& dice = scene.dice;
  const auto id = AnyKey(scene, scene.world.schemes.schemes, "none");
  const auto it = scene.world.schemes.schemes.find(id);
  const bool known = it != scene.world.schemes.schemes.end();
  auto message = ledger::testing::FirstVersion();
  if (dice.Percent(30)) {
    message = ledger::testing::Edition();
    message.set_edits(NameOfVersion(scene, AnyVersion(scene, false)));
  } else if (known) {
    const auto& newest = it->second.newest_technical;
    if (!newest.empty() || dice.Percent(3)) {
      message.set_supersedes("schemes/" + id + "/versions/" + (newest.empty() ? "v0" : newest));
    }
    const bool label = it->second.record.kind() == v1::SCHEME_KIND_PRODUCT_LABEL;
    if (label ? dice.Percent(2) : dice.Percent(80)) message.clear_requirements();
  }
  if (message.has_requirements()) SetVerification(scene, *message.mutable_requirements());
  message.set_scheme(AnyName(scene, "schemes", id));
  message.set_id(AnyId(scene, "v", 12));
  *message.mutable_summary() = AnyText(scene);
  SetDays(scene, message);
  if (dice.Percent(1)) message.mutable_document_zh_sha256()->set_unknown(v1::UNKNOWN_NOT_READ);
  return Propose(OwnerOfScheme(scene, id), message);
}

// Whether there is a version to do something to; else it is mostly better to begin one.
bool NoVersion(Scene& scene, bool draft) {
  for (const auto& [id, scheme] : scene.world.schemes.schemes) {
    for (const auto& [version_id, version] : scheme.versions) {
      if (!version.published_ms == draft) return false;
    }
  }
  return !scene.dice.Percent(10);
}

// Ids that mostly come after the last one.
std::vector<std::string> SomeIds(Scene& scene, const Rows& rows, std::string_view stem) {
  std::set<std::string> ids;
  for (auto count = scene.dice.Between(1, 3); count > 0; --count) {
    const auto low = scene.dice.Percent(5) ? 0 : static_cast<std::int64_t>(rows.size()) + 10;
    ids.insert(std::string(stem) + std::to_string(scene.dice.Between(low, low + 5)));
  }
  std::vector<std::string> out(ids.begin(), ids.end());
  if (scene.dice.Percent(3)) std::reverse(out.begin(), out.end());
  return out;
}

Proposal AddClauses(Scene& scene) {
  if (NoVersion(scene, true)) return CreateSchemeVersion(scene);
  const auto chosen = AnyVersion(scene, true);
  std::vector<std::string> ids;
  if (chosen.found != nullptr && !chosen.found->technical()) {
    // An edition has the clauses of what it edits.
    const auto both = chosen.found->record.edits().substr(8);
    const auto scheme = scene.world.schemes.schemes.find(both.substr(0, both.find('/')));
    const auto& edited = scheme->second.versions.at(both.substr(both.rfind('/') + 1));
    for (const auto& [id, bytes] : edited.clauses) {
      if (!chosen.found->clauses.contains(id)) ids.push_back(id);
    }
    if (ids.size() > 20) ids.resize(20);
  }
  if (ids.empty()) ids = SomeIds(scene, chosen.found ? chosen.found->clauses : Rows(), "c");
  auto message = ledger::testing::Clauses(NameOfVersion(scene, chosen), ids);
  if (scene.dice.Percent(3)) message.mutable_clauses(0)->set_normative(false);
  return Propose(OwnerOfScheme(scene, chosen.scheme), message);
}

Proposal AddClaimTexts(Scene& scene) {
  if (NoVersion(scene, true)) return CreateSchemeVersion(scene);
  const auto chosen = AnyVersion(scene, true);
  auto message = ledger::testing::Claims(NameOfVersion(scene, chosen));
  if (scene.dice.Percent(50)) message.mutable_markets()->RemoveLast();
  if (scene.dice.Percent(30)) message.mutable_markets(0)->set_market("DE");
  return Propose(OwnerOfScheme(scene, chosen.scheme), message);
}

Proposal AddCriteria(Scene& scene) {
  if (NoVersion(scene, true)) return CreateSchemeVersion(scene);
  const auto chosen = AnyVersion(scene, true);
  std::vector<v1::CategoryCriteria> categories;
  if (scene.dice.Percent(70)) categories.push_back(ledger::testing::MangoCriteria());
  if (categories.empty() || scene.dice.Percent(50)) categories.push_back(ledger::testing::Lychee());
  if (scene.dice.Percent(5)) std::reverse(categories.begin(), categories.end());
  return Propose(OwnerOfScheme(scene, chosen.scheme),
                 ledger::testing::Categories(NameOfVersion(scene, chosen), categories));
}

Proposal PublishSchemeVersion(Scene& scene) {
  if (NoVersion(scene, true)) return CreateSchemeVersion(scene);
  const auto chosen = AnyVersion(scene, true);
  const bool empty =
      chosen.found != nullptr && chosen.found->requirements && chosen.found->categories.empty();
  if (empty && scene.dice.Percent(85)) return AddCriteria(scene);
  v1::PublishSchemeVersion message;
  message.set_version(NameOfVersion(scene, chosen));
  message.set_content_digest(chosen.found == nullptr || scene.dice.Percent(4)
                                 ? std::string(32, 'd')
                                 : chosen.found->ContentDigest());
  return Propose(OwnerOfScheme(scene, chosen.scheme), message);
}

Proposal ChangeSchemeVersionStatus(Scene& scene) {
  if (NoVersion(scene, false)) return PublishSchemeVersion(scene);
  const auto chosen = AnyVersion(scene, false);
  if (Spared(scene, chosen.version == "v-0")) return AddCriteria(scene);
  v1::ChangeSchemeVersionStatus message;
  message.set_version(NameOfVersion(scene, chosen));
  *message.mutable_change() =
      AnyChange(scene, chosen.found == nullptr ? nullptr : &chosen.found->life);
  return Propose(OwnerOfScheme(scene, chosen.scheme), message);
}

Proposal VoidSchemeVersion(Scene& scene) {
  if (NoVersion(scene, false)) return PublishSchemeVersion(scene);
  const auto chosen = AnyVersion(scene, false);
  if (Spared(scene, chosen.version == "v-0")) return CreateSchemeVersion(scene);
  v1::VoidSchemeVersion message;
  message.set_version(NameOfVersion(scene, chosen));
  message.set_from_time(scene.now_ms - scene.dice.Between(-1'000, 86'400'000));
  message.set_ground(v1::VOID_GROUND_FRAUD);
  *message.mutable_reason() = AnyText(scene);
  return Propose(OwnerOfScheme(scene, chosen.scheme), message);
}

// What is published names a digest over the time of its creation.
constexpr bool kTimed = true;

constexpr Generator kGenerators[] = {
    {v1::Operation::kRegisterScheme, 4, RegisterScheme},
    {v1::Operation::kReviseSchemeTerms, 2, ReviseSchemeTerms},
    {v1::Operation::kCreateSchemeVersion, 7, CreateSchemeVersion, kTimed},
    {v1::Operation::kAddClauses, 6, AddClauses, kTimed},
    {v1::Operation::kAddClaimTexts, 3, AddClaimTexts, kTimed},
    {v1::Operation::kAddCriteria, 7, AddCriteria, kTimed},
    {v1::Operation::kPublishSchemeVersion, 9, PublishSchemeVersion, kTimed},
    {v1::Operation::kChangeSchemeVersionStatus, 4, ChangeSchemeVersionStatus, kTimed},
    {v1::Operation::kVoidSchemeVersion, 5, VoidSchemeVersion, kTimed},
};

}  // namespace

std::span<const Generator> SchemesGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
