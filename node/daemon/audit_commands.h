// `tanjid fsck` and `tanjid replay`. Both need the node to be stopped; both return the exit status:
// 0 if all agrees, 1 at the first disagreement, which they name.
#pragma once

#include <string>

namespace tanji::node {

int RunFsck(const std::string& config_file);

// `explain`: the id of a transaction in hexadecimal, whose refusal is explained; or empty.
int RunReplay(const std::string& config_file, const std::string& explain);

}  // namespace tanji::node
