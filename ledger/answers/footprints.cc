// The answer about a footprint: its value, what it stands on, and whether all of that stands.
#include "ledger/answers/footprints.h"

#include <algorithm>

#include "ledger/answers/parts.h"
#include "ledger/answers/subjects.h"
#include "ledger/modules/common/names.h"

namespace tanji::ledger {
namespace {

using Supports = google::protobuf::RepeatedPtrField<v1::Support>;

void FillSupports(std::vector<SupportAt>& found, Supports& out) {
  for (auto& support : found) {
    auto& row = *out.Add();
    row.set_name(std::move(support.name));
    *row.mutable_status() = Answered(std::move(support.status));
    row.set_in_force(support.stands());
  }
}

// What was recorded after K was not known on K.
void ForgetLaterSuccessors(AsOf at, v1::FootprintProgress& progress) {
  auto& successors = *progress.mutable_successors();
  const auto later =
      std::remove_if(successors.begin(), successors.end(),
                     [&](const v1::Successor& row) { return row.recorded_time() > at.known_ms; });
  successors.erase(later, successors.end());
}

}  // namespace

void FillFootprint(const StateReader& source, AsOf at, FootprintRecords footprint,
                   FootprintStanding standing, v1::FootprintAnswer& out) {
  out.set_in_force(standing.stands());
  FillSigners(footprint.made_by(), footprint.made_ms(), at, source, *out.mutable_signers());
  *out.mutable_status() = Answered(std::move(standing.own.status));
  *out.mutable_producer_status() = Answered(std::move(standing.producer));
  FillSupports(standing.gwp_sets, *out.mutable_gwp_sets());
  FillSupports(standing.datasets, *out.mutable_datasets());
  FillSupports(standing.factors, *out.mutable_factors());
  FillSupports(standing.upstream, *out.mutable_upstream());
  if (footprint.declared()) *out.mutable_result() = std::move(footprint.result);
  *out.mutable_footprint() = std::move(footprint.record);
  *out.mutable_progress() = std::move(footprint.progress);
  ForgetLaterSuccessors(at, *out.mutable_progress());
}

bool AnswerFootprint(const v1::FootprintQuestion& question, AsOf at, const StateReader& source,
                     v1::FootprintAnswer& out) {
  const auto id = *ParseIdName(kFootprintsCollection, question.name());
  auto footprint = ReadFootprint(source, id);
  if (!footprint) return false;
  auto standing = StandingOf(source, id, *footprint, at);
  FillFootprint(source, at, std::move(*footprint), std::move(standing), out);
  return true;
}

}  // namespace tanji::ledger
