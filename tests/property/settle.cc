// What every story begins with.
#include <algorithm>
#include <set>
#include <stdexcept>

#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/products/farm.h"
#include "tests/ledger/modules/schemes/pilot.h"
#include "tests/property/generate/first.h"
#include "tests/property/story.h"

namespace tanji::property {

namespace testing = ledger::testing;
using testing::Op;

void Teller::Perform(const std::string& author, const v1::Operation& operation) {
  Dice dice(0);
  Send(Sign(dice, author, {operation}, true));
}

void Teller::SettlePeople() {
  for (const auto& role : Cast()) {
    if (role.id == "farm-2" || role.id == "audit-2") continue;  // may come later
    Perform("zone", Op(testing::Registration(role.id, role.kinds)));
  }
  // Two people of the farm, one of them with two keys; and two of who verifies.
  const std::pair<const char*, int> more[] = {
      {"farm-1", 1}, {"farm-1", 2}, {"audit-1", 1}, {"cert-2", 1}};
  for (const auto& [owner, number] : more) {
    v1::AddKey key;
    *key.mutable_key() = testing::Grant(owner, number, testing::AllPermissions(), "h1");
    Perform(owner, Op(key));
  }
}

void Teller::SettleFarms() {
  Perform("body-cn", Op(testing::GwpSet("gwp-0")));
  Perform("body-cn", Op(testing::Bound("CPC:0131")));
  for (const std::string farm : {"farm-1", "coop"}) {
    Perform(farm, Op(testing::Orchard("field-0")));
    Perform(farm, Op(testing::Mango("fruit-0")));
    Perform(farm, Op(FirstHarvest(farm)));
  }
  Perform("body-cn", Op(testing::Dataset("data-0")));
  Perform("body-cn", Op(testing::Rows("data-0", FirstRows())));
  v1::PublishDataset publication;
  publication.set_dataset("datasets/data-0");
  publication.set_rows_digest(model_.world().factors.datasets.at("data-0").Digest());
  Perform("body-cn", Op(publication));
}

void Teller::SettleFootprint(const std::string& farm) {
  const auto& all = model_.world().footprints.footprints;
  std::set<std::string> before;
  for (const auto& [id, footprint] : all) before.insert(id);
  Perform(farm, Op(FirstFootprint(farm)));
  const auto [id, footprint] = *std::find_if(
      all.begin(), all.end(), [&](const auto& entry) { return !before.contains(entry.first); });
  Perform(farm, Op(FirstLines("footprints/" + id)));
  v1::DeclareFootprint declaration;
  declaration.set_footprint("footprints/" + id);
  declaration.set_lines_digest(LinesDigest(all.at(id).lines));
  Perform(farm, Op(declaration));
}

void Teller::SettleScheme(const std::string& id, std::uint32_t auditor_years) {
  Perform("body-hn", Op(testing::PilotScheme(id, "HN9" + id.substr(id.size() - 1))));
  Perform("body-hn", Op(FirstSchemeVersion(id, auditor_years)));
  const auto name = "schemes/" + id + "/versions/v-0";
  Perform("body-hn", Op(testing::Claims(name)));
  Perform("body-hn", Op(testing::Categories(name, {testing::MangoCriteria(), testing::Lychee()})));
  v1::PublishSchemeVersion publication;
  publication.set_version(name);
  publication.set_content_digest(
      model_.world().schemes.schemes.at(id).versions.at("v-0").ContentDigest());
  Perform("body-hn", Op(publication));
}

void Teller::SettleAuditor() {
  Perform("audit-1", Op(testing::Document("document 0")));
  Perform("cnas", Op(FirstAccreditation("audit-1")));
  Perform("cnas", Op(FirstAccreditation("cert-2")));
}

void Teller::Settle() {
  Dice dice(0);
  BeginBlock(dice);
  SettlePeople();
  SettleFarms();
  for (const auto* farm : {"farm-1", "farm-1", "coop"}) SettleFootprint(farm);
  // A version's digest holds the time at which it was drafted.
  if (!timeless_) SettleScheme("scheme-0", 1);
  if (!timeless_) SettleScheme("scheme-1", 2);
  SettleAuditor();
  for (const auto& verdict : story_.verdicts) {
    if (verdict.fate != ledger::Fate::kApplied) {
      throw std::runtime_error("the first block: " + verdict.Text());
    }
  }
  EndBlock();
}

}  // namespace tanji::property
