#include "client/sheet/qr.h"

#include <fmt/format.h>
#include <qrencode.h>

#include <iterator>
#include <memory>

#include "crypto/wire/utf8.h"

namespace tanji::client::sheet {
namespace {

// Version 40 with level M in byte mode (ISO/IEC 18004, table 7).
constexpr std::size_t kMaxBytes = 2331;

struct Free {
  void operator()(QRcode* code) const { QRcode_free(code); }
};

}  // namespace

std::optional<QrCode> QrCode::Encode(std::string_view text) {
  if (text.empty() || text.size() > kMaxBytes || !crypto::IsValidUtf8(text)) return std::nullopt;
  const std::unique_ptr<QRcode, Free> code(QRcode_encodeData(
      static_cast<int>(text.size()), reinterpret_cast<const unsigned char*>(text.data()),
      /*version=*/0, QR_ECLEVEL_M));
  if (!code) return std::nullopt;
  const auto modules = static_cast<std::size_t>(code->width) * code->width;
  std::vector<bool> is_dark(modules);
  // The lowest bit is the colour; the others say what a module is for.
  for (std::size_t i = 0; i < modules; ++i) is_dark[i] = (code->data[i] & 1) != 0;
  return QrCode(code->width, std::move(is_dark));
}

std::string QrCode::SvgPath() const {
  std::string path;
  for (int row = 0; row < size_; ++row) {
    for (int column = 0; column < size_;) {
      const int start = column;
      while (column < size_ && IsDark(row, column)) ++column;
      const int run = column - start;
      // One rectangle per run, not per module: no hairlines between neighbours.
      if (run > 0) {
        fmt::format_to(std::back_inserter(path), "M{} {}h{}v1h-{}z", start, row, run, run);
      } else {
        ++column;
      }
    }
  }
  return path;
}

}  // namespace tanji::client::sheet
