#include "ledger/modules/labels/invariants.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "ledger/base/rational.h"
#include "ledger/base/serial.h"
#include "ledger/modules/common/invariants.h"
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/labels/tables.h"
#include "ledger/modules/products/find.h"
#include "ledger/modules/products/rules.h"
#include "ledger/modules/products/tables.h"
#include "ledger/modules/schemes/drafts.h"

namespace tanji::ledger {
namespace {

Outcome RecordsAreImmutable(const ChangeSet& changes, const StateReader& before,
                            const StateReader&) {
  for (const auto space :
       {KeySpace::kCertificate, KeySpace::kCertificateSurveillance, KeySpace::kLabel,
        KeySpace::kLabelReport, KeySpace::kReleaseConfirmation}) {
    TANJI_RETURN_IF_REFUSED(CheckImmutable(changes, before, space));
  }
  return Outcome::Ok();
}

template <KeySpace kObjects, KeySpace kHistories, ObjectKeyLength kLength>
Outcome HistoriesContinue(const ChangeSet& changes, const StateReader& before,
                          const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(CheckHistories(changes, before, after, kHistories, kLength));
  return CheckHistoryOfEach(changes, after, kObjects, kHistories, kLength);
}

Id IdOf(std::string_view key) {
  return Id::FromBytes(key.substr(1, Id::kSize)).value_or(Id());
}

// Another's word on a footprint that meets a threshold, by somebody who took no part.
Outcome CertificatesAreDecisions(const ChangeSet& changes, const StateReader&,
                                 const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kCertificate, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto certificate = ParseRecord<v1::Certificate>(*record);
        if (!kCertificateProgress.Has(after, IdOf(key))) return Violated(key, "no progress");
        const auto& evaluators = certificate.evaluators();
        const bool decided_well =
            certificate.certifier() != certificate.producer() && !certificate.years().empty() &&
            std::ranges::find(evaluators, certificate.decision_maker()) == evaluators.end();
        return decided_well ? Outcome::Ok() : Violated(key, "not a decision on another's product");
      });
}

// Surveillances are counted, and a successor is named once.
Outcome CertificatesOnlyGoForward(const ChangeSet& changes, const StateReader& before,
                                  const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(CheckRewrites<v1::CertificateProgress>(
      changes, before, KeySpace::kCertificateProgress,
      [](const v1::CertificateProgress& was, const v1::CertificateProgress& now) {
        const bool keeps_successor =
            !was.has_successor() || EncodeRecord(was.successor()) == EncodeRecord(now.successor());
        const auto& times = was.surveillance_times();
        const bool keeps_times =
            times.size() <= now.surveillance_times_size() &&
            std::equal(times.begin(), times.end(), now.surveillance_times().begin());
        return keeps_successor && keeps_times &&
               was.surveillance_count() <= now.surveillance_count() &&
               was.changed_time() <= now.changed_time();
      }));
  return ForEachChange(
      changes, KeySpace::kCertificateProgress,
      [&](const std::string& key, const std::string* record) {
        const auto id = IdOf(key);
        const auto progress = ParseRecord<v1::CertificateProgress>(*record);
        const auto count = progress.surveillance_count();
        const auto times = static_cast<std::uint32_t>(progress.surveillance_times_size());
        const bool counted = times == count &&
                             (count == 0 || kCertificateSurveillances.Has(after, id, count - 1)) &&
                             !kCertificateSurveillances.Has(after, id, count);
        return counted ? Outcome::Ok() : Violated(key, "not with its surveillances");
      });
}

std::optional<v1::Certificate> CertificateOf(const StateReader& after, const v1::Label& label) {
  const auto id = ParseIdName(kCertificatesCollection, label.certificate());
  return id ? kCertificates.Get(after, *id) : std::nullopt;
}

// Under its serial, of its certificate's producer, and of a year that this one is for.
Outcome LabelsAreOfTheirCertificate(const ChangeSet& changes, const StateReader&,
                                    const StateReader& after) {
  return ForEachChange(
      changes, KeySpace::kLabel, [&](const std::string& key, const std::string* record) {
        if (record == nullptr) return Violated(key, "deleted");
        const auto label = ParseRecord<v1::Label>(*record);
        if (!IsSerial(label.serial()) || kLabels.Key(label.serial()) != key) {
          return Violated(key, "not the key of its serial");
        }
        const auto certificate = CertificateOf(after, label);
        const bool fits = certificate && certificate->producer() == label.producer() &&
                          YearIn(*certificate, label.harvest_year()) != nullptr;
        if (!fits) return Violated(key, "not of its certificate");
        return kLabelProgress.Has(after, label.serial()) ? Outcome::Ok()
                                                         : Violated(key, "no progress");
      });
}

std::string SerialIn(std::string_view key) {
  // The space byte and the length of the serial.
  constexpr std::size_t kHead = 3;
  return key.size() < kHead ? std::string() : std::string(key.substr(kHead));
}

// Reports are counted, and never more is retired than there is.
Outcome LabelsOnlyLose(const ChangeSet& changes, const StateReader& before,
                       const StateReader& after) {
  TANJI_RETURN_IF_REFUSED(CheckRewrites<v1::LabelProgress>(
      changes, before, KeySpace::kLabelProgress,
      [](const v1::LabelProgress& was, const v1::LabelProgress& now) {
        return was.report_count() <= now.report_count() &&
               was.retired_units() <= now.retired_units() &&
               MassOfText(was.retired_kg()) <= MassOfText(now.retired_kg()) &&
               MassOfText(was.freed_kg()) <= MassOfText(now.freed_kg()) &&
               OnlyGrows(was.retired(), now.retired(), kMaxReports);
      }));
  return ForEachChange(
      changes, KeySpace::kLabelProgress, [&](const std::string& key, const std::string* record) {
        const auto serial = SerialIn(key);
        const auto label = kLabels.Get(after, serial);
        if (!label) return Violated(key, "a progress without its label");
        const auto progress = ParseRecord<v1::LabelProgress>(*record);
        const auto count = progress.report_count();
        const bool counted = (count == 0 || kLabelReports.Has(after, serial, count - 1)) &&
                             !kLabelReports.Has(after, serial, count);
        const bool is_told = static_cast<std::uint32_t>(progress.retired_size()) == count;
        const bool within = MassOfText(progress.freed_kg()) <= MassOfText(progress.retired_kg()) &&
                            progress.retired_units() <= UnitCount(*label) &&
                            MassOfText(progress.retired_kg()) <= MassOfText(label->mass_kg());
        return counted && is_told && within ? Outcome::Ok()
                                            : Violated(key, "not what its reports come to");
      });
}

// --- Mass

// Key of the lot's balance, and scheme.
using LotAndScheme = std::pair<std::string, std::string>;
using Moves = std::map<LotAndScheme, Rational>;

Rational Kilograms(const std::string& text) {
  return Rational(MassOfText(text).kilograms());
}

Outcome AddMove(const std::string& key, const StateReader& after, const v1::Label& label,
                const Rational& by, Moves& moves) {
  const auto lot = ParseOwned(kLotsCollection, label.lot());
  const auto certificate = CertificateOf(after, label);
  if (!lot || !certificate) return Violated(key, "a label of nothing");
  const auto version = ParseVersionName(certificate->scheme_version());
  if (!version) return Violated(key, "a label of no scheme");
  moves[{kLotBalances.Key(lot->producer_id, lot->id), version->SchemeName()}] += by;
  return Outcome::Ok();
}

// What labels and reports of this write set add and take away.
Outcome SumOfLabels(const ChangeSet& changes, const StateReader& before, const StateReader& after,
                    Moves& moves) {
  return ForEachChange(changes, KeySpace::kLabelProgress,
                       [&](const std::string& key, const std::string* record) {
                         const auto label = kLabels.Get(after, SerialIn(key));
                         if (record == nullptr || !label)
                           return Violated(key, "a progress without its label");
                         auto by = -Kilograms(ParseRecord<v1::LabelProgress>(*record).freed_kg());
                         const auto was = before.Get(key);
                         by += was ? Kilograms(ParseRecord<v1::LabelProgress>(*was).freed_kg())
                                   : Kilograms(label->mass_kg());
                         return AddMove(key, after, *label, by, moves);
                       });
}

v1::LotBalance BalanceIn(const StateReader& reader, const std::string& key) {
  const auto record = reader.Get(key);
  return record ? ParseRecord<v1::LotBalance>(*record) : v1::LotBalance();
}

Outcome LabelledMassIsThatOfLabels(const ChangeSet& changes, const StateReader& before,
                                   const StateReader& after) {
  Moves moves;
  TANJI_RETURN_IF_REFUSED(SumOfLabels(changes, before, after, moves));
  // Whatever the balance lists has to be moved by a label, or stay.
  TANJI_RETURN_IF_REFUSED(ForEachChange(changes, KeySpace::kLotBalance,
                                        [&](const std::string& key, const std::string*) {
                                          for (const auto* reader : {&before, &after}) {
                                            const auto balance = BalanceIn(*reader, key);
                                            for (const auto& row : balance.labelled()) {
                                              moves.try_emplace({key, row.scheme()});
                                            }
                                          }
                                          return Outcome::Ok();
                                        }));
  for (const auto& [where, by] : moves) {
    const auto& [key, scheme] = where;
    const auto labelled = [&](const StateReader& reader) {
      return Rational(LabelledUnder(BalanceIn(reader, key), scheme).kilograms());
    };
    if (labelled(after) - labelled(before) != by) {
      return Violated(key, "what is labelled is not what its labels come to");
    }
  }
  return Outcome::Ok();
}

Outcome RunsOnlyRise(const ChangeSet& changes, const StateReader& before, const StateReader&) {
  return CheckRewrites<v1::PrintedRuns>(changes, before, KeySpace::kPrintedRuns,
                                        [](const v1::PrintedRuns& was, const v1::PrintedRuns& now) {
                                          return was.last() < now.last();
                                        });
}

constexpr InvariantRow kInvariants[] = {
    {"labels.records_are_immutable", RecordsAreImmutable},
    {"labels.certificate_histories_continue",
     HistoriesContinue<KeySpace::kCertificate, KeySpace::kCertificateStatus,
                       FixedObjectKey<Id::kSize>>},
    {"labels.released_lots_histories_continue",
     HistoriesContinue<KeySpace::kCertificate, KeySpace::kReleasedLotsStatus,
                       FixedObjectKey<Id::kSize>>},
    {"labels.label_histories_continue",
     HistoriesContinue<KeySpace::kLabel, KeySpace::kLabelStatus, TextObjectKey>},
    {"labels.certificates_are_decisions", CertificatesAreDecisions},
    {"labels.certificates_only_go_forward", CertificatesOnlyGoForward},
    {"labels.labels_are_of_their_certificate", LabelsAreOfTheirCertificate},
    {"labels.labels_only_lose", LabelsOnlyLose},
    {"labels.labelled_mass_is_that_of_labels", LabelledMassIsThatOfLabels},
    {"labels.runs_only_rise", RunsOnlyRise},
};

}  // namespace

std::span<const InvariantRow> LabelsInvariants() {
  return kInvariants;
}

}  // namespace tanji::ledger
