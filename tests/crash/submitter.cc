#include "tests/crash/submitter.h"

#include <chrono>

#include "tests/crash/fail.h"

namespace tanji::crash {
namespace {

// The number of the batch that is no part of the workload.
constexpr std::uint64_t kExtraBatch = UINT64_MAX;
constexpr std::chrono::milliseconds kWhileBusy{5};

// A call that a node which was killed or is stopping leaves behind.
bool IsGone(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::UNAVAILABLE ||
         status.error_code() == grpc::StatusCode::CANCELLED;
}

bool IsBusy(const grpc::Status& status) {
  return status.error_code() == grpc::StatusCode::RESOURCE_EXHAUSTED;
}

}  // namespace

void BatchQueue::StartRun(std::vector<Item> extra, std::uint64_t new_batches) {
  const std::lock_guard lock(mutex_);
  again_.clear();
  for (const auto& [number, batch] : open_) again_.push_back(batch);
  if (!extra.empty()) again_.push_back({kExtraBatch, /*wait_for_quorum=*/true, std::move(extra)});
  new_left_ = new_batches;
  ended_ = false;
}

bool BatchQueue::MayMakeNew() const {
  return open_.empty() || open_.begin()->first + kReferenceDistance > next_;
}

std::optional<Batch> BatchQueue::Take() {
  std::unique_lock lock(mutex_);
  while (true) {
    if (ended_) return std::nullopt;
    if (!again_.empty()) {
      Batch batch = std::move(again_.front());
      again_.pop_front();
      return batch;
    }
    if (new_left_ == 0) return std::nullopt;
    if (MayMakeNew()) break;
    changed_.wait(lock);
  }
  --new_left_;
  const std::uint64_t number = next_++;
  return open_.emplace(number, workload_.MakeBatch(number)).first->second;
}

void BatchQueue::Done(const Batch& batch) {
  {
    const std::lock_guard lock(mutex_);
    open_.erase(batch.number);
  }
  changed_.notify_all();
}

void BatchQueue::EndRun() {
  {
    const std::lock_guard lock(mutex_);
    ended_ = true;
  }
  changed_.notify_all();
}

std::vector<Item> BatchQueue::Unanswered() const {
  const std::lock_guard lock(mutex_);
  std::vector<Item> items;
  for (const auto& [number, batch] : open_) {
    items.insert(items.end(), batch.items.begin(), batch.items.end());
  }
  return items;
}

std::uint64_t BatchQueue::next_batch() const {
  const std::lock_guard lock(mutex_);
  return next_;
}

Submitter::Submitter(Client& client, BatchQueue& queue, Journal& journal)
    : client_(client), queue_(queue), journal_(journal) {
  for (int i = 0; i < kThreads; ++i) threads_.emplace_back([this] { Run(); });
}

void Submitter::Join() {
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void Submitter::Run() {
  while (const auto batch = queue_.Take()) {
    if (!Send(*batch)) {
      lost_ = true;
      queue_.EndRun();
      break;
    }
    queue_.Done(*batch);
    LookAtCheckpoint();
  }
  --running_;
}

bool Submitter::Send(const Batch& batch) {
  std::vector<const Item*> left;
  for (const auto& item : batch.items) {
    left.push_back(&item);
    journal_.Sent(item);
  }
  while (!left.empty()) {
    v1::SubmitBatchRequest request;
    request.set_wait(batch.wait_for_quorum ? v1::WAIT_QUORUM : v1::WAIT_COMMITTED);
    for (const Item* item : left) request.add_transactions(item->bytes);
    grpc::ClientContext context;
    SetDeadline(context);
    v1::SubmitBatchResponse response;
    const auto status = client_.transactions->SubmitBatch(&context, request, &response);
    if (IsGone(status)) return false;
    if (!IsBusy(status)) {
      CheckAnswer("SubmitBatch", status, MayBeAbsent::kNo);
      Require(response.results_size() == request.transactions_size(),
              "SubmitBatch of {} transactions gave {} results", request.transactions_size(),
              response.results_size());
      std::vector<const Item*> refused;
      for (std::size_t i = 0; i < left.size(); ++i) {
        const auto& result = response.results(static_cast<int>(i));
        if (!journal_.Answered(*left[i], result, batch.wait_for_quorum)) refused.push_back(left[i]);
      }
      left = std::move(refused);
    }
    if (!left.empty()) std::this_thread::sleep_for(kWhileBusy);
  }
  return true;
}

void Submitter::LookAtCheckpoint() {
  grpc::ClientContext context;
  SetDeadline(context);
  v1::GetCheckpointResponse response;
  // A node that is gone by now is noticed by the next batch.
  if (client_.log->GetCheckpoint(&context, v1::GetCheckpointRequest(), &response).ok()) {
    journal_.SawCheckpoint(response.checkpoint());
  }
}

}  // namespace tanji::crash
