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
import { go } from "../navigation.ts";
import { t } from "../words.ts";

/** Ways on that ask for nothing, then people whose job it is. `children` come first. */
export const CareFirst = ({ children }: { readonly children?: ComponentChildren }) => (
  <Card tone="moss" title={t("steps.care.title")}>
    {children}
    <p>{t("steps.care.text")}</p>
    <Row gap={1}>
      <Button small onPress={() => go("kindness", "before-ask")}>
        {t("steps.care.kind")}
      </Button>
      <Button small onPress={() => go("plan")}>
        {t("steps.care.plan")}
      </Button>
      <Button small onPress={() => go("care")}>
        {t("steps.care.professional")}
      </Button>
      <Button small onPress={() => go("help")}>
        {t("steps.care.help")}
      </Button>
    </Row>
    <Soft>{t("steps.care.open")}</Soft>
  </Card>
);
