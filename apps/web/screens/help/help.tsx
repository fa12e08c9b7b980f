/**
 * Help now: numbers first, without a log, a lock or a network.
 *
 * Opening it records nothing; choosing a country records that country alone. No colour shouts and nothing blinks: somebody
 * who comes here is alarmed already (`safety.md` 4.1).
 */
import { helpFallbacks, type HelpLine } from "@belay/content";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { SelectField } from "../../parts/select-field.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, go } from "../navigation.ts";
import { t } from "../words.ts";
import { useCountry } from "./country.ts";
import css from "./help.module.css";
import { LineCard } from "./line-card.tsx";
import { countriesWithLines, elsewhere, elsewhereInEu, linesOf } from "./lines.ts";
import { ownPeople } from "./own-people.ts";

/** Countries by their names; the two ways of being elsewhere last. */
const countryOptions = (): readonly { readonly value: string; readonly label: string }[] => {
  const names = new Intl.DisplayNames("en", { type: "region" });
  const named = countriesWithLines.map((value) => ({ value, label: names.of(value) ?? value }));
  return [
    ...named.toSorted((a, b) => a.label.localeCompare(b.label, "en")),
    { value: elsewhereInEu, label: t("help.elsewhereEu") },
    { value: elsewhere, label: t("help.elsewhere") },
  ];
};

/** 112 holds all over the EU (Directive (EU) 2018/1972, article 109). */
const euNumber = (): HelpLine => ({
  id: "eu-emergency",
  country: "DE",
  name: t("help.emergencyName"),
  kind: "emergency",
  channel: "call",
  number: "112",
  keyword: null,
  hours: null,
  languages: [],
  for: "",
  source: "",
  checkedOn: null,
  verified: false,
});

/** A titled list of lines; `strong` makes their buttons the first thing one sees. */
const Lines = ({
  title,
  lines,
  note,
  strong,
}: {
  readonly title: string;
  readonly lines: readonly HelpLine[];
  readonly note?: string | undefined;
  readonly strong?: boolean | undefined;
}) => (
  <Card title={title}>
    {note === undefined ? null : <Soft>{note}</Soft>}
    <ul class={css["lines"]}>
      {lines.map((line) => (
        <LineCard key={line.id} line={line} strong={strong} />
      ))}
    </ul>
  </Card>
);

/** What to do in danger: the number of the country, or the rule that holds almost anywhere. */
const Emergency = ({ country }: { readonly country: string | null }) => {
  const lines = country === elsewhereInEu ? [euNumber()] : linesOf(country).emergency;
  if (lines.length > 0) return <Lines title={t("help.emergency")} lines={lines} strong />;
  return (
    <Card title={t("help.emergency")}>
      <p>{t(country === null ? "help.noneChosen" : "help.elsewhereNumber")}</p>
    </Card>
  );
};

/** Someone to talk to, then what to do about violence. */
const Talking = ({ country }: { readonly country: string }) => {
  const { crisis, violence } = linesOf(country);
  return (
    <>
      {crisis.length === 0 ? (
        <Card title={t("help.crisis")}>
          <p>{t("help.elsewhereLines")}</p>
        </Card>
      ) : (
        <Lines title={t("help.crisis")} lines={crisis} />
      )}
      {violence.length > 0 ? <Lines title={t("help.violence")} lines={violence} note={t("help.violenceHint")} /> : null}
      {violence.length === 0 && crisis.length > 0 ? (
        <Card title={t("help.violence")}>
          <p>{t("help.violenceNone")}</p>
        </Card>
      ) : null}
      <Soft>{t("help.uncheckedNote")}</Soft>
    </>
  );
};

/** Works in every phase of the engine, before anything is opened too. */
export const Help = () => {
  const engine = useEngine();
  const { country, kept, choose } = useCountry();
  const names = kept ? ownPeople(engine.state.value, engine.today()) : [];
  return (
    <Page title={t("help.title")} lead={t("help.lead")}>
      {/* The choice stands right below: before it is made there is nothing else to see, afterwards it is out of the way. */}
      <Emergency country={country} />
      <SelectField
        label={t("help.country")}
        hint={t(kept ? "help.countryHintOpen" : "help.countryHint")}
        options={countryOptions()}
        value={country}
        emptyText={t("help.countryEmpty")}
        onChange={choose}
      />
      {country === null ? null : <Talking country={country} />}
      <Card title={t("help.own")}>
        <p>{names.length === 0 ? t("help.ownEmpty") : t("help.ownText", { names: names.join(", ") })}</p>
        {/* Sealed like everything else, so it opens only where the app is open. */}
        {kept ? (
          <div>
            <Button onPress={() => go("plan")}>{t("help.plan")}</Button>
          </div>
        ) : null}
      </Card>
      <Card title={t("help.none")}>
        <ul class={css["ways"]}>
          {helpFallbacks.map((id) => (
            <li key={id}>{t(`help.fallback.${id}`)}</li>
          ))}
        </ul>
      </Card>
      <Soft>{t("help.truth")}</Soft>
      <Soft>{t("help.exitLimits")}</Soft>
      <div>
        <Button onPress={back}>{t("help.back")}</Button>
      </div>
    </Page>
  );
};
