// Heavy headers that most sources include, for builds with TANJI_PRECOMPILE.
#pragma once

#include <absl/status/status.h>
#include <absl/status/statusor.h>
#include <fmt/format.h>

#include <algorithm>
#include <cassert>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "tanji/v1/answer.pb.h"
#include "tanji/v1/genesis.pb.h"
#include "tanji/v1/log.pb.h"
#include "tanji/v1/outcome.pb.h"
#include "tanji/v1/proof.pb.h"
#include "tanji/v1/storage.pb.h"
#include "tanji/v1/transaction.pb.h"
