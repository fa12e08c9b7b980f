/** Shows what recognised signs lead to: steps, beliefs and a pause, each with the sign’s own words. */
import type { SignAnswered } from "@belay/domain";
import { signCatalogue, stepCatalogue } from "@belay/content";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { beliefWords } from "../beliefs/belief-words.ts";
import { go } from "../navigation.ts";
import { Pause } from "../shell/pause.tsx";
import { t } from "../words.ts";
import { suggestions, type Suggestion } from "./suggestions.ts";

/** The catalogue’s title; an id of another version stands for itself rather than breaking the page. */
const stepTitle = (id: string): string => stepCatalogue.find((step) => step.id === id)?.title ?? id;

/** One list; nothing at all where nothing is in it. */
const List = ({
  title,
  items,
  words,
  onOpen,
}: {
  /** Heading of the list, and its name for screen readers. */
  readonly title: string;
  /** Most fitting first. */
  readonly items: readonly Suggestion[];
  /** How one of them is called. */
  readonly words: (id: string) => string;
  readonly onOpen: (id: string) => void;
}) =>
  items.length === 0 ? null : (
    <Stack gap={1}>
      <h3>{title}</h3>
      <Entries label={title}>
        {items.map(({ id, why }) => (
          <Entry key={id} title={words(id)} detail={t("signs.why", { why })} onPress={() => onOpen(id)} />
        ))}
      </Entries>
    </Stack>
  );

/** A pause, where the body sounds an alarm: it comes before the steps. */
const PauseFirst = ({ why }: { readonly why: string }) => {
  const [open, setOpen] = useState(false);
  return (
    <Stack gap={1}>
      <h3>{t("signs.pauseTitle")}</h3>
      <p>{t("signs.pauseText")}</p>
      <Soft>{t("signs.why", { why })}</Soft>
      <Row>
        <Button small haspopup="dialog" onPress={() => setOpen(true)}>
          {t("signs.pauseOpen")}
        </Button>
      </Row>
      <Pause open={open} onClose={() => setOpen(false)} />
    </Stack>
  );
};

/** Nothing before the first answer; where everything was a no, that is said and left at that. */
export const MayFit = ({ answered }: { readonly answered: readonly SignAnswered[] }) => {
  if (answered.length === 0) return null;
  // The pure rule decides; this page only finds the words for it.
  const { steps, beliefs, pause } = suggestions(answered, signCatalogue);
  if (steps.length === 0 && beliefs.length === 0 && pause === null) return <p>{t("signs.noneKnown")}</p>;
  return (
    <Card tone="accent" title={t("signs.mayFit")}>
      <Soft>{t("signs.mayFitLead")}</Soft>
      {pause === null ? null : <PauseFirst why={pause} />}
      <List title={t("signs.steps")} items={steps} words={stepTitle} onOpen={(id) => go("step", id)} />
      <List
        title={t("signs.beliefs")}
        items={beliefs}
        words={(id) => t("beliefs.quoted", { text: beliefWords({ id, text: null }) })}
        onOpen={(id) => go("belief", id)}
      />
    </Card>
  );
};
