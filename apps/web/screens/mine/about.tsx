/** Shows which version runs here, and lets a newer one begin once the person says so. */
import { dayFromNumber } from "@belay/basics";
import { useEffect, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Soft } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
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
  // The number is the moment of the build, in seconds.
  const day = daySaid(dayFromNumber(Math.floor(Number(version) / 86_400)), useEngine().today());
  return (
    <Card tone="sunk" title={t("mine.aboutTitle")}>
      <Soft>{t("mine.aboutText")}</Soft>
      {version && <Soft>{t("mine.version", { version, day })}</Soft>}
      <Notice>{ready ? t("mine.newer") : state && t("mine.newerRefused")}</Notice>
      {ready && (
        <div>
          <Button onPress={() => void told("take-over").then(() => location.reload())}>{t("mine.newerGo")}</Button>
        </div>
      )}
    </Card>
  );
};
