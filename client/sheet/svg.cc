#include "client/sheet/svg.h"

#include <fmt/format.h>

#include <iterator>
#include <string>
#include <utility>
#include <vector>

#include "client/sheet/flow.h"
#include "client/sheet/qr.h"
#include "client/sheet/text.h"

namespace tanji::client::sheet {
namespace {

constexpr double kPaddingMm = 3;
constexpr double kRight = kLabelWidthMm - kPaddingMm;
constexpr Box kRule{kPaddingMm, 9.9, kRight - kPaddingMm, 0.25};
constexpr Box kBadge{kRight - 27, 3, 27, 5.6};
constexpr double kHeadHeightMm = 6.7;
// The quiet zone is part of the box and serves as its margin, so the code ends below the rule's
// end.
constexpr Box kQr{kRight + 1 - 26, 10.3, 26, 26};
constexpr Box kIdentity{kQr.x_mm, 36.4, kQr.width_mm, 14.3};
constexpr Box kBody{kPaddingMm, 10.9, kQr.x_mm - 1 - kPaddingMm, 39.8};

// The floors: GB 7718-2011, 3.9, wants Chinese characters of 1.8 mm, which a font of 2 mm has;
// Regulation (EU) 1169/2011, article 13(3), an x-height of 0.9 mm, about 0.52 of the font.
constexpr double kFloorZhMm = 2;
constexpr double kFloorEnMm = 1.8;

// How a bilingual text is set: Chinese over English.
struct Style {
  double size_zh_mm, size_en_mm;
  double floor_zh_mm = kFloorZhMm;
  double floor_en_mm = kFloorEnMm;
  Face face_zh = Face::kRegular;
  int rank = 1;
  double gap_mm = 0.5;
};

// The words before a value: "生产者：…" over "Producer: …", or "批次 Lot: …" where one line holds
// it.
std::string Introduced(const Text& words, bool with_zh, bool with_en, const std::string& value) {
  if (words.zh.empty()) return value;
  if (!with_en) return words.zh + "：" + value;
  return (with_zh ? words.zh + " " : "") + words.en + ": " + value;
}

class Column {
 public:
  // Texts in one language only, or the same in both, stand there once behind the words of both.
  void Add(const Text& text, const Style& style, const Text& words = {}) {
    const std::string zh = CleanText(text.zh);
    const std::string en = CleanText(text.en);
    const bool is_single = zh.empty() || en.empty() || zh == en;
    if (!zh.empty()) {
      AddZh(Introduced(words, /*with_zh=*/true, /*with_en=*/is_single, zh), style);
    }
    if (!en.empty() && en != zh) {
      AddEn(Introduced(words, /*with_zh=*/is_single, /*with_en=*/true, en), style,
            is_single ? style.gap_mm : 0);
    }
  }

  // A value that needs no translation.
  void AddValue(const std::string& value, const Text& words, const Style& style) {
    Add({value, value}, style, words);
  }

  const std::vector<Paragraph>& paragraphs() const { return paragraphs_; }

 private:
  void AddZh(std::string text, const Style& style) {
    paragraphs_.push_back({std::move(text), Script::kZh, style.face_zh, style.size_zh_mm,
                           style.floor_zh_mm, style.gap_mm, style.rank});
  }
  void AddEn(std::string text, const Style& style, double gap_mm) {
    paragraphs_.push_back({std::move(text), Script::kEn, Face::kRegular, style.size_en_mm,
                           style.floor_en_mm, gap_mm, style.rank});
  }

  std::vector<Paragraph> paragraphs_;
};

constexpr Style kSchemeStyle{3.2, 2.2, 2.2, kFloorEnMm, Face::kBold};
constexpr Style kProductStyle{3.1, 2.2, 2.4, kFloorEnMm, Face::kBold};
constexpr Style kClaimStyle{2.4, 2.1, kFloorZhMm, kFloorEnMm, Face::kRegular, /*rank=*/0};
constexpr Style kValueStyle{4.6, 4.6, 3.2, 3.2, Face::kBold, 1, 0.7};
constexpr Style kFactStyle{2.2, 2};
constexpr Style kNoteStyle{2.1, 1.9, kFloorZhMm, kFloorEnMm, Face::kRegular, /*rank=*/0, 0.6};
constexpr Style kSerialStyle{2.2, 2.2, kFloorEnMm, kFloorEnMm, Face::kBold, /*rank=*/0};
constexpr Style kIdentityStyle{2, 1.9, kFloorZhMm, kFloorEnMm, Face::kRegular, 1, 0.2};

// All notes as one text, since each may be short and each must be seen.
Text JoinedNotes(const std::vector<Text>& notes) {
  Text joined;
  for (const auto& note : notes) {
    if (joined.zh.size() > kMaxTextBytes && joined.en.size() > kMaxTextBytes) break;
    joined.zh += (joined.zh.empty() || note.zh.empty() ? "" : "；") + note.zh;
    joined.en += (joined.en.empty() || note.en.empty() ? "" : "; ") + note.en;
  }
  return joined;
}

// Grade and harvest share a line: both are short.
std::string GradeAndHarvest(const SheetLabel& label) {
  const std::string grade = CleanText(label.grade);
  const std::string harvest = CleanText(label.harvest_year);
  std::string text;
  if (!grade.empty()) text += "等级 Grade: " + grade;
  if (!grade.empty() && !harvest.empty()) text += "　";
  if (!harvest.empty()) text += "采收 Harvest: " + harvest;
  return text;
}

Flowed Head(const SheetLabel& label) {
  Column column;
  column.Add(label.scheme, kSchemeStyle);
  const double right_mm = label.example ? kBadge.x_mm - 2 : kRight;
  return Flow(column.paragraphs(), {kPaddingMm, kPaddingMm, right_mm - kPaddingMm, kHeadHeightMm},
              Align::kLeft);
}

Flowed Body(const SheetLabel& label) {
  Column column;
  column.Add(label.product, kProductStyle);
  column.Add(label.claim, kClaimStyle);
  column.AddValue(label.value, {}, kValueStyle);
  column.AddValue(label.limit, {"限值", "Limit"}, kFactStyle);
  column.AddValue(GradeAndHarvest(label), {}, kFactStyle);
  column.Add(label.producer, kFactStyle, {"生产者", "Producer"});
  column.Add(label.certifier, kFactStyle, {"认证机构", "Certifier"});
  column.Add(JoinedNotes(label.notes), kNoteStyle);
  return Flow(column.paragraphs(), kBody, Align::kLeft);
}

// What tells this lot, label and unit from others, below the code that leads to them.
Flowed Identity(const SheetLabel& label) {
  Column column;
  column.AddValue(InGroups(CleanText(label.serial)), {}, kSerialStyle);
  if (label.unit) {
    column.AddValue(std::to_string(*label.unit), {"单件", "Unit"}, kIdentityStyle);
  } else {
    column.Add({"二维码不含单件序号", "QR without unit serial"}, kIdentityStyle);
  }
  column.AddValue(label.lot, {"批次", "Lot"}, kIdentityStyle);
  return Flow(column.paragraphs(), kIdentity, Align::kCentre);
}

void AppendBadge(std::string& svg) {
  AppendBar(kBadge, Ink::kBlack, svg);
  constexpr double kSizeMm = 2.7;
  AppendLine({kBadge.x_mm + kBadge.width_mm / 2, kBadge.y_mm + 3.78, kSizeMm, "示例 · EXAMPLE",
              Face::kBold, Script::kZh, Align::kCentre, Ink::kWhite},
             svg);
}

void AppendQr(const QrCode& code, std::string& svg) {
  const double module_mm = kQr.width_mm / (code.size() + 2 * kQuietZoneModules);
  fmt::format_to(std::back_inserter(svg),
                 R"svg(<path transform="translate({} {}) scale({:.6f})" fill="#000" )svg"
                 R"(shape-rendering="crispEdges" d="{}"/>)"
                 "\n",
                 Number(kQr.x_mm + kQuietZoneModules * module_mm),
                 Number(kQr.y_mm + kQuietZoneModules * module_mm), module_mm, code.SvgPath());
}

}  // namespace

SheetOr<LabelDrawing> DrawLabelBody(const SheetLabel& label) {
  if (label.link.size() > kMaxLinkBytes) return SheetFault::kLinkTooLong;
  const auto code = QrCode::Encode(label.link);
  if (!code) return SheetFault::kLinkUnusable;

  LabelDrawing drawing;
  for (const Flowed& flowed : {Head(label), Body(label), Identity(label)}) {
    drawing.is_shortened |= flowed.is_shortened;
    for (const Line& line : flowed.lines) AppendLine(line, drawing.svg);
  }
  if (label.example) AppendBadge(drawing.svg);
  AppendBar(kRule, Ink::kBlack, drawing.svg);
  AppendQr(*code, drawing.svg);
  return drawing;
}

SheetOr<LabelDrawing> DrawLabel(const SheetLabel& label) {
  auto drawing = DrawLabelBody(label);
  if (!drawing.ok()) return drawing.fault();
  return LabelDrawing{OpenDocument(kLabelWidthMm, kLabelHeightMm) + drawing->svg + "</svg>\n",
                      drawing->is_shortened};
}

}  // namespace tanji::client::sheet
