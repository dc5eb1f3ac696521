#include "client/cli/json_lines.h"

#include <algorithm>
#include <iterator>
#include <nlohmann/json.hpp>
#include <optional>

#include "client/cli/messages.h"

namespace tanji::client::cli {
namespace {

constexpr std::size_t kMaxDepth = 64;

// How far the parser has read: the line of the last character that is not white space.
struct Position {
  int line = 1;
  int token_line = 1;
};

// An input iterator over the text that keeps the position of its furthest copy.
class Reader {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Reader(const char* at, Position* position) : at_(at), position_(position) {}
  reference operator*() const { return *at_; }
  Reader& operator++() {
    const char c = *at_++;
    if (c != ' ' && c != '\t' && c != '\r' && c != '\n') position_->token_line = position_->line;
    if (c == '\n') ++position_->line;
    return *this;
  }
  Reader operator++(int) {
    Reader before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Reader& other) const { return at_ == other.at_; }
  bool operator!=(const Reader& other) const { return at_ != other.at_; }

 private:
  const char* at_;
  Position* position_;
};

// Takes the parser's events.
class Builder {
 public:
  using Json = nlohmann::json;

  Builder(const std::string& file, const Position& position) : file_(file), position_(position) {}

  bool null() { return Put(JsonNode::Kind::kNull, "null"); }
  bool boolean(bool value) { return Put(JsonNode::Kind::kBool, value ? "true" : "false"); }
  bool number_integer(Json::number_integer_t value) {
    return Put(JsonNode::Kind::kNumber, std::to_string(value));
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return Put(JsonNode::Kind::kNumber, std::to_string(value));
  }
  bool number_float(Json::number_float_t, const std::string& written) {
    return Put(JsonNode::Kind::kNumber, written);
  }
  bool string(std::string& value) { return Put(JsonNode::Kind::kText, value); }
  bool binary(Json::binary_t&) { return false; }

  bool start_object(std::size_t) { return Open(JsonNode::Kind::kObject); }
  bool start_array(std::size_t) { return Open(JsonNode::Kind::kList); }
  bool end_object() { return Close(); }
  bool end_array() { return Close(); }
  bool key(std::string& name) {
    JsonNode& object = *open_.back();
    if (object.Find(name) != nullptr) {
      error_ =
          Error(kJsonRepeatedField,
                {{"file", file_}, {"line", std::to_string(position_.token_line)}, {"field", name}});
      return false;
    }
    object.names.push_back(name);
    object.name_lines.push_back(position_.token_line);
    return true;
  }
  bool parse_error(std::size_t, const std::string& token, const Json::exception&) {
    return Fail(token.empty() ? "…" : token);
  }

  Result<JsonNode> Finish(bool parsed) && {
    if (error_) return *std::move(error_);
    if (!parsed || !root_)
      return Error(kJsonSyntax, {{"file", file_}, {"line", "1"}, {"reason", "…"}});
    return *std::move(root_);
  }

 private:
  bool Fail(const std::string& reason) {
    error_ = Error(
        kJsonSyntax,
        {{"file", file_}, {"line", std::to_string(position_.token_line)}, {"reason", reason}});
    return false;
  }
  JsonNode* Place(JsonNode node) {
    if (open_.empty()) {
      root_ = std::move(node);
      return &*root_;
    }
    // Only the last child of each open node can be open itself, so the addresses stay good.
    open_.back()->children.push_back(std::move(node));
    return &open_.back()->children.back();
  }
  bool Put(JsonNode::Kind kind, std::string text) {
    JsonNode node;
    node.kind = kind;
    node.line = position_.token_line;
    node.text = std::move(text);
    Place(std::move(node));
    return true;
  }
  bool Open(JsonNode::Kind kind) {
    if (open_.size() == kMaxDepth) return Fail("{{{");
    JsonNode node;
    node.kind = kind;
    node.line = position_.token_line;
    open_.push_back(Place(std::move(node)));
    return true;
  }
  bool Close() {
    open_.pop_back();
    return true;
  }

  const std::string& file_;
  const Position& position_;
  std::optional<JsonNode> root_;
  std::vector<JsonNode*> open_;
  std::optional<Error> error_;
};

}  // namespace

const JsonNode* JsonNode::Find(std::string_view name) const {
  const auto found = std::find(names.begin(), names.end(), name);
  const auto index = static_cast<std::size_t>(found - names.begin());
  // While an object is being read its last name has no child yet.
  static const JsonNode kPending;
  if (found == names.end()) return nullptr;
  return index < children.size() ? &children[index] : &kPending;
}

Result<JsonNode> ParseJsonLines(std::string_view text, const std::string& file) {
  Position position;
  Builder builder(file, position);
  const bool parsed = nlohmann::json::sax_parse(
      Reader(text.data(), &position), Reader(text.data() + text.size(), &position), &builder,
      nlohmann::json::input_format_t::json, /*strict=*/true, /*ignore_comments=*/true);
  return std::move(builder).Finish(parsed);
}

}  // namespace tanji::client::cli
