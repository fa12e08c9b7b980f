/** Draws the app: what the engine's phase allows, inside the frame. */
import { settings } from "@belay/domain";
import { render } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { messages } from "virtual:messages/en/first";
import type { Engine, Phase } from "../engine/engine.ts";
import "../parts/tokens.css";
import "../parts/base.css";
import { Button } from "../parts/button.tsx";
import { Page } from "../parts/page.tsx";
import { EngineProvider, useEngine } from "./engine-context.tsx";
import { stuckWords } from "./faults.ts";
import { forgetApp } from "./forget-app.ts";
import { Later } from "./later.tsx";
import { useScreen } from "./navigation.ts";
import { Shell } from "./shell/shell.tsx";
import { Today } from "./today/today.tsx";
import { Welcome } from "./welcome/welcome.tsx";
import { loadWords, t } from "./words.ts";

/** Nothing opens; help and exit still work. */
const Stuck = ({ phase }: { readonly phase: Extract<Phase, { kind: "refused" }> }) => {
  const place = useScreen();
  useEffect(() => {
    if (phase.why === "wiped") void forgetApp();
  }, [phase.why]);
  return (
    <Shell bare>
      {place.screen === "help" ? (
        <Later name="help" id={null} />
      ) : (
        <Page title={t("shell.stuckTitle")} lead={t(stuckWords(phase.why))}>
          <Button onPress={() => location.reload()}>{t("shell.reload")}</Button>
        </Page>
      )}
    </Shell>
  );
};

/** Nothing is drawn before it is known whether there is a lock. */
const Opening = () => (
  <p class="hidden-text" role="status">
    {t("shell.opening")}
  </p>
);

/** The door, and help beside it; the place that was open stays in the history and is drawn again once it opens. */
const Locked = () => {
  const place = useScreen();
  return (
    <Shell bare>
      <Later
        key={place.screen === "help" ? "help" : "unlock"}
        name={place.screen === "help" ? "help" : "unlock"}
        id={null}
      />
    </Shell>
  );
};

/**
 * The welcome stands before everything until its notes were read, help excepted: nobody in trouble should have to read
 * them first. Every place gets a key of its own, so that another person's page never starts with this one's words, and a
 * room that is opened again from the bar begins at its door.
 *
 * While the keys of an open app change (a first lock, a joined device) it opens once more; what is on the screen stays
 * there, because the act that changes them has something to say at its end.
 */
const App = () => {
  const engine = useEngine();
  const place = useScreen();
  const phase = engine.phase.value;
  // How the app was last drawn; null while it has not been open.
  const drawn = useRef<"first" | "later" | null>(null);
  if (phase.kind === "open" || phase.kind === "glance")
    drawn.current = settings(engine.state.value).introSeen ? "later" : "first";
  else if (phase.kind !== "opening") drawn.current = null;
  if (phase.kind === "refused") return <Stuck phase={phase} />;
  if (phase.kind === "locked") return <Locked />;
  if (drawn.current === null) return <Opening />;
  const first = drawn.current === "first";
  if (first && place.screen !== "help" && place.screen !== "join") {
    return (
      <Shell bare>
        <Welcome />
      </Shell>
    );
  }
  // Every other room needs the whole record; help needs none.
  const early = phase.kind === "glance" && place.screen !== "today" && place.screen !== "help";
  if (early)
    return (
      <Shell bare={first}>
        <Opening />
      </Shell>
    );
  return (
    <Shell bare={first}>
      {place.screen === "today" ? (
        <Today />
      ) : (
        <Later key={`${place.depth}/${place.screen}/${place.id ?? ""}`} name={place.screen} id={place.id} />
      )}
    </Shell>
  );
};

/** Puts the app into the page. Everything it shows follows the engine's signals. */
export const mount = (engine: Engine, root: HTMLElement): void => {
  loadWords(messages);
  render(
    <EngineProvider engine={engine}>
      <App />
    </EngineProvider>,
    root,
  );
};
