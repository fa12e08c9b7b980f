/** A passphrase being chosen: words that nobody chose are offered first, since people choose what programs guess. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { SecretField } from "../../parts/secret-field.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import css from "./lock.module.css";
import { lockWords } from "./lock-words.ts";

/** A passphrase under way; `offered` holds the words that nobody chose. */
interface Choosing {
  readonly own: boolean;
  readonly offered: string;
  readonly text: string;
  readonly twice: string;
  readonly written: boolean;
}

const start: Choosing = { own: false, offered: "", text: "", twice: "", written: false };

/** What still stands in the way, in words; null when nothing does. */
const lacking = (choosing: Choosing, weak: string | null): string | null => {
  if (!choosing.own) return choosing.written ? null : t("lock.writtenFirst");
  if (choosing.text === "") return t("lock.empty");
  if (weak !== null) return weak;
  return choosing.text === choosing.twice ? null : t("lock.differ");
};

/** Five words to take or to change for others. */
const Offered = ({
  choosing,
  onChange,
  onOthers,
}: {
  readonly choosing: Choosing;
  readonly onChange: (change: Partial<Choosing>) => void;
  readonly onOthers: () => void;
}) => (
  <Stack>
    <p>{t("lock.offered")}</p>
    <p class={css["offered"]} translate={false} dir="ltr">
      {choosing.offered}
    </p>
    <Row>
      <Button small kind="quiet" onPress={onOthers}>
        {t("lock.others")}
      </Button>
      <Button small kind="quiet" onPress={() => onChange({ own: true })}>
        {t("lock.own")}
      </Button>
    </Row>
    <Switch label={t("lock.written")} on={choosing.written} onChange={(written) => onChange({ written })} />
  </Stack>
);

/** A passphrase of the person's own, typed twice, and said at once whether it would do. */
const Own = ({
  choosing,
  verdict,
  onChange,
}: {
  readonly choosing: Choosing;
  readonly verdict: string | null;
  readonly onChange: (change: Partial<Choosing>) => void;
}) => (
  <Stack>
    <SecretField
      label={t("lock.passphrase")}
      hint={t("lock.ownHint")}
      value={choosing.text}
      onInput={(text) => onChange({ text })}
      showText={t("lock.show")}
      hideText={t("lock.hide")}
    />
    <p role="status" class={css["verdict"]}>
      {choosing.text === "" ? "" : (verdict ?? t("lock.fine"))}
    </p>
    <SecretField
      label={t("lock.again")}
      value={choosing.twice}
      onInput={(twice) => onChange({ twice })}
      showText={t("lock.show")}
      hideText={t("lock.hide")}
    />
    <div>
      <Button small kind="quiet" onPress={() => onChange({ own: false })}>
        {t("lock.offer")}
      </Button>
    </div>
  </Stack>
);

/** Whether the text would do, asked of the key worker with every letter; null when it does. */
const useVerdict = (text: string): string | null => {
  const { lock } = useEngine();
  const [verdict, setVerdict] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void lock.judge(text).then((judged) => {
      if (!wanted || !judged.ok) return;
      setVerdict(judged.value.why === null ? null : t(`lock.weak.${judged.value.why}`));
    });
    return () => void (wanted = false);
  }, [text]);
  return verdict;
};

/** A passphrase under way, and the fields it is chosen in. */
export interface PassChoice {
  /** The sentence that says why it will not do yet; null when it will. */
  readonly lacks: () => string | null;
  /** What was chosen. */
  readonly pass: () => string;
  readonly fields: ComponentChildren;
}

/**
 * Nothing of what is typed is kept beyond the screen. `told` hears of every change, and of words that did not come; words
 * are asked for only once they are `wanted`.
 */
export const usePassChoice = (told: (wrong: string | null) => void, wanted = true): PassChoice => {
  const { lock } = useEngine();
  const [choosing, setChoosing] = useState(start);
  const verdict = useVerdict(choosing.text);
  const change = (part: Partial<Choosing>): void => {
    told(null);
    setChoosing((before) => ({ ...before, ...part }));
  };
  const propose = async (): Promise<void> => {
    const words = await lock.propose();
    if (words.ok) change({ offered: words.value, written: false });
    else told(lockWords(words.error));
  };
  useEffect(() => {
    if (wanted) void propose();
  }, [wanted]);
  return {
    lacks: () => lacking(choosing, verdict),
    pass: () => (choosing.own ? choosing.text : choosing.offered),
    fields: (
      <>
        {choosing.own ? (
          <Own choosing={choosing} verdict={verdict} onChange={change} />
        ) : (
          <Offered choosing={choosing} onChange={change} onOthers={() => void propose()} />
        )}
        <Soft>{t("lock.writeDown")}</Soft>
      </>
    ),
  };
};
