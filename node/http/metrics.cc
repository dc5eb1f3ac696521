#include "node/http/metrics.h"

#include <prometheus/metric_family.h>
#include <prometheus/text_serializer.h>

#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace tanji::node {
namespace {

using Families = std::vector<prometheus::MetricFamily>;

// Writes one family with one label, or none where its name is empty.
class Family {
 public:
  Family(Families& families, prometheus::MetricType type, std::string name, std::string help,
         std::string label = "")
      : families_(families), position_(families.size()), label_(std::move(label)) {
    families.push_back({std::move(name), std::move(help), type, {}});
  }

  Family& Add(double value, std::string label_value = "") {
    prometheus::ClientMetric metric;
    if (!label_.empty()) metric.label.push_back({label_, std::move(label_value)});
    // The serialiser takes the one that the family's type names.
    metric.counter.value = value;
    metric.gauge.value = value;
    families_[position_].metric.push_back(std::move(metric));
    return *this;
  }

 private:
  Families& families_;
  const std::size_t position_;
  const std::string label_;
};

constexpr auto kCounter = prometheus::MetricType::Counter;
constexpr auto kGauge = prometheus::MetricType::Gauge;
constexpr double kMicrosPerSecond = 1e6;
constexpr double kMillisPerSecond = 1e3;

double Value(const std::atomic<std::uint64_t>& counter) {
  return static_cast<double>(counter.load());
}

void AddTransactions(const PipelineCounters& counters, Families& out) {
  Family(out, kCounter, "tanji_transactions_submitted_total", "Transactions taken into the queue.")
      .Add(Value(counters.submitted));
  Family(out, kCounter, "tanji_transactions_total", "Transactions by what became of them.", "fate")
      .Add(Value(counters.applied), "applied")
      .Add(Value(counters.failed), "failed")
      .Add(Value(counters.dropped_at_admission), "dropped_at_admission")
      .Add(Value(counters.dropped_at_execution), "dropped_at_execution")
      .Add(Value(counters.replayed), "replayed")
      .Add(Value(counters.refused_queue_full), "queue_full");
  Family(out, kCounter, "tanji_invariant_violations_total",
         "Transactions whose writes broke an invariant. Anything but 0 is an alarm.")
      .Add(Value(counters.invariant_violations));
}

void AddWork(const Pipeline& pipeline, Families& out) {
  const PipelineCounters& counters = pipeline.counters();
  Family(out, kCounter, "tanji_blocks_total", "Blocks made durable since the start.")
      .Add(Value(counters.blocks));
  Family(out, kCounter, "tanji_work_seconds_total", "Time spent by stage, over all threads.",
         "stage")
      .Add(Value(counters.verify_micros) / kMicrosPerSecond, "verify")
      .Add(Value(counters.execute_micros) / kMicrosPerSecond, "execute")
      .Add(Value(counters.commit_micros) / kMicrosPerSecond, "commit");
  const auto [unverified, verified] = pipeline.QueueDepths();
  Family(out, kGauge, "tanji_queue_depth", "Transactions that wait, by queue.", "queue")
      .Add(static_cast<double>(unverified), "unverified")
      .Add(static_cast<double>(verified), "verified");
}

void AddLedger(const Pipeline& pipeline, Families& out) {
  Family(out, kGauge, "tanji_read_only", "1 while the node takes no writes; /readyz says why.")
      .Add(pipeline.ReadOnlyReason() ? 1 : 0);
  const auto served = pipeline.served().Newest();
  if (!served) return;
  Family(out, kGauge, "tanji_log_size", "Entries under the newest checkpoint.")
      .Add(static_cast<double>(served->log_size));
  Family(out, kGauge, "tanji_block_height", "Height of the newest block.")
      .Add(static_cast<double>(served->tip.height()));
  Family(out, kGauge, "tanji_block_time_seconds", "Time of the newest block, since 1970.")
      .Add(static_cast<double>(served->tip.time()) / kMillisPerSecond);
  Family(out, kGauge, "tanji_state_keys", "Keys in the state.")
      .Add(static_cast<double>(served->tree.size()));
}

void AddStore(const ledger::Store& store, Families& out) {
  Family family(out, kGauge, "tanji_store_bytes", "Bytes on disk, by column family.", "family");
  for (auto& [name, bytes] : store.SizeBytes()) {
    family.Add(static_cast<double>(bytes), std::move(name));
  }
}

void AddHttp(const HttpCounters& counters, Families& out) {
  Family answers(out, kCounter, "tanji_http_answers_total", "HTTP answers by class of status.",
                 "class");
  constexpr std::string_view kClasses[] = {"", "1xx", "2xx", "3xx", "4xx", "5xx"};
  for (std::size_t i = 2; i < counters.answers.size(); ++i) {
    answers.Add(Value(counters.answers[i]), std::string(kClasses[i]));
  }
  Family(out, kGauge, "tanji_http_connections", "Open HTTP connections.")
      .Add(static_cast<double>(counters.connections.load()));
  Family(out, kCounter, "tanji_http_refused_connections_total", "Connections above the bound.")
      .Add(Value(counters.refused_connections));
}

}  // namespace

std::string MetricsText(const MetricsSources& sources) {
  Families families;
  Family(families, kGauge, "tanji_build_info", "Always 1; the label tells the version.", "version")
      .Add(1, sources.version);
  AddTransactions(sources.pipeline->counters(), families);
  AddWork(*sources.pipeline, families);
  AddLedger(*sources.pipeline, families);
  AddStore(*sources.store, families);
  AddHttp(*sources.http, families);
  std::ostringstream out;
  prometheus::TextSerializer().Serialize(out, families);
  return out.str();
}

}  // namespace tanji::node
