/** Leads from what came back to the path of a hard moment; offered, never taken by itself. */
import type { Experiment, PathName } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { go } from "../navigation.ts";
import { t, type MessageId } from "../words.ts";

/** The path that fits what was noted, and how it is named; null where none is needed. */
export const momentOf = (outcome: string | null): { readonly path: PathName; readonly title: MessageId } | null => {
  if (outcome === "no") return { path: "after-no", title: "path.entry.after-no" };
  // Something hurtful has a path without any kind reading; it begins like a no and takes another turn.
  if (outcome === "hurtful") return { path: "after-no", title: "path.entry.hurt" };
  return outcome === "silence" ? { path: "after-silence", title: "path.entry.after-silence" } : null;
};

/** A card with one quiet button. */
export const HardMoment = ({
  experiment,
  outcome,
}: {
  readonly experiment: Experiment;
  /** What came back, or null while nothing is known. */
  readonly outcome: string | null;
}) => {
  const moment = momentOf(outcome);
  if (moment === null) return null;
  return (
    <Card tone="sunk" title={t(moment.title)}>
      <p>{t("path.entryText")}</p>
      <div>
        <Button onPress={() => go("path", `${moment.path}~${experiment.id}`)}>{t("path.entryOpen")}</Button>
      </div>
    </Card>
  );
};

/** For a yes that did not come true; quiet, since most do. */
export const NotAfterAll = ({ experiment }: { readonly experiment: Experiment }) => (
  <Button kind="quiet" onPress={() => go("path", `after-let-down~${experiment.id}`)}>
    {t("path.notAfterAll")}
  </Button>
);
