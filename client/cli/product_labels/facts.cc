#include "client/cli/product_labels/facts.h"

#include <algorithm>

#include "client/cli/footprints/about_sheet.h"
#include "client/cli/number_text.h"

namespace tanji::client::cli {
namespace {

constexpr Text kNotAssessed{"未评估：{what}", "Not assessed: {what}"};
constexpr Text kHarvests{"足迹所含收获季数：{count}", "Harvests in the footprint: {count}"};
constexpr Text kInMarket{"（市场：{market}）", " (market: {market})"};
constexpr Text kUpperBound{"数值为范围上限", "The value is the upper bound of its range"};

sheet::Text Both(const v1::BilingualText& text) {
  return {text.zh(), text.en()};
}
sheet::Text Both(const Text& text, const Detail& zh, const Detail& en) {
  return {Say(text, Language::kZh, zh), Say(text, Language::kEn, en)};
}

// "0.412 kg CO₂e/kg" for "kgCO2e/kg".
std::string WithUnit(const std::string& number, std::string unit) {
  constexpr std::string_view kPlain = "kgCO2e";
  if (unit.starts_with(kPlain)) unit.replace(0, kPlain.size(), "kg CO₂e");
  return number + " " + unit;
}

sheet::Text PartyOf(const v1::CertificateAnswer& certificate, const std::string& name) {
  for (const auto& participant : certificate.participants()) {
    if ("participants/" + participant.id() == name) return Both(participant.legal_name());
  }
  return {name, name};
}

// As the scheme names it; its id where it has no such grade.
std::string GradeText(const std::string& grade, const v1::SchemeRequirements& requirements) {
  const auto found = std::ranges::find(requirements.grades(), grade, &v1::SchemeGrade::id);
  if (found == requirements.grades().end()) return grade;
  const auto& name = found->name();
  const bool both = !name.zh().empty() && !name.en().empty();
  return name.zh() + (both ? " " : "") + name.en();
}

std::string Joined(const std::vector<std::string>& words, std::string_view between) {
  std::string out;
  for (const auto& word : words) out.append(out.empty() ? "" : between).append(word);
  return out;
}

void AddNotes(const v1::CertificateAnswer& certificate, sheet::SheetLabel& out) {
  const auto& header = certificate.footprint().footprint().header();
  const auto zh = Joined(LeftOutIn(header, Language::kZh), "、");
  const auto en = Joined(LeftOutIn(header, Language::kEn), ", ");
  if (!zh.empty()) out.notes.push_back(Both(kNotAssessed, {{"what", zh}}, {{"what", en}}));
  if (header.has_perennial()) {
    const Detail count{{"count", std::to_string(header.perennial().harvests())}};
    out.notes.push_back(Both(kHarvests, count, count));
  }
  if (certificate.certificate().rule() == v1::DECISION_RULE_UPPER_BOUND) {
    out.notes.push_back(Both(kUpperBound, {}, {}));
  }
}

}  // namespace

sheet::SheetLabel FactsOf(const v1::LabelAnswer& answer,
                          const v1::SchemeRequirements& requirements) {
  const auto& certificate = answer.certificate();
  const auto& record = certificate.certificate();
  const auto numbers = ShortenTogether(record.compared(), answer.year().threshold());
  sheet::SheetLabel out;
  out.scheme = Both(certificate.scheme().name());
  out.product = Both(certificate.product().name());
  out.claim = Both(answer.claim());
  const Detail market{{"market", answer.label().market()}};
  out.claim.zh += Say(kInMarket, Language::kZh, market);
  out.claim.en += Say(kInMarket, Language::kEn, market);
  out.example = certificate.scheme().example();
  out.grade = GradeText(answer.year().grade(), requirements);
  out.value = WithUnit(numbers.value, record.unit());
  out.limit = "≤ " + WithUnit(numbers.limit, record.unit());
  out.harvest_year = std::to_string(answer.label().harvest_year());
  out.lot = answer.label().lot().substr(answer.label().lot().rfind('/') + 1);
  out.producer = PartyOf(certificate, record.producer());
  out.certifier = PartyOf(certificate, record.certifier());
  out.serial = answer.label().serial();
  AddNotes(certificate, out);
  return out;
}

}  // namespace tanji::client::cli
