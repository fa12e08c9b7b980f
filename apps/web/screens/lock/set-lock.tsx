/**
 * Sets the first lock, or changes the passphrase.
 *
 * Words that nobody chose are offered first: people choose passphrases that programs guess. A first lock seals everything
 * anew, because the old key lay open on this device (`security.md` 4.2).
 */
import { useEffect, useState } from "preact/hooks";
import type { LockSet } from "../../engine/vault-door.ts";
import { Button } from "../../parts/button.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Form } from "../../parts/form.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { SecretField } from "../../parts/secret-field.tsx";
import { useEngine } from "../engine-context.tsx";
import { go, replace } from "../navigation.ts";
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
export const lacking = (choosing: Choosing, weak: string | null): string | null => {
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

/** The end of it: what was done with the old key, and what comes next. */
const Done = ({ set, first }: { readonly set: LockSet; readonly first: boolean }) => (
  <Page title={t(first ? "lock.doneTitle" : "lock.changeTitle")} lead={t(first ? "lock.doneText" : "lock.changed")}>
    {set.old === "unreached" ? <p>{t("lock.doneUnreached")}</p> : null}
    {first ? <p>{t("lock.doneNext")}</p> : null}
    <Row>
      {first ? (
        <Button kind="primary" onPress={() => replace("words")}>
          {t("lock.toWords")}
        </Button>
      ) : null}
      <Button onPress={() => replace("mine")}>{t("lock.toMine")}</Button>
    </Row>
  </Page>
);

/** Whether the text would do, asked of the key worker with every letter; null when it does. */
const useVerdict = (text: string): string | null => {
  const { lock } = useEngine();
  const [verdict, setVerdict] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    void lock.judge(text).then((judged) => {
      if (!wanted || !judged.ok) return;
      setVerdict(judged.value.why === null ? null : t(`lock.${judged.value.why}`));
    });
    return () => void (wanted = false);
  }, [text]);
  return verdict;
};

/** The screen keeps nothing of what is typed: no draft, and no state beyond itself. */
export const SetLock = () => {
  const { lock } = useEngine();
  const [first] = useState(!lock.status.value.locked);
  const [choosing, setChoosing] = useState(start);
  const [now, setNow] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [done, setDone] = useState<LockSet | null>(null);
  const verdict = useVerdict(choosing.text);
  const change = (part: Partial<Choosing>): void => {
    setWrong(null);
    setChoosing((before) => ({ ...before, ...part }));
  };
  const propose = async (): Promise<void> => {
    const words = await lock.propose();
    if (words.ok) change({ offered: words.value, written: false });
    else setWrong(lockWords(words.error));
  };
  useEffect(() => void propose(), []);
  const send = async (): Promise<void> => {
    if (busy) return;
    const lacks = !first && now === "" ? t("lock.empty") : lacking(choosing, verdict);
    setWrong(lacks);
    if (lacks !== null) return;
    setBusy(true);
    const result = await lock.set(first ? null : now, choosing.own ? choosing.text : choosing.offered);
    setBusy(false);
    if (result.ok) setDone(result.value);
    else setWrong(lockWords(result.error));
  };
  if (done !== null) return <Done key="done" set={done} first={first} />;
  return (
    <Page
      key="set"
      title={t(first ? "lock.setTitle" : "lock.changeTitle")}
      lead={t("lock.setLead")}
      back={{ label: t("shell.mine"), onBack: () => go("mine") }}
    >
      {first ? <Soft>{t("lock.watched")}</Soft> : null}
      <Form onSend={() => void send()}>
        {first ? null : (
          <SecretField
            label={t("lock.now")}
            value={now}
            onInput={setNow}
            showText={t("lock.show")}
            hideText={t("lock.hide")}
          />
        )}
        {choosing.own ? (
          <Own choosing={choosing} verdict={verdict} onChange={change} />
        ) : (
          <Offered choosing={choosing} onChange={change} onOthers={() => void propose()} />
        )}
        <Soft>{t("lock.writeDown")}</Soft>
        <Notice urgent tone="care">
          {wrong}
        </Notice>
        <Notice>{busy ? t(first ? "lock.setting" : "lock.opening") : null}</Notice>
        <div>
          <Button submit kind="primary" busy={busy}>
            {t(first ? "lock.go" : "lock.changeGo")}
          </Button>
        </div>
      </Form>
    </Page>
  );
};
