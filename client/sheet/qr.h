// QR codes (ISO/IEC 18004), as squares of light and dark modules.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace tanji::client::sheet {

// The light margin that every symbol needs on each side, in modules (ISO/IEC 18004, 9.1).
inline constexpr int kQuietZoneModules = 4;

class QrCode {
 public:
  // `text` in byte mode with error correction level M (15 %), in the smallest version that holds
  // it. The bytes are UTF-8; no ECI says so, because readers assume it and some stumble over one.
  // nullopt if `text` is empty, is not UTF-8, or is longer than the 2331 bytes of version 40-M.
  static std::optional<QrCode> Encode(std::string_view text);

  // Modules along one side, without the quiet zone: 21 to 177.
  int size() const { return size_; }
  // 0 <= row, column < size().
  bool IsDark(int row, int column) const {
    return is_dark_[static_cast<std::size_t>(row) * static_cast<std::size_t>(size_) +
                    static_cast<std::size_t>(column)];
  }

  // The dark modules as data of one SVG path: a module is 1 unit, the symbol's corner is at 0,0.
  std::string SvgPath() const;

 private:
  QrCode(int size, std::vector<bool> is_dark) : size_(size), is_dark_(std::move(is_dark)) {}

  int size_;
  std::vector<bool> is_dark_;
};

}  // namespace tanji::client::sheet
