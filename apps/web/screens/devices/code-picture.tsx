/** Draws a pairing code as a picture of squares (ISO/IEC 18004), for a camera and never as an address. */
import { toBase64Url } from "@belay/basics";
import { encodeQR } from "qr";
import css from "./devices.module.css";

/** Modules of empty margin that the standard asks for. */
const margin = 4;

/** One path for all dark squares of a grid, in its own units. */
export const pathOf = (grid: readonly (readonly boolean[])[]): string =>
  grid.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join("");

/** The text inside a code: its bytes in letters that every reader knows. */
export const codeText = (code: Uint8Array): string => toBase64Url(code);

/** Dark on light in both themes, since readers expect that. */
export const CodePicture = ({ code, label }: { readonly code: Uint8Array; readonly label: string }) => {
  const grid = encodeQR(codeText(code), "raw", { ecc: "low", border: margin });
  const side = grid.length;
  return (
    <svg class={css["code"]} viewBox={`0 0 ${side} ${side}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <rect width={side} height={side} class={css["light"]} />
      <path d={pathOf(grid)} class={css["dark"]} />
    </svg>
  );
};
