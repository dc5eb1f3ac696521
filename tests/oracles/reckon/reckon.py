#!/usr/bin/env python3
"""An independent computation of product carbon footprints, in exact fractions.

Written from the computation rules D1-D4 and the formulas of the IPCC 2019 Refinement, not from the
C++: it finds every range by reckoning the whole footprint again. Usage, at the root of the checkout:

    tests/oracles/reckon/reckon.py FACTORS INVENTORY... --out FOLDER

writes FOLDER/NAME.json for each inventory: where its inputs lie, and every number of the result.
"""
import argparse
import json
import os
from datetime import date, timedelta
from fractions import Fraction as F
from math import isqrt

UNITS = {"kg": ("kg", F(1)), "g": ("kg", F(1, 1000)), "t": ("kg", F(1000)), "jin": ("kg", F(1, 2)),
         "ha": ("m2", F(10000)), "mu": ("m2", F(10000, 15)), "m2": ("m2", F(1)), "m3": ("m3", F(1)),
         "L": ("m3", F(1, 1000)), "kWh": ("MJ", F(36, 10)), "MJ": ("MJ", F(1)), "km": ("km", F(1)),
         "d": ("d", F(1))}
COMPONENTS = ["", "FACTOR", "COMBUSTION", "UPSTREAM", "DIRECT", "VOLATILISED", "LEACHED"]
GASES = ["", "CO2", "CH4_FOSSIL", "CH4_NON_FOSSIL", "CH4", "N2O", "SF6", "HFC_134A", "CO2E"]
PACT = ["", "FOSSIL", "LAND_MANAGEMENT_FOSSIL", "BIOGENIC_NON_CO2", "LAND_USE_CHANGE",
        "OUTBOUND_LOGISTICS"]
STAGES = ["", "RAW_MATERIALS", "CULTIVATION", "PROCESSING", "PACKING", "DISTRIBUTION", "USE",
          "END_OF_LIFE", "ESTABLISHMENT", "CLEARING"]
APART = ["", "BIOGENIC_UPTAKE", "BIOGENIC_RELEASE", "REMOVAL_SOIL", "REMOVAL_TREES"]


def ratio(unit):
    """How many base units one of `unit` is; a substance rides on its kg."""
    top, *below = unit.split("/")
    def product(text):
        out = F(1)
        for simple in text.split("."):
            if simple in UNITS:
                out *= UNITS[simple][1]
            else:
                prefix = next(p for p in ("kg", "g", "t") if simple.startswith(p))
                out *= UNITS[prefix][1]
        return out
    out = F(1) if top == "1" else product(top)
    for part in below:
        out /= product(part)
    return out


def amount(a):
    return F(a["decimal"]) * ratio(a["unit"])


def half_even(x, places=9):
    """Units of 10^-places."""
    x *= 10 ** places
    below = x.numerator // x.denominator
    rest = x - below
    return below + (rest > F(1, 2) or (rest == F(1, 2) and below % 2 == 1))


def text(units, places=9):
    sign, units = ("-" if units < 0 else ""), abs(units)
    whole, rest = divmod(units, 10 ** places)
    return sign + str(whole) + ("." + str(rest).zfill(places)).rstrip("0").rstrip(".")


def power(x, p, q):
    """D3: the nearest multiple of 1e-9 to x^(p/q)."""
    n = x * 10 ** 9
    assert n.denominator == 1
    radicand = n.numerator ** p * 10 ** (9 * (q - p))
    low, high = 0, max(n.numerator, 10 ** 9)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if middle ** q <= radicand else (low, middle - 1)
    return F(low + ((2 * low + 1) ** q < 2 ** q * radicand), 10 ** 9)


def shares(values):
    """D4."""
    whole = sum(abs(v) for v in values)
    if whole == 0:
        return [0] * len(values)
    parts = [divmod(abs(v) * 10000, whole) for v in values]
    out = [p[0] for p in parts]
    order = sorted(range(len(values)), key=lambda i: (-parts[i][1], i))
    for i in order[:10000 - sum(out)]:
        out[i] += 1
    return out


def years_later(day, years):
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)


def years_charged(first, last, conversion):
    start, end = max(first, conversion), min(last + timedelta(1), years_later(conversion, 20))
    if start >= end:
        return F(0)
    whole = 0
    while years_later(start, whole + 1) <= end:
        whole += 1
    begun = years_later(start, whole)
    return whole + F((end - begun).days, (years_later(start, whole + 1) - begun).days)


class Inventory:
    def __init__(self, document, shared):
        self.header, self.lines = document["header"], document["lines"]
        self.factors = shared["factors"]
        self.gwp = {row["gas"][4:]: F(row["value"]) for row in shared["gwpSet"]["values"]}
        self.gwp["CO2E"] = F(1)
        self.upstream = shared.get("upstream", {})
        self.used = {}

    # `moved` is (kind, key, value): one factor or one line's amount that stands elsewhere.
    def factor(self, name, unit, moved, line):
        row = self.factors[name]["row"]
        self.used.setdefault(name, set()).add(line["id"])
        value = F(row["value"]["decimal"])
        if moved and moved[:2] == ("factor", name):
            value = moved[2]
        return value * ratio(row["unit"]) / ratio(unit)

    def pact(self, line, nature):
        return "OUTBOUND_LOGISTICS" if line["stage"] == "STAGE_DISTRIBUTION" else nature

    def factor_line(self, line, moved):
        what = line["factor"]
        q = amount(what["amount"])
        if moved and moved[:2] == ("amount", line["id"]):
            q = moved[2] * ratio(what["amount"]["unit"])
        deps = {("amount", line["id"])} if "amountRange" in what else set()

        def cells(component, name, quantity, dependencies):
            row = self.factors[name]["row"]
            value = self.factor(name, "1", moved, line)
            dependencies = dependencies | {("factor", name)}
            parts = row.get("parts")
            if not parts:
                gas = "CO2" if row["kind"] == "FACTOR_KIND_COMBUSTION_CO2" else "CO2E"
                yield component, gas, self.pact(line, "FOSSIL"), quantity * value, None, dependencies
                return
            stretch = value / (F(row["value"]["decimal"]) * ratio(row["unit"]))
            below = ratio(row["unit"]) / ratio(row["unit"].split("/")[0])
            for part in parts:
                gas = part["gas"][4:]
                nature = "BIOGENIC_NON_CO2" if gas == "CH4_NON_FOSSIL" else "FOSSIL"
                mass = quantity * F(part["value"]) * below * stretch
                yield component, gas, self.pact(line, nature), mass, None, dependencies

        kind = self.factors[what["factor"]]["row"]["kind"]
        main = "COMBUSTION" if kind == "FACTOR_KIND_COMBUSTION_CO2" else "FACTOR"
        yield from cells(main, what["factor"], q, deps)
        if "upstream" in what:
            if "conversion" in what:
                q *= self.factor(what["conversion"], "1", moved, line)
                deps = deps | {("factor", what["conversion"])}
            yield from cells("UPSTREAM", what["upstream"], q, deps)

    def soil(self, line, moved):
        m = line["soilN2o"]
        get = lambda name, unit: self.factor(name, unit, moved, line)
        direct = volatilised = leached = F(0)
        deps = [set(), {("factor", m["ef4"])}, {("factor", m["fracLeach"]), ("factor", m["ef5"])}]
        for i in m["inputs"]:
            names = set()
            if "applied" in i:
                n = amount(i["applied"])
            else:
                r = i["residue"]
                n = amount(r["yield"]) * get(r["dry"], "kg/kg") * get(r["rag"], "kg/kg")
                n *= get(r["nag"], "kg N/kg dm") * F(r["returnedShare"], 10000)
                names = {("factor", r[k]) for k in ("dry", "rag", "nag")}
            direct += n * get(i["ef1"], "kgN2O-N/kg N")
            deps[0] |= names | {("factor", i["ef1"])}
            if "fracGas" in i:
                volatilised += n * get(i["fracGas"], "kg/kg") * get(m["ef4"], "kgN2O-N/kg N volatilised")
                deps[1] |= names | {("factor", i["fracGas"])}
            leached += n * get(m["fracLeach"], "kg/kg") * get(m["ef5"], "kgN2O-N/kg N leached")
            deps[2] |= names
        for component, n, dep in (("DIRECT", direct, deps[0]), ("VOLATILISED", volatilised, deps[1]),
                                  ("LEACHED", leached, deps[2])):
            yield component, "N2O", "LAND_MANAGEMENT_FOSSIL", n * F(44, 28), None, dep

    def rice(self, line, moved):
        m = line["riceCh4"]
        get = lambda name, unit: self.factor(name, unit, moved, line)
        deps = {("factor", m[k]) for k in ("efc", "sfw", "sfp")}
        ch4 = get(m["efc"], "kgCH4/ha/d") * get(m["sfw"], "1") * get(m["sfp"], "1")
        ch4 *= F(m["days"]) * amount(m["area"]) / 10000
        if m.get("amendments"):
            bracket = F(1)
            for a in m["amendments"]:
                bracket += F(a["tonnesPerHa"]) * get(a["cfoa"], "1")
                deps.add(("factor", a["cfoa"]))
            exponent = get(m["exponent"], "1") * 100
            deps.add(("factor", m["exponent"]))
            assert exponent.denominator == 1
            ch4 *= power(bracket, exponent.numerator, 100)
        yield "DIRECT", "CH4_NON_FOSSIL", "BIOGENIC_NON_CO2", ch4, None, deps

    def carbon(self, line, moved):
        m = line["carbonApplied"]
        co2 = amount(m["mass"]) * self.factor(m["factor"], "tC/t", moved, line) * F(44, 12)
        yield "DIRECT", "CO2", "LAND_MANAGEMENT_FOSSIL", co2, None, {("factor", m["factor"])}

    def burning(self, line, moved):
        m = line["residueBurning"]
        burnt = amount(m["dryMatter"]) * F(m["combustionShare"], 10000)
        for gas, key in (("CH4_NON_FOSSIL", "ch4"), ("N2O", "n2o")):
            unit = "kgCH4/kg dm burnt" if key == "ch4" else "kgN2O/kg dm burnt"
            mass = burnt * self.factor(m[key], unit, moved, line)
            yield "COMBUSTION", gas, "BIOGENIC_NON_CO2", mass, None, {("factor", m[key])}

    def land(self, line, moved):
        m = line["landUseChange"]
        days = [date.fromisoformat(d) for d in
                (self.header["firstDay"], self.header["lastDay"], m["conversionDay"])]
        lost = (F(m["carbonBefore"]) - F(m["carbonAfter"])) * 1000 * amount(m["area"]) / 10000
        yield "DIRECT", "CO2", "LAND_USE_CHANGE", lost * F(44, 12) * years_charged(*days) / 20, None, set()

    def footprint(self, line, moved):
        m = line["upstreamFootprint"]
        other = self.upstream[m["footprint"]]
        kg = amount(m["amount"])
        for part in other["result"]["parts"]:
            same = other["gwpSet"] == self.header["gwpSet"]
            yield ("UPSTREAM", part["gas"][4:], self.pact(line, part["component"][15:]),
                   kg * F(part["mass"]), kg * F(part["co2e"]) if same else None, set())

    MODELS = {"factor": factor_line, "soilN2o": soil, "riceCh4": rice, "carbonApplied": carbon,
              "residueBurning": burning, "landUseChange": land, "upstreamFootprint": footprint}

    def scale(self, line):
        header = self.header
        rule = header["allocation"]
        outputs = header["outputs"]
        out = F(1)
        if rule == "ALLOCATION_RULE_SUBDIVISION":
            out = F(line["output"] == 1)
        else:
            weight = [amount(o["mass"]) * F(o.get("key", "1")) for o in outputs]
            out = weight[0] / sum(weight)
        if line["stage"] in ("STAGE_ESTABLISHMENT", "STAGE_CLEARING"):
            out *= F(header["perennial"]["harvests"], header["perennial"]["bearingYears"])
        return out / amount(outputs[0]["mass"])

    def cells(self, moved=None):
        """(line index, component, gas, pact, mass, co2e, dependencies), in units of 1e-9."""
        out = []
        for i, line in enumerate(self.lines):
            model = next((k for k in self.MODELS if k in line), None)
            if model is None:
                continue
            rows = []
            for component, gas, pact, mass, co2e, deps in self.MODELS[model](self, line, moved):
                scale = self.scale(line)
                exact = co2e if co2e is not None else mass * self.gwp[gas]
                rows.append((i, component, gas, pact, half_even(mass * scale), half_even(exact * scale), deps))
            if line.get("output", 1) == 1:
                out += sorted(rows, key=lambda r: (COMPONENTS.index(r[1]), GASES.index(r[2]), PACT.index(r[3])))
        return out

    def ranged(self):
        """(kind, key) -> (low, high) of everything in use that has a range."""
        out = {}
        for name in self.used:
            known = self.factors[name]["row"]["range"].get("range")
            if known:
                out["factor", name] = F(known["low"]), F(known["high"])
        for line in self.lines:
            known = line.get("factor", {}).get("amountRange")
            if known:
                out["amount", line["id"]] = F(known["low"]), F(known["high"])
        return out

    def quality(self, lines, dimension):
        rated = [(co2e, l["quality"][dimension]) for l, co2e in zip(self.lines, lines) if "quality" in l]
        weight = sum(c for c, _ in rated)
        return text(half_even(F(sum(c * r for c, r in rated), weight), 2), 2) if weight else ""

    def reckon(self):
        cells = self.cells()
        total = sum(c[5] for c in cells)
        ranged = self.ranged()
        shifts = {}
        for key, bounds in ranged.items():
            ends = [sum(c[5] for c in self.cells((*key, bound))) for bound in bounds]
            shifts[key] = (max(0, *(total - e for e in ends)), max(0, *(e - total for e in ends)))
        low = max(0, total - isqrt(sum(d * d for d, _ in shifts.values())))
        high = total + isqrt(sum(u * u for _, u in shifts.values()))
        lines = [sum(c[5] for c in cells if c[0] == i) for i in range(len(self.lines))]

        def share(part):
            return shares([part, total - part])[0]

        def totals(keys, order, mass=False):
            found = {}
            for cell in cells:
                row = found.setdefault(keys(cell), [0, 0])
                row[0] += cell[4]
                row[1] += cell[5]
            return sorted(found.items(), key=lambda item: order(item[0]))

        apart, apart_lines = {}, {}
        for i, line in enumerate(self.lines):
            if "reportedApart" not in line or line.get("output", 1) != 1:
                continue
            kind = line["reportedApart"]["kind"][11:]
            sign = 1 if kind == "BIOGENIC_RELEASE" else -1
            co2 = half_even(sign * amount(line["reportedApart"]["amount"]) * self.scale(line))
            apart[kind] = apart.get(kind, 0) + co2
            apart_lines[i] = co2
        own = lambda test: sum(c for l, c in zip(self.lines, lines) if test(l))
        result = {
            "value": text(total), "low": text(low), "high": text(high),
            "unrangedShare": share(sum(c[5] for c in cells if not c[6] & ranged.keys())),
            "gases": [{"gas": "GAS_" + k, "mass": text(v[0]), "co2e": text(v[1])}
                      for k, v in totals(lambda c: c[2], GASES.index)],
            "stages": [{"stage": k, "co2e": text(v[1])}
                       for k, v in totals(lambda c: self.lines[c[0]]["stage"], lambda s: STAGES.index(s[6:]))],
            "pact": [{"component": "PACT_COMPONENT_" + k, "co2e": text(v[1])}
                     for k, v in totals(lambda c: c[3], PACT.index)],
            "packaging": text(own(lambda l: l.get("ofWhich") == "OF_WHICH_PACKAGING")),
            "aircraft": text(own(lambda l: l.get("ofWhich") == "OF_WHICH_AIRCRAFT")),
            "apart": [{"kind": "APART_KIND_" + k, "co2": text(v)}
                      for k, v in sorted(apart.items(), key=lambda item: APART.index(item[0]))],
            "primaryActivityShare": share(own(lambda l: l.get("activityPrimary", False))),
            "primaryShare": share(own(lambda l: l.get("activityPrimary", False) and l.get("factorPrimary", False))),
            "technologicalQuality": self.quality(lines, "technological"),
            "geographicalQuality": self.quality(lines, "geographical"),
            "temporalQuality": self.quality(lines, "temporal"),
            "outputKg": text(half_even(amount(self.header["outputs"][0]["mass"]))),
            "depth": 1 + max([self.upstream[l["upstreamFootprint"]["footprint"]]["result"]["depth"]
                              for l in self.lines if "upstreamFootprint" in l], default=0),
            "factorCount": len(self.used) + len({l["upstreamFootprint"]["footprint"] for l in self.lines
                                                 if "upstreamFootprint" in l}),
            "parts": [{"gas": "GAS_" + k[0], "component": "PACT_COMPONENT_" + k[1], "mass": text(v[0]),
                       "co2e": text(v[1])}
                      for k, v in totals(lambda c: (c[2], c[3]), lambda k: (GASES.index(k[0]), PACT.index(k[1])))],
        }
        rows = []
        for i, (line, part) in enumerate(zip(self.lines, shares(lines))):
            keys = {d for c in cells if c[0] == i for d in c[6]} & ranged.keys()
            rows.append({
                "cells": [{"component": "CELL_COMPONENT_" + c[1], "gas": "GAS_" + c[2],
                           "pact": "PACT_COMPONENT_" + c[3], "mass": text(c[4]), "co2e": text(c[5])}
                          for c in cells if c[0] == i],
                "co2e": text(apart_lines.get(i, lines[i])), "share": part,
                "sensitivity": text(max(max(shifts[k]) for k in keys)) if keys else ""})
        factors = []
        for name in sorted(self.used):
            row = {"factor": name}
            if ("factor", name) in shifts:
                row["down"], row["up"] = (text(s) for s in shifts["factor", name])
            factors.append(row)
        return {"result": result, "lines": rows, "factors": factors}


def main():
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("factors")
    arguments.add_argument("inventories", nargs="+")
    arguments.add_argument("--out", required=True)
    options = arguments.parse_args()
    with open(options.factors, encoding="utf-8") as file:
        shared = json.load(file)
    for path in options.inventories:
        with open(path, encoding="utf-8") as file:
            document = json.load(file)
        inputs = {"inventory": path, "factors": options.factors}
        vector = {"inputs": inputs, **Inventory(document, shared).reckon()}
        name = os.path.basename(path)
        with open(os.path.join(options.out, name), "w", encoding="utf-8") as file:
            json.dump(vector, file, ensure_ascii=False, indent=1)
            file.write("\n")
        result = vector["result"]
        print(f'{name}: {result["value"]} kgCO2e/kg [{result["low"]}, {result["high"]}]')


if __name__ == "__main__":
    main()
