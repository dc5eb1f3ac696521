// JSON that people write: with comments (// and /* */), and with the line of every value, so that
// a complaint can say where.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/sdk/result.h"

namespace tanji::client::cli {

struct JsonNode {
  enum class Kind { kNull, kBool, kNumber, kText, kList, kObject };
  Kind kind = Kind::kNull;
  int line = 1;
  // Of kText; of kNumber and kBool as written.
  std::string text;
  // Items of a list, members of an object in their order.
  std::vector<JsonNode> children;
  // Of an object: the names of its children and the lines they stand on. No name occurs twice.
  std::vector<std::string> names;
  std::vector<int> name_lines;

  const JsonNode* Find(std::string_view name) const;
};

// `file` is for messages. Faults: kJsonSyntax, kJsonRepeatedField.
Result<JsonNode> ParseJsonLines(std::string_view text, const std::string& file);

}  // namespace tanji::client::cli
