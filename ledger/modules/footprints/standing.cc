#include "ledger/modules/footprints/standing.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/footprints/reckon/reckon.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

StatusAt MakerAt(const StateReader& reader, const std::string& participant, AsOf made) {
  return ParticipantHistory(Must(ParseParticipantName(participant), participant)).At(reader, made);
}

SupportAt OwnSupport(const StateReader& reader, const Id& id, const FootprintRecords& footprint,
                     const StatusAt& producer, AsOf at) {
  SupportAt out{MakeName(kFootprintsCollection, id), {}, false};
  const auto made = WhenMade(footprint.made_ms(), at);
  const bool signed_well = AllKeysCount(reader, footprint.made_by(), made);
  if (!footprint.declared()) return out;
  out.status = FootprintHistory(id).At(reader, at);
  out.stands = producer.in_force() && signed_well && out.status.in_force();
  return out;
}

SupportAt GwpSetSupport(const StateReader& reader, const std::string& name, AsOf at) {
  const std::string id(Must(ParseName(kGwpSetsCollection, name), name));
  const auto set = Must(kGwpSets.Get(reader, id), name);
  const auto made = WhenMade(set.published_time(), at);
  SupportAt out{name, GwpSetHistory(id).At(reader, at), false};
  const auto maker = MakerAt(reader, set.published_by(), made);
  const bool signed_well = AllKeysCount(reader, set.signed_by(), made);
  out.stands = maker.in_force() && signed_well && out.status.in_force();
  return out;
}

SupportAt DatasetSupport(const StateReader& reader, const std::string& name, AsOf at) {
  const std::string id(Must(ParseName(kDatasetsCollection, name), name));
  const auto dataset = Must(kDatasets.Get(reader, id), name);
  const auto progress = Must(kDatasetProgress.Get(reader, id), name);
  const auto made = WhenMade(progress.published_time(), at);
  SupportAt out{name, DatasetHistory(id).At(reader, at), false};
  const auto maker = MakerAt(reader, dataset.created_by(), made);
  const bool signed_well = AllKeysCount(reader, progress.published_by(), made);
  out.stands = maker.in_force() && signed_well && out.status.in_force();
  return out;
}

SupportAt FactorSupport(const StateReader& reader, const std::string& name, AsOf at) {
  const auto parts = Must(ParseFactorName(name), name);
  // The record too: the value that was used is part of what the footprint stands on.
  Must(kFactors.Get(reader, parts.dataset_id, parts.code), name);
  SupportAt out{name, FactorHistory(parts.dataset_id, parts.code).At(reader, at), false};
  out.stands = out.status.in_force();
  return out;
}

// Walks from a footprint to everything below it, each thing once.
class Walk {
 public:
  Walk(const StateReader& reader, AsOf at) : reader_(reader), at_(at) {}

  // `depth` of the footprint: 1 for the one asked about.
  void Below(const Id& id, const FootprintRecords& footprint, std::uint32_t depth = 1) {
    if (!footprint.declared()) return;
    // No ledger makes deeper chains; what is proved may come from something else.
    if (depth > kMaxFootprintDepth) throw StorageFailure(Name(id) + " lies too deep");
    gwp_sets_.insert(footprint.record.header().gwp_set());
    const auto records = ReferenceRecords(footprint.result);
    for (std::uint32_t number = 0; number < records; ++number) {
      const auto references =
          Must(kFootprintReferences.Get(reader_, id, number), "the references of " + Name(id));
      for (const auto& factor : references.factors()) AddFactor(factor.factor());
      for (const auto& name : references.upstream()) AddUpstream(name, depth + 1);
    }
  }

  void Fill(FootprintStanding& out) const {
    for (const auto& name : gwp_sets_) out.gwp_sets.push_back(GwpSetSupport(reader_, name, at_));
    for (const auto& name : datasets_) out.datasets.push_back(DatasetSupport(reader_, name, at_));
    for (const auto& name : factors_) out.factors.push_back(FactorSupport(reader_, name, at_));
    for (const auto& [name, support] : upstream_) out.upstream.push_back(support);
  }

 private:
  static std::string Name(const Id& id) { return MakeName(kFootprintsCollection, id); }

  void AddFactor(const std::string& name) {
    factors_.insert(name);
    datasets_.insert(MakeName(kDatasetsCollection, Must(ParseFactorName(name), name).dataset_id));
  }

  void AddUpstream(const std::string& name, std::uint32_t depth) {
    if (upstream_.contains(name)) return;
    const auto id = Must(ParseIdName(kFootprintsCollection, name), name);
    const auto footprint = Must(ReadFootprint(reader_, id), name);
    const auto made = WhenMade(footprint.made_ms(), at_);
    const auto producer = MakerAt(reader_, footprint.record.producer(), made);
    upstream_[name] = OwnSupport(reader_, id, footprint, producer, at_);
    Below(id, footprint, depth);
  }

  const StateReader& reader_;
  const AsOf at_;
  std::set<std::string> gwp_sets_, datasets_, factors_;
  std::map<std::string, SupportAt> upstream_;
};

// Counts what is read through it, each key once.
class ClosureCounter final : public StateReader {
 public:
  explicit ClosureCounter(const StateReader& below) : below_(below) {}
  std::optional<std::string> Get(std::string_view key) const override {
    auto record = below_.Get(key);
    if (keys_.emplace(key).second) bytes_ += key.size() + (record ? record->size() : 0);
    return record;
  }
  Closure closure() const { return {static_cast<std::uint32_t>(keys_.size()), bytes_}; }

 private:
  const StateReader& below_;
  mutable std::set<std::string> keys_;
  mutable std::size_t bytes_ = 0;
};

}  // namespace

std::optional<FootprintRecords> ReadFootprint(const StateReader& reader, const Id& id) {
  auto record = kFootprints.Get(reader, id);
  if (!record) return std::nullopt;
  const auto name = MakeName(kFootprintsCollection, id);
  FootprintRecords out{std::move(*record), Must(kFootprintProgress.Get(reader, id), name), {}};
  if (out.declared()) out.result = Must(kFootprintResults.Get(reader, id), name);
  return out;
}

std::vector<std::string> FootprintStanding::Fallen() const {
  std::vector<std::string> names;
  if (!own.stands) names.push_back(own.name);
  for (const auto* supports : {&gwp_sets, &datasets, &factors, &upstream}) {
    for (const auto& support : *supports) {
      if (!support.stands) names.push_back(support.name);
    }
  }
  return names;
}

FootprintStanding StandingOf(const StateReader& reader, const Id& id,
                             const FootprintRecords& footprint, AsOf at) {
  FootprintStanding out;
  const auto made = WhenMade(footprint.made_ms(), at);
  out.producer = MakerAt(reader, footprint.record.producer(), made);
  out.own = OwnSupport(reader, id, footprint, out.producer, at);
  Walk walk(reader, at);
  walk.Below(id, footprint);
  walk.Fill(out);
  return out;
}

Closure CountClosure(const StateReader& reader, const Id& id) {
  const ClosureCounter counter(reader);
  const auto footprint = ReadFootprint(counter, id).value();
  const auto now_ms = footprint.made_ms();
  StandingOf(counter, id, footprint, {now_ms, now_ms});
  for (const auto& raw : footprint.made_by()) {
    kKeys.Get(counter, crypto::Hash::FromBytes(raw).value());
  }
  return counter.closure();
}

}  // namespace tanji::ledger
