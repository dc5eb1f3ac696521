// A value or the Error that kept us from having it.
#pragma once

#include <cassert>
#include <optional>
#include <utility>
#include <variant>

#include "client/sdk/error.h"

namespace tanji::client {

template <class T>
class [[nodiscard]] Result {
 public:
  Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT: implicit
  Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT: implicit
  Result(const Fault& fault) : Result(Error(fault)) {}                       // NOLINT: implicit

  bool ok() const { return state_.index() == 0; }
  explicit operator bool() const { return ok(); }

  T& operator*() & { return value(); }
  const T& operator*() const& { return value(); }
  T&& operator*() && { return std::move(value()); }
  T* operator->() { return &value(); }
  const T* operator->() const { return &value(); }

  const Error& error() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }

 private:
  T& value() {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  const T& value() const {
    assert(ok());
    return *std::get_if<0>(&state_);
  }

  std::variant<T, Error> state_;
};

// Nothing, or an Error.
class [[nodiscard]] Done {
 public:
  Done() = default;
  Done(Error error) : error_(std::move(error)) {}   // NOLINT: implicit
  Done(const Fault& fault) : Done(Error(fault)) {}  // NOLINT: implicit

  bool ok() const { return !error_.has_value(); }
  explicit operator bool() const { return ok(); }
  const Error& error() const {
    assert(!ok());
    return *error_;
  }

 private:
  std::optional<Error> error_;
};

#define TANJI_CLIENT_CONCAT_(a, b) a##b
#define TANJI_CLIENT_CONCAT(a, b) TANJI_CLIENT_CONCAT_(a, b)

// Returns the error of a Result or a Done from the calling function.
#define TANJI_TRY(expression)                                            \
  do {                                                                   \
    if (auto tried_ = (expression); !tried_.ok()) return tried_.error(); \
  } while (false)

// TANJI_ASSIGN(const auto key, OpenKey(path)): the value, or returns the error.
#define TANJI_ASSIGN(declaration, expression) \
  TANJI_ASSIGN_AS(TANJI_CLIENT_CONCAT(result_, __LINE__), declaration, expression)
#define TANJI_ASSIGN_AS(result, declaration, expression) \
  auto result = (expression);                            \
  if (!result.ok()) return result.error();               \
  declaration = *std::move(result)

}  // namespace tanji::client
