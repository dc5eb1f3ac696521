#include "ledger/state/record.h"

#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/io/zero_copy_stream_impl_lite.h>

namespace tanji::ledger {

std::string EncodeRecord(const google::protobuf::MessageLite& record) {
  std::string out;
  google::protobuf::io::StringOutputStream stream(&out);
  google::protobuf::io::CodedOutputStream coded(&stream);
  coded.SetSerializationDeterministic(true);
  record.SerializePartialToCodedStream(&coded);
  coded.Trim();
  return out;
}

void ParseRecordInto(std::string_view bytes, google::protobuf::MessageLite& record) {
  if (!record.ParseFromArray(bytes.data(), static_cast<int>(bytes.size()))) {
    throw StorageFailure("a state record does not parse as " + record.GetTypeName());
  }
}

}  // namespace tanji::ledger
