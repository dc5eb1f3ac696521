#include <thread>

#include "tests/node/grpc/grpc_fixture.h"

namespace tanji::node {
namespace {

using ledger::testing::Op;
using testing_support::Call;
using testing_support::ExpectRefused;
using testing_support::SignDocument;
using testing_support::SignNow;

class EventServiceTest : public testing_support::GrpcTest {
 protected:
  // Watches from `from` on and reads `count` events.
  std::vector<v1::WatchResponse> Watch(std::uint64_t from, std::size_t count,
                                       const std::string& author = "") {
    Call call;
    v1::WatchRequest request;
    request.set_from_index(from);
    request.set_author(author);
    const auto reader = events_->Watch(&call, request);
    std::vector<v1::WatchResponse> events;
    v1::WatchResponse event;
    while (events.size() < count && reader->Read(&event)) events.push_back(event);
    call.TryCancel();
    EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::CANCELLED);
    return events;
  }
};

TEST_F(EventServiceTest, TellsTheLogFromTheBeginning) {
  Start();
  node_->RegisterDocuments({"a", "b"});
  const auto events = Watch(0, size());
  const auto entries = node_->served()->view->ReadEntries(0, size());
  ASSERT_EQ(events.size(), entries->size());
  for (std::size_t i = 0; i < events.size(); ++i) {
    EXPECT_EQ(events[i].index(), i);
    EXPECT_EQ(events[i].next_index(), i + 1);
    EXPECT_EQ(events[i].entry(), (*entries)[i]);
    EXPECT_EQ(events[i].parsed().SerializeAsString(), (*entries)[i]);
  }
}

TEST_F(EventServiceTest, ResumesWhereItWasLeft) {
  Start();
  node_->RegisterDocuments({"a", "b"});
  const auto first = Watch(0, 3);
  const auto rest = Watch(first.back().next_index(), size() - 3);
  ASSERT_EQ(rest.size(), size() - 3);
  EXPECT_EQ(rest.front().index(), 3u);
}

TEST_F(EventServiceTest, WaitsForWhatComes) {
  Start();
  std::vector<v1::WatchResponse> events;
  const std::uint64_t from = size();
  std::thread watcher([&] { events = Watch(from, 4); });
  std::this_thread::sleep_for(std::chrono::milliseconds(50));
  node_->RegisterDocuments({"a", "b"});
  watcher.join();
  ASSERT_EQ(events.size(), 4u);
  EXPECT_TRUE(events[0].parsed().has_transaction());
  EXPECT_TRUE(events[1].parsed().has_block());
  EXPECT_EQ(events[3].next_index(), from + 4);
}

TEST_F(EventServiceTest, OnlyOfOneAuthor) {
  Start();
  v1::SubmitBatchRequest batch;
  for (int i = 0; i < 400; ++i) batch.add_transactions(SignDocument(std::to_string(i)));
  v1::SubmitBatchResponse response;
  ASSERT_TRUE(transactions_->SubmitBatch(std::make_unique<Call>().get(), batch, &response).ok());
  Submit(SignNow("cnas", {Op(ledger::testing::Document("of cnas"))}));
  const auto events = Watch(0, 1, "participants/cnas");
  ASSERT_EQ(events.size(), 1u);
  EXPECT_GT(events[0].index(), 400u);
  EXPECT_TRUE(events[0].parsed().has_transaction());
}

TEST_F(EventServiceTest, RefusesAnAuthorThatIsNoName) {
  Start();
  Call call;
  v1::WatchRequest request;
  request.set_author("zone");
  const auto reader = events_->Watch(&call, request);
  v1::WatchResponse event;
  EXPECT_FALSE(reader->Read(&event));
  ExpectRefused(reader->Finish(), grpc::StatusCode::INVALID_ARGUMENT, "NAME_MALFORMED");
}

TEST_F(EventServiceTest, BoundsWatchersAndForgetsThoseThatLeave) {
  config_.max_watchers = 2;
  Start();
  v1::WatchRequest waiting;
  waiting.set_from_index(size());
  // On an idle ledger nothing but the cancellation wakes a watcher.
  for (int round = 0; round < 3; ++round) {
    Call first_call, second_call, third_call;
    const auto first = events_->Watch(&first_call, waiting);
    const auto second = events_->Watch(&second_call, waiting);
    first->WaitForInitialMetadata();
    second->WaitForInitialMetadata();
    const auto third = events_->Watch(&third_call, waiting);
    v1::WatchResponse event;
    EXPECT_FALSE(third->Read(&event));
    EXPECT_EQ(third->Finish().error_code(), grpc::StatusCode::RESOURCE_EXHAUSTED);
    first_call.TryCancel();
    second_call.TryCancel();
    EXPECT_EQ(first->Finish().error_code(), grpc::StatusCode::CANCELLED);
    EXPECT_EQ(second->Finish().error_code(), grpc::StatusCode::CANCELLED);
    std::this_thread::sleep_for(std::chrono::milliseconds(100));
  }
}

TEST_F(EventServiceTest, EndsWhenTheServerStops) {
  Start();
  Call call;
  v1::WatchRequest request;
  request.set_from_index(size());
  const auto reader = events_->Watch(&call, request);
  reader->WaitForInitialMetadata();
  const auto start = std::chrono::steady_clock::now();
  std::thread stopper([&] { server_->Stop(std::chrono::seconds(10)); });
  v1::WatchResponse event;
  EXPECT_FALSE(reader->Read(&event));
  EXPECT_EQ(reader->Finish().error_code(), grpc::StatusCode::UNAVAILABLE);
  stopper.join();
  EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(5));
}

}  // namespace
}  // namespace tanji::node
