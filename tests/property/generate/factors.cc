#include "tests/ledger/modules/factors/datasets.h"

#include <algorithm>

#include "tests/property/generate/rows.h"
#include "tests/property/generate/scene.h"

namespace tanji::property {
namespace {

Proposal PublishGwpSet(Scene& scene) {
  auto& dice = scene.dice;
  auto message = ledger::testing::GwpSet(AnyId(scene, "gwp", 3));
  *message.mutable_title() = AnyText(scene);
  // A set that does not know N2O.
  if (dice.Percent(20)) message.mutable_values()->RemoveLast();
  if (dice.Percent(20)) message.mutable_values(1)->set_value("27");
  if (dice.Percent(2)) message.mutable_values(0)->set_value("1.1");
  if (dice.Percent(2)) message.mutable_values()->SwapElements(0, 1);
  return Propose(AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY}), message);
}

Proposal ChangeGwpSetStatus(Scene& scene) {
  const auto& all = scene.world.factors.gwp_sets;
  const auto id = AnyKey(scene, all, "none");
  if (Spared(scene, id == "gwp-0")) return PublishGwpSet(scene);
  const auto it = all.find(id);
  v1::ChangeGwpSetStatus message;
  message.set_gwp_set(AnyName(scene, "gwpSets", id));
  *message.mutable_change() = AnyChange(scene, it == all.end() ? nullptr : &it->second.life);
  return Propose(
      Mostly(scene, it == all.end() ? "body-cn" : it->second.record.published_by().substr(13)),
      message);
}

// Whether there is a draft to do something to.
bool NoDraft(Scene& scene) {
  for (const auto& [id, dataset] : scene.world.factors.datasets) {
    if (!dataset.published_ms) return false;
  }
  return !scene.dice.Percent(10);
}

// A dataset of somebody: drafts or published ones, as asked for; else any.
std::string AnyDataset(Scene& scene, bool draft, std::string& author) {
  const auto& all = scene.world.factors.datasets;
  std::vector<std::string> fit;
  for (const auto& [id, dataset] : all) {
    if (!dataset.published_ms == draft) fit.push_back(id);
  }
  const auto id =
      fit.empty() || scene.dice.Percent(6) ? AnyKey(scene, all, "none") : scene.dice.Pick(fit);
  const auto it = all.find(id);
  author = Mostly(scene, it == all.end() ? "body-cn" : it->second.record.created_by().substr(13));
  return id;
}

Proposal CreateDataset(Scene& scene) {
  auto author = AnyAuthor(scene, {v1::PARTICIPANT_KIND_BODY, v1::PARTICIPANT_KIND_AUDITOR,
                                  v1::PARTICIPANT_KIND_PRODUCER});
  std::string supersedes;
  if (scene.dice.Percent(30)) {
    supersedes = AnyName(scene, "datasets", AnyDataset(scene, false, author));
  }
  auto message = ledger::testing::Dataset(AnyId(scene, "data", 20), supersedes);
  *message.mutable_title() = AnyText(scene);
  if (scene.dice.Percent(1)) message.set_year(1);
  return Propose(author, message);
}

Proposal AddFactors(Scene& scene) {
  if (NoDraft(scene)) return CreateDataset(scene);
  std::string author;
  const auto id = AnyDataset(scene, true, author);
  v1::AddFactors message;
  message.set_dataset(AnyName(scene, "datasets", id));
  for (auto count = scene.dice.Between(scene.dice.Percent(1) ? 0 : 1, 4); count > 0; --count) {
    *message.add_rows() = AnyRow(scene);
  }
  if (!scene.dice.Percent(6)) {
    auto& rows = *message.mutable_rows();
    std::sort(rows.begin(), rows.end(),
              [](const auto& a, const auto& b) { return a.code() < b.code(); });
    const auto end = std::unique(rows.begin(), rows.end(),
                                 [](const auto& a, const auto& b) { return a.code() == b.code(); });
    rows.erase(end, rows.end());
  }
  return Propose(author, message);
}

Proposal PublishDataset(Scene& scene) {
  if (NoDraft(scene)) return CreateDataset(scene);
  std::string author;
  const auto id = AnyDataset(scene, true, author);
  const auto it = scene.world.factors.datasets.find(id);
  const bool empty = it != scene.world.factors.datasets.end() && it->second.rows.empty();
  if (empty && scene.dice.Percent(85)) return AddFactors(scene);
  v1::PublishDataset message;
  message.set_dataset(AnyName(scene, "datasets", id));
  message.set_rows_digest(it == scene.world.factors.datasets.end() || scene.dice.Percent(4)
                              ? std::string(32, 'd')
                              : it->second.Digest());
  return Propose(author, message);
}

Proposal ChangeDatasetStatus(Scene& scene) {
  std::string author;
  const auto id = AnyDataset(scene, false, author);
  if (Spared(scene, id == "data-0")) return AddFactors(scene);
  const auto it = scene.world.factors.datasets.find(id);
  v1::ChangeDatasetStatus message;
  message.set_dataset(AnyName(scene, "datasets", id));
  *message.mutable_change() =
      AnyChange(scene, it == scene.world.factors.datasets.end() ? nullptr : &it->second.life);
  return Propose(author, message);
}

Proposal ChangeFactorStatus(Scene& scene) {
  std::string author;
  const auto id = AnyDataset(scene, false, author);
  if (Spared(scene, id == "data-0")) return PublishDataset(scene);
  const auto it = scene.world.factors.datasets.find(id);
  const bool some = it != scene.world.factors.datasets.end() && !it->second.rows.empty();
  const auto code = some ? AnyKey(scene, it->second.rows, "none") : std::string("none");
  const auto row = some ? it->second.rows.find(code) : decltype(it->second.rows.find(code)){};
  v1::ChangeFactorStatus message;
  message.set_factor(AnyName(scene, "datasets", id + "/factors/" + code));
  *message.mutable_change() =
      AnyChange(scene, some && row != it->second.rows.end() ? &row->second.life : nullptr);
  return Propose(author, message);
}

constexpr Generator kGenerators[] = {
    {v1::Operation::kPublishGwpSet, 2, PublishGwpSet},
    {v1::Operation::kChangeGwpSetStatus, 1, ChangeGwpSetStatus},
    {v1::Operation::kCreateDataset, 5, CreateDataset},
    {v1::Operation::kAddFactors, 10, AddFactors},
    {v1::Operation::kPublishDataset, 6, PublishDataset},
    {v1::Operation::kChangeDatasetStatus, 3, ChangeDatasetStatus},
    {v1::Operation::kChangeFactorStatus, 6, ChangeFactorStatus},
};

}  // namespace

std::span<const Generator> FactorsGenerators() {
  return kGenerators;
}

}  // namespace tanji::property
