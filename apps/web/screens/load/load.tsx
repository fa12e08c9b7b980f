/** Leads to what is carried: all of it, one thing of it, or the words for a no. */
import { loads } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back, replace } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { readPlace } from "../try/place-id.ts";
import { t } from "../words.ts";
import { OneLoad } from "./one-load.tsx";
import { Room } from "./room.tsx";
import { SayNo } from "./say-no.tsx";

/** Rows of the programme that these screens serve by what can be done on them. */
export const covers = [
  "HLB-01",
  "HLB-02",
  "HLB-03",
  "HLB-04",
  "HLB-05",
  "HLB-06",
  "SB-05",
  "SB-06",
  "CST-11",
  "HNP-10",
  "HCM-01",
] as const;

/** The id is a load's, with `~no` behind it for the words of a no; `~no` alone is for a no to anything. */
export const Load = ({ id }: ScreenProps) => {
  const state = useEngine().state.value;
  const { step: wanted, person: part } = readPlace(id);
  const load = loads(state).find((one) => one.id === wanted) ?? null;
  if (part === "no") return <SayNo load={load} />;
  if (wanted === null) return <Room />;
  if (load !== null) return <OneLoad key={load.id} load={load} />;
  return (
    <Page title={t("load.goneTitle")} back={{ label: t("shell.back"), onBack: back }}>
      <Button onPress={() => replace("load")}>{t("load.all")}</Button>
    </Page>
  );
};
