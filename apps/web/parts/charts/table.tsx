/** Shows numbers as a real table, with headings for its columns and its rows. */
import css from "./table.module.css";

/** A table: the first cell of each row is its heading. */
export interface Numbers {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly id: string; readonly cells: readonly string[] }[];
}

/** As wide as its place; what stands around it may give it other room. */
export const Table = ({ caption, columns, rows }: Numbers) => (
  <table class={css["table"]}>
    <caption>{caption}</caption>
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
);
