/** Shows what somebody is glad to do whenever it is wanted: told, or left with an answer. */
import { offers, people, type Offer, type Person } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { Field } from "../../parts/field.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { daySaid } from "../day-said.ts";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { noSteps, restsNow } from "./no-steps.ts";
import { useTakeWords } from "../try/take-words.ts";

/** The step of the catalogue that takes one up. */
const takeUp = "accept-a-standing-offer";

/** One offer. Nobody who is not safe, or asked for a rest, is led to, whatever they once offered. */
const One = ({ offer, person }: { readonly offer: Offer; readonly person: Person | null }) => {
  const today = useEngine().today();
  const save = useSave();
  const take = useTakeWords();
  const free = person !== null && !noSteps(person) && !restsNow(person, today);
  return (
    <li>
      <Stack gap={1}>
        <p dir="auto">
          <strong>{offer.what}</strong>
        </p>
        {offer.when === "" ? null : <p>{t("circle.offerWhen", { when: offer.when })}</p>}
        {offer.often === "" ? null : <p>{t("circle.offerOften", { often: offer.often })}</p>}
        <Soft>
          {person === null ? t("circle.offersFrom") : t("circle.offerOn", { day: daySaid(offer.day, today) })}
        </Soft>
        <Row gap={1}>
          {free ? (
            <Button
              small
              onPress={() =>
                void take({
                  step: takeUp,
                  person: person.id,
                  about: offer.id,
                  words: t("circle.offerWords", { name: person.nickname, what: offer.what }),
                })
              }
            >
              {t("circle.offerTake")}
            </Button>
          ) : null}
          <Button
            small
            kind="quiet"
            busy={save.busy}
            onPress={() => void save.run({ kind: "offers/end", offer: offer.id })}
          >
            {t("circle.offerEnd")}
          </Button>
        </Row>
        <Notice urgent tone="care">
          {save.notice === null ? null : t(save.notice)}
        </Notice>
      </Stack>
    </li>
  );
};

/** As its draft keeps it. */
type OfferForm = { readonly what: string; readonly when: string; readonly often: string };

/** An offer that was made in words. */
const NoteOffer = ({ person, onSaved }: { readonly person: Person; readonly onSaved: () => void }) => {
  const save = useSave();
  const draft = useDraft<OfferForm>(`offer/${person.id}`, { what: "", when: "", often: "" });
  const [missing, setMissing] = useState(false);
  const { form, change } = draft;
  const store = async (): Promise<void> => {
    const what = form.what.trim();
    setMissing(what === "");
    if (what === "") return;
    const [when, often] = [form.when.trim(), form.often.trim()];
    const saved = await save.run({ kind: "offers/make", person: person.id, what, when, often, ask: null });
    if (saved === null) return;
    draft.drop();
    onSaved();
  };
  if (!draft.ready) return null;
  const optional = t("circle.offerOptional");
  return (
    <>
      <Field
        label={t("circle.offerWhat")}
        max={120}
        value={form.what}
        error={missing && form.what.trim() === "" ? t("circle.offerMissing") : undefined}
        onInput={(what) => change({ what })}
      />
      <Field
        label={t("circle.offerWhenField")}
        hint={optional}
        max={120}
        value={form.when}
        onInput={(when) => change({ when })}
      />
      <Field
        label={t("circle.offerOftenField")}
        hint={optional}
        max={120}
        value={form.often}
        onInput={(often) => change({ often })}
      />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button busy={save.busy} onPress={() => void store()}>
          {t("circle.offerSave")}
        </Button>
      </Row>
    </>
  );
};

/** The offers of one person, with room for one more. */
export const OffersOf = ({ person }: { readonly person: Person }) => {
  const [open, setOpen] = useState(false);
  const mine = offers(useEngine().state.value).filter((offer) => offer.person === person.id);
  return (
    <Card title={t("circle.offersTitle", { name: person.nickname })}>
      {mine.length === 0 ? null : (
        <>
          <Soft>{t("circle.offersLead")}</Soft>
          <ul>
            {mine.map((offer) => (
              <One key={offer.id} offer={offer} person={person} />
            ))}
          </ul>
        </>
      )}
      {open ? (
        <NoteOffer person={person} onSaved={() => setOpen(false)} />
      ) : (
        <Row>
          <Button small icon="plus" onPress={() => setOpen(true)}>
            {t("circle.offerNew")}
          </Button>
        </Row>
      )}
    </Card>
  );
};

/** Every offer that stands, whoever made it; nothing where there is none. */
export const StandingOffers = () => {
  const state = useEngine().state.value;
  const all = offers(state);
  const known = people(state);
  return all.length === 0 ? null : (
    <Card title={t("circle.offersTitleAll")}>
      <Soft>{t("circle.offersLead")}</Soft>
      <ul>
        {all.map((offer) => (
          <One key={offer.id} offer={offer} person={known.find(({ id }) => id === offer.person) ?? null} />
        ))}
      </ul>
    </Card>
  );
};
