/** Shows every answer of every round as a table that moves sideways in its own frame when there are many. */
import css from "./rounds-table.module.css";

interface RoundsTableProps {
  /** Names the table and the frame around it; for the eye the drawer it stands in says it. */
  readonly caption: string;
  /** Heading of the first column, then one for each round, oldest first. */
  readonly columns: readonly string[];
  /** First cell is the row's heading; as many cells as columns. */
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** The frame can be reached by Tab, so that it can be moved by the arrow keys. */
export const RoundsTable = ({ caption, columns, rows }: RoundsTableProps) => (
  // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- What scrolls has to be reachable by keyboard.
  <div class={css["frame"]} role="region" aria-label={caption} tabIndex={0}>
    <table class={css["table"]}>
      <caption class="hidden-text">{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, cells }) => (
          <tr key={id}>
            {cells.map((cell, index) =>
              index === 0 ? (
                <th key={columns[0]} scope="row">
                  {cell}
                </th>
              ) : (
                <td key={columns[index]}>{cell}</td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
);
