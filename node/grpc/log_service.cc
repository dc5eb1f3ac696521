#include "crypto/log/log_tree.h"
#include "crypto/log/tile.h"
#include "ledger/engine/log_reader.h"
#include "node/grpc/read_call.h"
#include "node/grpc/services.h"
#include "node/proofs/tiles.h"
#include "tanji/v1/log_service.grpc.pb.h"

namespace tanji::node {
namespace {

using ledger::Outcome;
using ledger::Refuse;

constexpr std::uint32_t kMaxEntriesPerCall = 1'000;
constexpr std::size_t kMaxEntryBytesPerCall = 4u << 20;
// Entries read at a time, so that a call of the longest ones does not read much more than it sends.
constexpr std::uint64_t kEntriesPerRead = 64;

Outcome CheckRange(std::string_view field, std::uint64_t value, std::uint64_t lowest,
                   std::uint64_t highest) {
  if (value >= lowest && value <= highest) return Outcome::Ok();
  return Refuse(v1::CODE_FIELD_OUT_OF_RANGE, {{"field", std::string(field)},
                                              {"value", std::to_string(value)},
                                              {"lowest", std::to_string(lowest)},
                                              {"highest", std::to_string(highest)}});
}

// A tree that the node does not have yet may come.
Outcome CheckReached(std::uint64_t size, const ServedState& served) {
  if (size <= served.log_size) return Outcome::Ok();
  return Refuse(v1::CODE_BEHIND_MIN_SIZE,
                {{"value", std::to_string(served.log_size)}, {"expected", std::to_string(size)}});
}

ReadResult GetEntries(const v1::GetEntriesRequest& request, const ServedState& served,
                      v1::GetEntriesResponse& response) {
  const Outcome range = CheckRange("count", request.count(), 1, kMaxEntriesPerCall);
  if (!range.ok()) return range;
  response.set_first_index(request.first_index());
  response.set_log_size(served.log_size);
  std::uint64_t next = request.first_index();
  const std::uint64_t end =
      next +
      std::min<std::uint64_t>(request.count(), served.log_size - std::min(next, served.log_size));
  std::size_t bytes = 0;
  while (next < end) {
    auto entries = served.view->ReadEntries(next, std::min(kEntriesPerRead, end - next));
    if (!entries.ok()) return entries.status();
    if (entries->empty()) return absl::DataLossError("the log ends before its size");
    for (auto& entry : *entries) {
      bytes += entry.size();
      if (bytes > kMaxEntryBytesPerCall && response.entries_size() > 0) return Outcome::Ok();
      response.add_entries(std::move(entry));
      ++next;
    }
  }
  return Outcome::Ok();
}

ReadResult GetTile(const v1::GetTileRequest& request, const ServedState& served,
                   v1::GetTileResponse& response) {
  const auto path = crypto::ParseTilePath(request.path());
  if (!path) {
    return Refuse(
        v1::CODE_NAME_MALFORMED,
        {{"field", "path"}, {"value", request.path().substr(0, 80)}, {"expected", "tile/0/000"}});
  }
  auto tile = ReadTile(served, *path);
  if (!tile.ok()) return tile.status();
  if (!*tile) return Refuse(v1::CODE_NOT_FOUND, {{"field", "path"}, {"value", request.path()}});
  response.set_content(**std::move(tile));
  return Outcome::Ok();
}

template <class Response>
ReadResult SetHashes(const absl::StatusOr<std::vector<crypto::Hash>>& hashes, Response& response) {
  if (!hashes.ok()) return hashes.status();
  for (const auto& hash : *hashes) response.add_hashes(hash.str());
  return Outcome::Ok();
}

ReadResult ProveInclusion(const v1::GetInclusionProofRequest& request, const ServedState& served,
                          v1::GetInclusionProofResponse& response) {
  const std::uint64_t size = request.size() == 0 ? served.log_size : request.size();
  const Outcome reached = CheckReached(size, served);
  if (!reached.ok()) return reached;
  const Outcome range = CheckRange("index", request.index(), 0, size - 1);
  if (!range.ok()) return range;
  response.set_size(size);
  return SetHashes(
      crypto::ProveInclusion(request.index(), size, ledger::StoredHashes(*served.view)), response);
}

ReadResult ProveConsistency(const v1::GetConsistencyProofRequest& request,
                            const ServedState& served, v1::GetConsistencyProofResponse& response) {
  const Outcome reached = CheckReached(request.new_size(), served);
  if (!reached.ok()) return reached;
  const Outcome old_range = CheckRange("old_size", request.old_size(), 1, served.log_size);
  if (!old_range.ok()) return old_range;
  const Outcome new_range =
      CheckRange("new_size", request.new_size(), request.old_size(), served.log_size);
  if (!new_range.ok()) return new_range;
  return SetHashes(crypto::ProveConsistency(request.old_size(), request.new_size(),
                                            ledger::StoredHashes(*served.view)),
                   response);
}

class LogService final : public v1::LogService::CallbackService {
 public:
  explicit LogService(Serving& serving) : serving_(serving) {}

  grpc::ServerUnaryReactor* GetCheckpoint(grpc::CallbackServerContext* context,
                                          const v1::GetCheckpointRequest* request,
                                          v1::GetCheckpointResponse* response) override {
    return AnswerRead(serving_, context, request->min_size(), [=](const ServedState& served) {
      response->set_checkpoint(served.checkpoint);
      return Outcome::Ok();
    });
  }
  grpc::ServerUnaryReactor* GetEntries(grpc::CallbackServerContext* context,
                                       const v1::GetEntriesRequest* request,
                                       v1::GetEntriesResponse* response) override {
    return AnswerRead(serving_, context, 0, [=](const ServedState& served) {
      return node::GetEntries(*request, served, *response);
    });
  }
  grpc::ServerUnaryReactor* GetTile(grpc::CallbackServerContext* context,
                                    const v1::GetTileRequest* request,
                                    v1::GetTileResponse* response) override {
    return AnswerRead(serving_, context, 0, [=](const ServedState& served) {
      return node::GetTile(*request, served, *response);
    });
  }
  grpc::ServerUnaryReactor* GetInclusionProof(grpc::CallbackServerContext* context,
                                              const v1::GetInclusionProofRequest* request,
                                              v1::GetInclusionProofResponse* response) override {
    return AnswerRead(serving_, context, 0, [=](const ServedState& served) {
      return ProveInclusion(*request, served, *response);
    });
  }
  grpc::ServerUnaryReactor* GetConsistencyProof(
      grpc::CallbackServerContext* context, const v1::GetConsistencyProofRequest* request,
      v1::GetConsistencyProofResponse* response) override {
    return AnswerRead(serving_, context, 0, [=](const ServedState& served) {
      return ProveConsistency(*request, served, *response);
    });
  }

 private:
  Serving& serving_;
};

}  // namespace

std::unique_ptr<grpc::Service> MakeLogService(Serving& serving) {
  return std::make_unique<LogService>(serving);
}

}  // namespace tanji::node
