/** Lists who can see what of this record: the pages that are open now, and those that were, with their dates. */
import { shares, shareStands, type Share } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Fold } from "../../parts/fold.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";

const Rows = ({ of }: { readonly of: readonly Share[] }) => {
  const today = useEngine().today();
  const said = (share: Share): string => {
    const from = daySaid(share.preparedOn, today);
    const day = daySaid(share.revokedOn ?? share.until, today);
    return t(`share.state.${shareStands(share, today)}`, { from, day });
  };
  return (
    <Entries label={t("share.whoSees")}>
      {of.map((share) => (
        <Entry key={share.id} title={share.to} detail={said(share)} onPress={() => go("share", share.id)} />
      ))}
    </Entries>
  );
};

/** A fold of the log, so that every device shows the same. `start` adds the button that makes a new page. */
export const WhoCanSee = ({ start = false }: { readonly start?: boolean }) => {
  const engine = useEngine();
  const all = shares(engine.state.value);
  const isPast = (share: Share): boolean => ["over", "revoked"].includes(shareStands(share, engine.today()));
  const now = all.filter((share) => !isPast(share));
  const past = all.filter(isPast);
  return (
    <Card title={t("share.whoSees")}>
      {now.length === 0 ? <p>{t("share.nobody")}</p> : <Rows of={now} />}
      {start ? (
        <div>
          <Button onPress={() => go("share")}>{t("share.start")}</Button>
        </div>
      ) : null}
      {past.length === 0 ? null : (
        <Fold title={t("share.past")}>
          <Rows of={past} />
        </Fold>
      )}
    </Card>
  );
};
