/**
 * On a new device: takes over what another one has, by its code or by twelve words.
 *
 * Nothing of the person's own may be here yet: two records cannot be mixed, and none is thrown away.
 */
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Switch } from "../../parts/choice.tsx";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { usePassChoice } from "../lock/choose-pass.tsx";
import { secondsOf } from "../lock/lock-words.ts";
import { useWait } from "../lock/wait.ts";
import { replace } from "../navigation.ts";
import { dayWords, t } from "../words.ts";
import { CodePicture } from "./code-picture.tsx";
import css from "./devices.module.css";
import { grouped } from "./device-name.ts";
import { joinWords } from "./join-words.ts";
import { latestDay } from "./latest-day.ts";

interface Offer {
  readonly code: Uint8Array;
  readonly digits: string;
  readonly endsAt: number;
}

/** How long a code counts, in ms (`security.md` 4.8). */
const codeLife = 120_000;

/** A code to be read by the other device, until it is over. */
const Code = ({ offer }: { readonly offer: Offer }) => {
  const left = useWait(codeLife, offer);
  return (
    <Stack>
      <p>{t("devices.codeLead")}</p>
      <CodePicture code={offer.code} label={t("devices.joinCode")} />
      <p>{t("devices.codeDigits")}</p>
      <p class={css["digits"]} translate={false} dir="ltr">
        {grouped(offer.digits)}
      </p>
      <Soft>{left > 0 ? t("devices.codeEnds", { n: secondsOf(left) }) : t("devices.codeOver")}</Soft>
      <Notice>{left > 0 ? t("devices.codeWaiting") : null}</Notice>
    </Stack>
  );
};

/** What both ways in are given. */
interface WayIn {
  /** The passphrase of this device's lock to be, null for none; undefined while it will not do, which is said then. */
  readonly lock: () => string | null | undefined;
  readonly onIn: () => void;
  readonly onWrong: (words: string | null) => void;
}

/** By the code: shown, waited for, taken. */
const ByCode = ({ lock, onIn, onWrong }: WayIn) => {
  const { pair } = useEngine();
  const [offer, setOffer] = useState<Offer | null>(null);
  const begin = async (): Promise<void> => {
    const next = lock();
    if (next === undefined) return;
    const made = await pair.offer();
    if (!made.ok) return onWrong(joinWords(made.error));
    setOffer(made.value);
    const taken = await pair.take(next);
    setOffer(null);
    if (taken.ok) onIn();
    else onWrong(joinWords(taken.error));
  };
  useEffect(() => pair.cancel, []);
  return (
    <Card title={t("devices.joinCode")}>
      {offer === null ? (
        <div>
          <Button kind="primary" onPress={() => void begin()}>
            {t("devices.codeNew")}
          </Button>
        </div>
      ) : (
        <Code offer={offer} />
      )}
    </Card>
  );
};

/** By the words. They are not kept as a draft: they open everything. */
const ByWords = ({ lock, onIn, onWrong }: WayIn) => {
  const { recovery } = useEngine();
  const [text, setText] = useState("");
  const [busy, setBusy] = useState(false);
  const send = async (): Promise<void> => {
    const next = busy ? undefined : lock();
    if (next === undefined) return;
    setBusy(true);
    const restored = await recovery.restore(text, next);
    setBusy(false);
    if (!restored.ok) return onWrong(joinWords(restored.error));
    setText("");
    onIn();
  };
  return (
    <Card title={t("devices.joinWords")}>
      <Form onSend={() => void send()}>
        <Field label={t("devices.wordsField")} value={text} onInput={setText} rows={3} max={400} />
        <div>
          <Button submit busy={busy}>
            {t(busy ? "devices.wordsGoing" : "devices.wordsGo")}
          </Button>
        </div>
      </Form>
    </Card>
  );
};

/**
 * What is here now. Keys come first and entries follow, so it says so until the first have arrived; and words alone
 * cannot prove that what came is the newest.
 */
const Back = ({ byWords }: { readonly byWords: boolean }) => {
  const engine = useEngine();
  const day = latestDay(engine.state.value);
  const here = day !== null && engine.sync.value.kind !== "waiting";
  return (
    <Page key="back" title={t(here ? "devices.back" : "devices.backComing")}>
      <p role="status">{here ? "" : t("devices.backComingText")}</p>
      {!byWords && here ? <p>{t("devices.backBoth")}</p> : null}
      {byWords && day !== null ? <p>{t("devices.backFresh", { day: dayWords(day, "dated") })}</p> : null}
      {byWords ? <p>{t("devices.backLost")}</p> : null}
      {engine.lock.status.value.locked ? null : <Soft>{t("lock.none")}</Soft>}
      <Row>
        <Button kind="primary" onPress={() => replace("today")}>
          {t("devices.toToday")}
        </Button>
        {byWords ? <Button onPress={() => replace("devices")}>{t("lock.toDevices")}</Button> : null}
      </Row>
    </Page>
  );
};

/** Reached from the first screen, before anything was written. */
export const Join = () => {
  const [wrong, setWrong] = useState<string | null>(null);
  const [inBy, setInBy] = useState<"code" | "words" | null>(null);
  const [locks, setLocks] = useState(false);
  const choice = usePassChoice(setWrong, locks);
  const lock = (): string | null | undefined => {
    const lacks = locks ? choice.lacks() : null;
    setWrong(lacks);
    if (lacks !== null) return undefined;
    return locks ? choice.pass() : null;
  };
  if (inBy !== null) return <Back byWords={inBy === "words"} />;
  return (
    <Page title={t("devices.joinTitle")} lead={t("devices.joinLead")}>
      <Card title={t("devices.lockTitle")}>
        <Switch label={t("devices.lockSwitch")} hint={t("devices.lockHint")} on={locks} onChange={setLocks} />
        {locks ? choice.fields : null}
      </Card>
      <Notice urgent tone="care">
        {wrong}
      </Notice>
      <ByCode lock={lock} onIn={() => setInBy("code")} onWrong={setWrong} />
      <ByWords lock={lock} onIn={() => setInBy("words")} onWrong={setWrong} />
    </Page>
  );
};
