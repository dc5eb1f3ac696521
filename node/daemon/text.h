// What tanjid says to its operator: Chinese where the locale is Chinese, else English.
#pragma once

#include <absl/status/status.h>

#include <string>
#include <string_view>

#include "ledger/base/outcome_text.h"
#include "node/audit/block_walk.h"

namespace tanji::node {

// By LC_ALL, LC_MESSAGES, LANG, the first that is set.
ledger::Language OperatorLanguage();

// The text for the operator.
std::string_view Say(std::string_view zh, std::string_view en);

// Of a status; Debian's absl::string_view is not std::string_view.
inline std::string MessageOf(const absl::Status& status) {
  return std::string(status.message());
}

// Shows a long job on standard error: one line that is rewritten on a terminal, else a line every
// ten seconds.
Progress StderrProgress();

}  // namespace tanji::node
