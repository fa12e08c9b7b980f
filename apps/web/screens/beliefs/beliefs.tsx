/**
 * Lists the beliefs, the ones that were looked at first, and takes one in the person's own words.
 *
 * Common ones are grouped by what they are about; nothing says that somebody holds them.
 */
import { dayNumber } from "@belay/basics";
import { beliefCatalogue, beliefGroups, type BeliefGroup } from "@belay/content";
import { beliefs, type Belief } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { TinyLine } from "../../parts/charts/tiny-line.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Field } from "../../parts/field.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { countMoments } from "../evidence/figures.ts";
import { back, go } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { beliefWords, lookedAt, strengthCourse } from "./belief-words.ts";

/** A sentence of one's own becomes a belief that can be tested like any other. */
const OwnBelief = () => {
  const save = useSave();
  const draft = useDraft("belief/own", { text: "" });
  const [missing, setMissing] = useState<MessageId | null>(null);
  const add = async (): Promise<void> => {
    const text = draft.form.text.trim();
    setMissing(text === "" ? "beliefs.ownMissing" : null);
    if (text === "") return;
    const ids = await save.run({ kind: "beliefs/add", text });
    if (ids === null) return;
    draft.drop();
    go("belief", ids[0] ?? null);
  };
  const notice = missing ?? save.notice;
  return (
    <Card title={t("beliefs.own")}>
      {draft.ready ? (
        <Field
          label={t("beliefs.ownText")}
          hint={t("beliefs.ownHint")}
          value={draft.form.text}
          onInput={(text) => draft.change({ text })}
          max={120}
          left={(n) => t("shell.left", { n })}
        />
      ) : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <div>
        <Button busy={save.busy} onPress={() => void add()}>
          {t("beliefs.ownSave")}
        </Button>
      </div>
    </Card>
  );
};

/** How true it felt, in words ("90 → 55"), and as a tiny line where there is more than one number. */
const Strength = ({ belief }: { readonly belief: Belief }) => (
  <>
    <TinyLine dots={belief.ratings.map(({ day, strength }) => ({ at: dayNumber(day), value: strength }))} max={100} />
    {strengthCourse(belief)}
  </>
);

/** Where a belief stands, in a row: counts of moments, and how the strength went. */
const BeliefEntry = ({ belief }: { readonly belief: Belief }) => (
  <Entry
    title={beliefWords(belief)}
    detail={belief.moments.length === 0 ? undefined : t("beliefs.counts", countMoments(belief.moments))}
    aside={<Strength belief={belief} />}
    onPress={() => go("belief", belief.id)}
  />
);

/** The common ones of one group that were not looked at yet; a group with none left is not drawn. */
const Group = ({ group, common }: { readonly group: BeliefGroup; readonly common: readonly Belief[] }) => {
  // The order of the catalogue is kept: it says nothing about which is worse.
  const inside = common.filter(({ id }) => group.beliefs.includes(id));
  if (inside.length === 0) return null;
  return (
    <Stack gap={1}>
      <h3>{t(`beliefs.group.${group.id}`)}</h3>
      <Entries label={t(`beliefs.group.${group.id}`)}>
        {inside.map((belief) => (
          <BeliefEntry key={belief.id} belief={belief} />
        ))}
      </Entries>
    </Stack>
  );
};

/** All of them; none is corrected. */
export const Beliefs = () => {
  const all = beliefs(
    useEngine().state.value,
    beliefCatalogue.map(({ id }) => id),
  );
  // A belief that was looked at leaves its group, so that each stands on the page once.
  const yours = lookedAt(all);
  const common = all.filter((belief) => !yours.includes(belief));
  return (
    <Page
      eyebrow={t("beliefs.eyebrow")}
      title={t("beliefs.title")}
      lead={t("beliefs.lead")}
      back={{ label: t("beliefs.backEvidence"), onBack: back }}
    >
      {yours.length === 0 ? null : (
        <Card title={t("beliefs.yours")}>
          <Entries label={t("beliefs.yours")}>
            {yours.map((belief) => (
              <BeliefEntry key={belief.id} belief={belief} />
            ))}
          </Entries>
        </Card>
      )}
      <OwnBelief />
      <Stack gap={4}>
        <Stack gap={1}>
          <h2>{t("beliefs.common")}</h2>
          <Soft>{t("beliefs.commonNote")}</Soft>
        </Stack>
        {beliefGroups.map((group) => (
          <Group key={group.id} group={group} common={common} />
        ))}
      </Stack>
    </Page>
  );
};
