#include <algorithm>
#include <deque>
#include <mutex>

#include "ledger/modules/common/checks.h"
#include "ledger/modules/common/names.h"
#include "ledger/state/record.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "node/grpc/status.h"
#include "tanji/v1/event_service.grpc.pb.h"

namespace tanji::node {
namespace {

// Entries read at a time, and reads in a row before others have a turn on the thread.
constexpr std::uint64_t kEntriesPerRead = 16;
constexpr int kReadsPerTurn = 16;
constexpr SizeGate::Clock::time_point kNever = SizeGate::Clock::time_point::max();

const grpc::Status& Stopping() {
  static const grpc::Status status(grpc::StatusCode::UNAVAILABLE,
                                   "the node is stopping; resume from the last next_index");
  return status;
}

// One client that watches. Reads entries of the newest served log from where the client is, writes
// them one by one, and waits for more when it has caught up. It deletes itself when the call is
// over and no wait of its own is under way.
class Watch final : public grpc::ServerWriteReactor<v1::WatchResponse>,
                    public std::enable_shared_from_this<Watch> {
 public:
  static grpc::ServerWriteReactor<v1::WatchResponse>* Begin(Serving& serving,
                                                            const v1::WatchRequest& request) {
    auto watch = std::make_shared<Watch>(serving, request);
    watch->self_ = watch;
    watch->Start();
    return watch.get();
  }

  Watch(Serving& serving, const v1::WatchRequest& request)
      : serving_(serving), next_(request.from_index()), author_(request.author()) {
    ++serving_.watchers;
  }
  ~Watch() override { --serving_.watchers; }

  void OnSendInitialMetadataDone(bool ok) override { OnWriteDone(ok); }
  void OnWriteDone(bool ok) override {
    {
      const std::lock_guard lock(mutex_);
      writing_ = false;
      ok = ok && !cancelled_;
    }
    if (ok) {
      Continue(serving_.sources.pipeline->served().Newest());
    } else {
      End(grpc::Status::CANCELLED);
    }
  }
  // A write under way ends by itself, and OnWriteDone then ends the call.
  void OnCancel() override {
    std::uint64_t waiting = 0;
    {
      const std::lock_guard lock(mutex_);
      cancelled_ = true;
      if (writing_) return;
      waiting = wait_token_;
    }
    End(grpc::Status::CANCELLED);
    serving_.gate.Cancel(waiting);
  }
  void OnDone() override { const auto last = std::move(self_); }

 private:
  void Start() {
    ledger::Outcome outcome;
    if (!author_.empty()) {
      outcome = ledger::CheckChosenName(ledger::kParticipantsCollection, author_, "author");
    }
    if (!outcome.ok()) {
      End(ToGrpc(outcome, serving_.sources.chain_id));
    } else if (serving_.watchers > serving_.max_watchers) {
      End({grpc::StatusCode::RESOURCE_EXHAUSTED,
           "as many clients as this node allows are watching already"});
    } else {
      // At once, so that a client of an idle ledger knows that it is being served.
      writing_ = true;
      StartSendInitialMetadata();
    }
  }

  // Writes the next event, or waits for it.
  void Continue(const std::shared_ptr<const ServedState>& served) {
    if (!served || serving_.stopping) return End(Stopping());
    for (int i = 0; ready_.empty() && next_ < served->log_size; ++i) {
      if (i == kReadsPerTurn) return Wait(/*size=*/0);
      if (const absl::Status status = Read(*served); !status.ok()) {
        serving_.sources.on_failure(status);
        return End(StorageFailed());
      }
    }
    if (ready_.empty()) return Wait(next_ + 1);
    const std::lock_guard lock(mutex_);
    if (ended_) return;
    writing_ = true;
    current_ = std::move(ready_.front());
    ready_.pop_front();
    StartWrite(&current_);
  }

  void Wait(std::uint64_t size) {
    auto then = [self = shared_from_this()](const std::shared_ptr<const ServedState>& served) {
      self->Continue(served);
    };
    if (size == 0) return serving_.gate.Yield(std::move(then));
    const std::uint64_t token = serving_.gate.When(size, kNever, std::move(then));
    {
      const std::lock_guard lock(mutex_);
      // By now the wait may be over and another one begun, whose token is higher.
      wait_token_ = std::max(wait_token_, token);
      if (!ended_) return;
    }
    serving_.gate.Cancel(token);
  }

  absl::Status Read(const ServedState& served) {
    const std::uint64_t count = std::min(kEntriesPerRead, served.log_size - next_);
    auto entries = served.view->ReadEntries(next_, count);
    if (!entries.ok()) return entries.status();
    if (entries->size() != count) return absl::DataLossError("the log ends before its size");
    for (auto& bytes : *entries) {
      v1::WatchResponse event;
      if (!event.mutable_parsed()->ParseFromString(bytes)) {
        return absl::DataLossError("a log entry cannot be read back");
      }
      event.set_index(next_++);
      event.set_next_index(next_);
      if (!IsWanted(event.parsed())) continue;
      event.set_entry(std::move(bytes));
      ready_.push_back(std::move(event));
    }
    return absl::OkStatus();
  }

  bool IsWanted(const v1::LogEntry& entry) const {
    if (author_.empty()) return true;
    v1::Transaction transaction;
    v1::TransactionBody body;
    return entry.has_transaction() &&
           transaction.ParseFromString(entry.transaction().transaction()) &&
           body.ParseFromString(transaction.body()) && body.author() == author_;
  }

  void End(const grpc::Status& status) {
    {
      const std::lock_guard lock(mutex_);
      if (ended_) return;
      ended_ = true;
    }
    Finish(status);
  }

  Serving& serving_;
  // Touched by one step at a time: a step begins when the write or the wait before it has ended.
  std::uint64_t next_;
  const std::string author_;
  std::deque<v1::WatchResponse> ready_;
  v1::WatchResponse current_;

  std::mutex mutex_;
  bool writing_ = false;
  bool cancelled_ = false;
  bool ended_ = false;
  std::uint64_t wait_token_ = 0;
  // Held until the call is over.
  std::shared_ptr<Watch> self_;
};

class EventService final : public v1::EventService::CallbackService {
 public:
  explicit EventService(Serving& serving) : serving_(serving) {}

  grpc::ServerWriteReactor<v1::WatchResponse>* Watch(grpc::CallbackServerContext*,
                                                     const v1::WatchRequest* request) override {
    return node::Watch::Begin(serving_, *request);
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeEventService(Serving& serving) {
  return std::make_unique<EventService>(serving);
}

}  // namespace tanji::node
