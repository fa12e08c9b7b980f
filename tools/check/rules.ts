/** Lists every rule that the house is held to. */
import { arrows, blindRelay, features, manifests, platform, spelling } from "./arrows.ts";
import { casts, noAny, noBang, noDefaults, noEnums } from "./casts.ts";
import { centre } from "./centre.ts";
import { fileCycles, roomCycles } from "./cycles.ts";
import { commentShare, documented } from "./documents.ts";
import { freshLines } from "./lines.ts";
import { fileNames, firstLine, noSkips, oneDoor } from "./names.ts";
import { contentWithoutLogic, domFreeEngine, purity } from "./purity.ts";
import { testRatio } from "./ratios.ts";
import { sentences } from "./sentences.ts";
import { ownInputs, sinks } from "./sinks.ts";
import { depth, fileSizes, functionSizes } from "./sizes.ts";
import { fewPackages, inventoried, noInstallScripts, pinned } from "./supply.ts";
import type { Rule } from "./tree.ts";

/** What cannot be read cannot be held to anything. */
const readable: Rule = {
  name: "readable",
  holds: "every source can be parsed",
  check: (tree) =>
    tree.sources.flatMap(({ path, errors }) => errors.map((message) => ({ rule: "readable", path, line: 1, message }))),
};

/** Every rule, in the order in which they are reported. */
export const rules: readonly Rule[] = [
  readable,
  arrows,
  features,
  manifests,
  platform,
  spelling,
  blindRelay,
  fileCycles,
  roomCycles,
  centre,
  fileSizes,
  functionSizes,
  depth,
  purity,
  contentWithoutLogic,
  domFreeEngine,
  noAny,
  noBang,
  casts,
  noEnums,
  noDefaults,
  fileNames,
  firstLine,
  oneDoor,
  documented,
  commentShare,
  testRatio,
  noSkips,
  sentences,
  sinks,
  ownInputs,
  freshLines,
  pinned,
  noInstallScripts,
  fewPackages,
  inventoried,
];
