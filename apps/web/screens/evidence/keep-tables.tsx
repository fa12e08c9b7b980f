/** Lets every table below it be kept as a file of its own, on the person’s own act. */
import type { ComponentChildren } from "preact";
import { KeptTables } from "../../parts/charts/figure.tsx";
import { useEngine } from "../engine-context.tsx";
import { openName } from "../mine/backup-file.ts";
import { saveFile } from "../mine/save-file.ts";
import { t } from "../words.ts";

/** The file's name says nothing of what is in it. */
export const KeepTables = ({ children }: { readonly children: ComponentChildren }) => {
  const engine = useEngine();
  const files = {
    text: t("evidence.file"),
    label: (table: string) => t("evidence.fileOf", { table }),
    save: (bytes: Uint8Array) => saveFile(openName(engine.today(), "csv"), bytes),
    leftOut: (n: number) => t("evidence.leftOut", { n }),
  };
  return <KeptTables.Provider value={files}>{children}</KeptTables.Provider>;
};
