# How the project is compiled: one language standard, one set of warnings, one switch per sanitizer.
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()

option(TANJI_TESTS "Build the tests" ON)
option(TANJI_BENCHMARKS "Build the benchmarks under tests/bench" ON)
option(TANJI_PRECOMPILE "Precompile heavy headers: for builds from nothing" OFF)
option(TANJI_FUZZERS "Build the libFuzzer targets (clang only)" OFF)
set(TANJI_SANITIZER "" CACHE STRING "Comma-separated sanitizers: address,undefined or thread")

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM)
  # Paths relative to the build directory: build directories of one depth share what they compile.
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_COMMAND} -E env
      CCACHE_BASEDIR=/ CCACHE_NOHASHDIR=1 ${CCACHE_PROGRAM})
endif()

if(TANJI_PRECOMPILE)
  # A precompiled header serves only sources that are compiled the same way as it was.
  add_compile_definitions(FMT_SHARED GTEST_HAS_PTHREAD=1)
  add_compile_options(-fPIC -pthread)
endif()

if(TANJI_SANITIZER)
  add_compile_options(-fsanitize=${TANJI_SANITIZER} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${TANJI_SANITIZER})
  if(TANJI_SANITIZER MATCHES "address")
    # Debian's gRPC is built without ASan; without this its headers change a struct's layout.
    add_compile_definitions(GRPC_ASAN_SUPPRESSED)
  endif()
endif()

# Assertions guard our own mistakes and stay on in every build; they never validate input.
string(REPLACE "-DNDEBUG" "" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
string(REPLACE "-O3" "-O2" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
if(TANJI_SANITIZER)
  # Sanitized code takes two to four times as long to compile with optimisation, and tests are short.
  string(REPLACE "-O2" "-O0" CMAKE_CXX_FLAGS_RELEASE "${CMAKE_CXX_FLAGS_RELEASE}")
endif()
