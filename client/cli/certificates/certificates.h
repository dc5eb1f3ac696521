// What the verbs of `certificate` are made of, a file each.
#pragma once

#include "client/cli/command.h"
#include "client/cli/session.h"

namespace tanji::client::cli {

// What it asks for and its status verbs' options are in the table (certificate.cc).
Result<Exit> IssueCertificate(Session& session, const Arguments& arguments);

// Of the certificate, with --also-released-lots of both, with --only-released-lots of these alone.
Result<Exit> ReviewCertificate(Session& session, const Arguments& arguments);
Result<Exit> SuspendCertificate(Session& session, const Arguments& arguments);
Result<Exit> WithdrawCertificate(Session& session, const Arguments& arguments);
Result<Exit> RevokeCertificate(Session& session, const Arguments& arguments);
// Ends --interval of the certificate, --released-interval of the lots, or both.
Result<Exit> ReinstateCertificate(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
