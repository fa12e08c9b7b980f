/** Asks about the signs of one group: every one starts empty, any may be left, and half of it survives. */
import { signReplies, signs, type SignAnswered, type SignGroup } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Choice } from "../../parts/choice.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft, type Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { replace } from "../navigation.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { Changes } from "./changes.tsx";
import { answersIn, changesIn, emptyGroup, groupAfter, replyIn, signsOf, type GroupForm } from "./group-form.ts";
import { MayFit } from "./may-fit.tsx";
import css from "./signs.module.css";

/** Every sign of the group with three answers of the same weight, and what was said last. */
const Questions = ({
  group,
  draft,
  answered,
}: {
  readonly group: SignGroup;
  /** What is chosen so far; nothing of it is recorded before it is saved. */
  readonly draft: Draft<GroupForm>;
  /** What was said on earlier days, to be shown and never to be chosen again by itself. */
  readonly answered: readonly SignAnswered[];
}) => {
  const today = useEngine().today();
  return (
    <div class={css["questions"]}>
      {signsOf(group).map(({ id, text }) => {
        const last = answered.find(({ sign }) => sign === id);
        return (
          <div key={id}>
            <Choice
              label={text}
              hint={
                last === undefined ? undefined : t("signs.last", { day: daySaid(last.day, today), reply: last.reply })
              }
              options={signReplies.map((value) => ({ value, label: t(`signs.reply.${value}`) }))}
              value={replyIn(draft.form, id)}
              onChange={(reply) => draft.change({ [id]: reply })}
            />
          </div>
        );
      })}
    </div>
  );
};

/** On to the next part, or back to the first page. The history keeps one place for all parts. */
const onwards = (group: SignGroup): void => replace("signs", groupAfter(group));

/** What was saved, what of it is other than before, and what it leads to. */
const Saved = ({ group }: { readonly group: SignGroup }) => {
  const engine = useEngine();
  const answered = signs(engine.state.value);
  const today = engine.today();
  const next = groupAfter(group);
  // Only this part and this day: older changes stand on the first page.
  return (
    <Page key="saved" eyebrow={t(`signs.group.${group}`)} title={t("signs.savedTitle")}>
      <Changes
        changes={changesIn(answered).filter(({ sign, nowOn }) => sign.group === group && nowOn === today)}
        today={today}
      />
      <MayFit answered={answered} />
      <Row>
        {next === null ? null : (
          <Button kind="primary" onPress={() => replace("signs", next)}>
            {t("signs.next", { group: next })}
          </Button>
        )}
        <Button kind={next === null ? "primary" : "quiet"} onPress={() => replace("signs")}>
          {t("signs.enough")}
        </Button>
      </Row>
    </Page>
  );
};

/** One part, from its empty questions to what came of it. Draw it with the group as its key. */
export const SignsGroup = ({ group }: { readonly group: SignGroup }) => {
  const answered = signs(useEngine().state.value);
  const draft = useDraft<GroupForm>(`signs/${group}`, emptyGroup(group));
  const save = useSave();
  const [missing, setMissing] = useState<MessageId | null>(null);
  const [saved, setSaved] = useState(false);
  // A reload after saving leads to the questions again, empty, with what was just said beside them.
  if (saved) return <Saved group={group} />;
  const answers = answersIn(draft.form, group);
  const keep = async (): Promise<void> => {
    setMissing(null);
    // Saving nothing would put an empty fact into the record; leaving the part is the way to say nothing.
    if (answers.length === 0) return setMissing("signs.nothing");
    const ids = await save.run({ kind: "signs/answer", group, answers: [...answers] });
    if (ids === null) return;
    // Durable from here on: the draft has done its work.
    draft.drop();
    setSaved(true);
  };
  const trouble = save.notice ?? missing;
  return (
    <Page
      key="ask"
      title={t(`signs.group.${group}`)}
      lead={t("signs.groupLead")}
      back={{ label: t("signs.title"), onBack: () => replace("signs") }}
    >
      {group === "body" ? <p>{t("signs.bodyNote")}</p> : null}
      {draft.ready ? <Questions group={group} draft={draft} answered={answered} /> : null}
      <Notice urgent tone="care">
        {trouble === null ? null : t(trouble)}
      </Notice>
      <Row>
        <Button kind="primary" busy={save.busy} onPress={() => void keep()}>
          {t("signs.save")}
        </Button>
        <Button kind="plain" onPress={() => onwards(group)}>
          {t("signs.skip")}
        </Button>
        {answers.length === 0 ? null : (
          <Button kind="quiet" onPress={() => draft.change(emptyGroup(group))}>
            {t("signs.empty")}
          </Button>
        )}
      </Row>
    </Page>
  );
};
