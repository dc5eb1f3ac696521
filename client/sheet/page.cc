#include "client/sheet/page.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "client/sheet/flow.h"
#include "client/sheet/svg.h"
#include "client/sheet/text.h"

namespace tanji::client::sheet {
namespace {

constexpr double kPageWidthMm = 210;
constexpr double kPageHeightMm = 297;
constexpr std::size_t kColumns = 2;
constexpr double kLeftMm = 10;
constexpr double kTopMm = 8;
constexpr double kColumnGapMm = 6;
constexpr double kRowGapMm = 2;

constexpr double kCropLengthMm = 1;
constexpr double kCropDistanceMm = 0.5;  // from the label, so that no ink is left on it
constexpr double kCropInkMm = 0.1;

constexpr double kFootTopMm = 284;
constexpr double kFootHeightMm = 5.4;
constexpr double kFootMm = 2.3;
constexpr double kFootFloorMm = 1.8;

Box PlaceOf(std::size_t index_on_page) {
  const auto column = static_cast<double>(index_on_page % kColumns);
  const auto row = static_cast<double>(index_on_page / kColumns);
  return {kLeftMm + column * (kLabelWidthMm + kColumnGapMm),
          kTopMm + row * (kLabelHeightMm + kRowGapMm), kLabelWidthMm, kLabelHeightMm};
}

// Two short lines outside each corner of `label`.
void AppendCropMarks(const Box& label, std::string& svg) {
  constexpr double kFar = kCropDistanceMm + kCropLengthMm;
  const double right_mm = label.x_mm + label.width_mm;
  const double bottom_mm = label.y_mm + label.height_mm;
  for (const double x : {label.x_mm, right_mm}) {
    for (const double y : {label.y_mm - kFar, bottom_mm + kCropDistanceMm}) {
      AppendBar({x - kCropInkMm / 2, y, kCropInkMm, kCropLengthMm}, Ink::kBlack, svg);
    }
  }
  for (const double y : {label.y_mm, bottom_mm}) {
    for (const double x : {label.x_mm - kFar, right_mm + kCropDistanceMm}) {
      AppendBar({x, y - kCropInkMm / 2, kCropLengthMm, kCropInkMm}, Ink::kBlack, svg);
    }
  }
}

// A window for one label: what would leave it is cut off and cannot reach its neighbours.
void AppendLabel(const Box& place, const std::string& body, std::string& svg) {
  fmt::format_to(std::back_inserter(svg),
                 R"(<svg x="{}" y="{}" width="{}" height="{}" viewBox="0 0 {} {}" )"
                 "overflow=\"hidden\">\n{}</svg>\n",
                 Number(place.x_mm), Number(place.y_mm), Number(place.width_mm),
                 Number(place.height_mm), Number(kLabelWidthMm), Number(kLabelHeightMm), body);
}

void AppendFootPart(const std::string& text, double x_mm, double width_mm, Align align,
                    std::string& svg) {
  const std::string clean = CleanText(text);
  if (clean.empty()) return;
  const Flowed flowed = Flow({{clean, Script::kZh, Face::kRegular, kFootMm, kFootFloorMm}},
                             {x_mm, kFootTopMm, width_mm, kFootHeightMm}, align);
  for (const Line& line : flowed.lines) AppendLine(line, svg);
}

void AppendFoot(const PageFoot& foot, std::size_t page, std::size_t page_count, std::string& svg) {
  AppendFootPart(foot.ledger, kLeftMm, 62, Align::kLeft, svg);
  AppendFootPart(InGroups(CleanText(foot.label_serial)), 74, 38, Align::kCentre, svg);
  AppendFootPart(fmt::format("第 {0}/{1} 页 Page {0}/{1}", page, page_count), 114, 42,
                 Align::kCentre, svg);
  AppendFootPart(foot.date, 158, 42, Align::kRight, svg);
}

}  // namespace

SheetOr<Pages> DrawPages(const std::vector<SheetLabel>& labels, const PageFoot& foot) {
  if (labels.empty()) return SheetFault::kNoLabels;
  if (labels.size() > kMaxSheetLabels) return SheetFault::kTooManyLabels;
  const std::size_t page_count = (labels.size() + kLabelsPerPage - 1) / kLabelsPerPage;
  Pages pages;
  for (std::size_t page = 0; page < page_count; ++page) {
    std::string svg = OpenDocument(kPageWidthMm, kPageHeightMm);
    const std::size_t end = std::min(labels.size(), (page + 1) * kLabelsPerPage);
    for (std::size_t i = page * kLabelsPerPage; i < end; ++i) {
      const auto drawing = DrawLabelBody(labels[i]);
      if (!drawing.ok()) return drawing.fault();
      pages.shortened_labels += drawing->is_shortened ? 1 : 0;
      const Box place = PlaceOf(i % kLabelsPerPage);
      AppendLabel(place, drawing->svg, svg);
      AppendCropMarks(place, svg);
    }
    AppendFoot(foot, page + 1, page_count, svg);
    pages.svgs.push_back(svg + "</svg>\n");
  }
  return pages;
}

}  // namespace tanji::client::sheet
