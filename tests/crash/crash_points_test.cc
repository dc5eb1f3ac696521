#include "tests/crash/crash_points.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <string>
#include <vector>

namespace tanji::crash {
namespace {

namespace fs = std::filesystem;

std::string ReadWhole(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// The names in TANJI_CRASH_POINT("...") of the text, once for each use.
std::vector<std::string> NamesIn(const std::string& text) {
  static const std::regex use(R"re(\bTANJI_CRASH_POINT\(\s*"([^"]*)"\s*\))re");
  std::vector<std::string> names;
  for (std::sregex_iterator it(text.begin(), text.end(), use), end; it != end; ++it) {
    names.push_back((*it)[1]);
  }
  return names;
}

// Headers only explain the macro; what runs is in the .cc files.
std::vector<std::string> NamesInSources() {
  std::vector<std::string> names;
  for (const char* folder : {"node", "ledger"}) {
    for (const auto& file : fs::recursive_directory_iterator(fs::path(TANJI_SOURCE_DIR) / folder)) {
      if (file.path().extension() != ".cc") continue;
      for (auto& name : NamesIn(ReadWhole(file.path()))) names.push_back(std::move(name));
    }
  }
  return names;
}

TEST(CrashPoints, TheScanSeesUsesAndNothingElse) {
  EXPECT_THAT(NamesIn("TANJI_CRASH_POINT(\"a\");\n  TANJI_CRASH_POINT( \"b_c\" );\n"
                      "MY_TANJI_CRASH_POINT(\"d\"); TANJI_CRASH_POINT(name)"),
              testing::ElementsAre("a", "b_c"));
}

TEST(CrashPoints, TheTableNamesExactlyThoseInTheSources) {
  std::vector<std::string> table;
  for (const auto& point : kCrashPoints) {
    table.emplace_back(point.name);
    EXPECT_GE(point.largest_hit, 1u) << point.name;
  }
  EXPECT_THAT(NamesInSources(), testing::UnorderedElementsAreArray(table))
      << "a crash point was added or removed: change tests/crash/crash_points.h";
}

}  // namespace
}  // namespace tanji::crash
