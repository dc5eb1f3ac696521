// What an operation or a check came to: a stable code and the parameters of its message. An
// Outcome is about input and meaning; failures of the machine are absl::Status and stop the node.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "tanji/v1/outcome.pb.h"

namespace tanji::ledger {

// Parameters of a message by name, in the order in which they were given. They are not part of any
// hashed byte: only the code is.
using Detail = std::vector<std::pair<std::string, std::string>>;

class [[nodiscard]] Outcome {
 public:
  Outcome() = default;  // CODE_OK
  explicit Outcome(v1::Code code, Detail detail = {}) : code_(code), detail_(std::move(detail)) {}

  bool ok() const { return code_ == v1::CODE_OK; }
  v1::Code code() const { return code_; }
  const Detail& detail() const { return detail_; }

  static Outcome Ok() { return Outcome(); }

 private:
  v1::Code code_ = v1::CODE_OK;
  Detail detail_;
};

// `return Refuse(v1::CODE_FIELD_TOO_LONG, {{"field", "title.zh"}, {"limit", "1024"}});`
inline Outcome Refuse(v1::Code code, Detail detail = {}) {
  return Outcome(code, std::move(detail));
}

// Returns from the calling function unless the expression is CODE_OK.
#define TANJI_RETURN_IF_REFUSED(expression)                                                \
  do {                                                                                     \
    if (::tanji::ledger::Outcome refused_ = (expression); !refused_.ok()) return refused_; \
  } while (false)

}  // namespace tanji::ledger
