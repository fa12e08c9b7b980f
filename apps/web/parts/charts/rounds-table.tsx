/** Gives a table with a column for each round a frame of its own to move sideways in when there are many. */
import css from "./rounds-table.module.css";
import { Table, type Numbers } from "./table.tsx";

/** The frame can be reached by Tab, so that it can be moved by the arrow keys; for the eye its drawer names the table. */
export const RoundsTable = (numbers: Numbers) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls has to be reachable by keyboard.
  <div class={css["frame"]} role="region" aria-label={numbers.caption} tabIndex={0}>
    <Table {...numbers} />
  </div>
);
