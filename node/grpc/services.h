// The services, one file each. A handler parses, checks bounds, and answers or enqueues; it never
// blocks on anything but a read of the store.
#pragma once

#include <memory>

#include "node/grpc/serving.h"

namespace grpc {
class Service;
}

namespace tanji::node {

// Each serves from `serving`, which must outlive it.
std::unique_ptr<grpc::Service> MakeTransactionService(Serving& serving);
std::unique_ptr<grpc::Service> MakeLogService(Serving& serving);
std::unique_ptr<grpc::Service> MakeStateService(Serving& serving);
std::unique_ptr<grpc::Service> MakeEventService(Serving& serving);
std::unique_ptr<grpc::Service> MakeNodeService(Serving& serving);
std::unique_ptr<grpc::Service> MakeEvidenceService(Serving& serving);
std::unique_ptr<grpc::Service> MakeMembershipService(Serving& serving);
std::unique_ptr<grpc::Service> MakeFactorsService(Serving& serving);
std::unique_ptr<grpc::Service> MakeProductsService(Serving& serving);
std::unique_ptr<grpc::Service> MakeSchemesService(Serving& serving);
std::unique_ptr<grpc::Service> MakeFootprintsService(Serving& serving);
std::unique_ptr<grpc::Service> MakeVerificationService(Serving& serving);
std::unique_ptr<grpc::Service> MakeLabelsService(Serving& serving);

}  // namespace tanji::node
