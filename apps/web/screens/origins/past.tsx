/**
 * Shows what is kept of sittings, and deletes it in one step, with plain words about what that does.
 *
 * A record that is only ever added to cannot forget bytes; a deletion is one more fact, after which nothing shows or hands
 * out the sitting. The words say so rather than promise more.
 */
import type { OriginsSession } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import css from "./origins.module.css";

/** One sitting, without a chart or a trend, for two numbers say nothing about a person: its numbers, how it ended, how many ticks, and the sentence where there is one. */
const Sitting = ({ one, busy, onForget }: { one: OriginsSession; busy: boolean; onForget: () => void }) => {
  const today = useEngine().today();
  const day = daySaid(one.day, today);
  return (
    <li>
      <span>
        {one.after === null
          ? t("origins.pastRowBefore", { day, before: one.before })
          : t("origins.pastRow", { day, before: one.before, after: one.after })}
      </span>
      {one.kept === "" ? null : (
        <span dir="auto" class={css["kept"]}>
          {one.kept}
        </span>
      )}
      {one.end === null ? null : <span class={css["how"]}>{t(`origins.ended.${one.end}`)}</span>}
      {one.familiar.length === 0 ? null : (
        <span class={css["how"]}>{t("origins.pastTicks", { n: one.familiar.length })}</span>
      )}
      <Button small kind="quiet" icon="trash" busy={busy} label={t("origins.forgetLabel", { day })} onPress={onForget}>
        {t("origins.forget")}
      </Button>
    </li>
  );
};

/** Nothing where nothing is kept; after a deletion the notice stays. */
export const Past = ({ sessions }: { readonly sessions: readonly OriginsSession[] }) => {
  const save = useSave();
  // Said once, and above the card, which may have gone with its last entry.
  const [gone, setGone] = useState(false);
  // One after the other: what did not work is still in the list, and can be pressed again.
  const forgetEach = async ([one, ...rest]: readonly OriginsSession[]): Promise<boolean> =>
    one === undefined ||
    ((await save.run({ kind: "origins/forget", session: one.id })) !== null && (await forgetEach(rest)));
  const forget = async (some: readonly OriginsSession[]): Promise<void> => {
    setGone(false);
    setGone(await forgetEach(some));
  };
  return (
    <>
      <Notice tone="good">{gone ? t("origins.forgotten") : null}</Notice>
      {sessions.length === 0 ? null : (
        <Card title={t("origins.pastTitle")}>
          <Soft>{t("origins.forgetWords")}</Soft>
          <Notice urgent tone="care">
            {save.notice === null ? null : t(save.notice)}
          </Notice>
          <ul class={css["past"]}>
            {sessions.map((one) => (
              <Sitting key={one.id} one={one} busy={save.busy} onForget={() => void forget([one])} />
            ))}
          </ul>
          <div>
            <Button kind="caution" busy={save.busy} onPress={() => void forget(sessions)}>
              {t("origins.forgetAll")}
            </Button>
          </div>
        </Card>
      )}
    </>
  );
};
