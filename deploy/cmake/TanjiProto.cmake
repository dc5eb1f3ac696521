# Protobuf code, generated into the build tree and included as "tanji/v1/x.pb.h".
set(TANJI_PROTO_ROOT ${CMAKE_SOURCE_DIR}/proto)
set(TANJI_PROTO_OUT ${CMAKE_BINARY_DIR}/generated)
file(MAKE_DIRECTORY ${TANJI_PROTO_OUT})

# Generated code is not ours to warn about.
function(_tanji_generated_library name)
  cmake_parse_arguments(arg "" "" "SOURCES;DEPS" ${ARGN})
  add_library(${name} STATIC ${arg_SOURCES})
  target_compile_options(${name} PRIVATE -w)
  if(TANJI_FUZZERS)
    # Nor to fuzz: a quarter of the build's time for code of which only the parser runs.
    target_compile_options(${name} PRIVATE -O0 -fno-sanitize=all)
  endif()
  target_include_directories(${name} SYSTEM PUBLIC ${TANJI_PROTO_OUT})
  target_link_libraries(${name} PUBLIC ${arg_DEPS})
endfunction()

# _tanji_generate(OUT_VARIABLE proto SUFFIXES .pb.cc .pb.h ARGS protoc arguments)
function(_tanji_generate out proto)
  cmake_parse_arguments(arg "" "" "SUFFIXES;ARGS" ${ARGN})
  string(REGEX REPLACE "\\.proto$" "" stem ${proto})
  set(outputs)
  foreach(suffix ${arg_SUFFIXES})
    list(APPEND outputs ${TANJI_PROTO_OUT}/${stem}${suffix})
  endforeach()
  file(GLOB_RECURSE siblings CONFIGURE_DEPENDS ${TANJI_PROTO_ROOT}/*.proto)
  add_custom_command(
    OUTPUT ${outputs}
    COMMAND protobuf::protoc -I ${TANJI_PROTO_ROOT} ${arg_ARGS} ${TANJI_PROTO_ROOT}/${proto}
    DEPENDS ${siblings}
    COMMENT "protoc ${proto}" VERBATIM)
  set(${out} ${${out}} ${outputs} PARENT_SCOPE)
endfunction()

# tanji_proto_library(NAME PROTOS a.proto ...): messages.
function(tanji_proto_library name)
  cmake_parse_arguments(arg "" "" "PROTOS;DEPS" ${ARGN})
  set(sources)
  foreach(proto ${arg_PROTOS})
    _tanji_generate(sources ${proto} SUFFIXES .pb.cc .pb.h ARGS --cpp_out=${TANJI_PROTO_OUT})
  endforeach()
  _tanji_generated_library(${name} SOURCES ${sources} DEPS ${arg_DEPS} protobuf::libprotobuf)
endfunction()

# tanji_grpc_library(NAME PROTOS ... STUBS ...): messages of PROTOS, services of STUBS.
function(tanji_grpc_library name)
  cmake_parse_arguments(arg "" "" "PROTOS;STUBS;DEPS" ${ARGN})
  set(sources)
  foreach(proto ${arg_PROTOS})
    _tanji_generate(sources ${proto} SUFFIXES .pb.cc .pb.h ARGS --cpp_out=${TANJI_PROTO_OUT})
  endforeach()
  find_program(TANJI_GRPC_PLUGIN grpc_cpp_plugin REQUIRED)
  foreach(proto ${arg_STUBS})
    _tanji_generate(sources ${proto} SUFFIXES .grpc.pb.cc .grpc.pb.h
                    ARGS --grpc_out=${TANJI_PROTO_OUT} --plugin=protoc-gen-grpc=${TANJI_GRPC_PLUGIN})
  endforeach()
  _tanji_generated_library(${name} SOURCES ${sources} DEPS ${arg_DEPS} gRPC::grpc++)
endfunction()
