/** Says what a person must know about the copies of what they wrote, calmly, until they have seen it. */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { useEngine } from "../engine-context.tsx";
import { t } from "../words.ts";
import { nameAmong } from "./device-name.ts";

/** One card a thing; nothing where all is well. */
export const Alarms = () => {
  const engine = useEngine();
  const devices = engine.devices.value;
  return (
    <>
      {engine.alarms.value.map((alarm) => (
        <Card key={`${alarm.kind}/${alarm.device ?? ""}`} tone="accent" title={t("devices.alarmTitle")}>
          <p>{t(`devices.alarm.${alarm.kind}`, { name: nameAmong(devices, alarm.device) })}</p>
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
