// What the verbs of `label` are made of, a file each.
#pragma once

#include "client/cli/command.h"
#include "client/cli/session.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::client::cli {

// About the label that the argument names, typed or scanned, and its unit: that of --unit, else the
// one that was scanned.
Result<v1::Question> LabelQuestion(const Arguments& arguments, std::string_view argument);

Result<Exit> ReleaseLabel(Session& session, const Arguments& arguments);
Result<Exit> ReportUnits(Session& session, const Arguments& arguments);
// Writes labels to print; kNo, and nothing is written, where the label is not in force.
Result<Exit> PrintLabels(Session& session, const Arguments& arguments);

}  // namespace tanji::client::cli
