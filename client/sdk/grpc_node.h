// A node at the other end of a gRPC connection.
#pragma once

#include <memory>
#include <string>

#include "client/sdk/node.h"

namespace tanji::client {

struct ConnectOptions {
  // host:port, or unix:/path.
  std::string address;
  // PEM files. Empty: the system's certificate authorities.
  std::string tls_ca_file;
  // Of this client (mTLS); both or none.
  std::string tls_certificate_file;
  std::string tls_key_file;
  // Without TLS although the address is not this machine's.
  bool plaintext = false;
};

// Loopback addresses and Unix sockets are spoken to without TLS unless a CA is given. Connecting
// happens with the first call. Faults: kTlsPair, and files that cannot be read.
Result<std::unique_ptr<Node>> ConnectNode(const ConnectOptions& options);

// True for 127.0.0.0/8, ::1, localhost and Unix sockets.
bool IsThisMachine(const std::string& address);

}  // namespace tanji::client
