/** Lists the marks under an ask with an alternative in each tone; it changes nothing until one is chosen. */
import type { Mark, RequestCheck } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Tag } from "../../parts/chip.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Icon } from "../../parts/icon.tsx";
import { t } from "../words.ts";
import css from "./ask.module.css";

/** What helps the other person answer; none of it is demanded. */
export const Checklist = ({ parts }: { readonly parts: RequestCheck }) => {
  const items = [
    [t("ask.checkWhat"), parts.what],
    [t("ask.checkWhen"), parts.when],
    [t("ask.checkFeel"), parts.feeling],
  ] as const;
  return (
    <ul class={css["checklist"]} aria-label={t("ask.checklist")}>
      {items.map(([part, there]) => (
        <li key={part}>
          <Tag tone={there ? "moss" : "plain"}>
            {there ? <Icon name="check" size={1} /> : null}
            <span aria-hidden="true">{part}</span>
            <span class="hidden-text">{t(there ? "ask.checkYes" : "ask.checkNo", { part })}</span>
          </Tag>
        </li>
      ))}
    </ul>
  );
};

/** `id` ties the list to the field it is about; `onUse` is told which mark gives way to which words. */
interface WordingHelpProps {
  readonly id: string;
  /** In the order of the text. */
  readonly marks: readonly Mark[];
  readonly onUse: (mark: Mark, alternative: string) => void;
}

/**
 * Only there when something is marked. The reasons and alternatives come from the lexicon; choosing one exchanges that
 * stretch and nothing else.
 */
export const WordingHelp = ({ id, marks, onUse }: WordingHelpProps) => (
  <div id={id} class={marks.length === 0 ? "hidden-text" : undefined}>
    <span class="hidden-text" role="status">
      {marks.length === 0 ? null : t("wording.count", { n: marks.length })}
    </span>
    {marks.length === 0 ? null : (
      <Stack gap={2}>
        <div>
          <h2 class={css["help"]}>{t("wording.title")}</h2>
          <Soft>{t("wording.lead")}</Soft>
        </div>
        <ul class={css["marks"]}>
          {marks.map((mark) => (
            <li key={`${mark.from}-${mark.text}`} class={css["mark"]}>
              <p>
                {mark.text === "" ? null : <q class={css["quote"]}>{mark.text}</q>}{" "}
                <span class={css["why"]}>{mark.why}</span>
              </p>
              <div class={css["tries"]}>
                <Alternative
                  label={t("wording.tryDirect")}
                  words={mark.direct}
                  onUse={() => onUse(mark, mark.direct)}
                />
                <Alternative
                  label={t("wording.tryIndirect")}
                  words={mark.indirect}
                  onUse={() => onUse(mark, mark.indirect)}
                />
              </div>
            </li>
          ))}
        </ul>
      </Stack>
    )}
  </div>
);

/** One other way to say it. */
const Alternative = ({
  label,
  words,
  onUse,
}: {
  readonly label: string;
  /** As they would stand in the message. */
  readonly words: string;
  /** The person wants these words. */
  readonly onUse: () => void;
}) => (
  <Button small onPress={onUse}>
    <span class={css["tone"]}>{label}</span> {words.trim()}
  </Button>
);
