// Which question asks about a version of a scheme, and what the threshold in its answer means to
// people.
#pragma once

#include <string>

#include "client/cli/command.h"
#include "client/cli/options.h"
#include "client/cli/render.h"
#include "client/cli/session.h"
#include "tanji/v1/answer.pb.h"
#include "tanji/v1/proof.pb.h"

namespace tanji::client::cli {

inline constexpr Parameter kCategory{
    Kind::kOption,
    "category",
    "CODE",
    {"产品类别，如 CPC:01316；与 --year 同用，给出限值",
     "product category, such as CPC:01316; with --year, for the threshold"}};
inline constexpr Parameter kHarvestYear{
    Kind::kOption, "year", "YEAR", {"收获年份", "calendar year of the harvest"}};

// About version `name`, with --category and --year where they are given: both or neither.
Result<v1::Question> SchemeVersionQuestion(const Arguments& arguments, const std::string& name);

// "0.954926061 kgCO2e/kg"; empty where there is no threshold.
std::string LimitText(const v1::SchemeVersionAnswer& answer);
// Why there is none, as the ledger says it; empty where there is one.
std::string WhyNoThreshold(const v1::SchemeVersionQuestion& question,
                           const v1::SchemeVersionAnswer& answer, Language language);

// "19720 kgCO2e/ha ÷ 15000 kg/ha", as published.
std::string BaseText(const v1::BaseIntensity& base);

}  // namespace tanji::client::cli
