// One table of a TOML file, read key by key; what nobody asked for is an unknown key.
#pragma once

#include <absl/status/status.h>

#define TOML_HEADER_ONLY 0
#include <toml++/toml.h>

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

namespace tanji::node {

// Not thread-safe. The first problem found stays; later calls then do nothing.
class Section {
 public:
  // `table` may be null: then every key keeps its default. `file` and `name` stand in messages.
  Section(const toml::table* table, std::string file, std::string name)
      : table_(table), file_(std::move(file)), name_(std::move(name)) {}

  // Each leaves `out` as it is where the key is absent.
  void Read(std::string_view key, std::string& out);
  void Read(std::string_view key, bool& out);
  void Read(std::string_view key, std::int64_t& out, std::int64_t lowest, std::int64_t highest);

  // Reports what is wrong with the value of `key`, by its position.
  void Complain(std::string_view key, std::string_view what);

  // The first key that was not asked for, else the first problem.
  absl::Status Finish();

 private:
  const toml::node* Find(std::string_view key);
  void ComplainAt(const toml::source_region& where, std::string_view what);

  const toml::table* table_;
  const std::string file_, name_;
  std::set<std::string, std::less<>> known_;
  absl::Status status_;
};

}  // namespace tanji::node
