/** Says plainly how things are kept, and what did not open. */
import { Card } from "../../parts/card.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { t, type MessageId } from "../words.ts";

/** From this share of the allowed room on, it is worth a word. */
const nearlyFull = 0.7;

/** Three answers, and the third is that there is none. */
const persistedWords = (persisted: boolean | null): MessageId => {
  if (persisted === null) return "mine.persistedUnknown";
  return persisted ? "mine.persistedYes" : "mine.persistedNo";
};

/** Entries that did not open are said aloud rather than passed over. */
export const Kept = () => {
  const { persisted, setAside, unknown, usage } = useEngine().stored.value;
  return (
    <Card title={t("mine.keptTitle")}>
      <Stack gap={1}>
        <p>{t(persistedWords(persisted))}</p>
        {setAside === 0 ? null : <p>{t("mine.setAside", { n: setAside })}</p>}
        {unknown === 0 ? null : <p>{t("mine.unknown", { n: unknown })}</p>}
        {usage === null || usage < nearlyFull ? null : <p>{t("mine.usage", { n: Math.round(usage * 100) })}</p>}
      </Stack>
      <Soft>{t("mine.entries")}</Soft>
    </Card>
  );
};
