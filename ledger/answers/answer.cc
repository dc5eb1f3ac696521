#include "ledger/answers/answer.h"

#include <algorithm>

#include "crypto/hash/hex.h"
#include "ledger/answers/subjects.h"
#include "ledger/base/names.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/factors/rules.h"
#include "ledger/modules/labels/find.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/schemes/drafts.h"

namespace tanji::ledger {
namespace {

Outcome Malformed(std::string field, std::string_view value, std::string expected) {
  constexpr std::size_t kShownBytes = 160;
  return Refuse(v1::CODE_QUESTION_MALFORMED, {{"field", std::move(field)},
                                              {"value", std::string(value.substr(0, kShownBytes))},
                                              {"expected", std::move(expected)}});
}

Outcome CheckKeys(const v1::RecordsQuestion& question) {
  const auto& keys = question.keys();
  if (keys.empty() || keys.size() > kMaxRecordsAsked) {
    return Malformed("records.keys", std::to_string(keys.size()),
                     "1-" + std::to_string(kMaxRecordsAsked));
  }
  for (int i = 0; i < keys.size(); ++i) {
    if (keys[i].empty() || (i > 0 && keys[i - 1] >= keys[i])) {
      return Malformed("records.keys[" + std::to_string(i) + "]", crypto::ToHex(keys[i]),
                       i == 0 ? "1-65535 bytes" : "> " + crypto::ToHex(keys[i - 1]));
    }
  }
  return Outcome::Ok();
}

// Category and year are asked about together or not at all.
Outcome CheckSchemeVersion(const v1::SchemeVersionQuestion& question) {
  const auto& name = question.name();
  if (!ParseVersionName(name)) {
    return Malformed("scheme_version.name", name, "schemes/ID/versions/ID");
  }
  const auto& category = question.category();
  const bool asks_threshold = !category.empty() || question.harvest_year() != 0;
  if (!asks_threshold) return Outcome::Ok();
  if (!CheckCategory(category, "scheme_version.category").ok()) {
    return Malformed("scheme_version.category", category, "CPC:01316 | HS:080450");
  }
  const auto year = question.harvest_year();
  if (year >= kFirstYear && year <= kLastYear) return Outcome::Ok();
  return Malformed("scheme_version.harvest_year", std::to_string(year),
                   std::to_string(kFirstYear) + "-" + std::to_string(kLastYear));
}

Outcome CheckTimes(const v1::Question& question, std::int64_t block_time_ms, AsOf& at) {
  at.known_ms = question.has_known_time() ? question.known_time() : block_time_ms;
  at.effective_ms = question.has_effective_time() ? question.effective_time() : at.known_ms;
  if (at.known_ms > block_time_ms) {
    return Refuse(v1::CODE_KNOWN_AFTER_BLOCK, {{"known_time", std::to_string(at.known_ms)},
                                               {"block_time", std::to_string(block_time_ms)}});
  }
  if (at.effective_ms > at.known_ms) {
    return Refuse(v1::CODE_EFFECTIVE_AFTER_KNOWN,
                  {{"effective_time", std::to_string(at.effective_ms)},
                   {"known_time", std::to_string(at.known_ms)}});
  }
  return Outcome::Ok();
}

}  // namespace

Outcome CheckQuestion(const v1::Question& question) {
  const auto require = [](bool ok, const char* field, const std::string& value,
                          const char* expected) {
    return ok ? Outcome::Ok() : Malformed(field, value, expected);
  };
  switch (question.ask_case()) {
    case v1::Question::kDocument: {
      const auto& name = question.document().name();
      return require(ParseHashName("documents", name).has_value(), "document.name", name,
                     "documents/SHA256-HEX");
    }
    case v1::Question::kParticipant: {
      const auto& name = question.participant().name();
      return require(ParseName("participants", name).has_value(), "participant.name", name,
                     "participants/ID");
    }
    case v1::Question::kKey: {
      const auto& name = question.key().name();
      return require(ParseHashName("keys", name).has_value(), "key.name", name, "keys/SHA256-HEX");
    }
    case v1::Question::kAccreditation: {
      const auto& name = question.accreditation().name();
      return require(ParseIdName("accreditations", name).has_value(), "accreditation.name", name,
                     "accreditations/UUID");
    }
    case v1::Question::kLicence: {
      const auto& name = question.licence().name();
      return require(ParseIdName("licences", name).has_value(), "licence.name", name,
                     "licences/UUID");
    }
    case v1::Question::kDataset: {
      const auto& name = question.dataset().name();
      return require(ParseName("datasets", name).has_value(), "dataset.name", name, "datasets/ID");
    }
    case v1::Question::kFactor: {
      const auto& name = question.factor().name();
      return require(ParseFactorName(name).has_value(), "factor.name", name,
                     "datasets/ID/factors/CODE");
    }
    case v1::Question::kGwpSet: {
      const auto& name = question.gwp_set().name();
      return require(ParseName("gwpSets", name).has_value(), "gwp_set.name", name, "gwpSets/ID");
    }
    case v1::Question::kFacility: {
      const auto& name = question.facility().name();
      return require(ParseOwned(kFacilitiesCollection, name).has_value(), "facility.name", name,
                     "participants/ID/facilities/ID");
    }
    case v1::Question::kProduct: {
      const auto& name = question.product().name();
      return require(ParseOwned(kProductsCollection, name).has_value(), "product.name", name,
                     "participants/ID/products/ID");
    }
    case v1::Question::kLot: {
      const auto& name = question.lot().name();
      return require(ParseOwned(kLotsCollection, name).has_value(), "lot.name", name,
                     "participants/ID/lots/ID");
    }
    case v1::Question::kSchemeVersion:
      return CheckSchemeVersion(question.scheme_version());
    case v1::Question::kFootprint: {
      const auto& name = question.footprint().name();
      return require(ParseIdName("footprints", name).has_value(), "footprint.name", name,
                     "footprints/UUID");
    }
    case v1::Question::kCorrection: {
      const auto& name = question.correction().name();
      return require(ParseIdName(kCorrectionsCollection, name).has_value(), "correction.name", name,
                     "corrections/UUID");
    }
    case v1::Question::kStatement: {
      const auto& name = question.statement().name();
      return require(ParseIdName(kStatementsCollection, name).has_value(), "statement.name", name,
                     "statements/UUID");
    }
    case v1::Question::kCertificate: {
      const auto& name = question.certificate().name();
      return require(ParseIdName(kCertificatesCollection, name).has_value(), "certificate.name",
                     name, "certificates/UUID");
    }
    case v1::Question::kLabel: {
      const auto& name = question.label().name();
      return require(ParseLabelName(name).has_value(), "label.name", name, "labels/SERIAL");
    }
    case v1::Question::kRecords:
      return CheckKeys(question.records());
    case v1::Question::ASK_NOT_SET:
      break;
  }
  return Malformed(
      "ask", "",
      "document | participant | key | accreditation | licence | records | dataset | factor | "
      "gwp_set | facility | product | lot | scheme_version | footprint | correction | "
      "statement | certificate | label");
}

Outcome AnswerQuestion(const v1::Question& question, std::int64_t block_time_ms,
                       const StateReader& source, v1::Answer& answer) {
  TANJI_RETURN_IF_REFUSED(CheckQuestion(question));
  AsOf at;
  TANJI_RETURN_IF_REFUSED(CheckTimes(question, block_time_ms, at));
  answer.set_effective_time(at.effective_ms);
  answer.set_known_time(at.known_ms);
  bool found = false;
  switch (question.ask_case()) {
    case v1::Question::kDocument:
      found = AnswerDocument(question.document(), at, source, *answer.mutable_document());
      break;
    case v1::Question::kParticipant:
      found = AnswerParticipant(question.participant(), at, source, *answer.mutable_participant());
      break;
    case v1::Question::kKey:
      found = AnswerKey(question.key(), at, source, *answer.mutable_key());
      break;
    case v1::Question::kAccreditation:
      found = AnswerAccreditation(question.accreditation(), at, source,
                                  *answer.mutable_accreditation());
      break;
    case v1::Question::kLicence:
      found = AnswerLicence(question.licence(), at, source, *answer.mutable_licence());
      break;
    case v1::Question::kDataset:
      found = AnswerDataset(question.dataset(), at, source, *answer.mutable_dataset());
      break;
    case v1::Question::kFactor:
      found = AnswerFactor(question.factor(), at, source, *answer.mutable_factor());
      break;
    case v1::Question::kGwpSet:
      found = AnswerGwpSet(question.gwp_set(), at, source, *answer.mutable_gwp_set());
      break;
    case v1::Question::kFacility:
      found = AnswerFacility(question.facility(), at, source, *answer.mutable_facility());
      break;
    case v1::Question::kProduct:
      found = AnswerProduct(question.product(), at, source, *answer.mutable_product());
      break;
    case v1::Question::kLot:
      found = AnswerLot(question.lot(), at, source, *answer.mutable_lot());
      break;
    case v1::Question::kSchemeVersion:
      found = AnswerSchemeVersion(question.scheme_version(), at, source,
                                  *answer.mutable_scheme_version());
      break;
    case v1::Question::kFootprint:
      found = AnswerFootprint(question.footprint(), at, source, *answer.mutable_footprint());
      break;
    case v1::Question::kCorrection:
      found = AnswerCorrection(question.correction(), at, source, *answer.mutable_correction());
      break;
    case v1::Question::kStatement:
      found = AnswerStatement(question.statement(), at, source, *answer.mutable_statement());
      break;
    case v1::Question::kCertificate:
      found = AnswerCertificate(question.certificate(), at, source, *answer.mutable_certificate());
      break;
    case v1::Question::kLabel:
      found = AnswerLabel(question.label(), at, source, *answer.mutable_label());
      break;
    case v1::Question::kRecords:
      found = AnswerRecords(question.records(), source, *answer.mutable_records());
      break;
    case v1::Question::ASK_NOT_SET:
      break;
  }
  answer.set_found(found);
  return Outcome::Ok();
}

}  // namespace tanji::ledger
