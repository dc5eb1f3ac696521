#include "node/config/section.h"

#include <fmt/format.h>

namespace tanji::node {

const toml::node* Section::Find(std::string_view key) {
  known_.emplace(key);
  return table_ == nullptr ? nullptr : table_->get(key);
}

void Section::ComplainAt(const toml::source_region& where, std::string_view what) {
  if (!status_.ok()) return;
  status_ = absl::InvalidArgumentError(
      fmt::format("{}:{}:{}: {}", file_, where.begin.line, where.begin.column, what));
}

void Section::Complain(std::string_view key, std::string_view what) {
  const toml::node* node = table_ == nullptr ? nullptr : table_->get(key);
  const std::string text = fmt::format("{}.{}: {}", name_, key, what);
  if (node != nullptr) {
    ComplainAt(node->source(), text);
  } else if (status_.ok()) {
    status_ = absl::InvalidArgumentError(fmt::format("{}: {}", file_, text));
  }
}

void Section::Read(std::string_view key, std::string& out) {
  const toml::node* node = Find(key);
  if (node == nullptr) return;
  if (const auto* value = node->as_string()) {
    out = value->get();
  } else {
    Complain(key, "must be a text in quotes");
  }
}

void Section::Read(std::string_view key, bool& out) {
  const toml::node* node = Find(key);
  if (node == nullptr) return;
  if (const auto* value = node->as_boolean()) {
    out = value->get();
  } else {
    Complain(key, "must be true or false");
  }
}

void Section::Read(std::string_view key, std::int64_t& out, std::int64_t lowest,
                   std::int64_t highest) {
  const toml::node* node = Find(key);
  if (node == nullptr) return;
  const auto* value = node->as_integer();
  if (value != nullptr && value->get() >= lowest && value->get() <= highest) {
    out = value->get();
  } else {
    Complain(key, fmt::format("must be a whole number from {} to {}", lowest, highest));
  }
}

absl::Status Section::Finish() {
  if (table_ == nullptr) return status_;
  for (const auto& [key, node] : *table_) {
    if (known_.contains(key.str())) continue;
    std::string expected;
    for (const auto& name : known_) expected += (expected.empty() ? "" : ", ") + name;
    // A misspelt key explains better than anything else why another one is missing.
    status_ = absl::OkStatus();
    ComplainAt(key.source(),
               fmt::format("unknown key {}.{}; known are: {}", name_, key.str(), expected));
    break;
  }
  return status_;
}

}  // namespace tanji::node
