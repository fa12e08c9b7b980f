/** Draws the card of a low day, or the quiet line that leads to all five hard moments. */
import { checkins, experiments, pathsWalked } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { isLowDay } from "./low-energy.ts";

/** Where on the page it stands. */
export interface HardDayProps {
  /** `top`: only on a low day. `end`: on every other day. */
  readonly at: "top" | "end";
}

/** Once walked that day, the card is gone and the line is back: nothing is asked twice of somebody who is low. */
export const HardLine = ({ at }: HardDayProps) => {
  const engine = useEngine();
  const state = engine.state.value;
  const today = engine.today();
  const walked = pathsWalked(state).some(({ path, day }) => path === "low-day" && day === today);
  const low = isLowDay(checkins(state), today) && !walked;
  if (at === "top")
    return low ? (
      <Card tone="moss" title={t("path.lowTitle")}>
        <p>{t("path.lowText")}</p>
        <Row>
          <Button onPress={() => go("path", "low-day")}>{t("path.lowOpen")}</Button>
        </Row>
      </Card>
    ) : null;
  // Before the first try there is one thing to do on the page; hard moments come after it.
  if (low || (experiments(state).length === 0 && checkins(state).length === 0)) return null;
  return (
    <Row spread gap={1}>
      <Soft>{t("path.quiet")}</Soft>
      <Button small kind="quiet" onPress={() => go("path")}>
        {t("path.quietOpen")}
      </Button>
    </Row>
  );
};
