// What the tables of refusals of labels share.
#pragma once

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/ledger/modules/labels/certification.h"
#include "tests/ledger/modules/refusals.h"

namespace tanji::ledger::testing {

inline Detail FoundIn(const std::string& field, const std::string& value) {
  return {{"field", field}, {"value", value}};
}
inline Detail EntitledTo(const std::string& value, const std::string& expected) {
  return {{"value", value}, {"expected", expected}};
}
inline Detail OutOfRange(const std::string& field, const std::string& value,
                         const std::string& lowest, const std::string& highest) {
  return {{"field", field}, {"value", value}, {"lowest", lowest}, {"highest", highest}};
}

// What `produce` is refused in a world of its own.
inline RefusalCase CaseOf(std::string name, v1::Code code, Detail detail,
                          std::function<Outcome(Certification&)> produce) {
  return {"labels: " + std::move(name), code, std::move(detail), [produce = std::move(produce)] {
            Certification c;
            return produce(c);
          }};
}
// A certificate that is good but for this.
inline RefusalCase Issuing(std::string name, v1::Code code, Detail detail,
                           std::function<void(v1::IssueCertificate&)> alter) {
  return CaseOf(std::move(name), code, std::move(detail),
                [alter = std::move(alter)](Certification& c) {
                  auto message = c.Message();
                  alter(message);
                  return c.Certify(message);
                });
}
// A good one, after this.
inline RefusalCase IssuingAfter(std::string name, v1::Code code, Detail detail,
                                std::function<void(Certification&)> happen) {
  return CaseOf(std::move(name), code, std::move(detail),
                [happen = std::move(happen)](Certification& c) {
                  happen(c);
                  return c.Certify(c.Message());
                });
}
// 100 kg of h26 under a good certificate, but for this.
inline RefusalCase Releasing(std::string name, v1::Code code, Detail detail,
                             std::function<void(v1::ReleaseLabel&)> alter) {
  return CaseOf(std::move(name), code, std::move(detail),
                [alter = std::move(alter)](Certification& c) {
                  auto message = Release(c.Certified(), "h26", "100");
                  alter(message);
                  return c.Label(message);
                });
}
// A good release, after this happened to its certificate.
using Happen = std::function<void(Certification&, const std::string& certificate)>;
inline RefusalCase ReleasingAfter(std::string name, v1::Code code, Detail detail, Happen happen) {
  return CaseOf(std::move(name), code, std::move(detail),
                [happen = std::move(happen)](Certification& c) {
                  const auto certificate = c.Certified();
                  happen(c, certificate);
                  return c.Label(Release(certificate, "h26", "100"));
                });
}

}  // namespace tanji::ledger::testing
