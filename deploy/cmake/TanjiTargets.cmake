# The project's own targets. A folder is one library; its tests are one executable at the mirrored path.
include(GoogleTest)

set(TANJI_WARNINGS -Wall -Wextra -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wconversion
                   -Wno-sign-conversion -Wno-missing-field-initializers -Werror)

# With TANJI_PRECOMPILE the heavy headers are parsed once for all targets. Off by default, so that a
# header that forgets an include is found by the ordinary builds.
function(_tanji_precompile name header)
  if(NOT TANJI_PRECOMPILE)
    return()
  endif()
  if(NOT TARGET tanji_${header})
    add_library(tanji_${header} OBJECT ${CMAKE_SOURCE_DIR}/deploy/cmake/precompiled.cc)
    target_include_directories(tanji_${header} PRIVATE ${CMAKE_SOURCE_DIR})
    target_include_directories(tanji_${header} SYSTEM PRIVATE ${TANJI_PROTO_OUT})
    add_dependencies(tanji_${header} tanji_proto)
    target_precompile_headers(tanji_${header}
                              PRIVATE ${CMAKE_SOURCE_DIR}/deploy/cmake/${header}.h)
  endif()
  target_precompile_headers(${name} REUSE_FROM tanji_${header})
  target_include_directories(${name} SYSTEM PRIVATE ${TANJI_PROTO_OUT})
endfunction()

# tanji_library(NAME SOURCES a.cc b.cc DEPS x y)
function(tanji_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_compile_options(${name} PRIVATE ${TANJI_WARNINGS})
  target_include_directories(${name} PUBLIC ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PUBLIC ${arg_DEPS})
  _tanji_precompile(${name} precompiled)
endfunction()

# tanji_executable(NAME SOURCES main.cc DEPS x y)
function(tanji_executable name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPS" ${ARGN})
  add_executable(${name} ${arg_SOURCES})
  target_compile_options(${name} PRIVATE ${TANJI_WARNINGS})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(${name} PRIVATE ${arg_DEPS})
  _tanji_precompile(${name} precompiled)
endfunction()

# tanji_test(NAME SOURCES a_test.cc DEPS x [LABELS slow] [TIMEOUT seconds])
# TANJI_SOURCE_DIR tells a test where the committed vectors lie.
function(tanji_test name)
  cmake_parse_arguments(arg "" "TIMEOUT" "SOURCES;DEPS;LABELS" ${ARGN})
  if(NOT arg_TIMEOUT)
    set(arg_TIMEOUT 120)
  endif()
  add_executable(${name} ${arg_SOURCES})
  target_compile_options(${name} PRIVATE ${TANJI_WARNINGS})
  target_include_directories(${name} PRIVATE ${CMAKE_SOURCE_DIR})
  target_compile_definitions(${name} PRIVATE TANJI_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  target_link_libraries(${name} PRIVATE ${arg_DEPS} GTest::gmock GTest::gtest_main)
  _tanji_precompile(${name} precompiled_test)
  gtest_discover_tests(${name} DISCOVERY_MODE PRE_TEST
                       PROPERTIES TIMEOUT ${arg_TIMEOUT} LABELS "${arg_LABELS}")
endfunction()
