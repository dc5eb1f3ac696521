// Every way in which a certificate is refused, apart from its shape and the requirements.
#include "ledger/modules/common/names.h"
#include "ledger/modules/schemes/tables.h"
#include "tests/ledger/modules/factors/datasets.h"
#include "tests/ledger/modules/labels/cases.h"
#include "tests/ledger/modules/membership/grants.h"

namespace tanji::ledger::testing {
namespace {

using Cases = std::vector<RefusalCase>;
constexpr char kNoAccreditation[] = "accreditations/00000000-0000-8000-8000-000000000001";
constexpr char kNoLicence[] = "licences/00000000-0000-8000-8000-000000000001";
constexpr char kNoStatement[] = "statements/00000000-0000-8000-8000-000000000001";
constexpr char kSecond[] = "schemes/pilot/versions/v2";

// Of `both`, which grows mangoes and certifies.
std::string StatementOnOwnMangoes(Certification& c) {
  auto& world = c.world;
  world.Register("both", {v1::PARTICIPANT_KIND_CERTIFIER, v1::PARTICIPANT_KIND_PRODUCER});
  Farm::Expect(world.Do("both", Orchard()));
  Farm::Expect(world.Do("both", Mango()));
  auto header = ForwardHeader();
  header.set_product("participants/both/products/mango");
  header.set_facilities(0, "participants/both/facilities/orchard");
  Farm::Expect(world.Do("both", Creation(header)));
  const auto name = world.CreatedName(kFootprintsCollection);
  Farm::Expect(world.Do("both", Lines(name, RatedLines())));
  Farm::Expect(world.Do("both", Declaration(world, name)));
  return c.Stated(name);
}

void AddStatements(const Certification& known, Cases& rows) {
  rows.push_back(CaseOf("a farm certifies", v1::CODE_WRONG_KIND,
                        {{"field", "author"},
                         {"value", "participants/farm"},
                         {"expected", "PARTICIPANT_KIND_CERTIFIER"}},
                        [](Certification& c) { return c.Label(c.Message()); }));
  rows.push_back(Issuing("on no statement", v1::CODE_NOT_FOUND, FoundIn("statement", kNoStatement),
                         [](auto& m) { m.set_statement(kNoStatement); }));
  rows.push_back(CaseOf("of its own mangoes", v1::CODE_SELF_CERTIFICATION,
                        FoundIn("statement", "participants/both"), [](Certification& c) {
                          auto message = c.Message();
                          message.set_statement(StatementOnOwnMangoes(c));
                          return c.world.Do("both", message);
                        }));
  const auto qualified = [](Certification& c) {
    auto message = RatedStatement(c.rated, c.accreditation);
    message.set_opinion(v1::OPINION_QUALIFIED);
    return c.Issued(message);
  };
  Certification having;
  rows.push_back(CaseOf(
      "on a qualified opinion", v1::CODE_OPINION_NOT_UNMODIFIED,
      {{"field", "statement"}, {"value", qualified(having)}, {"opinion", "OPINION_QUALIFIED"}},
      [qualified](Certification& c) {
        auto message = c.Message();
        message.set_statement(qualified(c));
        return c.Certify(message);
      }));
  const auto falls = [&](const std::string& cause, const std::string& count) {
    return Detail{
        {"field", "statement"}, {"value", known.statement}, {"cause", cause}, {"count", count}};
  };
  rows.push_back(
      IssuingAfter("a factor below the statement is withdrawn", v1::CODE_STATEMENT_DOES_NOT_STAND,
                   falls(std::string(kPower), "1"), [](Certification& c) {
                     Farm::Expect(c.world.Do(
                         "body-cn", ChangeFactor(kPower, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
                   }));
  rows.push_back(IssuingAfter(
      "the statement itself is withdrawn", v1::CODE_STATEMENT_DOES_NOT_STAND,
      falls(known.statement, "1"), [](Certification& c) {
        Farm::Expect(c.world.Do(
            "auditor", ChangeStatement(c.statement, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
      }));
}

void AddVersions(Cases& rows) {
  rows.push_back(Issuing("no such version", v1::CODE_NOT_FOUND,
                         FoundIn("scheme_version", "schemes/pilot/versions/v9"),
                         [](auto& m) { m.set_scheme_version("schemes/pilot/versions/v9"); }));
  rows.push_back(CaseOf("under a draft", v1::CODE_VERSION_NOT_PUBLISHED,
                        FoundIn("scheme_version", kSecond), [](Certification& c) {
                          Farm::Expect(c.world.Do("body-hn", SecondVersion()));
                          auto message = c.Message();
                          message.set_scheme_version(kSecond);
                          return c.Certify(message);
                        }));
  rows.push_back(IssuingAfter(
      "under a version under review", v1::CODE_NOT_IN_FORCE,
      FoundIn("scheme_version", std::string(kFirstVersion)), [](Certification& c) {
        Farm::Expect(c.world.Do(
            "body-hn", ChangeVersion(kFirstVersion, OpenStatus(v1::STATUS_KIND_UNDER_REVIEW))));
      }));
  rows.push_back(IssuingAfter("under a scheme that gives no labels", v1::CODE_SCHEME_WITHOUT_LABELS,
                              {{"field", "scheme_version"},
                               {"value", std::string(kFirstVersion)},
                               {"kind", "SCHEME_KIND_VERIFICATION"}},
                              [](Certification& c) {
                                // The kind is chosen at registration, so the record is put in
                                // place.
                                auto scheme = kSchemes.Get(c.world.state(), "pilot").value();
                                scheme.set_kind(v1::SCHEME_KIND_VERIFICATION);
                                kSchemes.Put(c.world.state(), "pilot", scheme);
                              }));
  rows.push_back(IssuingAfter("after the last day of issue", v1::CODE_ISSUE_ENDED,
                              {{"field", "scheme_version"},
                               {"value", std::string(kFirstVersion)},
                               {"successor", kSecond},
                               {"last_day", "2026-12-31"}},
                              [](Certification& c) {
                                PublishNext(c.world, SecondVersion());
                                c.world.Advance(213 * kDayMs);
                              }));
  rows.push_back(
      CaseOf("under other rules than the statement's", v1::CODE_STATEMENT_OF_OTHER_VERSION,
             {{"field", "statement"}, {"value", std::string(kFirstVersion)}, {"expected", kSecond}},
             [](Certification& c) {
               PublishNext(c.world, SecondVersion());
               c.world.Advance(100 * kDayMs);
               auto message = c.Message();
               message.set_scheme_version(kSecond);
               return c.Certify(message);
             }));
}

void AddValidities(Cases& rows) {
  // (50 + 200) kWh x 0.5777 over 100 kg; the limit is that of the first year.
  rows.push_back(CaseOf("above the threshold", v1::CODE_THRESHOLD_EXCEEDED,
                        {{"value", "1.44425"}, {"limit", "0.954926061"}}, [](Certification& c) {
                          auto message = c.Message();
                          message.set_statement(
                              c.Stated(DeclareRated(c.world, ForwardHeader(), "200")));
                          return c.Certify(message);
                        }));
  rows.push_back(Issuing("from yesterday on", v1::CODE_FIELD_OUT_OF_RANGE,
                         OutOfRange("valid_from_day", "2026-06-01", "2026-06-02", "2027-06-02"),
                         [](auto& m) {
                           m.set_valid_from_day("2026-06-01");
                           m.set_valid_until_day("2027-06-01");
                         }));
  rows.push_back(Issuing("for two years and a day", v1::CODE_FIELD_OUT_OF_RANGE,
                         OutOfRange("valid_until_day", "2028-06-02", "2026-06-02", "2028-06-01"),
                         [](auto& m) { m.set_valid_until_day("2028-06-02"); }));
  const auto plan = [](const char* field, const char* day, const char* latest) {
    return Detail{{"field", field}, {"value", day}, {"latest", latest}, {"months", "12"}};
  };
  rows.push_back(Issuing("looked after a day late", v1::CODE_SURVEILLANCE_PLAN,
                         plan("surveillance_days[0]", "2027-06-03", "2027-06-02"),
                         [](auto& m) { m.set_surveillance_days(0, "2027-06-03"); }));
  rows.push_back(Issuing("not looked after in the second year", v1::CODE_SURVEILLANCE_PLAN,
                         plan("valid_until_day", "2028-06-01", "2028-05-31"),
                         [](auto& m) { m.set_surveillance_days(0, "2027-05-31"); }));
  rows.push_back(Issuing("not looked after at all", v1::CODE_SURVEILLANCE_PLAN,
                         plan("valid_until_day", "2028-06-01", "2027-06-02"),
                         [](auto& m) { m.clear_surveillance_days(); }));
}

// By `rival`, a certifier of its own, with its own licence if `licensed`.
Outcome ByRival(Certification& c, bool licensed) {
  c.world.Register("rival", {v1::PARTICIPANT_KIND_CERTIFIER});
  auto message = c.Message();
  if (licensed) {
    Farm::Expect(c.world.Do("body-hn", PilotLicence("rival")));
    message.set_licence(c.world.CreatedName(kLicencesCollection));
  }
  return c.world.Run("rival", {Op(message)}, {0, 1});
}

// With a licence that `owner` grants.
Outcome WithLicence(Certification& c, const char* owner, const v1::GrantLicence& grant) {
  Farm::Expect(c.world.Do(owner, grant));
  auto message = c.Message();
  message.set_licence(c.world.CreatedName(kLicencesCollection));
  return c.Certify(message);
}

v1::GrantLicence OtherLicence() {
  auto grant = Licence("certifier");
  grant.set_valid_from_time(kGenesisTimeMs);
  return grant;
}

void AddLicences(const Certification& known, Cases& rows) {
  rows.push_back(Issuing("with no licence", v1::CODE_NOT_FOUND, FoundIn("licence", kNoLicence),
                         [](auto& m) { m.set_licence(kNoLicence); }));
  rows.push_back(CaseOf("with another's licence", v1::CODE_LICENCE_NOT_OWN,
                        {{"field", "licence"},
                         {"value", known.names.licence},
                         {"body", "participants/certifier"},
                         {"author", "participants/rival"}},
                        [](Certification& c) { return ByRival(c, false); }));
  Certification granting;
  Farm::Expect(granting.world.Do("body-cn", OtherLicence()));
  const auto granted = granting.world.CreatedName(kLicencesCollection);
  rows.push_back(
      CaseOf("with a licence for another scheme", v1::CODE_LICENCE_OF_OTHER_SCHEME,
             {{"field", "licence"},
              {"value", granted},
              {"scheme", "schemes/baoting-low-carbon"},
              {"expected", "schemes/pilot"}},
             [](Certification& c) { return WithLicence(c, "body-cn", OtherLicence()); }));
  rows.push_back(CaseOf(
      "with a licence by somebody else", v1::CODE_LICENCE_NOT_OF_OWNER,
      {{"value", granted},
       {"body", "participants/body-cn"},
       {"scheme", "schemes/pilot"},
       {"owner", "participants/body-hn"}},
      [](Certification& c) { return WithLicence(c, "body-cn", PilotLicence("certifier")); }));
  rows.push_back(IssuingAfter(
      "with a suspended licence", v1::CODE_NOT_IN_FORCE, FoundIn("licence", known.names.licence),
      [](Certification& c) {
        Farm::Expect(c.world.Do(
            "body-hn", ChangeLicence(c.names.licence, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
      }));
}

RefusalCase Outside(std::string name, const std::string& field, const std::string& value,
                    const std::string& covered,
                    std::function<void(v1::AccreditationScope&)> narrow) {
  const auto grant = [narrow = std::move(narrow)](Certification& c) {
    auto message = CertifierAccreditation("certifier");
    narrow(*message.mutable_scope());
    Farm::Expect(c.world.Do("cnas", message));
    return c.world.CreatedName(kAccreditationsCollection);
  };
  Certification known;
  Detail detail{
      {"field", field}, {"value", value}, {"accreditation", grant(known)}, {"covered", covered}};
  return CaseOf(std::move(name), v1::CODE_OUTSIDE_SCOPE, std::move(detail),
                [grant](Certification& c) {
                  auto message = c.Message();
                  message.set_accreditation(grant(c));
                  return c.Certify(message);
                });
}

void AddAccreditations(const Certification& known, Cases& rows) {
  using Scope = v1::AccreditationScope;
  rows.push_back(Issuing("with no accreditation", v1::CODE_NOT_FOUND,
                         FoundIn("accreditation", kNoAccreditation),
                         [](auto& m) { m.set_accreditation(kNoAccreditation); }));
  rows.push_back(CaseOf("with another's accreditation", v1::CODE_ACCREDITATION_NOT_OWN,
                        {{"field", "accreditation"},
                         {"value", known.names.accreditation},
                         {"body", "participants/certifier"},
                         {"author", "participants/rival"}},
                        [](Certification& c) { return ByRival(c, true); }));
  rows.push_back(IssuingAfter(
      "with a suspended accreditation", v1::CODE_NOT_IN_FORCE,
      FoundIn("accreditation", known.names.accreditation), [](Certification& c) {
        Farm::Expect(c.world.Do(
            "cnas",
            ChangeAccreditation(c.names.accreditation, OpenStatus(v1::STATUS_KIND_SUSPENDED))));
      }));
  rows.push_back(Outside("accredited for another scheme", "scheme_version", "schemes/pilot",
                         "schemes/a", [](Scope& s) { s.set_schemes(0, "schemes/a"); }));
  rows.push_back(Outside("accredited for another sub-scope", "sub_scope", "ISO 14067",
                         "ISO 14064-1", [](Scope& s) { s.mutable_sub_scopes()->RemoveLast(); }));
  rows.push_back(Outside("accredited for other products", "statement", "CPC:01316",
                         "CPC:01317, HS:081090",
                         [](Scope& s) { s.set_product_categories(0, "CPC:01317"); }));
}

void AddPeople(Cases& rows) {
  rows.push_back(
      CaseOf("without the signature of who decides", v1::CODE_HOLDER_NOT_SIGNING,
             {{"field", "decision_maker"}, {"value", "h1"}, {"permission", "PERMISSION_CERTIFY"}},
             [](Certification& c) { return c.world.Run("certifier", {Op(c.Message())}, {2}); }));
  rows.push_back(
      CaseOf("without the signature of who evaluated", v1::CODE_HOLDER_NOT_SIGNING,
             {{"field", "evaluators[0]"}, {"value", "h2"}, {"permission", "PERMISSION_CERTIFY"}},
             [](Certification& c) { return c.world.Run("certifier", {Op(c.Message())}, {1}); }));
  rows.push_back(Issuing(
      "evaluated by nobody", v1::CODE_HOLDER_UNKNOWN,
      {{"field", "evaluators[1]"}, {"value", "nobody"}, {"participant", "participants/certifier"}},
      [](auto& m) { m.add_evaluators("nobody"); }));
  const auto absent = "documents/" + std::string(64, '0');
  rows.push_back(Issuing("with a document nobody registered", v1::CODE_NOT_FOUND,
                         FoundIn("evidence[0]", absent),
                         [absent](auto& m) { m.set_evidence(0, absent); }));
}

// Under the pilot, of mangoes that are another product of the farm.
v1::IssueCertificate OnOtherProduct(Certification& c) {
  c.Do(Mango("mango-2"));
  auto header = ForwardHeader();
  header.set_product("participants/farm/products/mango-2");
  auto message = c.Message();
  message.set_statement(c.Stated(DeclareRated(c.world, header)));
  return message;
}

void AddPredecessors(Cases& rows) {
  Certification certifying;
  const auto first = certifying.Certified();
  auto next = certifying.Message();
  next.set_predecessor(first);
  const auto second = certifying.Certified(next);
  rows.push_back(Issuing("after no certificate", v1::CODE_NOT_FOUND,
                         FoundIn("predecessor", kNoCertificate),
                         [](auto& m) { m.set_predecessor(kNoCertificate); }));
  rows.push_back(CaseOf("after one that has a successor", v1::CODE_CERTIFICATE_SUCCEEDED,
                        {{"field", "predecessor"}, {"value", first}, {"successor", second}},
                        [](Certification& c) {
                          auto message = c.Message();
                          message.set_predecessor(c.Certified());
                          c.Certified(message);
                          return c.Certify(message);
                        }));
  rows.push_back(CaseOf("after one for another product",
                        v1::CODE_CERTIFICATE_PREDECESSOR_UNSUITABLE,
                        {{"field", "predecessor"},
                         {"value", first},
                         {"product", std::string(kMango)},
                         {"scheme", "schemes/pilot"}},
                        [](Certification& c) {
                          const auto before = c.Certified();
                          auto message = OnOtherProduct(c);
                          message.set_predecessor(before);
                          return c.Certify(message);
                        }));
}

void AddStatusChanges(Cases& rows) {
  Certification certifying;
  const auto name = certifying.Certified();
  const auto suspension = OpenStatus(v1::STATUS_KIND_SUSPENDED);
  rows.push_back(CaseOf("status of no certificate", v1::CODE_NOT_FOUND,
                        FoundIn("certificate", kNoCertificate), [suspension](Certification& c) {
                          return c.Certify(ChangeCertificate(kNoCertificate, suspension));
                        }));
  rows.push_back(CaseOf("status by the producer", v1::CODE_NOT_ENTITLED,
                        EntitledTo("participants/farm", "participants/certifier"),
                        [suspension](Certification& c) {
                          return c.Label(ChangeCertificate(c.Certified(), suspension));
                        }));
  const auto now = std::to_string(certifying.world.now_ms() + 1);
  rows.push_back(CaseOf("a decision on released lots from yesterday on", v1::CODE_BACKDATED,
                        {{"field", "released_lots.effective_time"},
                         {"effective_time", std::to_string(kGenesisTimeMs)},
                         {"block_time", now}},
                        [suspension](Certification& c) {
                          auto change = ChangeReleasedLots(c.Certified(), suspension);
                          change.mutable_released_lots()->set_effective_time(kGenesisTimeMs);
                          return c.Certify(change);
                        }));
}

v1::IssueCertificate TwiceLookedAfter(const Certification& c) {
  auto message = c.Message();
  message.set_surveillance_days(0, "2027-03-01");
  message.add_surveillance_days("2027-12-01");
  return message;
}

void AddSurveillances(Cases& rows) {
  Certification certifying;
  const auto name = certifying.Certified();
  rows.push_back(CaseOf("surveillance of nothing", v1::CODE_NOT_FOUND,
                        FoundIn("certificate", kNoCertificate),
                        [](Certification& c) { return c.Certify(Surveillance(kNoCertificate)); }));
  rows.push_back(CaseOf("surveillance by the producer", v1::CODE_NOT_ENTITLED,
                        EntitledTo("participants/farm", "participants/certifier"),
                        [](Certification& c) { return c.Label(Surveillance(c.Certified())); }));
  rows.push_back(CaseOf("one surveillance more than planned", v1::CODE_NO_SURVEILLANCE_DUE,
                        {{"value", name}, {"count", "1"}}, [](Certification& c) {
                          const auto certificate = c.Certified();
                          Farm::Expect(c.Certify(Surveillance(certificate)));
                          return c.Certify(Surveillance(certificate));
                        }));
  rows.push_back(CaseOf(
      "two surveillances at once", v1::CODE_SURVEILLANCE_TOO_EARLY,
      {{"value", certifying.Certified(TwiceLookedAfter(certifying))}, {"earliest", "2027-03-01"}},
      [](Certification& c) {
        c.Certified();
        const auto certificate = c.Certified(TwiceLookedAfter(c));
        Farm::Expect(c.Certify(Surveillance(certificate)));
        return c.Certify(Surveillance(certificate));
      }));
  rows.push_back(CaseOf("surveillance of what was withdrawn", v1::CODE_NOT_IN_FORCE,
                        FoundIn("certificate", name), [](Certification& c) {
                          const auto certificate = c.Certified();
                          Farm::Expect(c.Certify(ChangeCertificate(
                              certificate, OpenStatus(v1::STATUS_KIND_WITHDRAWN))));
                          return c.Certify(Surveillance(certificate));
                        }));
  const auto absent = "documents/" + std::string(64, '0');
  rows.push_back(CaseOf("surveillance with a document nobody registered", v1::CODE_NOT_FOUND,
                        FoundIn("evidence[0]", absent), [absent](Certification& c) {
                          auto message = Surveillance(c.Certified());
                          message.set_evidence(0, absent);
                          return c.Certify(message);
                        }));
}

}  // namespace

std::vector<RefusalCase> CertificateRefusals() {
  Cases rows;
  const Certification known;
  AddStatements(known, rows);
  AddVersions(rows);
  AddValidities(rows);
  AddLicences(known, rows);
  AddAccreditations(known, rows);
  AddPeople(rows);
  AddPredecessors(rows);
  AddStatusChanges(rows);
  AddSurveillances(rows);
  return rows;
}

}  // namespace tanji::ledger::testing
