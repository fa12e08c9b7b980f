/**
 * Shows things somebody may know of themselves: what this is first, then four parts, then what they lead to.
 *
 * There is no test here and no result. Nothing on these pages is added up, and no page says how many were recognised.
 */
import type { LocalDay } from "@belay/basics";
import { signCatalogue } from "@belay/content";
import { signGroups, signs, type SignAnswered } from "@belay/domain";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back, go } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { t } from "../words.ts";
import { changeWords } from "./changes.tsx";
import { changesIn, groupOf, lastDay } from "./group-form.ts";
import { MayFit } from "./may-fit.tsx";
import { SignsGroup } from "./signs-group.tsx";

/** The four parts; a day beside those that were looked at, and nothing beside the others. */
const Groups = ({ answered, today }: { readonly answered: readonly SignAnswered[]; readonly today: LocalDay }) => (
  <Stack gap={1}>
    <h2>{t("signs.groups")}</h2>
    <Soft>{t("signs.leave")}</Soft>
    <Entries label={t("signs.groups")}>
      {signGroups.map((group) => {
        const last = lastDay(answered, group);
        return (
          <Entry
            key={group}
            title={t(`signs.group.${group}`)}
            detail={t(`signs.detail.${group}`)}
            aside={last === null ? undefined : daySaid(last, today)}
            onPress={() => go("signs", group)}
          />
        );
      })}
    </Entries>
  </Stack>
);

/** Every sign that was answered, with its newest reply, and what it was before where it was another. */
const SaidLast = ({ answered, today }: { readonly answered: readonly SignAnswered[]; readonly today: LocalDay }) => {
  const changes = changesIn(answered);
  const said = signCatalogue.flatMap((sign) => {
    const last = answered.find((one) => one.sign === sign.id);
    return last === undefined ? [] : [{ sign, last }];
  });
  return (
    <Fold title={t("signs.said")}>
      {said.map(({ sign, last }) => {
        const change = changes.find((one) => one.sign.id === sign.id);
        return (
          <div key={sign.id}>
            <p>{sign.text}</p>
            <Soft>
              {change === undefined
                ? t("signs.saidOn", { reply: last.reply, day: daySaid(last.day, today) })
                : changeWords(change, today)}
            </Soft>
          </div>
        );
      })}
    </Fold>
  );
};

/** The first page, or (with a group’s name as id) one of the four parts. */
export const Signs = ({ id }: ScreenProps) => {
  const engine = useEngine();
  const group = groupOf(id);
  // Each part keeps its own draft and its own place in the history, so that a reload comes back to it.
  if (group !== null) return <SignsGroup key={group} group={group} />;
  const answered = signs(engine.state.value);
  const today = engine.today();
  return (
    <Page
      key="signs"
      eyebrow={t("signs.eyebrow")}
      title={t("signs.title")}
      lead={t("signs.lead")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <p>{t("signs.notTest")}</p>
      <MayFit answered={answered} />
      <Groups answered={answered} today={today} />
      {answered.length === 0 ? <Soft>{t("signs.forWhom")}</Soft> : null}
      {answered.length === 0 ? null : <SaidLast answered={answered} today={today} />}
      <LessonHere moment="signs" />
    </Page>
  );
};
