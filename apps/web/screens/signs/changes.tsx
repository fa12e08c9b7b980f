/** Tells plainly which signs are answered otherwise than before; a change is neither good nor bad here. */
import type { LocalDay } from "@belay/basics";
import { Soft, Stack } from "../../parts/layout.tsx";
import { daySaid } from "../day-said.ts";
import { t } from "../words.ts";
import type { Change } from "./group-form.ts";

/** “On March 3 you said often, today sometimes.” */
export const changeWords = ({ was, wasOn, now, nowOn }: Change, today: LocalDay): string =>
  t("signs.changed", {
    was,
    before: daySaid(wasOn, today),
    // One sentence either way: languages put “today” and a date in different places.
    today: nowOn === today ? "yes" : "no",
    day: daySaid(nowOn, today),
    now,
  });

/** Each with its sign; nothing where nothing changed. */
export const Changes = ({ changes, today }: { readonly changes: readonly Change[]; readonly today: LocalDay }) =>
  changes.length === 0 ? null : (
    <Stack gap={2}>
      <h2>{t("signs.changes")}</h2>
      {changes.map((change) => (
        <div key={change.sign.id}>
          <p>{change.sign.text}</p>
          <Soft>{changeWords(change, today)}</Soft>
        </div>
      ))}
      <Soft>{t("signs.changesNote")}</Soft>
    </Stack>
  );
