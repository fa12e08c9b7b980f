/** Every device that can read and write here, what is wrong with their copies, and how to end one. */
import { localDayOf } from "./latest-day.ts";
import { useState } from "preact/hooks";
import type { DeviceSeen } from "../../engine/vault-door.ts";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { lockWords } from "../lock/lock-words.ts";
import { useGuard } from "../lock/guard.tsx";
import { go } from "../navigation.ts";
import { dayWords, t } from "../words.ts";
import { Alarms } from "./alarms.tsx";
import css from "./devices.module.css";
import { deviceName } from "./device-name.ts";

/** One device: since when, its newest entry, and whether it was ended. */
const Device = ({ device, onRemove }: { readonly device: DeviceSeen; readonly onRemove: () => void }) => (
  <li class={css["device"]}>
    <p class={css["name"]}>{device.self ? t("devices.this") : deviceName(device)}</p>
    {device.self && device.name !== "" ? <Soft>{t("devices.called", { name: device.name })}</Soft> : null}
    <Soft>{t("devices.since", { day: dayWords(localDayOf(device.since), "dated") })}</Soft>
    <Soft>
      {device.lastSeen === null
        ? t("devices.silent")
        : t("devices.seen", { day: dayWords(localDayOf(device.lastSeen), "dated") })}
    </Soft>
    {device.removed ? <p>{t("devices.removed")}</p> : null}
    {device.self || device.removed ? null : (
      <div>
        <Button small kind="quiet" haspopup="dialog" onPress={onRemove}>
          {t("devices.remove", { name: deviceName(device) })}
        </Button>
      </div>
    )}
  </li>
);

/** Six words to compare by eye: the only defence against a relay that keeps two devices apart for good. */
const CheckWords = () => {
  const engine = useEngine();
  const [words, setWords] = useState<readonly string[] | null>(null);
  return (
    <Card title={t("devices.wordsTitle")}>
      <Soft>{t("devices.wordsLead")}</Soft>
      <p class={css["six"]} role="status" translate={false} dir="ltr">
        {words?.join(" ") ?? ""}
      </p>
      <div>
        <Button onPress={() => void engine.checkWords().then(setWords)}>{t("devices.wordsShow")}</Button>
      </div>
    </Card>
  );
};

/** Ending a device asks once, says what stays, and needs the passphrase. */
export const Devices = () => {
  const engine = useEngine();
  const guard = useGuard();
  const [leaving, setLeaving] = useState<DeviceSeen | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const close = (): void => setLeaving(null);
  const remove = async (device: DeviceSeen): Promise<void> => {
    close();
    setSaid(null);
    setWrong(null);
    const result = await guard.run((pass) => engine.remove(pass, device.id));
    if (result === null) return;
    if (result.ok) setSaid(t("devices.removedNow", { name: deviceName(device) }));
    else setWrong(lockWords(result.error));
  };
  const list = engine.devices.value;
  return (
    <Page
      title={t("devices.title")}
      lead={t("devices.lead")}
      back={{ label: t("shell.mine"), onBack: () => go("mine") }}
    >
      <Alarms />
      <Notice tone="good">{said}</Notice>
      <Notice urgent tone="care">
        {wrong}
      </Notice>
      {list.length === 0 ? <p>{t("devices.none")}</p> : null}
      <ul class={css["list"]}>
        {list.map((device) => (
          <Device key={device.id} device={device} onRemove={() => setLeaving(device)} />
        ))}
      </ul>
      <div>
        <Button kind="primary" onPress={() => go("add-device")}>
          {t("devices.add")}
        </Button>
      </div>
      <Soft>{t("devices.notYours")}</Soft>
      <CheckWords />
      <Dialog
        open={leaving !== null}
        onClose={close}
        title={leaving === null ? "" : t("devices.removeSure", { name: deviceName(leaving) })}
        closeText={t("shell.close")}
      >
        <Stack>
          <p>{t("devices.removeText")}</p>
          <Row>
            <Button kind="caution" onPress={() => (leaving === null ? undefined : void remove(leaving))}>
              {t("devices.removeYes")}
            </Button>
            <Button onPress={close}>{t("devices.removeNo")}</Button>
          </Row>
        </Stack>
      </Dialog>
      {guard.dialog}
    </Page>
  );
};
