/** Facts about steps and the experiments that are made of them. */
import * as v from "valibot";
import { context, contexts, disclosure, id, line, note, percent, role, roles, share, strand } from "./fields.ts";

/** Who chose a step: the guidance or the person (`origin` of the guidance protocol). */
export const origins = ["engine", "self"] as const;
/** An origin's name. */
export type Origin = (typeof origins)[number];

/** How a try ended, in the words of the guidance protocol. */
export const statuses = ["done", "started", "avoided", "skipped", "swapped"] as const;
/** A status's name. */
export type Status = (typeof statuses)[number];

/** What came back. `later` and `silence` are mapped for the guidance in `steps/protocol.ts`. */
export const outcomes = ["yes", "partly", "later", "no", "hurtful", "silence"] as const;
/** An outcome's name. */
export type Outcome = (typeof outcomes)[number];

/** Whether the feared thing happened; `neither` when nothing one could see or hear had been named. */
export const fearResults = ["happened", "did-not", "neither"] as const;

/** How close it felt afterwards, for sharing and being with somebody. */
export const closenesses = ["more", "same", "less"] as const;

/** Why a day was left without a step. */
export const restReasons = ["low", "not-today", "after-bad"] as const;

/** How something done alone looks afterwards. */
export const aloneVerdicts = ["glad", "wish-asked"] as const;

/** A step of the person's own. */
export const stepAdded = v.strictObject({
  step: id,
  strand,
  title: line,
  difficulty: percent,
  cost: share,
  needsPerson: v.boolean(),
  roles: v.pipe(v.array(role), v.maxLength(roles.length)),
  contexts: v.pipe(v.array(context), v.minLength(1), v.maxLength(contexts.length)),
  disclosure,
  touch: v.boolean(),
});

/** A step of one's own was put away. */
export const stepRemoved = v.strictObject({ step: id });

/** A day was left without a step, on purpose. */
export const dayRested = v.strictObject({ reason: v.picklist(restReasons) });

/** A step was taken up: the beginning of one experiment. The step is copied, since catalogues change. */
export const experimentPlanned = v.strictObject({
  experiment: id,
  step: id,
  title: line,
  strand,
  person: v.nullable(id),
  context: v.nullable(context),
  origin: v.picklist(origins),
  difficulty: percent,
  cost: share,
  disclosure,
});

/** What was expected, fixed before anything was done. The first one in the log's order stands. */
export const experimentPredicted = v.strictObject({
  experiment: id,
  help: v.nullable(percent),
  bad: v.nullable(percent),
  feared: note,
  sign: note,
  beliefs: v.pipe(v.array(id), v.maxLength(6)),
});

/** How it ended. Null fields were not answered. `before`, `peak`, `after`: distress; `bad`: how bad it was. */
export const outcomeNoted = v.strictObject({
  experiment: id,
  status: v.picklist(statuses),
  outcome: v.nullable(v.picklist(outcomes)),
  before: v.nullable(percent),
  peak: v.nullable(percent),
  after: v.nullable(percent),
  bad: v.nullable(percent),
  feared: v.nullable(v.picklist(fearResults)),
  closer: v.nullable(v.picklist(closenesses)),
  learnt: note,
});

/** Something was done alone, by choice, and is looked back on; never a failure. */
export const aloneNoted = v.strictObject({ title: line, verdict: v.nullable(v.picklist(aloneVerdicts)), note });
