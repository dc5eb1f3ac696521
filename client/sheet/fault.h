// Why a label, a page or a link was not made: one enumerator per reason.
#pragma once

#include <cassert>
#include <string_view>
#include <utility>
#include <variant>

namespace tanji::client::sheet {

// Not part of any format: the numbers may change.
enum class SheetFault {
  // A label (svg.h).
  kLinkUnusable,  // empty, or not UTF-8
  kLinkTooLong,   // more than kMaxLinkBytes: its QR code would be too fine to scan
  // Pages (page.h).
  kNoLabels,
  kTooManyLabels,  // more than kMaxSheetLabels
  // A GS1 Digital Link (gs1_link.h).
  kResolverMalformed,  // not https://host[:port][/prefix], or a prefix that is read as GS1 data
  kGtinMalformed,      // not 8, 12, 13 or 14 digits
  kGtinCheckDigitFalse,
  kLotMalformed,     // not 1 to 20 characters of CSET 82, or "." or ".."
  kSerialMalformed,  // likewise
};

// The enumerator's name without the k, for logs and tests.
std::string_view ToString(SheetFault fault);

// A value, or the fault that prevented it.
template <class T>
class [[nodiscard]] SheetOr {
 public:
  SheetOr(T value) : state_(std::in_place_index<0>, std::move(value)) {}  // NOLINT: implicit
  SheetOr(SheetFault fault) : state_(std::in_place_index<1>, fault) {}    // NOLINT: implicit

  bool ok() const { return state_.index() == 0; }
  // Only if !ok(), asserted.
  SheetFault fault() const {
    assert(!ok());
    return *std::get_if<1>(&state_);
  }
  // Only if ok(), asserted.
  const T& operator*() const& {
    assert(ok());
    return *std::get_if<0>(&state_);
  }
  T&& operator*() && {
    assert(ok());
    return std::move(*std::get_if<0>(&state_));
  }
  const T* operator->() const { return &**this; }

 private:
  std::variant<T, SheetFault> state_;
};

}  // namespace tanji::client::sheet
