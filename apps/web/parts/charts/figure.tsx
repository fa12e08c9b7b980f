/** Sets a drawing beside the sentence that says the same, and keeps the numbers behind it as a table. */
import type { ComponentChildren } from "preact";
import { createContext } from "preact";
import { useContext, useId, useState } from "preact/hooks";
import { Button } from "../button.tsx";
import { classes } from "../classes.ts";
import css from "./figure.module.css";
import { RoundsTable } from "./rounds-table.tsx";
import { tableFile } from "./table-file.ts";
import { Table, type Numbers } from "./table.tsx";

/** A table that may be very long: rows are made as they are asked for, newest first, and more of them come at a press. */
export interface LongNumbers extends Omit<Numbers, "rows"> {
  readonly count: number;
  /** The first so many rows. */
  readonly rowsTo: (most: number) => Numbers["rows"];
  /** Words of the button that adds older rows. */
  readonly olderText: (left: number) => string;
}

/** Words of the button that unfolds and folds a figure; null where figures stand open. */
export const FoldedFigures = createContext<{ readonly unfold: string; readonly fold: string } | null>(null);

/** How a table becomes a file of its own, and what is said on paper of rows that are not on it. */
export interface TableFiles {
  /** Words of the button, and the same for screen readers with the table's own name. */
  readonly text: string;
  readonly label: (table: string) => string;
  readonly save: (bytes: Uint8Array) => void;
  readonly leftOut: (rows: number) => string;
}

/** Where it is given, every table below it has the button; null where files have no place. */
export const KeptTables = createContext<TableFiles | null>(null);

interface FigureProps {
  /** What the drawing shows, in words that bear no more than the numbers do. */
  readonly sentence: string;
  /** Words that stand below the sentence even while the drawing is folded up: what must not be out of sight. */
  readonly says?: string | null | undefined;
  /** Always stands open, also on a page of folded figures. */
  readonly first?: boolean | undefined;
  /** Smaller words below it: what the marks mean, what is left out. */
  readonly note?: ComponentChildren;
  readonly numbers: Numbers | LongNumbers;
  /** Words of the button that shows and hides the table for the eye. */
  readonly showText: string;
  readonly hideText: string;
  /** The drawing, hidden from screen readers: the sentence and the table say it better. */
  readonly children: ComponentChildren;
}

/** A table with more columns than this has a window of its own on a narrow screen, to move it sideways. */
const narrow = 6;

/** Rows of a long table that stand there at first, and that one press adds: thousands would hold the page up. */
const atFirst = 60;

/** The numbers as a table, for screen readers and on paper always, for the eye at a press; and as a file. */
export const NumbersBelow = ({
  numbers,
  showText,
  hideText,
}: Pick<FigureProps, "numbers" | "showText" | "hideText">) => {
  const files = useContext(KeptTables);
  const [shown, setShown] = useState(false);
  const [most, setMost] = useState(atFirst);
  const long = "rowsTo" in numbers ? numbers : null;
  const rowsTo = (count: number): Numbers["rows"] => ("rowsTo" in numbers ? numbers.rowsTo(count) : numbers.rows);
  const rows = rowsTo(most);
  const left = long === null ? 0 : long.count - rows.length;
  return (
    <>
      <div class={css["toggle"]}>
        <Button small kind="quiet" onPress={() => setShown(!shown)}>
          {shown ? hideText : showText}
        </Button>
        {files === null ? null : (
          <Button
            small
            kind="quiet"
            label={files.label(numbers.caption)}
            onPress={() => files.save(tableFile({ columns: numbers.columns, rows: rowsTo(Number.MAX_SAFE_INTEGER) }))}
          >
            {files.text}
          </Button>
        )}
      </div>
      <div class={classes(css["numbers"], !shown && css["unseen"])}>
        {shown && numbers.columns.length > narrow ? (
          <RoundsTable caption={numbers.caption} columns={numbers.columns} rows={rows} />
        ) : (
          <Table caption={numbers.caption} columns={numbers.columns} rows={rows} />
        )}
        {files === null || left === 0 ? null : <p class={css["paper"]}>{files.leftOut(left)}</p>}
      </div>
      {shown && long !== null && left > 0 ? (
        <div class={css["toggle"]}>
          <Button small kind="quiet" onPress={() => setMost(most + atFirst)}>
            {long.olderText(left)}
          </Button>
        </div>
      ) : null}
    </>
  );
};

/** The drawing, its notes and its numbers. */
const Drawing = ({ note, children, ...below }: Omit<FigureProps, "sentence" | "says" | "first">) => (
  <>
    <div class={css["drawing"]} aria-hidden="true">
      {children}
    </div>
    {note === undefined ? null : <div class={css["note"]}>{note}</div>}
    <NumbersBelow {...below} />
  </>
);

/**
 * A sentence with its drawing and its numbers. On a page of many it is folded up to the sentence, and nothing of the
 * rest is drawn before it is asked for.
 */
export const Figure = ({ sentence, says, first = false, ...drawing }: FigureProps) => {
  const folding = useContext(FoldedFigures);
  const [unfolded, setUnfolded] = useState(false);
  const id = useId();
  const standing = folding === null || first;
  return (
    <figure class={css["figure"]}>
      <figcaption id={id} class={css["sentence"]}>
        {sentence}
      </figcaption>
      {says === null || says === undefined ? null : <p>{says}</p>}
      {standing ? null : (
        <div class={css["toggle"]}>
          <Button small kind="quiet" expanded={unfolded} describedBy={id} onPress={() => setUnfolded(!unfolded)}>
            {unfolded ? folding.fold : folding.unfold}
          </Button>
        </div>
      )}
      {standing || unfolded ? <Drawing {...drawing} /> : null}
    </figure>
  );
};
