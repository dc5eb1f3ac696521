// What stands on a printed label, from a verified answer: nothing else is printed.
#pragma once

#include <string>

#include "client/sheet/label.h"
#include "tanji/v1/answer.pb.h"
#include "tanji/v1/scheme_rules.pb.h"

namespace tanji::client::cli {

// All but `unit` and `link`. `requirements` are those of the label's version: they have the words
// for its grade.
sheet::SheetLabel FactsOf(const v1::LabelAnswer& answer,
                          const v1::SchemeRequirements& requirements);

}  // namespace tanji::client::cli
