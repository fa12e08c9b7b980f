/**
 * Shows the twelve words that bring everything back, and lets the person check what they wrote down.
 *
 * Behind the passphrase. Nothing here is a test of memory: the check may be pasted, and left out.
 */
import { settings } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { joinWords } from "../devices/join-words.ts";
import { useEngine } from "../engine-context.tsx";
import { Copy } from "../mine/copy.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import { compareWords, type Compared } from "./compare.ts";
import { useGuard } from "./guard.tsx";
import css from "./lock.module.css";

interface Shown {
  readonly words: readonly string[];
  readonly saved: boolean;
}

const comparedWords = (compared: Compared): string => {
  if (compared.kind === "count") return t("lock.checkCount", { n: compared.n });
  return compared.kind === "same" ? t("lock.checkRight") : t("lock.checkWrong", { n: compared.at });
};

/** From the paper back into the app, word for word; the words themselves are covered meanwhile. */
const Check = ({ words, onSkip }: { readonly words: readonly string[]; readonly onSkip: () => void }) => {
  const [text, setText] = useState("");
  const [compared, setCompared] = useState<Compared | null>(null);
  const same = compared?.kind === "same";
  return (
    <Landing>
      <Form onSend={() => setCompared(compareWords(words, text))}>
        <Field
          label={t("lock.checkField")}
          hint={t("lock.checkLead")}
          value={text}
          onInput={setText}
          rows={3}
          max={400}
        />
        <Notice urgent tone={same ? "good" : "care"}>
          {compared === null ? null : comparedWords(compared)}
        </Notice>
        <Row>
          {same ? null : (
            <Button submit kind="primary">
              {t("lock.checkGo")}
            </Button>
          )}
          <Button onPress={onSkip}>{t(same ? "lock.toMine" : "lock.checkSkip")}</Button>
        </Row>
      </Form>
    </Landing>
  );
};

/** The words, large enough to copy, and whether they open anything yet. */
const Words = ({ shown, onCheck }: { readonly shown: Shown; readonly onCheck: () => void }) => {
  const copies = settings(useEngine().state.value).keepCopy === true;
  return (
    <Landing>
      <Stack>
        <p>{t("lock.wordsHow")}</p>
        <ol class={css["words"]} translate={false} dir="ltr">
          {shown.words.map((word, index) => (
            <li key={`${index}/${word}`}>{word}</li>
          ))}
        </ol>
        <Notice tone={shown.saved && copies ? "good" : "care"}>
          {t(!shown.saved ? "lock.wordsUnsaved" : copies ? "lock.wordsSaved" : "lock.wordsNoCopy")}
        </Notice>
        {shown.saved && !copies ? <Copy /> : null}
        <div>
          <Button kind="primary" onPress={onCheck}>
            {t("lock.wordsCheck")}
          </Button>
        </div>
      </Stack>
    </Landing>
  );
};

/** The words leave the page with the screen. */
export const TwelveWords = () => {
  const engine = useEngine();
  const guard = useGuard();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [shown, setShown] = useState<Shown | null>(null);
  const [checking, setChecking] = useState(false);
  const show = async (): Promise<void> => {
    setWrong(null);
    setBusy(true);
    const result = await guard.run(engine.recovery.words);
    setBusy(false);
    if (result === null) return;
    if (result.ok) setShown(result.value);
    else setWrong(joinWords(result.error));
  };
  return (
    <Page
      title={t("lock.wordsTitle")}
      lead={t("lock.wordsLead")}
      back={{ label: t("shell.mine"), onBack: () => go("mine") }}
    >
      <Notice urgent tone="care">
        {wrong}
      </Notice>
      {shown === null ? (
        <div>
          <Button kind="primary" busy={busy} onPress={() => void show()}>
            {t(busy ? "lock.wordsShowing" : "lock.wordsShow")}
          </Button>
        </div>
      ) : checking ? (
        <Check words={shown.words} onSkip={() => go("mine")} />
      ) : (
        <Words shown={shown} onCheck={() => setChecking(true)} />
      )}
      {shown === null ? <Soft>{t("lock.wordsHow")}</Soft> : null}
      {guard.dialog}
    </Page>
  );
};
