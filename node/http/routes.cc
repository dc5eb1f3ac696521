#include "node/http/routes.h"

#include <fmt/format.h>

#include "node/proofs/tiles.h"

namespace tanji::node {
namespace {

// A full tile and a partial one never change; but a partial one is of no use to anybody for long.
constexpr std::string_view kImmutable = "public, max-age=31536000, immutable";
constexpr std::string_view kShortLived = "public, max-age=3600";

HttpAnswer NotFound() {
  return PlainError(404, "没有这个资源", "there is no such resource");
}

HttpAnswer NothingServedYet() {
  return PlainError(503, "节点尚未就绪", "the node serves nothing yet");
}

}  // namespace

HttpAnswer PlainError(unsigned status, std::string_view zh, std::string_view en) {
  HttpAnswer answer;
  answer.status = status;
  answer.body = fmt::format("{} · {}\n", zh, en);
  return answer;
}

HttpAnswer Routes::Answer(std::string_view target) const {
  if (target == "/checkpoint") return Checkpoint();
  if (target.starts_with("/tile/")) return Tile(target.substr(1));
  if (target == "/healthz") {
    HttpAnswer answer;
    answer.body = "ok\n";
    return answer;
  }
  if (target == "/readyz") return Ready();
  if (target == "/metrics") {
    HttpAnswer answer;
    answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
    answer.body = sources_.metrics();
    return answer;
  }
  return NotFound();
}

HttpAnswer Routes::Checkpoint() const {
  const auto served = sources_.served->Newest();
  if (!served) return NothingServedYet();
  HttpAnswer answer;
  answer.cache_control = "no-cache";
  answer.any_origin = true;
  answer.body = served->checkpoint;
  return answer;
}

HttpAnswer Routes::Tile(std::string_view path) const {
  const auto parsed = crypto::ParseTilePath(path);
  if (!parsed) return NotFound();
  const auto served = sources_.served->Newest();
  if (!served) return NothingServedYet();
  auto tile = ReadTile(*served, *parsed);
  if (!tile.ok()) {
    return PlainError(500, "节点的存储出错", "the node's storage has failed");
  }
  if (!*tile) return NotFound();
  HttpAnswer answer;
  answer.content_type = "application/octet-stream";
  answer.cache_control = parsed->tile.width == crypto::kTileWidth ? kImmutable : kShortLived;
  answer.any_origin = true;
  answer.body = **std::move(tile);
  return answer;
}

HttpAnswer Routes::Ready() const {
  if (!sources_.served->Newest()) return NothingServedYet();
  const auto reason = sources_.not_ready();
  if (reason) return PlainError(503, reason->zh, reason->en);
  HttpAnswer answer;
  answer.body = "ok\n";
  return answer;
}

}  // namespace tanji::node
