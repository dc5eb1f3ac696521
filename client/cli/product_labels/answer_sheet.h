// A label as it was answered, for whoever holds the goods, imports them or signs for them: whether
// it is good and why not, what it says, of which goods, and what it rests on. JSON has the rest.
#pragma once

#include <string>

#include "client/cli/render.h"
#include "client/cli/table.h"
#include "tanji/v1/answer.pb.h"

namespace tanji::client::cli {

// "in force", or since when it is what and why; of a unit, that there is none, or what became of
// it.
std::string LabelVerdict(const v1::LabelAnswer& answer, const Style& style);
Sheet LabelSheet(const v1::LabelAnswer& answer, const Style& style);

// "BT15 3C9K X07W QMZB T".
std::string SerialInGroups(const std::string& serial);

}  // namespace tanji::client::cli
