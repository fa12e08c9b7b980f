/** Frames every screen: pause, help and exit above; the rooms below; what is kept and where in the foot. */
import { outcomesNoted } from "@belay/domain";
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { classes } from "../../parts/classes.ts";
import { setCorner, Sheet } from "../../parts/dialog.tsx";
import { Icon } from "../../parts/icon.tsx";
import { Soft, Stack } from "../../parts/layout.tsx";
import { Press } from "../../parts/press.tsx";
import { Notice } from "../../parts/notice.tsx";
import { useEngine } from "../engine-context.tsx";
import { go, useScreen, type ScreenName } from "../navigation.ts";
import { passing } from "../passing.ts";
import { t } from "../words.ts";
import { leave } from "./exit.ts";
import { Pause } from "./pause.tsx";
import { drawers, roomOf, rooms, roomsInBar } from "./rooms.ts";
import css from "./shell.module.css";

/** Leaves at once; the same button in the bar and in every dialog over it. */
const Exit = () => (
  <Button small kind="plain" label={t("shell.exitLabel")} onPress={leave}>
    {t("shell.exit")}
  </Button>
);
setCorner(() => <Exit />);

/**
 * Pause, Help and Exit: the same three everywhere, before the first use too, and in the same order, so that they can be
 * found without looking. None of them asks anything or keeps a record of being pressed.
 */
const TopBar = () => {
  const [pausing, setPausing] = useState(false);
  return (
    <header class={css["top"]}>
      {/* The address never changes, so the link moves the focus by itself. */}
      <a
        class={css["skip"]}
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.getElementById("main")?.focus();
        }}
      >
        {t("shell.skip")}
      </a>
      <span class={css["mark"]}>{t("shell.product")}</span>
      <div class={css["always"]} role="group" aria-label={t("shell.top")}>
        <Button small kind="quiet" haspopup="dialog" onPress={() => setPausing(true)}>
          {t("shell.pause")}
        </Button>
        <Button small kind="quiet" label={t("shell.helpLabel")} onPress={() => go("help")}>
          {t("shell.help")}
        </Button>
        <Exit />
      </div>
      <Pause open={pausing} onClose={() => setPausing(false)} />
    </header>
  );
};

/** The rooms at the lower edge, at the side where there is width. */
const Rooms = ({ outcomes }: { readonly outcomes: number }) => {
  const place = useScreen();
  const [more, setMore] = useState(false);
  // Mine has no place in the bar: it is wanted rarely, and then on purpose.
  const inBar = roomsInBar(outcomes);
  const others: readonly ScreenName[] = [...rooms.filter((room) => !inBar.includes(room)), "mine"];
  const here = roomOf(place.screen);
  return (
    <nav class={css["rooms"]} aria-label={t("shell.rooms")}>
      {inBar.map((room) => (
        <Press
          key={room}
          look="bare"
          inside={css["room"]}
          current={here === room ? (place.screen === room ? "page" : "true") : undefined}
          onPress={() => go(room)}
        >
          <Icon name={room} />
          {t(`shell.room.${room}`)}
        </Press>
      ))}
      <Press look="bare" inside={classes(css["room"], css["extra"])} haspopup="dialog" onPress={() => setMore(true)}>
        <Icon name="more" />
        {t("shell.more")}
      </Press>
      <Sheet open={more} onClose={() => setMore(false)} title={t("shell.moreTitle")} closeText={t("shell.close")}>
        <Soft>{t("shell.moreLead")}</Soft>
        <ul class={css["list"]}>
          {others.map((name) => (
            <li key={name}>
              <Press
                look="line"
                inside={css["entry"]}
                onPress={() => {
                  setMore(false);
                  go(name);
                }}
              >
                <Icon name={name === "mine" ? "mine" : (rooms.find((room) => room === name) ?? "more")} />
                {t(name === "mine" ? "shell.mine" : `shell.room.${rooms.find((room) => room === name) ?? "today"}`)}
              </Press>
            </li>
          ))}
          {drawers.map((name) => (
            <li key={name}>
              <Press
                look="line"
                inside={css["entry"]}
                onPress={() => {
                  setMore(false);
                  go(name);
                }}
              >
                <Icon name="next" />
                {t(`shell.drawer.${name}`)}
              </Press>
            </li>
          ))}
        </ul>
      </Sheet>
    </nav>
  );
};

/** Where things are kept, and help, at the end of every room; nothing but the work stands below a form. */
const Foot = () => (
  <footer class={css["foot"]}>
    <Stack gap={1}>
      <p>{t("shell.footKept")}</p>
      <div class={css["ends"]}>
        <Button small kind="quiet" onPress={() => go("mine")}>
          {t("shell.footMine")}
        </Button>
        <Button small kind="quiet" onPress={() => go("help")}>
          {t("shell.footHelp")}
        </Button>
      </div>
    </Stack>
  </footer>
);

/** `bare` leaves the rooms out: before the first use there is nowhere else to go. */
export const Shell = ({
  bare = false,
  children,
}: {
  /** Without rooms and foot. */
  readonly bare?: boolean | undefined;
  readonly children: ComponentChildren;
}) => {
  const engine = useEngine();
  const { screen } = useScreen();
  const outcomes = bare ? 0 : outcomesNoted(engine.state.value);
  return (
    <div class={classes(css["frame"], bare && css["bare"])}>
      <TopBar />
      <main id="main" tabIndex={-1} class={css["main"]}>
        {/* Mounted before there is anything to say, as a live region has to be. */}
        <div class={css["notices"]}>
          <Notice>{engine.online.value ? null : t("shell.offline")}</Notice>
          <Notice>{passing.value ? t("shell.passing") : null}</Notice>
        </div>
        {children}
        {bare || !rooms.some((room) => room === screen) ? null : <Foot />}
      </main>
      {bare ? null : <Rooms outcomes={outcomes} />}
    </div>
  );
};
