#include "node/daemon/log.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace tanji::node {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

std::string Captured(const std::function<void()>& body) {
  testing::internal::CaptureStderr();
  body();
  return testing::internal::GetCapturedStderr();
}

TEST(Log, LinesAreKeysAndValues) {
  const std::string line = Captured([] {
    StartLog("info");
    LogLine(LogLevel::kInfo, "ready").With("grpc", "127.0.0.1:7050").WithNumber("height", 12);
  });
  EXPECT_THAT(line, MatchesRegex("time=20[0-9-]+T[0-9:.]+Z level=info event=ready "
                                 "grpc=127\\.0\\.0\\.1:7050 height=12\n"));
}

// Whatever is in a value, a line stays one line and its keys cannot be forged.
TEST(Log, ValuesAreQuotedWhereTheyHaveToBe) {
  const std::string lines = Captured([] {
    StartLog("info");
    LogLine(LogLevel::kWarn, "e")
        .With("a", "")
        .With("b", "x y")
        .With("c", "k=v")
        .With("d", "say \"hi\"\\\nlevel=error\x01");
  });
  EXPECT_THAT(lines,
              HasSubstr("a=\"\" b=\"x y\" c=\"k=v\" d=\"say \\\"hi\\\"\\\\\\nlevel=error \"\n"));
  EXPECT_EQ(std::count(lines.begin(), lines.end(), '\n'), 1);
}

TEST(Log, TheLevelDecides) {
  const std::string lines = Captured([] {
    StartLog("warn");
    LogLine(LogLevel::kInfo, "quiet");
    LogLine(LogLevel::kWarn, "loud");
    SetLogLevel("debug");
    LogLine(LogLevel::kDebug, "now");
  });
  EXPECT_THAT(lines, testing::Not(HasSubstr("quiet")));
  EXPECT_THAT(lines, HasSubstr("event=loud"));
  EXPECT_THAT(lines, HasSubstr("event=now"));
}

}  // namespace
}  // namespace tanji::node
