/** Hands over everything in readable files, on the person's own act and after a plain warning. */
import { useState } from "preact/hooks";
import type { OpenExport } from "../../engine/vault-door.ts";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Row, Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { useGuard } from "../lock/guard.tsx";
import { go } from "../navigation.ts";
import { t, type MessageId } from "../words.ts";
import { backupWords } from "./backup-faults.ts";
import { openName } from "./backup-file.ts";
import { saveFile } from "./save-file.ts";

/** The files are in memory alone until they are saved or thrown away. */
export const OpenOut = () => {
  const engine = useEngine();
  const guard = useGuard();
  const [busy, setBusy] = useState(false);
  const [made, setMade] = useState<OpenExport | null>(null);
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const make = async (): Promise<void> => {
    setBusy(true);
    setWrong(null);
    const result = await guard.run(engine.exportOpen);
    setBusy(false);
    if (result === null) return;
    if (result.ok) setMade(result.value);
    else setWrong(backupWords(result.error));
  };
  return (
    <Card title={t("mine.openTitle")}>
      <Soft>{t("mine.openLead")}</Soft>
      <Notice urgent tone="care">
        {wrong === null ? null : t(wrong)}
      </Notice>
      <Notice tone="good">{made === null ? null : t("mine.openMade")}</Notice>
      {made === null ? (
        <div>
          <Button busy={busy} onPress={() => void make()}>
            {t(busy ? "mine.openMaking" : "mine.openMake")}
          </Button>
        </div>
      ) : (
        <Row>
          <Button onPress={() => saveFile(openName(engine.today(), "json"), made.json)}>{t("mine.openJson")}</Button>
          <Button onPress={() => saveFile(openName(engine.today(), "csv"), made.csv)}>{t("mine.openCsv")}</Button>
          <Button kind="quiet" onPress={() => setMade(null)}>
            {t("mine.openDrop")}
          </Button>
        </Row>
      )}
      <div>
        <Button kind="quiet" onPress={() => go("summary")}>
          {t("summary.open")}
        </Button>
      </div>
      {guard.dialog}
    </Card>
  );
};
