#include "client/sheet/flow.h"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <set>
#include <utility>

namespace tanji::client::sheet {
namespace {

// From baseline to baseline, and from the top of a line to its baseline, in em.
constexpr double kPitchEm = 1.2;
constexpr double kAscentEm = 0.93;
// The steps by which all fonts shrink together.
constexpr double kLargestScale = 1.15;
constexpr double kSmallestScale = 0.5;
constexpr double kScaleStep = 0.05;
// Spare room that is given to the gaps, each.
constexpr double kMaxExtraGapMm = 1.1;

struct Set {
  double size_mm = 0;
  Wrapped wrapped;
};

double WidthInEm(const Box& box, double size_mm) {
  return box.width_mm / size_mm;
}

double GapAbove(const std::vector<Paragraph>& paragraphs, std::size_t i) {
  return i == 0 ? 0 : paragraphs[i].gap_mm;
}

double HeightOf(const std::vector<Paragraph>& paragraphs, const std::vector<Set>& sets) {
  double height_mm = 0;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    height_mm += GapAbove(paragraphs, i) +
                 static_cast<double>(sets[i].wrapped.lines.size()) * kPitchEm * sets[i].size_mm;
  }
  return height_mm;
}

std::vector<Set> SetAtScale(const std::vector<Paragraph>& paragraphs, const Box& box,
                            double scale) {
  std::vector<Set> sets;
  for (const auto& paragraph : paragraphs) {
    const double size_mm = std::max(paragraph.floor_mm, paragraph.size_mm * scale);
    sets.push_back(
        {size_mm, {Wrap(paragraph.text, WidthInEm(box, size_mm), paragraph.face), false}});
  }
  return sets;
}

// How many lines each paragraph gets at its floor.
std::vector<std::size_t> ShareLines(const std::vector<Paragraph>& paragraphs,
                                    const std::vector<Set>& wanted, double room_mm) {
  std::vector<std::size_t> shares(paragraphs.size(), 1);
  std::set<int> ranks;
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    ranks.insert(paragraphs[i].rank);
    room_mm -= GapAbove(paragraphs, i) + kPitchEm * wanted[i].size_mm;
  }
  assert(room_mm >= 0);
  for (const int rank : ranks) {
    // In turns, so that the second language is not cut for the first.
    for (bool gave = true; gave;) {
      gave = false;
      for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const double line_mm = kPitchEm * wanted[i].size_mm;
        if (paragraphs[i].rank != rank || shares[i] >= wanted[i].wrapped.lines.size() ||
            line_mm > room_mm) {
          continue;
        }
        ++shares[i];
        room_mm -= line_mm;
        gave = true;
      }
    }
  }
  return shares;
}

std::vector<Set> SetAtFloor(const std::vector<Paragraph>& paragraphs, const Box& box) {
  std::vector<Set> sets = SetAtScale(paragraphs, box, 0);
  const auto shares = ShareLines(paragraphs, sets, box.height_mm);
  for (std::size_t i = 0; i < sets.size(); ++i) {
    sets[i].wrapped = WrapShort(paragraphs[i].text, WidthInEm(box, sets[i].size_mm),
                                paragraphs[i].face, shares[i]);
  }
  return sets;
}

std::size_t CountLines(const std::vector<Set>& sets) {
  std::size_t count = 0;
  for (const auto& set : sets) count += set.wrapped.lines.size();
  return count;
}

std::vector<Set> Fit(const std::vector<Paragraph>& paragraphs, const Box& box) {
  const std::size_t line_count = CountLines(SetAtScale(paragraphs, box, 1));
  for (double scale = kLargestScale; scale >= kSmallestScale; scale -= kScaleStep) {
    auto sets = SetAtScale(paragraphs, box, scale);
    // Larger is not better where a line must be broken for it.
    if (scale > 1 && CountLines(sets) > line_count) continue;
    if (HeightOf(paragraphs, sets) <= box.height_mm) return sets;
  }
  return SetAtFloor(paragraphs, box);
}

double AlignedX(const Box& box, Align align) {
  return box.x_mm + box.width_mm * (align == Align::kLeft ? 0 : align == Align::kCentre ? 0.5 : 1);
}

double ExtraGap(const std::vector<Paragraph>& paragraphs, double spare_mm) {
  const auto gaps = std::count_if(paragraphs.begin(), paragraphs.end(),
                                  [](const Paragraph& p) { return p.gap_mm > 0; });
  return gaps == 0 ? 0 : std::clamp(spare_mm / static_cast<double>(gaps), 0.0, kMaxExtraGapMm);
}

}  // namespace

Flowed Flow(const std::vector<Paragraph>& paragraphs, const Box& box, Align align) {
  auto sets = Fit(paragraphs, box);
  const double extra_mm = ExtraGap(paragraphs, box.height_mm - HeightOf(paragraphs, sets));
  Flowed flowed;
  double top_mm = box.y_mm;
  for (std::size_t i = 0; i < sets.size(); ++i) {
    const auto& paragraph = paragraphs[i];
    const double gap_mm = GapAbove(paragraphs, i);
    top_mm += gap_mm > 0 ? gap_mm + extra_mm : 0;
    flowed.is_shortened |= sets[i].wrapped.is_shortened;
    for (auto& text : sets[i].wrapped.lines) {
      flowed.lines.push_back({AlignedX(box, align), top_mm + kAscentEm * sets[i].size_mm,
                              sets[i].size_mm, std::move(text), paragraph.face, paragraph.script,
                              align});
      top_mm += kPitchEm * sets[i].size_mm;
    }
  }
  return flowed;
}

}  // namespace tanji::client::sheet
