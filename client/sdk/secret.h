// A string that is wiped from memory when it goes: passphrases, seeds, what is read of key files.
#pragma once

#include <string>
#include <string_view>
#include <utility>

namespace tanji::client {

// Movable, not copyable. Moving wipes the source, because short strings are copied by a move.
class Secret {
 public:
  Secret() = default;
  explicit Secret(std::string&& value) : value_(value) { Wipe(value); }
  Secret(Secret&& other) noexcept : value_(other.value_) { Wipe(other.value_); }
  Secret& operator=(Secret&& other) noexcept {
    if (this != &other) {
      Wipe(value_);
      value_ = other.value_;
      Wipe(other.value_);
    }
    return *this;
  }
  ~Secret() { Wipe(value_); }

  std::string_view view() const { return value_; }
  bool empty() const { return value_.empty(); }

  // Overwrites in a way that the compiler may not leave out, then empties.
  static void Wipe(std::string& value);

 private:
  std::string value_;
};

}  // namespace tanji::client
