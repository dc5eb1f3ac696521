#!/usr/bin/env python3
"""Writes the fuzzers' seeds from the golden vectors: OUT/<target>/<number>."""
import json
import pathlib
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
VECTORS = ROOT / "tests" / "vectors"
out = pathlib.Path(sys.argv[1])
counts = {}


def seed(target: str, data: bytes) -> None:
    folder = out / target
    folder.mkdir(parents=True, exist_ok=True)
    counts[target] = counts.get(target, 0) + 1
    (folder / str(counts[target])).write_bytes(data)


def strings(value):
    """Every string in a JSON value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from strings(item)
    elif isinstance(value, dict):
        for item in value.values():
            yield from strings(item)


# Operations: tests/vectors/operations/<arm>.hex holds the message of the arm.
for path in sorted((VECTORS / "operations").glob("*.hex")):
    message = bytes.fromhex("".join(path.read_text().split()))
    seed(f"operation_fuzz.{path.stem}", message)
    seed("wire_fuzz", message)
    seed("envelope_fuzz", message)
    seed("entry_fuzz", message)
for path in sorted((VECTORS / "records").glob("*.hex")):
    seed("wire_fuzz", bytes.fromhex("".join(path.read_text().split())))

for path in sorted((VECTORS / "note").glob("*.json")):
    for text in strings(json.loads(path.read_text())):
        seed("note_fuzz", text.encode())
for path in sorted((VECTORS / "tree").glob("*.json")):
    for text in strings(json.loads(path.read_text())):
        try:
            seed("state_proof_fuzz", bytes.fromhex(text))
        except ValueError:
            pass
for text in ("tile/0/000", "tile/entries/x001/234.p/17", "tile/7/x123/x456/789.p/255"):
    seed("tile_fuzz", text.encode())
seed("tile_fuzz", bytes(32))
seed("tile_fuzz", b"\x00\x03abc")
seed("bundle_fuzz", bytes.fromhex("0a0612040a026162"))
for path in sorted((VECTORS / "bundles").glob("*.json")):
    seed("bundle_fuzz", bytes.fromhex(json.loads(path.read_text())["bundle"]))
for text in ('{"b":1,"a":[true,null,"\\u20ac"]}', "[]", '"\\ud834\\udd1e"', "-9007199254740991"):
    seed("json_fuzz", text.encode())

for target, count in sorted(counts.items()):
    print(f"{count:6d} seeds  {target}")
