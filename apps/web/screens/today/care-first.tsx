/**
 * Offers rest and care where the person's own numbers are high, on Today and before a step.
 *
 * It says what was told and what follows from it, and nothing about what that might mean: no scale, no verdict, no lock
 * (`safety.md` 4.2). Every step can still be chosen.
 */
import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { go, type ScreenName } from "../navigation.ts";
import { t, type MessageId } from "../words.ts";

interface CareCardProps {
  readonly title: string;
  /** Words of a button, the screen it leads to, and what it opens there. Nothing of it has to be taken. */
  readonly ways: readonly (readonly [words: MessageId, to: ScreenName, id?: string])[];
  /** What can be done all the same. */
  readonly after: string;
  readonly children: ComponentChildren;
}

/** A calm card: what is said, ways on, and that nothing is locked. */
export const CareCard = ({ title, ways, after, children }: CareCardProps) => (
  <Card tone="moss" title={title}>
    {children}
    <Row gap={1}>
      {ways.map(([words, to, id]) => (
        <Button key={words} small onPress={() => go(to, id)}>
          {t(words)}
        </Button>
      ))}
    </Row>
    <Soft>{after}</Soft>
  </Card>
);

/** Ways on that ask for nothing, then people whose job it is. `children` come first. */
export const CareFirst = ({ children }: { readonly children?: ComponentChildren }) => (
  <CareCard
    title={t("steps.care.title")}
    ways={[
      ["steps.care.kind", "kindness", "before-ask"],
      ["steps.care.plan", "plan"],
      ["steps.care.professional", "care"],
      ["steps.care.help", "help"],
    ]}
    after={t("steps.care.open")}
  >
    {children}
    <p>{t("steps.care.text")}</p>
  </CareCard>
);
