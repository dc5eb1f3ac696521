#include "client/sdk/error.h"

namespace tanji::client {

Error::Error(const Fault& fault, Detail detail)
    : kind_(fault.kind),
      name_(fault.name),
      zh_(fault.text.In(Language::kZh)),
      en_(fault.text.In(Language::kEn)),
      detail_(std::move(detail)) {}

Error::Error(ErrorKind kind, v1::Code code, Detail detail)
    : kind_(kind), name_(ledger::CodeName(code)), code_(code), detail_(std::move(detail)) {}

Error::Error(ErrorKind kind, std::string name, std::string zh, std::string en, Detail detail)
    : kind_(kind),
      name_(std::move(name)),
      zh_(std::move(zh)),
      en_(std::move(en)),
      detail_(std::move(detail)) {}

std::string Error::Message(Language language) const {
  if (code_ != v1::CODE_OK) return ledger::Render(code_, detail_, language);
  return Fill(language == Language::kZh ? zh_ : en_, detail_);
}

void Error::Set(std::string_view name, std::string value) {
  for (auto& [key, old] : detail_) {
    if (key == name) {
      old = std::move(value);
      return;
    }
  }
  detail_.emplace_back(name, std::move(value));
}

}  // namespace tanji::client
