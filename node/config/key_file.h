// Private keys of the node: a file of 64 hexadecimal digits and a newline, the 32-byte Ed25519
// seed, which only its owner may read.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>

#include <string>
#include <string_view>

#include "crypto/sign/keys.h"

namespace tanji::node {

// Creates the file with mode 0600, synced. AlreadyExists: nothing is ever overwritten.
absl::Status WriteKeyFile(const std::string& path, const crypto::SigningKey& key);

// Creates a file that only its owner may read, mode 0600, synced. AlreadyExists as above.
absl::Status WriteSecretFile(const std::string& path, std::string_view text);

// NotFound; PermissionDenied for a file that others may read or write, or that is not a regular
// file; InvalidArgument for other contents.
absl::StatusOr<crypto::SigningKey> ReadKeyFile(const std::string& path);

}  // namespace tanji::node
