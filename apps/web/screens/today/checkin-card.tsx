/** Takes a check-in in a quarter of a minute, and shows what was noted today. */
import { bodyCues } from "@belay/content";
import { latestCheckin, type Checkin } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Chip, ChipGroup, Tag } from "../../parts/chip.tsx";
import { Field } from "../../parts/field.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Range } from "../../parts/range.tsx";
import { useDraft, type Draft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { checkinCommand, cueIds, formOf, hasAnswer, isDone, withCue, type CheckinForm } from "./checkin-form.ts";
import { energyWords } from "./energy.ts";

/** What is felt, and what it is made of: two groups, the second behind "more words". */
const felt = bodyCues.filter((cue) => cue.kind !== "carried");
const carried = bodyCues.filter((cue) => cue.kind === "carried");
/** Shown at once; the rest stands behind "more words". */
const few = 6;

/** One group of words to switch. */
const Cues = ({
  draft,
  label,
  cues,
}: {
  readonly draft: Draft<CheckinForm>;
  readonly label: string;
  /** Those that are shown. */
  readonly cues: typeof bodyCues;
}) => {
  const chosen = cueIds(draft.form.cues);
  return (
    <ChipGroup label={label}>
      {cues.map((cue) => (
        <Chip
          key={cue.id}
          on={chosen.includes(cue.id)}
          onToggle={(on) => draft.change({ cues: withCue(draft.form.cues, cue.id, on) })}
        >
          {cue.text}
        </Chip>
      ))}
    </ChipGroup>
  );
};

/** Everything in it is optional; one answer is enough to note it. */
const CheckinForm = ({ start, onNoted }: { readonly start: CheckinForm; readonly onNoted: () => void }) => {
  const draft = useDraft<CheckinForm>("checkin", start);
  const save = useSave();
  const [all, setAll] = useState(false);
  const { form } = draft;
  const chosen = cueIds(form.cues);
  // What was chosen before stays in sight, also when the list is short.
  const shown = all ? felt : felt.filter((cue, index) => index < few || chosen.includes(cue.id));
  const note = async (): Promise<void> => {
    if ((await save.run(checkinCommand(form))) === null) return;
    draft.drop();
    onNoted();
  };
  return (
    <Card>
      <Range
        label={t("today.energy")}
        value={form.energy}
        onChange={(energy) => draft.change({ energy })}
        valueText={(energy) => t(energyWords(energy))}
        emptyText={t("shell.unset")}
        low={t("today.energyLow")}
        high={t("today.energyHigh")}
        clearText={t("shell.clear")}
      />
      <Cues draft={draft} label={t("today.cues")} cues={shown} />
      {all ? (
        <Cues draft={draft} label={t("today.carried")} cues={carried} />
      ) : (
        <Row>
          <Button small kind="quiet" icon="plus" expanded={false} onPress={() => setAll(true)}>
            {t("today.cuesMore")}
          </Button>
        </Row>
      )}
      {draft.ready ? (
        <Field
          label={t("today.carrying")}
          rows={2}
          max={4000}
          value={form.carrying}
          left={(n) => t("shell.left", { n })}
          onInput={(carrying) => draft.change({ carrying })}
        />
      ) : null}
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button busy={save.busy} disabled={!hasAnswer(form)} onPress={() => void note()}>
          {t("today.note")}
        </Button>
      </Row>
    </Card>
  );
};

/** What was noted, in one quiet line. */
const Noted = ({ checkin, onChange }: { readonly checkin: Checkin; readonly onChange: () => void }) => (
  <Card tone="sunk">
    <Row spread>
      <Stack gap={1}>
        <p>
          {checkin.energy === null
            ? t("today.nothingNoted")
            : t("today.energyLine", { words: t(energyWords(checkin.energy)) })}
        </p>
        {checkin.cues.length === 0 ? null : (
          <Row gap={1}>
            {bodyCues.flatMap((cue) =>
              checkin.cues.some((id) => id === cue.id) ? [<Tag key={cue.id}>{cue.text}</Tag>] : [],
            )}
          </Row>
        )}
      </Stack>
      <Button small kind="quiet" onPress={onChange}>
        {t("today.change")}
      </Button>
    </Row>
  </Card>
);

/**
 * The form until the day's energy or a cue was noted; then a line, and the form again on request. Changing it notes
 * anew: what was said in the morning stays in the record.
 */
export const CheckinCard = () => {
  const engine = useEngine();
  const [again, setAgain] = useState(false);
  const [justNoted, setJustNoted] = useState(false);
  const newest = latestCheckin(engine.state.value);
  const today = newest !== null && newest.day === engine.today() ? newest : null;
  // The form gives way to a line; the focus goes with it instead of falling to the top of the page.
  const noted = (): void => {
    setAgain(false);
    setJustNoted(true);
  };
  if (today === null || again || !isDone(today)) {
    return <CheckinForm key={today?.id ?? ""} start={formOf(today)} onNoted={noted} />;
  }
  return (
    <Landing active={justNoted}>
      <Noted checkin={today} onChange={() => setAgain(true)} />
    </Landing>
  );
};
