#include "node/config/example.h"

#include <fmt/format.h>

namespace tanji::node {
namespace {

constexpr std::string_view kExample = R"(# 碳籍节点配置 · Configuration of a Tanji node
# 相对路径以本文件所在目录为准。Relative paths start from the directory of this file.
# 未列出的键一律拒绝。Keys that are not listed here are refused.

[node]
# 本节点在创世文件中的编号。This node's id in the genesis.
id = "{id}"
# 存放账本（store/）与运行信息（run/）。Holds the ledger (store/) and run/ready.
data_directory = "data"
# 64 位十六进制种子，权限 0600。Seeds of 64 hexadecimal digits, mode 0600.
log_key_file = "keys/log.seed"
cosigner_key_file = "keys/cosigner.seed"

[grpc]
# 端口 0 由系统分配。Port 0: the system chooses one.
listen = "127.0.0.1:7050"
# PEM 文件；两项都给出即启用 TLS，文件变化后自动重新读取。
# PEM files; TLS is on where both are given, and they are read again when they change.
tls_certificate_file = ""
tls_key_file = ""
# 给出则要求客户端证书。Given: clients must show a certificate of this authority.
tls_client_ca_file = ""
# 本机之外不用 TLS 须明确许可。Without TLS beyond this machine only if true.
allow_plaintext = false
# 每个连接同时进行的调用。Calls at a time on one connection.
max_concurrent_streams = 256
# 同时订阅事件的客户端。Clients that watch events at a time.
max_watchers = 256
# 收发缓冲区的内存上限。Memory for buffers of messages.
memory_quota_mib = 512
# 每个连接在途的交易数与字节数。Transactions on their way, per connection.
max_pending_per_connection = 4000
max_pending_mib_per_connection = 16

[http]
# /checkpoint、/tile/…、/metrics、/healthz、/readyz
enabled = true
listen = "127.0.0.1:7051"
threads = 1
max_connections = 256
# 一个请求须在此时间内读完并答复。A request is read and answered within this time.
request_timeout_ms = 10000
# 空闲连接的保留时间。How long an idle connection is kept.
idle_timeout_ms = 30000

[pipeline]
# 验证签名的线程；0 为每核一个。Threads that verify signatures; 0: one per core.
verify_threads = 0
# 每个队列的上限。Bounds of each queue.
queue_transactions = 20000
queue_mib = 64
# 无新记录时，每隔此时间重新签署最新检查点。
# While nothing is logged the newest checkpoint is signed again this often.
freshness_interval_s = 600

[storage]
block_cache_mib = 64
write_buffer_mib = 64

[log]
# trace, debug, info, warn, error；SIGHUP 后重新读取。Read again on SIGHUP.
level = "info"
)";

}  // namespace

std::string ExampleConfig(std::string_view id) {
  return fmt::format(fmt::runtime(kExample), fmt::arg("id", id));
}

}  // namespace tanji::node
