/** Shows which version runs here, and lets a newer one begin once the person says so. */
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { t } from "../words.ts";

/** What the offline worker reports: the number in use, then `ready`, `refused` or nothing. Silent without a worker. */
const told = async (what: "look" | "take-over"): Promise<string> => {
  const worker = globalThis.navigator?.serviceWorker?.controller;
  if (!worker) return "";
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(String(data));
    worker.postMessage(what, [port2]);
  });
};

/** The last thing in Mine: nobody is interrupted for a version. */
export const About = () => {
  const [report, setReport] = useState("");
  useEffect(() => void told("look").then(setReport), []);
  const [version = "", state] = report.split(" ");
  const ready = state === "ready";
  return (
    <Card tone="sunk" title={t("mine.aboutTitle")}>
      <Soft>{t("mine.aboutText")}</Soft>
      {version && <Soft>{t("mine.version", { version })}</Soft>}
      <Notice>{ready ? t("mine.newer") : state && t("mine.newerRefused")}</Notice>
      {ready && (
        <div>
          <Button onPress={() => void told("take-over").then(() => location.reload())}>{t("mine.newerGo")}</Button>
        </div>
      )}
    </Card>
  );
};
