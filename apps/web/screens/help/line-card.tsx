/**
 * Shows one line, and dials or writes only after a second, different press.
 *
 * Numbers that nobody has checked say so each time: a dead number believed is worse than a doubted one.
 */
import { parseDay } from "@belay/basics";
import type { HelpLine } from "@belay/content";
import { useState } from "preact/hooks";
import { Button, ButtonLink } from "../../parts/button.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Row } from "../../parts/layout.tsx";
import { dayWords, t } from "../words.ts";
import css from "./help.module.css";
import { addressOf } from "./lines.ts";

/** What is known of a number: for what, when, in which languages, and when it was last checked. */
const factsOf = (line: HelpLine): string => {
  const names = new Intl.DisplayNames("en", { type: "language" });
  const languages = line.languages.map((tag) => names.of(tag) ?? tag).join(", ");
  const day = line.checkedOn === null ? null : parseDay(line.checkedOn);
  const checked =
    day !== null && day.ok ? t("help.checked", { day: dayWords(day.value, "dated") }) : t("help.unchecked");
  return [line.for, line.hours, languages, checked].filter((part) => part !== null && part !== "").join(" · ");
};

/** What the button says: the act and the number, and the first word where the line wants one. */
const actWords = (line: HelpLine): string => {
  if (line.channel === "call") return t("help.call", { number: line.number });
  return line.keyword === null
    ? t("help.text", { number: line.number })
    : t("help.textWord", { word: line.keyword, number: line.number });
};

/** The name, the facts, one button. `strong` for the number that comes first. */
export const LineCard = ({
  line,
  strong = false,
}: {
  readonly line: HelpLine;
  readonly strong?: boolean | undefined;
}) => {
  const [asking, setAsking] = useState(false);
  const call = line.channel === "call";
  return (
    <li class={css["line"]}>
      <div>
        <p class={css["name"]}>{line.name}</p>
        <p class={css["facts"]}>{factsOf(line)}</p>
      </div>
      <Button
        kind={strong ? "primary" : "plain"}
        haspopup="dialog"
        label={`${actWords(line)}, ${line.name}`}
        onPress={() => setAsking(true)}
      >
        {actWords(line)}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t(call ? "help.confirmCall" : "help.confirmText", { name: line.name })}
        closeText={t("shell.close")}
      >
        <p>{t(call ? "help.confirmCallText" : "help.confirmTextText", { number: line.number })}</p>
        <Row>
          <ButtonLink kind="primary" href={addressOf(line)} onPress={() => setAsking(false)}>
            {t(call ? "help.yesCall" : "help.yesText", { number: line.number })}
          </ButtonLink>
          <Button onPress={() => setAsking(false)}>{t("help.notNow")}</Button>
        </Row>
      </Dialog>
    </li>
  );
};
