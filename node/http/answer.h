// What one HTTP request is answered with, before any socket is involved.
#pragma once

#include <string>
#include <string_view>

namespace tanji::node {

struct HttpAnswer {
  unsigned status = 200;
  std::string content_type = "text/plain; charset=utf-8";
  // Empty: no-store.
  std::string cache_control;
  // May be read by pages of any origin: it is public and proves itself.
  bool any_origin = false;
  std::string body;
};

// An error as people read it: both languages and a newline.
HttpAnswer PlainError(unsigned status, std::string_view zh, std::string_view en);

}  // namespace tanji::node
