#include "ledger/modules/labels/corrections.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "ledger/modules/common/names.h"
#include "ledger/modules/footprints/rules.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/membership/standing.h"
#include "ledger/state/must.h"

namespace tanji::ledger {
namespace {

struct Found {
  std::string name;
  FootprintRecords records;
  std::int64_t recorded_ms = 0;
  bool made_well = false;
};

class Search {
 public:
  Search(const StateReader& reader, AsOf at) : reader_(reader), at_(at) {}

  // The nearest corrections of `footprint`, those behind changes of method included.
  std::vector<const Found*> CorrectionsOf(const FootprintRecords& footprint) {
    std::vector<const Found*> out;
    std::vector<v1::FootprintProgress> waiting{footprint.progress};
    while (!waiting.empty() && !is_cut_) {
      const auto progress = std::move(waiting.back());
      waiting.pop_back();
      for (const auto& successor : progress.successors()) {
        const bool corrects = successor.reason() == v1::SUCCESSION_REASON_CORRECTION;
        const bool restates = successor.reason() == v1::SUCCESSION_REASON_METHOD_OR_FACTOR_YEAR;
        if ((!corrects && !restates) || !IsRecordedBy(successor, at_)) continue;
        const auto* found = Read(successor);
        if (found == nullptr || !found->made_well) continue;
        if (corrects) {
          out.push_back(found);
        } else {
          waiting.push_back(found->records.progress);
        }
      }
    }
    return out;
  }

  // More successors than an answer reads.
  bool is_cut() const { return is_cut_; }

 private:
  // nullptr for what was met before, and beyond the bound.
  const Found* Read(const v1::Successor& successor) {
    const auto& name = successor.footprint();
    if (found_.contains(name)) return nullptr;
    if (found_.size() >= kMaxSuccessorsRead) {
      is_cut_ = true;
      return nullptr;
    }
    const auto id = Must(ParseIdName(kFootprintsCollection, name), name);
    auto records = Must(ReadFootprint(reader_, id), name);
    const bool made_well = MadeWell(reader_, records.record.producer(), records.made_by(),
                                    WhenMade(records.made_ms(), at_));
    return &found_
                .emplace(name,
                         Found{name, std::move(records), successor.recorded_time(), made_well})
                .first->second;
  }

  const StateReader& reader_;
  const AsOf at_;
  std::map<std::string, Found> found_;
  bool is_cut_ = false;
};

}  // namespace

void AddCorrections(Causes& causes, const StateReader& reader, const v1::Certificate& certificate,
                    const std::vector<v1::CertificateYear>& years,
                    const FootprintRecords& footprint, AsOf at) {
  Search search(reader, at);
  auto waiting = search.CorrectionsOf(footprint);
  while (!waiting.empty()) {
    const auto* found = waiting.back();
    waiting.pop_back();
    const auto later = search.CorrectionsOf(found->records);
    if (!later.empty()) {
      waiting.insert(waiting.end(), later.begin(), later.end());
      continue;
    }
    const bool meets = std::ranges::any_of(years, [&](const v1::CertificateYear& year) {
      return Meets(certificate, year, found->records.result);
    });
    if (!meets) causes.push_back({found->name, v1::STATUS_KIND_SUSPENDED, found->recorded_ms});
  }
  if (search.is_cut()) {
    causes.push_back({certificate.footprint(), v1::STATUS_KIND_SUSPENDED, std::nullopt});
  }
}

}  // namespace tanji::ledger
