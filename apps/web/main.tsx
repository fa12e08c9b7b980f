/** Builds every real thing of the app once, and shows it. */
import { signal } from "@preact/signals";
import { browserChance } from "./adapters/chance-browser.ts";
import { browserClock } from "./adapters/clock-browser.ts";
import { openDatabase } from "./adapters/database.ts";
import { workerDesk } from "./adapters/desk-worker.ts";
import { deviceLog } from "./adapters/device-log-idb.ts";
import { draftBox, metaBox } from "./adapters/draft-box-idb.ts";
import { browserKeeping } from "./adapters/keeping-browser.ts";
import { broadcastNeighbours } from "./adapters/neighbours-broadcast.ts";
import { browserOnline } from "./adapters/online-browser.ts";
import { startKeyWorker, startServiceWorker } from "./adapters/scripts-browser.ts";
import { lockTurn } from "./adapters/turn-locks.ts";
import { createEngine } from "./engine/create.ts";
import type { Guide } from "./engine/guide.ts";
import type { NearPorts } from "./engine/ports/ports.ts";
import { mount } from "./screens/app.tsx";
import { forgetApp } from "./screens/forget-app.ts";
import { onPassing } from "./screens/passing.ts";
import { leave, wasLeft } from "./screens/shell/exit.ts";

const { origin } = location;
/** The catalogue comes after the first paint; until then there is no step to offer. */
const guide = signal<Guide | null>(null);
const database = openDatabase("belay");

const near = {
  clock: browserClock,
  chance: browserChance,
  log: deviceLog(database),
  drafts: draftBox(database),
  meta: metaBox(database),
  marks: metaBox(openDatabase("belay-marks")),
  keeping: browserKeeping,
  turn: lockTurn("belay-log"),
  neighbours: broadcastNeighbours("belay-log"),
  desk: workerDesk(startKeyWorker()),
  restart: () => location.reload(),
  origin,
  secure: isSecureContext,
};
const online = browserOnline();
const begin = (ports: NearPorts) =>
  createEngine(ports, online, guide, async () => ({ createActs: (await import("./far.ts")).actsOver(origin) }));
const first = begin(near);
const { engine } = first;

// Somebody left and then went back: the page empties itself, and nothing is drawn.
if (wasLeft()) leave();

const root = document.getElementById("app");
if (root !== null) mount(engine, root);
// A visit that keeps nothing goes on in memory; what this one had begun on the device is deleted.
onPassing(() => {
  void import("./passing.ts").then(({ passingPorts }) => {
    const second = begin({ ...near, ...passingPorts(), desk: workerDesk(startKeyWorker("passing")) });
    if (root !== null) mount(second.engine, root);
    void engine.wipe(null).then(first.stop).then(forgetApp);
  });
});
startServiceWorker();
void import("./screens/catalogue.ts").then((file) => file.bringGuide(engine, (ready) => (guide.value = ready)));
import("./screens/shell/shift.ts").then(
  (file) => file.startShift(),
  () => undefined,
);
// Covered when out of sight, and closed when nobody is there, where there is a lock.
import("./screens/lock/keeping.ts").then(
  (file) => file.startKeeping(engine),
  () => undefined,
);
// Only while the app is open, and only for somebody who switched reminders on.
import("./screens/mine/reminding.ts").then(
  (file) => file.startReminding(engine),
  () => undefined,
);
