/**
 * Runs one sitting: four short pages, a timer, a check after each of the two heavier ones, and a Stop that never leaves.
 *
 * Everything that is written lives in this component and nowhere else: no draft, no log. When it is drawn no more, the
 * words are gone. Meaning and today’s effect can be asked in this way; what took place is never asked.
 */
import { originPrompts, type OriginPrompt } from "@belay/content";
import type { OriginEnd } from "@belay/domain";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { t, type MessageId } from "../words.ts";
import { Heaviness } from "./begin.tsx";
import { Beside } from "./beside.tsx";
import { momentNow } from "./now.ts";
import css from "./origins.module.css";
import { longestMinutes, minutesLeft, onward, stages, timeIsUp, type Moment, type Stage } from "./sitting.ts";

/** What a sitting leaves behind. */
export interface Ended {
  readonly end: OriginEnd;
  readonly after: number | null;
  readonly familiar: readonly string[];
  readonly kept: string;
}

/** Looked at so often, in ms; what counts is the clock, so a late look ends the sitting all the same. */
const lookEvery = 2_000;

/** The newest moment, looked at now and then, and at once when the page is seen again. */
const useNow = (): Moment => {
  const [now, setNow] = useState(momentNow);
  useEffect(() => {
    const look = (): void => setNow(momentNow());
    const timer = setInterval(look, lookEvery);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return now;
};

/** Minutes that are left and the way out, at the top however far one scrolls. Nothing in it turns red. */
const Bar = ({ left, onStop }: { readonly left: number; readonly onStop: () => void }) => (
  <div class={css["bar"]}>
    <span role="timer" class={css["left"]}>
      {t("origins.left", { n: left })}
    </span>
    <Button onPress={onStop}>{t("origins.stop")}</Button>
    <div class={css["thread"]} aria-hidden="true">
      <div class={css["rest"]} style={{ inlineSize: `${(left / longestMinutes) * 100}%` }} />
    </div>
  </div>
);

/** Things to tick. What follows a tick is said with it, and nothing is asked about it. */
const Familiar = ({ on, onToggle }: { on: readonly string[]; onToggle: (id: string, on: boolean) => void }) => (
  <div class={css["ticks"]}>
    {originPrompts
      .filter(({ kind }) => kind === "familiar")
      .map(({ id, text, after }) => (
        <Switch
          key={id}
          label={text}
          hint={on.includes(id) && after !== null ? after : undefined}
          on={on.includes(id)}
          onChange={(next) => onToggle(id, next)}
        />
      ))}
  </div>
);

/** Questions with a box each; the box may stay empty. */
const Questions = ({
  kind,
  words,
  onWords,
}: {
  readonly kind: OriginPrompt["kind"];
  readonly words: Readonly<Record<string, string>>;
  readonly onWords: (id: string, text: string) => void;
}) => (
  <div class={css["prompts"]}>
    {originPrompts
      .filter((prompt) => prompt.kind === kind)
      .map(({ id, text, after }) => (
        <div key={id} class={css["prompt"]}>
          <Field label={text} value={words[id] ?? ""} onInput={(next) => onWords(id, next)} rows={2} max={2000} />
          {after === null ? null : <Soft>{after}</Soft>}
          <Beside />
        </div>
      ))}
  </div>
);

/** The page’s heading and first line. */
const headings: Readonly<Record<Stage, readonly [title: MessageId, lead: MessageId]>> = {
  familiar: ["origins.familiarTitle", "origins.familiarLead"],
  meaning: ["origins.meaningTitle", "origins.meaningLead"],
  now: ["origins.nowTitle", "origins.nowLead"],
  close: ["origins.closeTitle", "origins.closeLead"],
};

/** `onEnd` is told once, whatever ended it. `busy` while the end is being written. */
export const Running = ({
  began,
  before,
  busy,
  notice,
  onEnd,
}: {
  readonly began: Moment;
  readonly before: number;
  readonly busy: boolean;
  readonly notice: MessageId | null;
  readonly onEnd: (ended: Ended) => void;
}) => {
  const now = useNow();
  const [stage, setStage] = useState<Stage>("familiar");
  const [familiar, setFamiliar] = useState<readonly string[]>([]);
  const [words, setWords] = useState<Readonly<Record<string, string>>>({});
  const [kept, setKept] = useState("");
  const [said, setSaid] = useState<number | null>(null);
  const [missing, setMissing] = useState(false);
  const up = timeIsUp(began, now);
  // The clock's own end takes no number along: one that was set and not yet sent may be half a thought.

  const end = (how: OriginEnd): void => onEnd({ end: how, after: how === "time" ? null : said, familiar, kept });
  // Told once, when it is up, and not with every look at the clock afterwards.
  useEffect(() => {
    if (up) end("time");
  }, [up]);
  const next = (): void => {
    const to = onward(stage, before, said);
    setMissing(to.kind === "ask");
    if (to.kind === "end") end(to.end);
    if (to.kind !== "on") return;
    // The line starts empty on every page, so that an old answer does not stand for a new one.
    setStage(to.to);
    setSaid(null);
  };
  const wrong = missing ? "origins.checkMissing" : notice;
  const [title, lead] = headings[stage];
  return (
    <Page
      key={stage}
      eyebrow={t("origins.stage", { at: stages.indexOf(stage) + 1, of: stages.length })}
      title={t(title)}
      lead={t(lead)}
    >
      <Bar left={minutesLeft(began, now)} onStop={() => end("stopped")} />
      {stage === "familiar" ? (
        <Familiar
          on={familiar}
          onToggle={(id, on) => setFamiliar(on ? [...familiar, id] : familiar.filter((one) => one !== id))}
        />
      ) : null}
      {stage === "meaning" || stage === "now" ? (
        <Stack>
          <Soft>{t("origins.wordsHint")}</Soft>
          <Questions kind={stage} words={words} onWords={(id, text) => setWords({ ...words, [id]: text })} />
        </Stack>
      ) : null}
      {stage === "close" ? (
        <Stack>
          <Field
            label={t("origins.keep")}
            hint={t("origins.keepHint")}
            value={kept}
            onInput={setKept}
            rows={2}
            max={300}
            left={(n) => t("shell.left", { n })}
          />
          <Beside />
        </Stack>
      ) : null}
      {/* The third page looks at today and is the lightest; the number comes right after it, on the last. */}
      {stage === "now" ? null : (
        <Heaviness
          label={t("origins.check")}
          hint={stage === "close" ? undefined : t("origins.checkHint")}
          value={said}
          onChange={setSaid}
        />
      )}
      <Notice urgent tone="care">
        {wrong === null ? null : t(wrong)}
      </Notice>
      <div>
        <Button kind="primary" busy={busy} onPress={next}>
          {t(stage === "close" ? "origins.end" : "origins.next")}
        </Button>
      </div>
    </Page>
  );
};
