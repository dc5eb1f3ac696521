#include "ledger/modules/footprints/standing.h"

#include <algorithm>
#include <map>
#include <set>

#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/factors/tables.h"
#include "ledger/modules/footprints/reckon/reckon.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/footprints/tables.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/modules/membership/tables.h"
#include "ledger/state/closure_counter.h"
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
  out.made_well = AllKeysCount(reader, footprint.made_by(), made) && producer.in_force();
  if (footprint.declared()) out.status = FootprintHistory(id).At(reader, at);
  return out;
}

SupportAt GwpSetSupport(const StateReader& reader, const std::string& name, AsOf at) {
  const std::string id(Must(ParseName(kGwpSetsCollection, name), name));
  const auto set = Must(kGwpSets.Get(reader, id), name);
  const auto made = WhenMade(set.published_time(), at);
  SupportAt out{name, GwpSetHistory(id).At(reader, at), false};
  const auto maker = MakerAt(reader, set.published_by(), made);
  const bool signed_well = AllKeysCount(reader, set.signed_by(), made);
  out.made_well = maker.in_force() && signed_well;
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
  out.made_well = maker.in_force() && signed_well;
  return out;
}

SupportAt FactorSupport(const StateReader& reader, const std::string& name, AsOf at) {
  const auto parts = Must(ParseFactorName(name), name);
  // The record too: the value that was used is part of what the footprint stands on.
  Must(kFactors.Get(reader, parts.dataset_id, parts.code), name);
  // Whoever published it published its dataset.
  return {name, FactorHistory(parts.dataset_id, parts.code).At(reader, at), true};
}

// A suspension hides nothing: that its maker or a signature did not count is told besides.
void AddFallen(Causes& causes, const SupportAt& support) {
  AddCause(causes, support.name, support.status);
  if (!support.made_well) AddVoid(causes, support.name);
  if (support.corrected_ms) {
    causes.push_back({support.name, v1::STATUS_KIND_UNDER_REVIEW, support.corrected_ms});
  }
}

// A correction is known from the block on that recorded it, and counts from then.
std::optional<std::int64_t> FirstCorrection(const v1::FootprintProgress& progress, AsOf at) {
  for (const auto& successor : progress.successors()) {
    if (successor.reason() == v1::SUCCESSION_REASON_CORRECTION && IsRecordedBy(successor, at)) {
      return successor.recorded_time();
    }
  }
  return std::nullopt;
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
    auto& support = upstream_[name] = OwnSupport(reader_, id, footprint, producer, at_);
    support.corrected_ms = FirstCorrection(footprint.progress, at_);
    Below(id, footprint, depth);
  }

  const StateReader& reader_;
  const AsOf at_;
  std::set<std::string> gwp_sets_, datasets_, factors_;
  std::map<std::string, SupportAt> upstream_;
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
  if (!own.stands()) names.push_back(own.name);
  for (const auto* supports : {&gwp_sets, &datasets, &factors, &upstream}) {
    for (const auto& support : *supports) {
      if (!support.stands()) names.push_back(support.name);
    }
  }
  return names;
}

Causes CausesIn(const FootprintStanding& standing) {
  Causes causes;
  const auto& own = standing.own;
  if (own.status.kind == v1::STATUS_KIND_WITHDRAWN || own.status.kind == v1::STATUS_KIND_REVOKED) {
    causes.push_back({own.name, v1::STATUS_KIND_REVOKED, own.status.interval.from_time()});
  } else {
    AddCause(causes, own.name, own.status);
  }
  if (!own.made_well) AddVoid(causes, own.name);
  for (const auto* supports :
       {&standing.gwp_sets, &standing.datasets, &standing.factors, &standing.upstream}) {
    for (const auto& support : *supports) AddFallen(causes, support);
  }
  return causes;
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
