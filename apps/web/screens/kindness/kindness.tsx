/** Shows kindness towards oneself: one practice at a time where a moment asks for it, else the list to choose from. */
import { practiceCatalogue } from "@belay/content";
import { practices } from "@belay/domain";
import { useState } from "preact/hooks";
import { Icon } from "../../parts/icon.tsx";
import { Press } from "../../parts/press.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { back } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { t } from "../words.ts";
import { inTurn, readKind, type KindPlace } from "./kind-place.ts";
import css from "./kindness.module.css";
import { Practice } from "./practice.tsx";

/** Nothing asked for it: it was looked for. */
const lookedFor: KindPlace = { moment: "any", experiment: null };

/** Every practice by its title and first line. */
const List = ({ onChosen }: { readonly onChosen: (practice: string) => void }) => (
  <Page
    key="list"
    title={t("kindness.title")}
    lead={t("kindness.lead")}
    back={{ label: t("shell.back"), onBack: back }}
  >
    <ul class={css["list"]}>
      {practiceCatalogue.map((practice) => (
        <li key={practice.id}>
          <Press look="line" inside={css["entry"]} onPress={() => onChosen(practice.id)}>
            <span>
              {practice.title}
              <span class={css["first"]}>{practice.lines[0]}</span>
            </span>
            <Icon name="next" size={1.1} />
          </Press>
        </li>
      ))}
    </ul>
    <LessonHere moment="critic" />
  </Page>
);

/** The id of the place names the moment, and the ask it belongs to. */
export const Kindness = ({ id }: ScreenProps) => {
  const state = useEngine().state.value;
  const place = readKind(id);
  // The order is that of the arrival: noting one must not exchange it under somebody's eyes.
  const [turn] = useState(() =>
    inTurn(
      practiceCatalogue,
      place?.moment ?? "any",
      practices(state).map(({ practice }) => practice),
    ),
  );
  const [shown, setShown] = useState<string | null>(place === null ? null : (turn[0]?.id ?? null));
  const practice = practiceCatalogue.find((one) => one.id === shown);
  if (practice === undefined) return <List onChosen={setShown} />;
  const next = turn[(turn.findIndex((one) => one.id === practice.id) + 1) % Math.max(turn.length, 1)];
  return (
    <Practice
      key={practice.id}
      practice={practice}
      place={place ?? lookedFor}
      onAnother={next === undefined || next.id === practice.id ? null : () => setShown(next.id)}
      onAll={() => setShown(null)}
    />
  );
};
