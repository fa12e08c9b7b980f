/** What comes after the first breath, in one part that is fetched when a pause opens. */
export { Around, AroundSwitch } from "./around.tsx";
export { PauseMore } from "./more.tsx";
export { Signals } from "./signals.tsx";
export { Unsure } from "./unsure.tsx";
