/** Offers the four counts of the week in one quiet line, towards its end, and takes a no for the week. */
import { dayNumber } from "@belay/basics";
import { experiments, weekOf, weeksCounted } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";

/** Friday, counted from Monday as 0: the last seven days are then mostly this week's. */
const friday = 4;

/** Nothing before the first try, once the week was counted, or after "not this week". */
export const WeekLine = () => {
  const engine = useEngine();
  const { form, ready, change } = useDraft("measures/not", { week: 0 });
  const today = engine.today();
  const week = weekOf(today);
  const state = engine.state.value;
  const late = dayNumber(today) + 3 - week * 7 >= friday;
  const counted = weeksCounted(state).some((one) => one.week === week);
  if (!ready || !late || form.week === week || counted || experiments(state).length === 0) return null;
  return (
    <Card tone="sunk">
      <Row spread gap={1}>
        <Soft>{t("measuring.today")}</Soft>
        <Row gap={1}>
          <Button small onPress={() => go("measure", "week")}>
            {t("measuring.weekOpen")}
          </Button>
          <Button small kind="quiet" onPress={() => change({ week })}>
            {t("measuring.todayNot")}
          </Button>
        </Row>
      </Row>
    </Card>
  );
};
