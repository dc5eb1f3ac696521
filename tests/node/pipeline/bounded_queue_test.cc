#include "node/pipeline/bounded_queue.h"

#include <gtest/gtest.h>

#include <memory>
#include <thread>

namespace tanji::node {
namespace {

using std::chrono::milliseconds;
constexpr QueueBounds kAll{1'000, 1'000'000};

TEST(BoundedQueue, RefusesWhatDoesNotFitAndLeavesItUntouched) {
  BoundedQueue<std::unique_ptr<int>> queue({2, 100});
  auto first = std::make_unique<int>(1), second = std::make_unique<int>(2),
       third = std::make_unique<int>(3);
  EXPECT_TRUE(queue.Push(first, 60));
  EXPECT_FALSE(queue.Push(second, 41)) << "too many bytes";
  EXPECT_TRUE(second);
  EXPECT_TRUE(queue.Push(second, 40));
  EXPECT_FALSE(queue.Push(third, 0)) << "too many items";
  EXPECT_EQ(*third, 3);
  EXPECT_EQ(queue.PopSome(kAll, milliseconds(0)).size(), 2u);
  EXPECT_TRUE(queue.Push(third, 100)) << "bytes were given back";
}

TEST(BoundedQueue, TakesWithinLimitsButAlwaysOne) {
  BoundedQueue<int> queue({10, 1'000});
  for (int i = 0; i < 5; ++i) EXPECT_TRUE(queue.Push(i, 100));
  EXPECT_EQ(queue.PopSome({10, 250}, milliseconds(0)), (std::vector{0, 1}));
  EXPECT_EQ(queue.PopSome({10, 1}, milliseconds(0)), (std::vector{2}));
  EXPECT_EQ(queue.PopSome({1, 1'000}, milliseconds(0)), (std::vector{3}));
}

TEST(BoundedQueue, ClosingWakesWaitersAndKeepsWhatIsInside) {
  BoundedQueue<int> queue({1, 1});
  int item = 7;
  EXPECT_TRUE(queue.Push(item, 1));
  bool pushed = true;
  std::thread writer([&] { pushed = queue.PushWhenRoom(8, 1); });
  queue.Close();
  writer.join();
  // The writer either found no room before the closing or came after it: refused in both cases.
  EXPECT_FALSE(pushed);
  EXPECT_FALSE(queue.Push(item, 1));
  EXPECT_EQ(queue.PopSome(kAll, std::nullopt), (std::vector{7}));
  EXPECT_TRUE(queue.PopSome(kAll, std::nullopt).empty());
}

TEST(BoundedQueue, HandsEveryItemToExactlyOneReader) {
  BoundedQueue<int> queue({4, 1'000});
  constexpr int kItems = 2'000;
  std::vector<int> seen(kItems, 0);
  std::mutex mutex;
  std::vector<std::thread> readers;
  for (int r = 0; r < 3; ++r) {
    readers.emplace_back([&] {
      while (true) {
        const auto some = queue.PopSome({3, 1'000}, std::nullopt);
        if (some.empty()) return;
        const std::lock_guard lock(mutex);
        for (const int item : some) ++seen[static_cast<std::size_t>(item)];
      }
    });
  }
  for (int i = 0; i < kItems; ++i) ASSERT_TRUE(queue.PushWhenRoom(i, 1));
  queue.Close();
  for (auto& reader : readers) reader.join();
  EXPECT_EQ(seen, std::vector<int>(kItems, 1));
}

}  // namespace
}  // namespace tanji::node
