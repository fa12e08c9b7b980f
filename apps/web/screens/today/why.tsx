/** Explains a choice: the numbers it was made by, in words and a small picture, and what they do not know. */
import type { Numbers } from "@belay/guidance";
import { useId, useState } from "preact/hooks";
import type { ComponentChildren } from "preact";
import { Button } from "../../parts/button.tsx";
import { Sheet } from "../../parts/dialog.tsx";
import { Soft } from "../../parts/layout.tsx";
import { hardOf } from "../steps/ladder.ts";
import { t } from "../words.ts";
import { chancesSaid, hardSaid, pairsSaid, pairsShown, restsSaid, type Said } from "./why-said.ts";
import { WhyPicture } from "./why-picture.tsx";
import css from "./why.module.css";

/** One paragraph each. */
const Sentences = ({ said }: { readonly said: readonly Said[] }) => (
  <>
    {said.map(({ id, values }) => (
      <p key={id}>{t(id, values)}</p>
    ))}
  </>
);

/** A part with its heading. */
const Part = ({ title, children }: { readonly title: string; readonly children: ComponentChildren }) => {
  const id = useId();
  return (
    <section class={css["part"]} aria-labelledby={id}>
      <h3 id={id}>{title}</h3>
      {children}
    </section>
  );
};

/**
 * The newest tries like it one by one, and all of them in one sentence: what the picture shows is here in words, for
 * eyes and for ears. A single try is told by the sentence alone.
 */
const Before = ({ numbers }: { readonly numbers: Numbers }) => {
  const { id, values } = pairsSaid(numbers);
  const newest = numbers.pairs.slice(-pairsShown);
  return (
    <Part title={t("today.whyBefore")}>
      <p>{t(id, values)}</p>
      {newest.length < 2 ? null : (
        <ul class={css["list"]}>
          {newest.map(({ expected, felt }, index) => (
            <li key={`${index}/${expected}/${felt}`}>{t("today.whyPair", { expected, felt })}</li>
          ))}
        </ul>
      )}
      {newest.length === numbers.pairs.length ? null : <Soft>{t("today.whyPairsNewest", { n: newest.length })}</Soft>}
    </Part>
  );
};

/**
 * What the sheet holds, from the picture to what it does not know. `name` is whom the step goes to; null where it goes
 * to nobody.
 */
const Explained = ({ numbers, name }: { readonly numbers: Numbers; readonly name: string | null }) => (
  <div class={css["sheet"]}>
    <Part title={t("today.whyHard")}>
      <WhyPicture hard={hardOf(numbers.peak)} pairs={numbers.pairs.slice(-pairsShown)} />
      <Sentences said={hardSaid(numbers)} />
      <Soft>{t("today.whyPlace", { place: t(`steps.context.${numbers.context}`) })}</Soft>
    </Part>
    <Before numbers={numbers} />
    <Part title={t("today.whyChances")}>
      <Sentences said={chancesSaid(numbers, name)} />
    </Part>
    <Part title={t("today.whyRests")}>
      <Sentences said={restsSaid(numbers)} />
      <Soft>{t("today.whyUnknown")}</Soft>
    </Part>
  </div>
);

/** A quiet button and the sheet it opens; nothing of the sheet is drawn before. */
export const Why = ({ numbers, name }: { readonly numbers: Numbers; readonly name: string | null }) => {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button kind="quiet" haspopup="dialog" onPress={() => setOpen(true)}>
        {t("today.why")}
      </Button>
      <Sheet open={open} onClose={() => setOpen(false)} title={t("today.whyTitle")} closeText={t("shell.close")}>
        <Explained numbers={numbers} name={name} />
      </Sheet>
    </>
  );
};
