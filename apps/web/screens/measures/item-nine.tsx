/**
 * Answers at once to somebody who thinks of being better off dead: thanks, lines, a plan, a person.
 *
 * It shows before any number, locks nothing, and is no measure of risk (`safety.md` 4.2). What was not answered, or with
 * "not at all", brings nothing: that is never called safe.
 */
import { useEngine } from "../engine-context.tsx";
import { ownPeople } from "../help/own-people.ts";
import { listed } from "../shifts/shift-words.ts";
import { CareCard } from "../today/care-first.tsx";
import { t } from "../words.ts";

/** What is offered; nothing of it has to be taken. */
const Offered = () => {
  const engine = useEngine();
  const people = ownPeople(engine.state.value, engine.today());
  return (
    <CareCard
      title={t("measuring.nineTitle")}
      ways={[
        ["measuring.nineHelp", "help"],
        ["measuring.ninePlan", "plan"],
        ["measuring.nineCare", "care"],
      ]}
      after={t("measuring.nineOn")}
    >
      <p>{t("measuring.nineText")}</p>
      <p>{people.length === 0 ? t("measuring.nineSomebody") : t("measuring.ninePeople", { list: listed(people) })}</p>
    </CareCard>
  );
};

/** Always there, so that what comes into it is read out; the focus stays where it was. */
export const ItemNine = ({ open = true }: { readonly open?: boolean }) => (
  <div role="status">{open ? <Offered /> : null}</div>
);
