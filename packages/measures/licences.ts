/** Says who owns each instrument, what they allow, and where its key was found; the app shows none of it. */
import { err, ok, type Result } from "@belay/basics";
import { instruments } from "./catalogue.ts";
import { instrumentIds, type InstrumentId } from "./ids.ts";
import type { Instrument } from "./instrument.ts";
import { publishedIn } from "./published.ts";

/**
 * What may be done with an instrument. `ship`: its words are in the app. `free-only`: in an app that nobody earns by.
 * `switch`: the same, and only where whoever builds has switched it on. `scoring-only`: answers from elsewhere are
 * scored, and no word of it is shown.
 */
export type Verdict = "ship" | "free-only" | "switch" | "scoring-only";

/** Who owns an instrument and what they allow. Not legal advice: what was found, and when. */
export interface Licence {
  readonly verdict: Verdict;
  readonly owner: string;
  /** The instrument's own `credit`. */
  readonly creditLine: string | null;
  readonly commercialOk: boolean;
  readonly modificationOk: boolean;
  readonly source: string;
  /** The day on which somebody last looked, YYYY-MM-DD. */
  readonly checkedOn: string;
}

/** Owner and terms; the line of credit stands with the instrument, because it is shown. */
type Terms = Omit<Licence, "creditLine">;

const ecr: Terms = {
  verdict: "scoring-only",
  owner: "K. A. Brennan, C. L. Clark, P. R. Shaver and R. C. Fraley",
  commercialOk: false,
  modificationOk: false,
  source: "UC Davis Adult Attachment Lab, questions and answers on the ECR: permission is free for research",
  checkedOn: "2026-11-22",
};

const russell: Terms = {
  verdict: "scoring-only",
  owner: "D. W. Russell, L. A. Peplau and colleagues",
  commercialOk: false,
  modificationOk: false,
  source: "no grant for products seen (measures page 1.1)",
  checkedOn: "2026-11-22",
};

const cohen: Terms = {
  verdict: "scoring-only",
  owner: "S. Cohen; the rights holder restricts use",
  commercialOk: false,
  modificationOk: false,
  source: "measures page 1.1: free for research and teaching without profit only",
  checkedOn: "2026-11-22",
};

const spitzer: Terms = {
  verdict: "ship",
  owner: "R. L. Spitzer, J. B. W. Williams, K. Kroenke and colleagues",
  commercialOk: true,
  modificationOk: true,
  source: "the owners' pages for PHQ and GAD-7: no permission required to reproduce, translate, display or distribute",
  checkedOn: "2026-11-22",
};

const neff: Terms = {
  verdict: "ship",
  owner: "K. D. Neff and colleagues",
  commercialOk: true,
  modificationOk: true,
  source:
    "the owner's sheets: may be used for any purpose whatsoever; translations are asked to follow Neff et al. 2019",
  checkedOn: "2026-11-22",
};

const ipip: Terms = {
  verdict: "ship",
  owner: "nobody: public domain (International Personality Item Pool)",
  commercialOk: true,
  modificationOk: true,
  source: "the pool's own pages: its items are in the public domain",
  checkedOn: "2026-11-22",
};

/** Under its id; the type sees to it that none is forgotten. */
const terms: Readonly<Record<InstrumentId, Terms>> = {
  "ecr36-5": ecr,
  "ecr36-7": ecr,
  "ecr-s": {
    verdict: "scoring-only",
    owner: "M. Wei, D. W. Russell, B. Mallinckrodt, D. L. Vogel; Taylor & Francis",
    commercialOk: false,
    modificationOk: false,
    source: "UC Davis Adult Attachment Lab, questions and answers on the ECR: permission is free for research",
    checkedOn: "2026-11-22",
  },
  "ecr-rs": {
    verdict: "switch",
    owner: "R. C. Fraley",
    commercialOk: false,
    modificationOk: false,
    source: "the author posts it openly; his terms speak of research and forbid commercial use",
    checkedOn: "2026-11-22",
  },
  "ecr-r": {
    verdict: "scoring-only",
    owner: "R. C. Fraley, N. G. Waller, K. A. Brennan",
    commercialOk: false,
    modificationOk: false,
    source: "UC Davis Adult Attachment Lab, questions and answers on the ECR: permission is free for research",
    checkedOn: "2026-11-22",
  },
  rses: {
    verdict: "scoring-only",
    owner: "M. Rosenberg; his family's foundation",
    commercialOk: false,
    modificationOk: false,
    source: "no grant for products looked for; only its scoring is here",
    checkedOn: "2026-11-22",
  },
  ucla3: {
    verdict: "ship",
    owner: "M. E. Hughes, L. J. Waite, L. C. Hawkley, J. T. Cacioppo; after D. W. Russell",
    commercialOk: true,
    modificationOk: false,
    source: "recommended and printed by the UK statistics office under its open licence; no grant by the authors seen",
    checkedOn: "2026-11-22",
  },
  "ucla20-v3": russell,
  "ucla20-1980": russell,
  pss4: cohen,
  pss10: cohen,
  phq2: spitzer,
  phq4: spitzer,
  phq8: spitzer,
  phq9: spitzer,
  gad2: spitzer,
  gad7: spitzer,
  "scs-sf": neff,
  "sscs-s": neff,
  "cbi-personal": {
    verdict: "ship",
    owner: "T. S. Kristensen and colleagues; National Research Centre for the Working Environment, Denmark",
    commercialOk: true,
    modificationOk: true,
    source: "the official free file; public domain is said by others, not seen from the owner",
    checkedOn: "2026-11-22",
  },
  who5: {
    verdict: "free-only",
    owner: "World Health Organization",
    commercialOk: false,
    modificationOk: false,
    source: "two measure banks: free of charge, no permission needed; the reissue of 2024 is CC BY-NC-SA 3.0 IGO",
    checkedOn: "2026-11-22",
  },
  osss3: {
    verdict: "ship",
    owner: "O. S. Dalgard; printed by R.-D. Kocalevent and colleagues",
    commercialOk: true,
    modificationOk: true,
    source: "printed in an open article under CC BY 4.0",
    checkedOn: "2026-11-22",
  },
  mspss: {
    verdict: "scoring-only",
    owner: "G. D. Zimet; article © 1988 Lawrence Erlbaum",
    commercialOk: false,
    modificationOk: false,
    source: "the author is said to grant free use with credit; until he is asked, no word of it is shown",
    checkedOn: "2026-11-22",
  },
  dejong6: {
    verdict: "scoring-only",
    owner: "J. de Jong Gierveld, T. G. van Tilburg; Vrije Universiteit Amsterdam",
    commercialOk: false,
    modificationOk: false,
    source: "the manual: for scientific survey research, with its source",
    checkedOn: "2026-11-22",
  },
  wsas: {
    verdict: "scoring-only",
    owner: "I. M. Marks",
    commercialOk: false,
    modificationOk: false,
    source: "a measure bank calls it free; the author keeps the copyright, so ask before its words are shown",
    checkedOn: "2026-11-22",
  },
  keep8: ipip,
  keep6: ipip,
  trust5: ipip,
  expressiveness5: ipip,
};

/** The licence record of an instrument. Not legal advice. */
export const licenceOf = (id: InstrumentId): Licence => ({ ...terms[id], creditLine: instruments[id].credit });

/** The other places that each key was compared with; empty where there is none. */
const comparedWith: Readonly<Record<InstrumentId, string>> = {
  "ecr36-5": "compared with one public program, which turns the same ten",
  "ecr36-7": "compared with one public program, which turns the same ten",
  "ecr-s": "compared with two public guides, which add up too; which four are turned was not found again",
  "ecr-rs": "compared with the author's page and two other public descriptions (all agree)",
  "ecr-r": "compared with two public keys (both agree)",
  rses: "one public R key turns the same five, others number them 2, 5, 6, 8, 9",
  ucla3: "compared with one public code book (agrees)",
  "ucla20-v3": "compared with two public keys (both agree)",
  "ucla20-1980": "no second public key was found",
  pss4: "compared with one public program and one study protocol, which wants complete answers too",
  pss10: "compared with three public programs (all agree)",
  phq2: "compared with public programs (plain sums, all agree)",
  phq4: "compared with public programs (plain sums, all agree)",
  phq8: "compared with public programs (plain sums, all agree)",
  phq9: "compared with public programs (plain sums, all agree)",
  gad2: "compared with public programs (plain sums, all agree)",
  gad7: "compared with public programs (plain sums, all agree)",
  "scs-sf": "compared with two public keys: same items; one adds up (12 to 60), we average as the owner does",
  "sscs-s": "compared with a UCSD bank (agrees)",
  "cbi-personal": "compared with two public tables (both agree)",
  who5: "compared with four public keys (three agree; one takes 5 off first, which is wrong)",
  osss3: "compared with a UCSD bank and one program (both agree)",
  mspss: "compared with one guide: same items; it adds up (12 to 84), we average as the authors do",
  dejong6: "order compared with Statistics Netherlands 2020 and a UK measure bank (all agree)",
  wsas: "compared with three guides: same sums; on a gap they differ",
  keep8: "",
  keep6: "",
  trust5: "no second public key was found",
  expressiveness5: "no second public key was found",
};

/** Where the key of an instrument is published, and the other places it was compared with. */
export const keySource = (id: InstrumentId): string =>
  [publishedIn[id], comparedWith[id]].filter((part) => part !== "").join("; ");

/** How a build is used, and the instruments behind a switch that whoever builds has switched on. */
export interface Build {
  readonly use: "free" | "commercial";
  readonly switchedOn: readonly InstrumentId[];
}

/** Why a build may not hold what it asks for: the owners of these forbid it. */
export type LicenceForbids = {
  readonly type: "LicenceForbids";
  readonly use: Build["use"];
  readonly instruments: readonly { readonly id: InstrumentId; readonly owner: string; readonly source: string }[];
};

/**
 * The instruments of a build, or the list of those it must leave out. A commercial build may hold none whose owner
 * forbids commercial use, its scoring included; one behind a switch must have been switched on.
 */
export const includedIn = (
  build: Build,
  ids: readonly InstrumentId[],
): Result<readonly Instrument[], LicenceForbids> => {
  const wanted = ids.map((id) => instruments[id]);
  const forbidden = wanted.filter(({ id }) => {
    const licence = licenceOf(id);
    const isOff = licence.verdict === "switch" && !build.switchedOn.includes(id);
    return isOff || (build.use === "commercial" && !licence.commercialOk);
  });
  if (forbidden.length === 0) return ok(wanted);
  const named = forbidden.map(({ id }) => ({ id, owner: terms[id].owner, source: terms[id].source }));
  return err({ type: "LicenceForbids", use: build.use, instruments: named });
};

/** The instruments that a build may hold, with those that it must leave out left out. */
export const allowedIn = (build: Build): readonly Instrument[] =>
  instrumentIds.map((id) => instruments[id]).filter(({ id }) => includedIn(build, [id]).ok);
