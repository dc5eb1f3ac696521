// Footprints for other generators.
#pragma once

#include <string>

#include "tests/property/generate/scene.h"

namespace tanji::property {

// The uuid of one of the author's, or of anybody's where that is empty, that is declared, or a
// draft as asked for; now and then any, or none.
std::string AnyFootprint(Scene& scene, const std::string& author, bool draft);

}  // namespace tanji::property
