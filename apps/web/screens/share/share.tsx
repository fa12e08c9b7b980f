/** Shows the page for a therapist: composing one, or what has become of one. */
import { shares, shareStands } from "@belay/domain";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { back } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { t } from "../words.ts";
import { Compose } from "./compose.tsx";
import { Ended } from "./ended.tsx";
import { HandOver } from "./hand-over.tsx";
import { Standing } from "./standing.tsx";

/** `id` names a share of the log; without one a new page is composed. */
export const Share = ({ id }: ScreenProps) => {
  const engine = useEngine();
  if (id === null) return <Compose />;
  const share = shares(engine.state.value).find((one) => one.id === id);
  if (share === undefined)
    return (
      <Page key="gone" title={t("share.title")} back={{ label: t("shell.back"), onBack: back }}>
        <p>{t("share.gone")}</p>
      </Page>
    );
  switch (shareStands(share, engine.today())) {
    case "prepared":
      return <HandOver key={share.id} share={share} />;
    case "open":
    case "paused":
      return <Standing key={share.id} share={share} />;
    case "over":
    case "revoked":
      return <Ended key={share.id} share={share} />;
  }
};
