/**
 * Shows what was tried with somebody and what came back: a record, never a grade.
 *
 * The same kinds as on the evidence page, so that the two never disagree about one try.
 */
import { experiments, trials, type Person } from "@belay/domain";
import { Card } from "../../parts/card.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { countKinds, sorted, type Sorted } from "../evidence/came-back.ts";
import { go } from "../navigation.ts";
import { t } from "../words.ts";

/** So many are shown at once; the rest are in a fold. */
const shown = 4;

/** What came back, in few words: "3 yes, 1 in part, 1 no". Only kinds that there were. */
export const askedParts = (all: readonly Sorted[]): string =>
  countKinds(all)
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => t(`circle.part.${kind}`, { n: count }))
    .join(", ");

/** Tries with this person, newest first, refusals among them. */
export const Asked = ({ person }: { readonly person: Person }) => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const all = experiments(state);
  const titles = new Map(all.map(({ id, plan }) => [id, plan.title]));
  const mine = sorted(
    trials(state).filter((trial) => trial.person === person.id),
    all,
  ).toReversed();
  const entry = ({ trial, kind }: Sorted) => (
    <Entry
      key={trial.id}
      title={titles.get(trial.id) ?? trial.step}
      detail={`${daySaid(trial.day, today)} · ${t(`evidence.kind.${kind}`)}`}
      onPress={() => go("outcome", trial.id)}
    />
  );
  return (
    <Card title={t("circle.askedTitle")}>
      {mine.length === 0 ? (
        <Soft>{t("circle.askedNone")}</Soft>
      ) : (
        <>
          <p>{t("circle.askedLine", { n: mine.length, parts: askedParts(mine) })}</p>
          <Entries label={t("circle.askedTitle")}>{mine.slice(0, shown).map(entry)}</Entries>
          {mine.length <= shown ? null : (
            <Fold title={t("circle.askedAll")}>
              <Entries label={t("circle.askedAll")}>{mine.slice(shown).map(entry)}</Entries>
            </Fold>
          )}
          <Soft>{t("circle.askedNote", { name: person.nickname })}</Soft>
        </>
      )}
    </Card>
  );
};
