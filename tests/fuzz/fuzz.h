// The shape of a fuzz target: one function over untrusted bytes, which must come back.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <string_view>

namespace tanji::fuzz {

// Defined by each target.
void RunOne(std::string_view bytes);

// A broken promise ends the run, in every build.
inline void Require(bool ok) {
  if (!ok) std::abort();
}

}  // namespace tanji::fuzz

// libFuzzer's entry point.
extern "C" inline __attribute__((used)) int LLVMFuzzerTestOneInput(const std::uint8_t* data,
                                                                   std::size_t size) {
  tanji::fuzz::RunOne({reinterpret_cast<const char*>(data), size});
  return 0;
}
