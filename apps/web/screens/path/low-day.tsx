/** The first page of a low day: rest, and help near. */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { OwnWords } from "./own-words.tsx";
import type { StageProps } from "./page-props.ts";

/** Help stands within reach here; it is never asked how bad it is. */
export const NearHelp = () => (
  <Card tone="sunk">
    <Row spread gap={1}>
      <Soft>{t("path.low.dark")}</Soft>
      <Button onPress={() => go("help")}>{t("path.low.help")}</Button>
    </Row>
  </Card>
);

/** Nothing is asked for; the field may stay empty. */
export const Low = ({ draft }: StageProps) => (
  <>
    <p>{t("path.low.quiet")}</p>
    <OwnWords draft={draft} />
    <NearHelp />
  </>
);
