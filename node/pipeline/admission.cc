// Admission: the first filter. Execution repeats every check and decides.
#include "ledger/state/record.h"
#include "node/pipeline/pipeline.h"

namespace tanji::node {
namespace {

// Small batches: a waiting verifier is better than a loaded one.
constexpr QueueBounds kVerifyBatch{16, 1u << 20};

Submitted Refused(const crypto::Hash& id, ledger::Outcome outcome,
                  std::optional<std::uint32_t> operation) {
  Submitted out;
  out.id = id;
  out.result = {ledger::Fate::kDropped, std::move(outcome), operation};
  return out;
}

}  // namespace

void FillFromLog(std::uint64_t index, Submitted& out) {
  out.index = index;
  const auto entries = out.served->view->ReadEntries(index, 1);
  if (!entries.ok() || entries->empty()) {
    out.unknown = true;
    return;
  }
  out.entry = entries->front();
  const auto receipt = ledger::ParseRecord<v1::LogEntry>(out.entry).transaction().receipt();
  out.result = {};
  out.result.fate = receipt.code() == v1::CODE_OK ? ledger::Fate::kApplied : ledger::Fate::kFailed;
  if (receipt.has_refused_operation()) out.result.refused_operation = receipt.refused_operation();
  ledger::Detail detail;
  const auto stored = out.served->view->ReadDetail(index);
  if (stored.ok() && *stored) {
    const auto record = ledger::ParseRecord<v1::RefusalDetail>(**stored);
    detail.assign(record.parameters().begin(), record.parameters().end());
  }
  out.result.outcome = ledger::Outcome(receipt.code(), std::move(detail));
}

void Pipeline::VerifyLoop() {
  while (true) {
    auto batch = unverified_.PopSome(kVerifyBatch, std::nullopt);
    if (batch.empty()) return;
    const Stopwatch stopwatch(counters_.verify_micros);
    for (auto& submission : batch) {
      try {
        Admit(std::move(submission));
      } catch (const ledger::StorageFailure& failure) {
        Fail(absl::DataLossError(failure.what()));
      }
    }
  }
}

bool Pipeline::AnswerFromLog(const Submission& submission, const AdmissionState& state) {
  const auto served = served_.Newest();
  const auto index = served->view->FindId(submission.envelope->id);
  if (!index.ok()) throw ledger::StorageFailure(std::string(index.status().message()));
  if (!*index || **index < state.first_window_index) return false;
  ++counters_.replayed;
  Submitted out;
  out.id = submission.envelope->id;
  out.served = served;
  FillFromLog(**index, out);
  submission.done(std::move(out));
  return true;
}

void Pipeline::Admit(Submission submission) {
  const auto state = admission_state();
  auto envelope = std::make_shared<ledger::Envelope>();
  auto outcome = ledger::ParseEnvelope(std::move(submission.bytes), ledger_.chain_id(),
                                       state->context.flags, *envelope);
  submission.envelope = envelope;
  std::optional<std::uint32_t> refused_operation;
  if (outcome.ok()) {
    if (AnswerFromLog(submission, *state)) return;
    auto context = state->context;
    // What has expired by the clock need not wait for a block to say so.
    context.time_ms = std::max(context.time_ms + 1, clock_.WallMs());
    ledger::Authentication authentication;
    std::uint32_t operation = 0;
    outcome = ledger_.executor().CheckOperations(envelope->body, context.flags, operation);
    if (!outcome.ok()) {
      refused_operation = operation;
    } else {
      outcome = ledger_.executor().Authenticate(*envelope, context, store_.Now(), memory_,
                                                authentication);
      if (outcome.ok()) memory_.Remember(envelope->whole_hash, authentication.PublicKeys());
    }
  }
  if (!outcome.ok()) {
    ++counters_.dropped_at_admission;
    submission.done(Refused(envelope->id, std::move(outcome), refused_operation));
    return;
  }
  const std::size_t bytes = envelope->bytes.size();
  if (!verified_.Push(submission, bytes)) {
    ++counters_.refused_queue_full;
    submission.done(Refused(envelope->id, ledger::Refuse(v1::CODE_QUEUE_FULL), std::nullopt));
  }
}

}  // namespace tanji::node
