/** Shows what is kept and where, and how to take it along or away. */
import { Page } from "../../parts/page.tsx";
import { WhoCanSee } from "../share/who-can-see.tsx";
import { t } from "../words.ts";
import { About } from "./about.tsx";
import { BackupIn } from "./backup-in.tsx";
import { BackupOut } from "./backup-out.tsx";
import { Choices } from "./choices.tsx";
import { Copy } from "./copy.tsx";
import { DeleteAll } from "./delete-all.tsx";
import { EraseList } from "./erase-list.tsx";
import { Kept } from "./kept.tsx";
import { LockCard } from "../lock/lock-card.tsx";
import { OpenOut } from "./open-out.tsx";
import { Leaves, Where } from "./leaves.tsx";
import { Quiet } from "./quiet.tsx";
import { Reminders } from "./reminders.tsx";

/** From what everybody should know to what cannot be undone. */
export const Mine = () => (
  <Page title={t("mine.title")} lead={t("mine.lead")}>
    <LockCard />
    <Kept />
    <BackupOut />
    <BackupIn />
    <OpenOut />
    {/* Before the switch that adds to it. */}
    <Where />
    <Leaves />
    <WhoCanSee />
    <Copy />
    <Choices />
    <Reminders />
    <EraseList />
    <Quiet />
    <DeleteAll />
    <About />
  </Page>
);
