// Lists of documents that others name.
#pragma once

#include <google/protobuf/repeated_field.h>

#include <string>

#include "tests/property/model/act.h"

namespace tanji::property {

struct World;

using Names = google::protobuf::RepeatedPtrField<std::string>;

// Names of documents, ascending.
Code DocumentsShape(const Names& names);
// Whether each is registered.
Code DocumentsRefusal(const Names& names, const World& world);

}  // namespace tanji::property
