// The collections of resource names, each spelt once.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ledger/base/names.h"

namespace tanji::ledger {

inline constexpr std::string_view kDocumentsCollection = "documents";
inline constexpr std::string_view kParticipantsCollection = "participants";
inline constexpr std::string_view kKeysCollection = "keys";
inline constexpr std::string_view kBallotsCollection = "ballots";
inline constexpr std::string_view kAccreditationsCollection = "accreditations";
inline constexpr std::string_view kLicencesCollection = "licences";
inline constexpr std::string_view kGwpSetsCollection = "gwpSets";
inline constexpr std::string_view kDatasetsCollection = "datasets";
inline constexpr std::string_view kFactorsCollection = "factors";
inline constexpr std::string_view kSchemesCollection = "schemes";
inline constexpr std::string_view kVersionsCollection = "versions";
inline constexpr std::string_view kFacilitiesCollection = "facilities";
inline constexpr std::string_view kProductsCollection = "products";
inline constexpr std::string_view kLotsCollection = "lots";
inline constexpr std::string_view kFootprintsCollection = "footprints";
inline constexpr std::string_view kCorrectionsCollection = "corrections";
inline constexpr std::string_view kStatementsCollection = "statements";
inline constexpr std::string_view kCertificatesCollection = "certificates";
inline constexpr std::string_view kLabelsCollection = "labels";

inline std::string ParticipantName(std::string_view id) {
  return MakeName(kParticipantsCollection, id);
}
// The id alone, as tables have it; nullopt unless `name` is a participant's.
inline std::optional<std::string> ParseParticipantName(std::string_view name) {
  const auto id = ParseName(kParticipantsCollection, name);
  return id ? std::optional<std::string>(*id) : std::nullopt;
}

}  // namespace tanji::ledger
