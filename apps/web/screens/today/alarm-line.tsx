/** Says on Today that there is something to know about the copies, and where; nothing more, and nothing red. */
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";

/** One line, until what it is about was seen on the devices' page. */
export const AlarmLine = () =>
  useEngine().alarms.value.length === 0 ? null : (
    <Card tone="sunk">
      <Row spread gap={1}>
        <Soft>{t("shell.alarm")}</Soft>
        <Button small kind="quiet" onPress={() => go("devices")}>
          {t("shell.alarmOpen")}
        </Button>
      </Row>
    </Card>
  );
