/**
 * Sets the first lock, or changes the passphrase.
 *
 * Words that nobody chose are offered first: people choose passphrases that programs guess. A first lock seals everything
 * anew, because the old key lay open on this device (`security.md` 4.2).
 */
import { useState } from "preact/hooks";
import type { LockSet } from "../../engine/vault-door.ts";
import { Button } from "../../parts/button.tsx";
import { Form } from "../../parts/form.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { SecretField } from "../../parts/secret-field.tsx";
import { useEngine } from "../engine-context.tsx";
import { go, replace } from "../navigation.ts";
import { t } from "../words.ts";
import { usePassChoice } from "./choose-pass.tsx";
import { lockWords } from "./lock-words.ts";

/** The end of it: what was done with the old key, and what comes next. */
const Done = ({ set, first }: { readonly set: LockSet; readonly first: boolean }) => (
  <Page title={t(first ? "lock.doneTitle" : "lock.changeTitle")} lead={t(first ? "lock.doneText" : "lock.changed")}>
    {set.old === "unreached" ? <p>{t("devices.alarm.copy-left")}</p> : null}
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

/** Said before anything is chosen: a first lock makes all keys new, and devices that are joined would be left behind. */
const OthersFirst = () => (
  <Page
    title={t("lock.setTitle")}
    lead={t("lock.othersFirst")}
    back={{ label: t("shell.mine"), onBack: () => go("mine") }}
  >
    <Soft>{t("lock.othersHow")}</Soft>
    <div>
      <Button kind="primary" onPress={() => go("devices")}>
        {t("lock.toDevices")}
      </Button>
    </div>
  </Page>
);

/** The screen keeps nothing of what is typed: no draft, and no state beyond itself. */
export const SetLock = () => {
  const { lock, devices } = useEngine();
  const alone = devices.value.every(({ self, removed }) => self || removed);
  const [first] = useState(!lock.status.value.locked);
  const [now, setNow] = useState("");
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [done, setDone] = useState<LockSet | null>(null);
  const choice = usePassChoice(setWrong);
  const send = async (): Promise<void> => {
    if (busy) return;
    const lacks = !first && now === "" ? t("lock.empty") : choice.lacks();
    setWrong(lacks);
    if (lacks !== null) return;
    setBusy(true);
    const result = await lock.set(first ? null : now, choice.pass());
    setBusy(false);
    if (result.ok) setDone(result.value);
    else setWrong(lockWords(result.error));
  };
  if (done !== null) return <Done key="done" set={done} first={first} />;
  if (first && !alone && !busy) return <OthersFirst key="others" />;
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
        {choice.fields}
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
