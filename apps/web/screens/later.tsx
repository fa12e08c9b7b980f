/** Draws a screen that is fetched when it is first wanted, and says so calmly when it does not come. */
import { useEffect, useState } from "preact/hooks";
import { Button } from "../parts/button.tsx";
import { Notice } from "../parts/notice.tsx";
import { Page } from "../parts/page.tsx";
import { laterWords } from "./later-words.ts";
import type { ScreenName } from "./navigation.ts";
import { bringScreen } from "./routes.ts";
import type { Screen } from "./screen.ts";
import { t } from "./words.ts";

/** Where a screen is: being fetched, here, or not to be had just now. */
type Arrival =
  | { readonly kind: "on-the-way" }
  | { readonly kind: "here"; readonly screen: Screen }
  | { readonly kind: "lost" };

/** Screens that have arrived stay. */
const arrived = new Map<ScreenName, Screen>();

/** One screen by name. A screen that was here before is drawn at once. */
export const Later = ({ name, id }: { readonly name: Exclude<ScreenName, "today">; readonly id: string | null }) => {
  const known = arrived.get(name);
  const [tries, setTries] = useState(0);
  const [arrival, setArrival] = useState<Arrival>(
    known === undefined ? { kind: "on-the-way" } : { kind: "here", screen: known },
  );
  useEffect(() => {
    if (arrival.kind === "here") return undefined;
    let wanted = true;
    const settle = (next: Arrival): void => {
      if (next.kind === "here") arrived.set(name, next.screen);
      if (wanted) setArrival(next);
    };
    Promise.all([bringScreen(name), laterWords()]).then(
      ([screen]) => settle({ kind: "here", screen }),
      () => settle({ kind: "lost" }),
    );
    return () => void (wanted = false);
  }, [name, tries]);
  if (arrival.kind === "here") return <arrival.screen id={id} />;
  if (arrival.kind === "on-the-way")
    return (
      <p class="hidden-text" role="status">
        {t("shell.opening")}
      </p>
    );
  return (
    <Page title={t("shell.missing")}>
      <Notice urgent tone="care">
        {t("shell.missing")}
      </Notice>
      <Button onPress={() => setTries(tries + 1)}>{t("shell.again")}</Button>
    </Page>
  );
};
