// What is drawn here, others must be able to read: an SVG renderer and a scanner that are not ours
// (Debian's librsvg2-bin and zbar-tools). Without them these tests fail.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <stdio.h>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "client/sheet/page.h"
#include "client/sheet/svg.h"
#include "tests/client/sdk/temporary_directory.h"
#include "tests/client/sheet/samples.h"

namespace tanji::client::sheet {
namespace {

std::string OutputOf(const std::string& command) {
  FILE* const pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) return "popen failed";
  std::string output;
  char buffer[4096];
  while (const std::size_t count = fread(buffer, 1, sizeof buffer, pipe)) {
    output.append(buffer, count);
  }
  EXPECT_EQ(pclose(pipe), 0) << command << "\n" << output;
  return output;
}

// What the scanner finds on a print of `svg`, sorted.
std::vector<std::string> Scanned(const std::string& svg, int dots_per_inch) {
  const TemporaryDirectory directory;
  const std::string drawing = directory / "drawing.svg";
  const std::string print = directory / "print.png";
  std::ofstream(drawing) << svg;
  const std::string dots = std::to_string(dots_per_inch);
  OutputOf("rsvg-convert -d " + dots + " -p " + dots + " -o '" + print + "' '" + drawing +
           "' 2>&1");
  std::istringstream lines(OutputOf("zbarimg --nodbus --raw -q '" + print + "'"));
  std::vector<std::string> links;
  for (std::string line; std::getline(lines, line);) links.push_back(line);
  std::ranges::sort(links);
  return links;
}

TEST(ScanTest, ReadsTheLinkOfALabel) {
  const auto label = Mangoes();
  EXPECT_THAT(Scanned((*DrawLabel(label)).svg, 200), testing::ElementsAre(label.link));
}

TEST(ScanTest, ReadsTheLongestLink) {
  auto label = Endless();
  label.link = "https://id.example.org/";
  label.link += std::string(kMaxLinkBytes - label.link.size(), 'x');
  EXPECT_THAT(Scanned((*DrawLabel(label)).svg, 200), testing::ElementsAre(label.link));
}

TEST(ScanTest, ReadsALabelWhoseTextsAreHostile) {
  auto label = Mangoes();
  label.product = {"</text><rect width=\"92\" height=\"52\"/>\x02&nbsp;", "\xff\xfe<!--"};
  label.link = "https://id.example.org/?a=<&>\"'";
  EXPECT_THAT(Scanned((*DrawLabel(label)).svg, 200), testing::ElementsAre(label.link));
}

TEST(ScanTest, ReadsEveryLabelOfAPage) {
  std::vector<SheetLabel> labels(kLabelsPerPage, Mangoes());
  std::vector<std::string> links;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i].unit = i;
    labels[i].link += "/" + std::to_string(1000 + i);
    links.push_back(labels[i].link);
  }
  const auto pages = DrawPages(labels, {"tanji.example.org", "BT153C9KX07WQMZBT", "2025-07-01"});
  ASSERT_TRUE(pages.ok());
  EXPECT_EQ(Scanned(pages->svgs[0], 150), links);
}

}  // namespace
}  // namespace tanji::client::sheet
