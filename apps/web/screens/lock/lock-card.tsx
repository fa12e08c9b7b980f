/** Mine's card of the lock: whether there is one, and everything that belongs to it. */
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { go, type ScreenName } from "../navigation.ts";
import { t, type MessageId } from "../words.ts";
import { useGuard } from "./guard.tsx";
import { lockUp } from "./lock-up.ts";
import { lockWords } from "./lock-words.ts";
import { makePasskey } from "./passkey.ts";

/** Off unless wanted, and only after the question who else could use it (`security.md` AD10). */
const Passkey = () => {
  const { lock } = useEngine();
  const { passkey, recovery } = lock.status.value;
  const guard = useGuard();
  const [asking, setAsking] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const close = (): void => setAsking(false);
  const add = async (): Promise<void> => {
    close();
    const made = await makePasskey(t("shell.product"));
    if (made === null) return setSaid(t("lock.keyNone"));
    const set = await guard.run((pass) => lock.setPasskey(pass ?? "", made.credential, made.salt, made.prf));
    if (set !== null) setSaid(set.ok ? t("lock.keySet") : lockWords(set.error));
  };
  const drop = async (): Promise<void> => {
    const dropped = await guard.run((pass) => lock.dropPasskey(pass ?? ""));
    if (dropped !== null) setSaid(dropped.ok ? t("lock.keyDropped") : lockWords(dropped.error));
  };
  return (
    <Stack gap={1}>
      {passkey ? <p>{t("lock.keyOn")}</p> : null}
      {!passkey && !recovery ? <Soft>{t("lock.keyFirst")}</Soft> : null}
      <Notice>{said}</Notice>
      <div>
        {passkey ? (
          <Button small kind="quiet" onPress={() => void drop()}>
            {t("lock.keyDrop")}
          </Button>
        ) : recovery ? (
          <Button small kind="quiet" haspopup="dialog" onPress={() => setAsking(true)}>
            {t("lock.keyAdd")}
          </Button>
        ) : null}
      </div>
      <Dialog open={asking} onClose={close} title={t("lock.keyAdd")} closeText={t("shell.close")}>
        <p>{t("lock.keyAsk")}</p>
        <Row>
          <Button onPress={() => void add()}>{t("lock.keyYes")}</Button>
          <Button onPress={close}>{t("lock.againNo")}</Button>
        </Row>
      </Dialog>
      {guard.dialog}
    </Stack>
  );
};

/** Which of the words of the card are said. */
const standing = (locked: boolean): readonly MessageId[] => (locked ? ["lock.on"] : ["lock.none", "lock.noneMore"]);

/** A way to something that is wanted rarely. */
const Quiet = ({ to, id }: { readonly to: ScreenName; readonly id: MessageId }) => (
  <Button small kind="quiet" onPress={() => go(to)}>
    {t(id)}
  </Button>
);

/** The missing lock is said first and unasked, because people tend to assume one. */
export const LockCard = () => {
  const { lock } = useEngine();
  const { locked } = lock.status.value;
  return (
    <Card title={t("lock.cardTitle")}>
      <Stack gap={1}>
        {standing(locked).map((id, at) => (at === 0 ? <p key={id}>{t(id)}</p> : <Soft key={id}>{t(id)}</Soft>))}
      </Stack>
      <div>
        {locked ? (
          <Button onPress={() => void lockUp(document, lock)}>{t("lock.lockNow")}</Button>
        ) : (
          <Button onPress={() => go("lock")}>{t("lock.set")}</Button>
        )}
      </div>
      <Row>
        {locked ? <Quiet to="lock" id="lock.change" /> : null}
        <Quiet to="words" id="lock.words" />
        <Quiet to="devices" id="lock.devices" />
      </Row>
      {locked ? <Passkey /> : null}
    </Card>
  );
};
