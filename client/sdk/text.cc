#include "client/sdk/text.h"

namespace tanji::client {

std::string Fill(std::string_view text, const Detail& detail) {
  std::string out;
  std::size_t copied = 0;
  std::size_t from = 0;
  for (auto name = internal::NextPlaceholder(text, from); !name.empty();
       name = internal::NextPlaceholder(text, from)) {
    const std::size_t open = static_cast<std::size_t>(name.data() - text.data()) - 1;
    for (const auto& [key, value] : detail) {
      if (key != name) continue;
      out.append(text.substr(copied, open - copied)).append(value);
      copied = open + name.size() + 2;
      break;
    }
  }
  return out.append(text.substr(copied));
}

}  // namespace tanji::client
