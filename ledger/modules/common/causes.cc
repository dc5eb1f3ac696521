#include "ledger/modules/common/causes.h"

#include <algorithm>

namespace tanji::ledger {
namespace {

v1::StatusKind Reaching(v1::StatusKind kind) {
  return kind == v1::STATUS_KIND_UNDER_REVIEW || kind == v1::STATUS_KIND_VOID
             ? kind
             : v1::STATUS_KIND_SUSPENDED;
}

}  // namespace

void Sort(Causes& causes) {
  std::ranges::sort(causes);
  const auto again = std::ranges::unique(causes);
  causes.erase(again.begin(), again.end());
}

void AddCause(Causes& causes, const std::string& name, const StatusAt& status) {
  if (status.in_force()) return;
  Cause cause{name, Reaching(status.kind), std::nullopt};
  if (status.kind != v1::STATUS_KIND_UNSPECIFIED) cause.from_ms = status.interval.from_time();
  causes.push_back(std::move(cause));
}

void AddCauseOfGranted(Causes& causes, const std::string& name, const StatusAt& status) {
  if (status.kind != v1::STATUS_KIND_UNSPECIFIED) AddCause(causes, name, status);
}

void AddVoid(Causes& causes, const std::string& name) {
  causes.push_back({name, v1::STATUS_KIND_VOID, std::nullopt});
}

v1::StatusKind Gravest(v1::StatusKind own, const Causes& causes) {
  if (own == v1::STATUS_KIND_UNSPECIFIED) return own;
  for (const auto& cause : causes) own = std::max(own, cause.kind);
  return own;
}

}  // namespace tanji::ledger
