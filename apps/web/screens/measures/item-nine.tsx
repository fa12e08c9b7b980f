/**
 * Answers at once to somebody who thinks of being better off dead: thanks, lines, a plan, a person.
 *
 * It shows before any number, locks nothing, and is no measure of risk (`safety.md` 4.2). What was not answered, or with
 * "not at all", brings nothing: that is never called safe.
 */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { ownPeople } from "../help/own-people.ts";
import { go } from "../navigation.ts";
import { listed } from "../shifts/shift-words.ts";
import { t } from "../words.ts";

/** What is offered; nothing of it has to be taken. */
const Offered = () => {
  const engine = useEngine();
  const people = ownPeople(engine.state.value, engine.today());
  return (
    <Card tone="moss" title={t("measuring.nineTitle")}>
      <p>{t("measuring.nineText")}</p>
      <p>{people.length === 0 ? t("measuring.nineSomebody") : t("measuring.ninePeople", { list: listed(people) })}</p>
      <Row gap={1}>
        <Button small onPress={() => go("help")}>
          {t("measuring.nineHelp")}
        </Button>
        <Button small onPress={() => go("plan")}>
          {t("measuring.ninePlan")}
        </Button>
        <Button small onPress={() => go("care")}>
          {t("measuring.nineCare")}
        </Button>
      </Row>
      <Soft>{t("measuring.nineOn")}</Soft>
    </Card>
  );
};

/** Always there, so that what comes into it is read out; the focus stays where it was. */
export const ItemNine = ({ open = true }: { readonly open?: boolean }) => (
  <div role="status">{open ? <Offered /> : null}</div>
);
