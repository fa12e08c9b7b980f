/** Shows a hard moment: the list of the five, which ask it is about, or the walk itself. */
import { experiment as experimentOf, experiments, pathNames, type Experiment } from "@belay/domain";
import { Button } from "../../parts/button.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Hidden } from "../../parts/layout.tsx";
import { Page } from "../../parts/page.tsx";
import { Press } from "../../parts/press.tsx";
import { useDraft } from "../draft.ts";
import { useEngine } from "../engine-context.tsx";
import { nameOf } from "../names.ts";
import { back, go, replace } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { dayWords, t } from "../words.ts";
import { draftName, emptyPath, type PathForm } from "./form.ts";
import css from "./path.module.css";
import { mayBeAbout, readPath, writePath, type PathPlace } from "./place.ts";
import { Walk } from "./walk.tsx";

/** The five, none before the others: whoever is here knows which one it is. */
const List = () => (
  <Page key="list" title={t("path.title")} lead={t("path.lead")} back={{ label: t("shell.back"), onBack: back }}>
    <ul class={css["list"]}>
      {pathNames.map((path) => (
        <li key={path}>
          <Press look="card" onPress={() => go("path", path)}>
            <span class={css["moment"]}>
              <strong>{t(`path.name.${path}`)}</strong>
              <span class={css["more"]}>{t(`path.more.${path}`)}</span>
            </span>
            <Icon name="next" size={1.1} />
          </Press>
        </li>
      ))}
    </ul>
  </Page>
);

/** Asks which of a few asks it is about, so that what was decided and feared can be shown; or none of them. */
const About = ({
  place,
  among,
  onNone,
}: {
  readonly place: PathPlace;
  /** The newest few that fit. */
  readonly among: readonly Experiment[];
  readonly onNone: () => void;
}) => {
  const state = useEngine().state.value;
  return (
    <Page
      key="about"
      eyebrow={t(`path.name.${place.path}`)}
      title={t("path.about")}
      back={{ label: t("shell.back"), onBack: back }}
    >
      <ul class={css["list"]}>
        {among.map(({ id, plan, person }) => (
          <li key={id}>
            <Press look="card" onPress={() => replace("path", writePath(place.path, id))}>
              <span class={css["moment"]}>
                <strong>{plan.title}</strong>
                <span class={css["more"]}>
                  {t("path.aboutLine", { name: nameOf(state, person), day: dayWords(plan.day) })}
                </span>
              </span>
              <Icon name="next" size={1.1} />
            </Press>
          </li>
        ))}
      </ul>
      <div>
        <Button kind="quiet" onPress={onNone}>
          {t("path.aboutNone")}
        </Button>
      </div>
    </Page>
  );
};

/** One path, once its draft was looked for. */
const Begun = ({ place }: { readonly place: PathPlace }) => {
  const engine = useEngine();
  const state = engine.state.value;
  const draft = useDraft<PathForm>(draftName(place.path, place.experiment), emptyPath);
  if (!draft.ready)
    return (
      <p role="status">
        <Hidden>{t("shell.opening")}</Hidden>
      </p>
    );
  // An ask of another device that has not arrived is walked as one that is not noted: nobody is sent away here.
  const experiment = place.experiment === null ? null : experimentOf(state, place.experiment);
  const among = experiment === null ? mayBeAbout(place.path, experiments(state), engine.today()) : [];
  if (among.length > 0 && !draft.form.unnoted)
    return <About place={place} among={among} onNone={() => draft.change({ unnoted: true })} />;
  return <Walk path={place.path} experiment={experiment} draft={draft} />;
};

/** The id of the place names the path and, behind a sign, what it is about. */
export const Path = ({ id }: ScreenProps) => {
  const place = readPath(id);
  return place === null ? <List /> : <Begun key={id} place={place} />;
};
