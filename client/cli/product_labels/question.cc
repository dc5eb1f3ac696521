#include <limits>

#include "client/cli/inputs.h"
#include "client/cli/product_labels/labels.h"
#include "client/cli/product_labels/link.h"

namespace tanji::client::cli {

Result<v1::Question> LabelQuestion(const Arguments& arguments, std::string_view argument) {
  const Scanned scanned = ReadScanned(arguments.Get(argument));
  v1::Question question;
  auto& label = *question.mutable_label();
  TANJI_ASSIGN(*label.mutable_name(), LabelArgument(scanned.serial));
  const std::string unit = arguments.Find("unit").value_or(scanned.unit);
  if (!unit.empty()) {
    constexpr std::uint64_t kHighest = std::numeric_limits<std::int64_t>::max();
    TANJI_ASSIGN(const std::uint64_t number, NumberArgument(unit, "--unit", 1, kHighest));
    label.set_unit(number);
  }
  return question;
}

}  // namespace tanji::client::cli
