#include "client/cli/threshold.h"

#include "client/cli/inputs.h"
#include "client/cli/messages.h"
#include "client/cli/table.h"
#include "ledger/modules/schemes/requirements.h"
#include "ledger/modules/schemes/rules.h"

namespace tanji::client::cli {

Result<v1::Question> SchemeVersionQuestion(const Arguments& arguments, const std::string& name) {
  v1::Question question;
  auto& version = *question.mutable_scheme_version();
  version.set_name(name);
  const auto category = arguments.Find("category"), year = arguments.Find("year");
  if (!category && !year) return question;
  if (!category) return Error(kArgumentMissing, {{"argument", "--category"}});
  if (!year) return Error(kArgumentMissing, {{"argument", "--year"}});
  if (!ledger::CheckCategoryCode(*category, "").ok()) {
    return Error(kBadName, {{"value", *category}, {"expected", "CPC:01316, HS:0804"}});
  }
  version.set_category(*category);
  TANJI_ASSIGN(const std::uint64_t number,
               NumberArgument(*year, "--year", ledger::kFirstSchemeYear, ledger::kLastSchemeYear));
  version.set_harvest_year(static_cast<std::uint32_t>(number));
  return question;
}

std::string LimitText(const v1::SchemeVersionAnswer& answer) {
  if (!answer.threshold().has_limit()) return "";
  return Safe(answer.threshold().limit()) + " " + Safe(answer.requirements().unit());
}

std::string WhyNoThreshold(const v1::SchemeVersionQuestion& question,
                           const v1::SchemeVersionAnswer& answer, Language language) {
  if (!answer.threshold().has_refusal()) return "";
  // The answer carries all that the rule goes by, so the rule says it again, with its parameters.
  ledger::Criteria criteria{question.name(), answer.requirements(), {}};
  if (answer.threshold().has_category()) {
    criteria.categories.push_back(answer.threshold().category());
  }
  ledger::Decimal limit;
  const auto refusal =
      ledger::ThresholdFor(criteria, question.category(), question.harvest_year(), limit);
  return Safe(Error(ErrorKind::kRefused, refusal.code(), refusal.detail()).Message(language));
}

std::string BaseText(const v1::BaseIntensity& base) {
  const auto amount = [](const v1::Amount& a) { return Safe(a.decimal()) + " " + Safe(a.unit()); };
  return base.has_per() ? amount(base.value()) + " ÷ " + amount(base.per()) : amount(base.value());
}

}  // namespace tanji::client::cli
