/** Says what a person must know about the copies of what they wrote, calmly, until they have seen it. */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { nameAmong } from "./device-name.ts";

/** One card a thing, however many devices it is about where it names none; nothing where all is well. */
export const Alarms = () => {
  const engine = useEngine();
  const devices = engine.devices.value;
  const said = engine.alarms.value.map(({ kind, device }) => {
    const name = nameAmong(devices, device);
    return { kind, title: t(`devices.alarmTitle.${kind}`, { name }), text: t(`devices.alarm.${kind}`, { name }) };
  });
  const once = said.filter(
    (one, at) => said.findIndex((other) => other.title + other.text === one.title + one.text) === at,
  );
  return (
    <>
      {once.map((alarm) => (
        <Card key={alarm.title + alarm.text} tone="accent" title={alarm.title}>
          <p>{alarm.text}</p>
          <div>
            <Button small kind="quiet" onPress={() => void engine.seeAlarm(alarm.kind)}>
              {t("devices.alarmSeen")}
            </Button>
          </div>
        </Card>
      ))}
    </>
  );
};
