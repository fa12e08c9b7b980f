/**
 * Lets another way to see it grow beside a belief: in words that can change, with a number from time to time.
 *
 * It is offered and never put in the belief’s place. Which of the two fits better is for the moments to say.
 */
import type { Belief } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Range } from "../../parts/range.tsx";
import { useDraft } from "../draft.ts";
import { useSave } from "../save.ts";
import { t, type MessageId } from "../words.ts";
import { commonBelief } from "./belief-words.ts";
import css from "./beliefs.module.css";

/**
 * At most as long as a belief, so that both weigh the same on a page.
 */
const longest = 120;

/** Chooses the words: the catalogue’s, or one’s own. An offer fills the field, so that it can be changed first. */
const Words = ({
  belief,
  onSaved,
  onLeave,
}: {
  readonly belief: Belief;
  readonly onSaved: () => void;
  readonly onLeave: (() => void) | null;
}) => {
  const save = useSave();
  const draft = useDraft(`alternative/${belief.id}`, { text: belief.alternative ?? "" });
  const [missing, setMissing] = useState<MessageId | null>(null);
  // A belief in somebody’s own words has no offer: only they know what else could be true.
  const offer = commonBelief(belief.id)?.alternative ?? null;
  const keep = async (): Promise<void> => {
    const text = draft.form.text.trim();
    setMissing(text === "" ? "beliefs.otherMissing" : null);
    if (text === "") return;
    const ids = await save.run({ kind: "beliefs/set-alternative", belief: belief.id, text });
    if (ids === null) return;
    draft.drop();
    onSaved();
  };
  const notice = missing ?? save.notice;
  return (
    <Stack>
      {offer === null ? null : <p>{t("beliefs.otherOffer", { text: offer })}</p>}
      {draft.ready ? (
        <Field
          label={t("beliefs.otherOwn")}
          hint={t("beliefs.otherOwnHint")}
          value={draft.form.text}
          onInput={(text) => draft.change({ text })}
          rows={2}
          max={longest}
          left={(n) => t("shell.left", { n })}
        />
      ) : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void keep()}>
          {t("beliefs.otherSave")}
        </Button>
        {/* Only into an empty field: an offer must never replace somebody’s own words. */}
        {offer !== null && draft.form.text === "" ? (
          <Button kind="quiet" onPress={() => draft.change({ text: offer })}>
            {t("beliefs.otherTake")}
          </Button>
        ) : null}
        {onLeave === null ? null : (
          <Button
            kind="quiet"
            onPress={() => {
              draft.drop();
              onLeave();
            }}
          >
            {t("beliefs.otherKeep")}
          </Button>
        )}
      </Row>
    </Stack>
  );
};

/** A number for the other way; the line starts empty every time, like that of the belief. */
const Rate = ({ belief }: { readonly belief: Belief }) => {
  const save = useSave();
  const draft = useDraft<{ readonly strength: number | null }>(`alternative-strength/${belief.id}`, { strength: null });
  const [said, setSaid] = useState<MessageId | null>(null);
  const { strength } = draft.form;
  const rate = async (): Promise<void> => {
    // A missing number is asked for; it is never taken to be the middle of the line.
    setSaid(strength === null ? "beliefs.rateMissing" : null);
    if (strength === null) return;
    const ids = await save.run({ kind: "beliefs/rate-alternative", belief: belief.id, strength });
    if (ids === null) return;
    draft.change({ strength: null });
    draft.drop();
    setSaid("shell.saved");
  };
  const notice = said === "shell.saved" ? null : (said ?? save.notice);
  return (
    <>
      {draft.ready ? (
        <Range
          label={t("beliefs.otherRate")}
          value={strength}
          onChange={(value) => {
            setSaid(null);
            draft.change({ strength: value });
          }}
          valueText={(n) => t("beliefs.rateWords", { n })}
          emptyText={t("shell.unset")}
          low={t("beliefs.rateLow")}
          high={t("beliefs.rateHigh")}
          clearText={t("shell.clear")}
        />
      ) : null}
      <Notice urgent tone="care">
        {notice === null ? null : t(notice)}
      </Notice>
      <Notice tone="good">{said === "shell.saved" ? t(said) : null}</Notice>
      <div>
        <Button busy={save.busy} onPress={() => void rate()}>
          {t("beliefs.otherRateSave")}
        </Button>
      </div>
    </>
  );
};

/** The words once they are there, with their number; before that, the form. */
export const Alternative = ({ belief }: { readonly belief: Belief }) => {
  // Changing the words opens the form again with them in it; leaving it keeps them as they were.
  const [changing, setChanging] = useState(false);
  const [saved, setSaved] = useState(false);
  if (belief.alternative === null || changing)
    return (
      <Card tone="moss" title={t("beliefs.otherTitle")}>
        <Soft>{t("beliefs.otherNote")}</Soft>
        <Words
          belief={belief}
          onSaved={() => {
            setChanging(false);
            setSaved(true);
          }}
          onLeave={changing ? () => setChanging(false) : null}
        />
      </Card>
    );
  return (
    <Card tone="moss" title={t("beliefs.otherTitle")}>
      {/* The form goes when its words are saved: they take the focus in its place. */}
      <Landing active={saved}>
        <p dir="auto" class={css["alternative"]}>
          {t("beliefs.quoted", { text: belief.alternative })}
        </p>
      </Landing>
      <Soft>{t("beliefs.otherNote")}</Soft>
      <Rate belief={belief} />
      <Row>
        <Button small kind="quiet" onPress={() => setChanging(true)}>
          {t("beliefs.otherChange")}
        </Button>
      </Row>
      {belief.alternativeRatings.length === 0 ? null : <Soft>{t("beliefs.otherSince")}</Soft>}
    </Card>
  );
};
