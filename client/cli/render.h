// Any message of the ledger as lines for people: every field that is set, with its label, so that
// nothing that is signed or proved can hide.
#pragma once

#include <google/protobuf/message.h>

#include <string>

#include "client/cli/table.h"
#include "client/sdk/transaction.h"
#include "ledger/base/timestamp.h"
#include "tanji/v1/text.pb.h"

namespace tanji::client::cli {

struct Style {
  Language language = Language::kEn;
  ledger::UtcOffset offset = ledger::UtcOffset::China();

  std::string Say(const Text& text, const Detail& detail = {}) const {
    return client::Say(text, language, detail);
  }
  std::string Word(const google::protobuf::EnumValueDescriptor& value) const;
};

// Bytes are hexadecimal, times RFC 3339 at the style's offset, enum values words.
Sheet RenderMessage(const google::protobuf::Message& message, const Style& style);

// A transaction before it is signed or sent: envelope, every operation, signatures.
Sheet RenderTransaction(const OpenTransaction& transaction, const Style& style);

// The text in the style's language, else the other one, marked as such; for tables.
std::string PickText(const v1::BilingualText& text, const Style& style);

// The word for a value of an enum.
template <class Enum>
std::string EnumWord(Enum value, const Style& style) {
  const auto* const found = google::protobuf::GetEnumDescriptor<Enum>()->FindValueByNumber(value);
  return found != nullptr ? style.Word(*found) : std::to_string(static_cast<int>(value));
}

}  // namespace tanji::client::cli
