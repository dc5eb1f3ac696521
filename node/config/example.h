// The configuration file that `tanjid init` writes: every key, with its default and what it does.
#pragma once

#include <string>
#include <string_view>

namespace tanji::node {

// For the node `id`, which is a chosen id.
std::string ExampleConfig(std::string_view id);

}  // namespace tanji::node
