/** Tests that every instrument says who owns it and what they allow, and which of them a build may hold. */
import { describe, expect, it } from "vitest";
import { instruments } from "./catalogue.ts";
import { instrumentIds, type InstrumentId } from "./ids.ts";
import { allowedIn, includedIn, keySource, licenceOf, type Verdict } from "./licences.ts";

describe.each(instrumentIds)("%s", (id) => {
  const instrument = instruments[id];

  it("says who owns it, what they allow, and when somebody looked", () => {
    const licence = licenceOf(id);
    expect(licence.owner).not.toBe("");
    expect(licence.source).not.toBe("");
    expect(licence.checkedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(keySource(id).length).toBeGreaterThan(20);
  });

  it("has words exactly where its verdict allows them", () => {
    expect(instrument.words === null).toBe(licenceOf(id).verdict === "scoring-only");
    if (instrument.words === null) return;
    expect(instrument.words.items).toHaveLength(instrument.items);
    expect(new Set(instrument.words.items).size).toBe(instrument.items);
    expect(licenceOf(id).creditLine).not.toBeNull();
  });
});

describe("the verdicts", () => {
  it.each<[Verdict, readonly InstrumentId[]]>([
    ["free-only", ["who5"]],
    ["switch", ["ecr-rs"]],
    [
      "scoring-only",
      [
        "ecr36-5",
        "ecr36-7",
        "ecr-s",
        "ecr-r",
        "rses",
        "ucla20-v3",
        "ucla20-1980",
        "pss4",
        "pss10",
        "mspss",
        "dejong6",
        "wsas",
      ],
    ],
    [
      "ship",
      [
        "ucla3",
        "phq2",
        "phq4",
        "phq8",
        "phq9",
        "gad2",
        "gad7",
        "scs-sf",
        "sscs-s",
        "cbi-personal",
        "osss3",
        "keep8",
        "keep6",
        "trust5",
        "expressiveness5",
      ],
    ],
  ])("%s are those of the design", (verdict, ids) => {
    expect(instrumentIds.filter((id) => licenceOf(id).verdict === verdict)).toEqual(
      instrumentIds.filter((id) => ids.includes(id)),
    );
  });

  it("that ship may also be sold, and the others may not", () => {
    for (const id of instrumentIds) expect(licenceOf(id).commercialOk).toBe(licenceOf(id).verdict === "ship");
  });
});

describe("a build", () => {
  it("that nobody earns by holds the WHO-5, and the ECR-RS only when it is switched on", () => {
    const off = allowedIn({ use: "free", switchedOn: [] }).map(({ id }) => id);
    expect(off).toContain("who5");
    expect(off).not.toContain("ecr-rs");
    expect(off).toHaveLength(instrumentIds.length - 1);
    expect(allowedIn({ use: "free", switchedOn: ["ecr-rs"] }).map(({ id }) => id)).toEqual(instrumentIds);
  });

  it("that is sold fails, and names each instrument that forbids it with its owner", () => {
    const found = includedIn({ use: "commercial", switchedOn: [] }, ["phq4", "who5", "keep8"]);
    expect(found).toEqual({
      ok: false,
      error: {
        type: "LicenceForbids",
        use: "commercial",
        instruments: [
          { id: "who5", owner: "World Health Organization", source: expect.stringContaining("CC BY-NC-SA") },
        ],
      },
    });
  });

  it("that is sold may not switch the ECR-RS on", () => {
    const found = includedIn({ use: "commercial", switchedOn: ["ecr-rs"] }, ["ecr-rs"]);
    expect(found).toMatchObject({ ok: false, error: { instruments: [{ id: "ecr-rs" }] } });
  });

  it("that is sold and leaves them out is let through, in the order asked", () => {
    const found = includedIn({ use: "commercial", switchedOn: [] }, ["keep8", "phq4"]);
    expect(found.ok && found.value.map(({ id }) => id)).toEqual(["keep8", "phq4"]);
    const allowed = allowedIn({ use: "commercial", switchedOn: instrumentIds }).map(({ id }) => id);
    expect(includedIn({ use: "commercial", switchedOn: [] }, allowed).ok).toBe(true);
    expect(allowed).toHaveLength(15);
  });

  it("that asks for an instrument behind a switch fails while the switch is off", () => {
    expect(includedIn({ use: "free", switchedOn: [] }, ["ecr-rs"])).toMatchObject({
      ok: false,
      error: { type: "LicenceForbids", use: "free", instruments: [{ id: "ecr-rs" }] },
    });
  });
});
