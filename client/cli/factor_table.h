// A person's table of factors as rows of a dataset: CSV with the columns of kFactorColumns, in any
// order, and a description of the dataset. Nothing is guessed: an empty cell becomes the one
// unknown that it can mean, or is refused with its line and column, and never zero.
//
//   code      as in the publication; unique
//   name_zh, name_en   one of them at least; which prevails and how the other came about is as with
//             the dataset's title
//   region    ISO 3166 or EU; empty for models and physical properties: NOT_APPLICABLE
//   year      empty: the publication does not say
//   value     as printed, trailing zeros too; or NOT_PUBLISHED, NOT_READ, ...; never empty
//   low, high both, or both empty: NOT_PUBLISHED; or a reason
//   unit      in any spelling of ledger/base/unit.h
//   kind, boundary     without their prefix; an empty boundary of a model or a property:
//   NOT_APPLICABLE gwp_set   an id such as ar6, or a reason; empty where the unit is not one of
//   CO2e note, unusual      in Chinese or English, may be empty; `unusual` may be left out
//   altogether source    where in the publication
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "client/cli/json_message.h"
#include "client/sdk/result.h"
#include "tanji/v1/factors.pb.h"

namespace tanji::client::cli {

// `text` is the description: a CreateDataset as JSON, without `transcription_sha256`, which is that
// of `csv`.
Result<v1::CreateDataset> ReadDatasetDescription(std::string_view text, const JsonSource& source,
                                                 std::string_view csv);

// The rows of `csv`, each of a form that the ledger accepts, ascending by code. `file` is for
// messages.
Result<std::vector<v1::FactorRow>> ReadFactorRows(std::string_view csv, const std::string& file,
                                                  const v1::CreateDataset& dataset);

// The rows in messages that each fit a transaction.
std::vector<v1::AddFactors> SplitRows(const std::string& dataset,
                                      const std::vector<v1::FactorRow>& rows);

// DatasetProgress.rows_digest of a dataset with exactly these rows.
std::string DigestOfRows(const std::string& dataset, const std::vector<v1::FactorRow>& rows);

}  // namespace tanji::client::cli
