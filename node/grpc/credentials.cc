#include "node/grpc/credentials.h"

#include <fmt/format.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/security/tls_certificate_provider.h>
#include <grpcpp/security/tls_credentials_options.h>
#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/stat.h>

#include <string>

namespace tanji::node {
namespace {

constexpr unsigned kReloadSeconds = 60;

absl::Status Invalid(const std::string& file, std::string_view what) {
  char reason[256] = "";
  ERR_error_string_n(ERR_get_error(), reason, sizeof(reason));
  return absl::InvalidArgumentError(fmt::format("{}: {} ({})", file, what, reason));
}

// gRPC would start with files it cannot use, and then refuse every client.
absl::Status CheckFiles(const GrpcConfig& config) {
  struct stat info = {};
  if (stat(config.tls_key_file.c_str(), &info) != 0 || (info.st_mode & 077) != 0) {
    return absl::PermissionDeniedError(
        fmt::format("{} cannot be read, or others may use it; run: chmod 600 {}",
                    config.tls_key_file, config.tls_key_file));
  }
  ERR_clear_error();
  const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_server_method()),
                                                                  &SSL_CTX_free);
  if (SSL_CTX_use_certificate_chain_file(context.get(), config.tls_certificate_file.c_str()) != 1) {
    return Invalid(config.tls_certificate_file, "is not a PEM certificate chain");
  }
  if (SSL_CTX_use_PrivateKey_file(context.get(), config.tls_key_file.c_str(), SSL_FILETYPE_PEM) !=
      1) {
    return Invalid(config.tls_key_file, "is not the PEM private key of the certificate");
  }
  if (!config.tls_client_ca_file.empty() &&
      SSL_CTX_load_verify_file(context.get(), config.tls_client_ca_file.c_str()) != 1) {
    return Invalid(config.tls_client_ca_file, "holds no PEM certificates");
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeCredentials(const GrpcConfig& config) {
  if (config.tls_certificate_file.empty()) return grpc::InsecureServerCredentials();
  if (const absl::Status status = CheckFiles(config); !status.ok()) return status;
  const bool mutual = !config.tls_client_ca_file.empty();
  grpc::experimental::TlsServerCredentialsOptions options(
      std::make_shared<grpc::experimental::FileWatcherCertificateProvider>(
          config.tls_key_file, config.tls_certificate_file, config.tls_client_ca_file,
          kReloadSeconds));
  options.watch_identity_key_cert_pairs();
  if (mutual) {
    options.watch_root_certs();
    options.set_cert_request_type(GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  }
  return grpc::experimental::TlsServerCredentials(options);
}

}  // namespace tanji::node
