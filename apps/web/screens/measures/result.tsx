/** Says what the answers come to, where that lies, and what it does not say. Never a name for the person. */
import { sittings, sourceRounds, type MeasureSitting, type State } from "@belay/domain";
import { careAt } from "@belay/guidance";
import {
  bandOf,
  helpSources,
  instruments,
  pointsForPhase,
  rangeOf,
  reachOf,
  score,
  type Instrument,
  type InstrumentId,
  type Scores,
} from "@belay/measures";
import { Card } from "../../parts/card.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft } from "../../parts/layout.tsx";
import { listed } from "../shifts/shift-words.ts";
import { t } from "../words.ts";
import { rangeWord } from "./said.ts";
import { scaleWord, scoreWords } from "../evidence/score-said.ts";

/** Whether the ninth answer of a PHQ-9 was anything above "not at all". */
export const nineAnswered = ({ instrument, answers }: MeasureSitting): boolean =>
  instrument === "phq9" && (answers?.[8] ?? 0) > 0;

/** The scores of a sitting that was answered here; null where a question was left. */
export const scoresOf = (id: InstrumentId, { answers }: MeasureSitting): Scores | null => {
  const scored = score(instruments[id], answers ?? []);
  return scored.ok ? scored.value : null;
};

/** Whether the answers stand where a talk with a professional is offered (`safety.md` 4.2), here from the first time. */
export const isHigh = (id: InstrumentId, sitting: MeasureSitting): boolean => {
  // Item 9 is answered to by itself, and is no part of this.
  const its = id === "phq9" ? { ...sitting, answers: sitting.answers?.slice(0, 8) ?? null } : sitting;
  const scale = id === "phq9" ? "phq8" : id;
  if (scale !== "phq4" && scale !== "phq8" && scale !== "gad7") return false;
  return (scoresOf(scale, its)?.["total"] ?? 0) >= careAt.scores[scale].from;
};

/** How often there was a number for this so far, of the same person where it is about one. */
const timesOf = (state: State, id: InstrumentId, about: string | null): number =>
  sittings(state).filter((one) => one.instrument === id && one.about === about && scoresOf(id, one) !== null).length;

/** The range that is published around a score, folded away: it sorts groups. */
const Range = ({ instrument, value }: { readonly instrument: Instrument; readonly value: number }) => {
  const scale = instrument.scales[0];
  const band = scale === undefined ? null : bandOf(instrument, scale.name, value);
  if (scale === undefined || band === null) return null;
  const { steps, standing, source } = band.bands;
  const at = steps.findIndex(({ tag }) => tag === band.tag);
  const [low] = rangeOf(instrument, scale);
  const before = steps[at - 1];
  const from = before === undefined ? low : scale.how === "mean" ? before.upTo : before.upTo + 1;
  const values = { from, to: steps[at]?.upTo ?? from, word: rangeWord(band.tag), source };
  return (
    <Fold title={t("measuring.rangeTitle")}>
      <Soft>{t(standing === "published" ? "measuring.range" : "measuring.rangeCustom", values)}</Soft>
    </Fold>
  );
};

interface NumbersProps {
  readonly instrument: Instrument;
  readonly scores: Scores;
  /** Times with a number so far. */
  readonly times: number;
}

/** The first score in words; the other ones beside it, named. */
const Numbers = ({ instrument, scores, times }: NumbersProps) => {
  const [first, ...others] = instrument.scales;
  const value = first === undefined ? undefined : scores[first.name];
  if (first === undefined || value === undefined) return <p>{t("measuring.left")}</p>;
  const [low, high] = rangeOf(instrument, first);
  const parts = others.flatMap((scale) => {
    const n = scores[scale.name];
    return n === undefined ? [] : [t("measuring.partOf", { scale: scaleWord(scale), n: scoreWords(scale, n) })];
  });
  const sum = first.how === "mean" ? "measuring.mean" : "measuring.sum";
  return (
    <>
      <p>{t(sum, { n: scoreWords(first, value) })}</p>
      {parts.length === 0 ? null : <p>{t("measuring.parts", { list: listed(parts) })}</p>}
      <Soft>
        {t("change.direction", { better: first.better, low: scoreWords(first, low), high: scoreWords(first, high) })}
      </Soft>
      <Soft>{times < pointsForPhase ? t("change.early", { n: times }) : t("measuring.enough")}</Soft>
      {instrument.id === "keep8" ? <Soft>{t("change.trial")}</Soft> : null}
      {instrument.id === "osss3" ? <Soft>{t("change.coarse")}</Soft> : null}
      <Range instrument={instrument} value={value} />
    </>
  );
};

interface ResultProps {
  readonly state: State;
  readonly id: InstrumentId;
  readonly sitting: MeasureSitting;
}

/** One questionnaire as it was answered. */
export const Result = ({ state, id, sitting }: ResultProps) => {
  const scores = scoresOf(id, sitting);
  return (
    <Card title={t(`change.name.${id}`)}>
      {scores === null ? (
        <p>{t("measuring.left")}</p>
      ) : (
        <Numbers instrument={instruments[id]} scores={scores} times={timesOf(state, id, sitting.about)} />
      )}
    </Card>
  );
};

/** The newest round of sources: the highest and how many stand high, never a sum. */
export const SourcesResult = ({ state }: { readonly state: State }) => {
  const round = sourceRounds(state).at(-1);
  if (round === undefined) return null;
  const given = round.answers.flatMap(({ source, likely }) => {
    const known = helpSources.find((one) => one === source);
    return known === undefined || likely === null ? [] : [[known, likely] as const];
  });
  const { most, likely } = reachOf(Object.fromEntries(given));
  return (
    <Card title={t("measuring.sourcesTitle")}>
      <p>{most === null ? t("measuring.sourcesNone") : t("measuring.sources", { n: likely, most })}</p>
    </Card>
  );
};
