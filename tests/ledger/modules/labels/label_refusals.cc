// Every way in which labels are refused, apart from the shape of messages.
#include "ledger/modules/common/names.h"
#include "ledger/modules/labels/rules.h"
#include "ledger/modules/products/balance.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/labels/cases.h"

namespace tanji::ledger::testing {
namespace {

using Cases = std::vector<RefusalCase>;
constexpr char kNowhere[] = "participants/farm/lots/nowhere";

struct Known : Certification {
  Known() : certificate(Certified()), label(Released(Release(certificate, "h26", "100"))) {}
  const std::string certificate, label;
};

v1::DeriveLot Segregated(std::string_view id, const std::vector<Part>& parts,
                         std::string_view kilograms) {
  auto message = Derived(id, parts, kilograms);
  message.set_custody(v1::CUSTODY_MODEL_SEGREGATED);
  return message;
}

void AddReleasers(const Known& known, Cases& rows) {
  rows.push_back(
      CaseOf("released by the certifier", v1::CODE_WRONG_KIND,
             {{"field", "author"},
              {"value", "participants/certifier"},
              {"expected", "PARTICIPANT_KIND_PRODUCER, PARTICIPANT_KIND_PRODUCER_GROUP"}},
             [](Certification& c) { return c.Certify(Release(c.Certified(), "h26", "100")); }));
  rows.push_back(Releasing("under no certificate", v1::CODE_NOT_FOUND,
                           FoundIn("certificate", kNoCertificate),
                           [](auto& m) { m.set_certificate(kNoCertificate); }));
  rows.push_back(CaseOf("under a neighbour's certificate", v1::CODE_NOT_ENTITLED,
                        EntitledTo("participants/neighbour", "participants/farm"),
                        [](Certification& c) {
                          return c.world.Do("neighbour", Release(c.Certified(), "h26", "100"));
                        }));
  rows.push_back(ReleasingAfter(
      "under a suspended certificate", v1::CODE_NOT_IN_FORCE,
      FoundIn("certificate", known.certificate), [](Certification& c, const std::string& name) {
        Farm::Expect(c.Certify(ChangeCertificate(name, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
      }));
  rows.push_back(ReleasingAfter(
      "while released lots are suspended", v1::CODE_NOT_IN_FORCE,
      FoundIn("certificate", known.certificate), [](Certification& c, const std::string& name) {
        Farm::Expect(c.Certify(ChangeReleasedLots(name, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
      }));
  rows.push_back(ReleasingAfter(
      "under an expired certificate", v1::CODE_NOT_IN_FORCE,
      FoundIn("certificate", known.certificate),
      [](Certification& c, const std::string&) { c.world.Advance(3 * 365 * kDayMs); }));
  Known succeeding;
  auto next = succeeding.Message();
  next.set_predecessor(succeeding.certificate);
  // The label of `Known` is not there where this is produced.
  Certification plain;
  auto after = plain.Message();
  after.set_predecessor(plain.Certified());
  const auto successor = plain.Certified(after);
  rows.push_back(ReleasingAfter(
      "under a certificate that has a successor", v1::CODE_CERTIFICATE_SUCCEEDED,
      {{"field", "certificate"}, {"value", known.certificate}, {"successor", successor}},
      [](Certification& c, const std::string& name) {
        auto message = c.Message();
        message.set_predecessor(name);
        c.Certified(message);
      }));
  rows.push_back(
      ReleasingAfter("after a factor was withdrawn", v1::CODE_CERTIFICATE_DOES_NOT_STAND,
                     {{"field", "certificate"},
                      {"value", known.certificate},
                      {"cause", std::string(kPower)},
                      {"count", "1"}},
                     [](Certification& c, const std::string&) {
                       Farm::Expect(c.world.Do(
                           "body-cn", ChangeFactor(kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
                     }));
  // The day after 2027-06-01 begins at 16:00 UTC.
  rows.push_back(ReleasingAfter(
      "a day after a surveillance was due", v1::CODE_SURVEILLANCE_OVERDUE,
      {{"field", "certificate"}, {"value", known.certificate}, {"day", "2027-06-01"}},
      [](Certification& c, const std::string&) {
        c.world.Advance(364 * kDayMs + kDayMs * 2 / 3);
      }));
}

void AddLots(const Known& known, Cases& rows) {
  rows.push_back(Releasing("a neighbour's lot", v1::CODE_NOT_ENTITLED,
                           EntitledTo("participants/farm", "participants/neighbour"),
                           [](auto& m) { m.set_lot("participants/neighbour/lots/h"); }));
  rows.push_back(Releasing("no lot", v1::CODE_NOT_FOUND, FoundIn("lot", kNowhere),
                           [](auto& m) { m.set_lot(kNowhere); }));
  rows.push_back(ReleasingAfter("a suspended lot", v1::CODE_NOT_IN_FORCE,
                                FoundIn("lot", LotName("h26")),
                                [](Certification& c, const std::string&) {
                                  c.Do(ChangeLot("h26", OpenStatus(v1::STATUS_KIND_SUSPENDED)));
                                }));
  rows.push_back(CaseOf("a lot from a suspended lot", v1::CODE_NOT_IN_FORCE,
                        FoundIn("lot", LotName("h26")), [](Certification& c) {
                          c.Do(Segregated("split", {{"h26", "100"}}, "100"));
                          c.Do(ChangeLot("h26", OpenStatus(v1::STATUS_KIND_SUSPENDED)));
                          return c.Label(Release(c.Certified(), "split", "10"));
                        }));
  rows.push_back(CaseOf("a lot of another product", v1::CODE_LOT_OF_OTHER_PRODUCT,
                        {{"field", "lot"},
                         {"value", LotName("cut")},
                         {"product", std::string(kCut)},
                         {"expected", std::string(kMango)}},
                        [](Certification& c) {
                          auto cut = Segregated("cut", {{"h26", "100"}}, "60");
                          cut.set_product(std::string(kCut));
                          cut.set_yield_ratio("0.6");
                          c.Do(cut);
                          return c.Label(Release(c.Certified(), "cut", "10"));
                        }));
  rows.push_back(CaseOf("a lot from 24 others", v1::CODE_LINEAGE_TOO_LARGE,
                        {{"field", "lot"}, {"value", LotName("merged")}, {"limit", "24"}},
                        [](Certification& c) {
                          std::vector<Part> parts;
                          for (int i = 10; i < 22; ++i) {
                            const auto harvest = "h-" + std::to_string(i);
                            const auto split = "s-" + std::to_string(i);
                            c.Do(HarvestedIn("2026-05", harvest, "10"));
                            c.Do(Segregated(split, {{harvest, "10"}}, "10"));
                            parts.push_back({split, "10"});
                          }
                          c.Do(Segregated("merged", parts, "120"));
                          return c.Label(Release(c.Certified(), "merged", "10"));
                        }));
  const Detail outside{
      {"field", "lot"},           {"value", LotName("old")},   {"harvest", LotName("old")},
      {"footprint", known.rated}, {"first_day", "2026-01-01"}, {"last_day", "2028-12-31"}};
  rows.push_back(CaseOf("a harvest before the footprint covers any",
                        v1::CODE_HARVEST_OUTSIDE_COVERAGE, outside, [](Certification& c) {
                          c.Do(HarvestedIn("2025-12", "old", "100"));
                          return c.Label(Release(c.Certified(), "old", "10"));
                        }));
  rows.push_back(CaseOf("a harvest of a year whose threshold is missed",
                        v1::CODE_HARVEST_YEAR_NOT_MET,
                        {{"field", "lot"},
                         {"value", LotName("h28")},
                         {"year", "2028"},
                         {"certificate", known.certificate}},
                        [](Certification& c) {
                          const auto certificate = c.Certified();
                          Farm::Expect(c.Certify(Surveillance(certificate)));
                          c.world.Advance(720 * kDayMs);
                          c.Do(HarvestedIn("2028-05", "h28", "100"));
                          return c.Label(Release(certificate, "h28", "10"));
                        }));
}

void AddMasses(Cases& rows) {
  rows.push_back(Releasing("a billionth more than there is", v1::CODE_LABELLED_BEYOND_LOT,
                           {{"field", "mass"},
                            {"lot", LotName("h26")},
                            {"value", "1000.000000001"},
                            {"left", "1000"},
                            {"labelled", "0"},
                            {"scheme", "schemes/pilot"}},
                           [](auto& m) { m.mutable_mass()->set_decimal("1000.000000001"); }));
  rows.push_back(ReleasingAfter(
      "a ninth scheme", v1::CODE_TOO_MANY_SCHEMES_ON_LOT, {{"lot", LotName("h26")}, {"limit", "8"}},
      [](Certification& c, const std::string&) {
        // There is one scheme in the world: the others are put in place.
        const OwnedId owned{"farm", "h26"};
        auto balance = ReadBalance(c.world.state(), owned);
        for (int i = 0; i < 8; ++i) {
          SetLabelled(balance, "schemes/s" + std::to_string(i),
                      Mass::FromKilograms(Decimal::FromInteger(1)).value());
        }
        PutBalance(c.world.state(), owned, balance);
      }));
  const auto claim = [](const char* field, const char* value, const char* market,
                        const char* count) {
    return Detail{{"field", field},
                  {"value", value},
                  {"market", market},
                  {"version", std::string(kFirstVersion)},
                  {"count", count}};
  };
  rows.push_back(CaseOf("a run of numbers that were used", v1::CODE_RUN_NOT_AFTER,
                        {{"field", "printed_run.from"}, {"value", "501"}, {"last", "1500"}},
                        [](Certification& c) {
                          const auto message = ReleaseRun(c.Certified(), "h26", "100");
                          Farm::Expect(c.Label(message));
                          return c.Label(message);
                        }));
  rows.push_back(Releasing("a market that the version does not list", v1::CODE_CLAIM_NOT_ALLOWED,
                           claim("market", "JP", "JP", "0"), [](auto& m) { m.set_market("JP"); }));
  rows.push_back(Releasing("a market where nothing may be said", v1::CODE_CLAIM_NOT_ALLOWED,
                           claim("market", "EU", "EU", "0"), [](auto& m) { m.set_market("EU"); }));
  rows.push_back(Releasing("a claim that the version does not list", v1::CODE_CLAIM_NOT_ALLOWED,
                           claim("claim", "1", "CN", "1"), [](auto& m) { m.set_claim(1); }));
}

// On a footprint with 61 factors, whose own proof is small enough.
Outcome ReleaseOnManyFactors(Certification& c) {
  std::vector<std::string> codes;
  auto lines = RatedLines("1");
  for (int i = 10; i < 70; ++i) {
    const auto code = "f" + std::to_string(i);
    codes.push_back(code);
    lines.push_back(PowerLine(code, "1", "datasets/many/factors/" + code));
  }
  PublishDatasetOf(c.world, "many", codes);
  auto message = c.Message();
  message.set_statement(c.Stated(c.Declared(ForwardHeader(), lines)));
  return c.Label(Release(c.Certified(message), "h26", "100"));
}

void AddConfirmations(const Known& known, Cases& rows) {
  rows.push_back(CaseOf("confirmation of no label", v1::CODE_NOT_FOUND, FoundIn("label", kNoLabel),
                        [](Certification& c) { return c.Certify(ReleaseConfirmed(kNoLabel)); }));
  const auto released = [](Certification& c) {
    return c.Released(Release(c.Certified(), "h26", "100"));
  };
  rows.push_back(
      CaseOf("confirmation by the producer", v1::CODE_NOT_ENTITLED,
             EntitledTo("participants/farm", "participants/certifier"),
             [released](Certification& c) { return c.Label(ReleaseConfirmed(released(c))); }));
  rows.push_back(CaseOf(
      "confirmation that nobody waits for", v1::CODE_RELEASE_NOT_WAITING, {{"value", known.label}},
      [released](Certification& c) { return c.Certify(ReleaseConfirmed(released(c))); }));
  rows.push_back({"labels: a second confirmation",
                  v1::CODE_RELEASE_NOT_WAITING,
                  {{"value", known.label}},
                  [released] {
                    Certification c(WithConfirmation());
                    const auto label = released(c);
                    Farm::Expect(c.Certify(ReleaseConfirmed(label)));
                    return c.Certify(ReleaseConfirmed(label));
                  }});
  rows.push_back({"labels: a release that waits, ended otherwise",
                  v1::CODE_REVIEW_ENDS_BY_CONFIRMATION,
                  {{"value", known.label}},
                  [released] {
                    Certification c(WithConfirmation());
                    return c.Certify(ChangeLabel(released(c), EndStatus(kReleaseReview)));
                  }});
  rows.push_back(CaseOf(
      "status of no label", v1::CODE_NOT_FOUND, FoundIn("label", kNoLabel), [](Certification& c) {
        return c.Certify(ChangeLabel(kNoLabel, OpenStatus(v1::STATUS_KIND_SUSPENDED)));
      }));
  rows.push_back(CaseOf(
      "status of a label by the producer", v1::CODE_NOT_ENTITLED,
      EntitledTo("participants/farm", "participants/certifier"), [released](Certification& c) {
        return c.Label(ChangeLabel(released(c), OpenStatus(v1::STATUS_KIND_SUSPENDED)));
      }));
  rows.push_back(CaseOf("a review that nobody opened, ended", v1::CODE_INTERVAL_NOT_OPEN,
                        {{"number", "1"}}, [released](Certification& c) {
                          return c.Certify(ChangeLabel(released(c), EndStatus(kReleaseReview)));
                        }));
}

RefusalCase Reporting(
    std::string name, v1::Code code, Detail detail,
    std::function<Outcome(Certification&, const std::string& run, const std::string& mark)>
        report) {
  return CaseOf(std::move(name), code, std::move(detail),
                [report = std::move(report)](Certification& c) {
                  const auto certificate = c.Certified();
                  const auto run = c.Released(ReleaseRun(certificate, "h26", "100"));
                  const auto mark = c.Released(ReleaseMark(certificate, "h26", "50"));
                  return report(c, run, mark);
                });
}

void AddReports(Cases& rows) {
  Certification known;
  const auto certificate = known.Certified();
  const auto run = known.Released(ReleaseRun(certificate, "h26", "100"));
  const auto mark = known.Released(ReleaseMark(certificate, "h26", "50"));
  using C = Certification;
  using S = const std::string;
  rows.push_back(Reporting("of no label", v1::CODE_NOT_FOUND, FoundIn("label", kNoLabel),
                           [](C& c, S&, S&) { return c.Label(Reported(kNoLabel, 1, 1)); }));
  rows.push_back(
      Reporting("by the certifier", v1::CODE_NOT_ENTITLED,
                EntitledTo("participants/certifier", "participants/farm"),
                [](C& c, S& numbered, S&) { return c.Certify(Reported(numbered, 501, 501)); }));
  rows.push_back(Reporting("a mark by numbers", v1::CODE_REPORT_FORM_MISMATCH,
                           {{"field", "units"}, {"value", mark}, {"expected", "mass"}},
                           [](C& c, S&, S& of) { return c.Label(Reported(of, 1, 1)); }));
  rows.push_back(Reporting("numbered units by mass", v1::CODE_REPORT_FORM_MISMATCH,
                           {{"field", "mass"}, {"value", run}, {"expected", "units"}},
                           [](C& c, S& of, S&) { return c.Label(ReportedMass(of, "1")); }));
  rows.push_back(Reporting("units before the first", v1::CODE_FIELD_OUT_OF_RANGE,
                           OutOfRange("units.from", "500", "501", "1500"),
                           [](C& c, S& of, S&) { return c.Label(Reported(of, 500, 501)); }));
  rows.push_back(Reporting("units after the last", v1::CODE_FIELD_OUT_OF_RANGE,
                           OutOfRange("units.to", "1501", "1500", "1500"),
                           [](C& c, S& of, S&) { return c.Label(Reported(of, 1500, 1501)); }));
  rows.push_back(Reporting("units from the end to the beginning", v1::CODE_FIELD_OUT_OF_RANGE,
                           OutOfRange("units.to", "600", "601", "1500"),
                           [](C& c, S& of, S&) { return c.Label(Reported(of, 601, 600)); }));
  rows.push_back(Reporting("a unit twice", v1::CODE_UNITS_REPORTED,
                           {{"field", "units"}, {"value", "510-520"}, {"reported", "501-510"}},
                           [](C& c, S& of, S&) {
                             Farm::Expect(c.Label(Reported(of, 501, 510)));
                             return c.Label(Reported(of, 510, 520));
                           }));
  rows.push_back(Reporting("more than bears the mark", v1::CODE_FIELD_OUT_OF_RANGE,
                           OutOfRange("mass", "30.000000001", "0.000000001", "30"),
                           [](C& c, S&, S& of) {
                             Farm::Expect(c.Label(ReportedMass(of, "20")));
                             return c.Label(ReportedMass(of, "30.000000001"));
                           }));
  rows.push_back(Reporting("for the thirty-third time", v1::CODE_REPORTS_FULL,
                           {{"value", run}, {"limit", "32"}}, [](C& c, S& of, S&) {
                             for (std::uint64_t i = 0; i < kMaxReports; ++i) {
                               Farm::Expect(c.Label(Reported(of, 501 + i, 501 + i)));
                             }
                             return c.Label(Reported(of, 600, 600));
                           }));
}

}  // namespace

std::vector<RefusalCase> LabelRefusals() {
  Cases rows;
  const Known known;
  AddReleasers(known, rows);
  AddLots(known, rows);
  AddMasses(rows);
  rows.push_back(
      CaseOf("a proof that would be too large", v1::CODE_CLOSURE_TOO_LARGE,
             {{"value", "182"}, {"limit", "160"}, {"bytes", "20319"}, {"bytes_limit", "65536"}},
             ReleaseOnManyFactors));
  AddConfirmations(known, rows);
  AddReports(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
