/** Draws one quiet line icon; always beside words, so it is hidden from screen readers. */
import css from "./icon.module.css";

/** The strokes of each icon on a 24 by 24 sheet. */
const strokes = {
  today: "M4 11.2 12 4.4l8 6.8M6.2 9.6V19.5h11.6V9.6M10 19.5v-5h4v5",
  steps: "M8 3.5v17M16 3.5v17M8 7.5h8M8 12h8M8 16.5h8",
  circle: "M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17ZM12 8.5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7Z",
  evidence: "M4.5 4v15.5H20M8 15l3.8-4.2 3.2 2.4L19.5 7",
  learn: "M12 6.5C10 5 7 4.7 4 5v13.5c3-.3 6 0 8 1.5 2-1.5 5-1.8 8-1.5V5c-3-.3-6 0-8 1.5ZM12 6.5V20",
  pause: "M9 6v12M15 6v12",
  help: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM9.6 9.6a2.5 2.5 0 1 1 3.6 2.3c-.8.4-1.2.9-1.2 1.7M12 16.6v.1",
  exit: "M13 4.5H6v15h7M10.5 12H20M16.5 8.5 20 12l-3.5 3.5",
  back: "M14.5 5.5 8 12l6.5 6.5",
  next: "M9.5 5.5 16 12l-6.5 6.5",
  close: "M6 6l12 12M18 6 6 18",
  check: "M5 12.8 9.8 17.5 19.5 7",
  plus: "M12 5v14M5 12h14",
  copy: "M9 9V4.5h10.5V15H15M4.5 9H15v10.5H4.5Z",
  link: "M10 14a4 4 0 0 0 5.9.2l3-3a4 4 0 0 0-5.7-5.7L12 6.7M14 10a4 4 0 0 0-5.9-.2l-3 3a4 4 0 0 0 5.7 5.7L12 17.3",
  share: "M12 15V4M8 7.5 12 3.8l4 3.7M6 11.5H4.5v8.5h15v-8.5H18",
  speak: "M4.5 5h15v11h-8L7 20v-4H4.5Z",
  person: "M12 11.5a3.7 3.7 0 1 0 0-7.4 3.7 3.7 0 0 0 0 7.4ZM4.8 20c.8-3.7 3.7-5.5 7.2-5.5s6.4 1.8 7.2 5.5",
  pencil: "M5 19l1-4L16.5 4.5l3 3L9 18ZM14 7l3 3",
  mine: "M4 7.5h10M18 7.5h2M4 16.5h2M10 16.5h10M16 5.5v4M8 14.5v4",
  more: "M6 12h.1M12 12h.1M18 12h.1",
  lock: "M6 11h12v9H6ZM8.5 11V8a3.5 3.5 0 0 1 7 0v3",
  trash: "M5 7h14M10 7V4.5h4V7M7 7l.8 12.5h8.4L17 7",
  wait: "M12 20.5a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17ZM12 7.5V12l3.2 2",
} as const;

/** The name of an icon. */
export type IconName = keyof typeof strokes;

/** Icons that point along the reading direction and turn with it. */
const turning: readonly IconName[] = ["back", "next", "exit"];

/** `size` is the edge in rem, 1.4 unless told. */
export const Icon = ({ name, size = 1.4 }: { readonly name: IconName; readonly size?: number | undefined }) => (
  <svg
    class={css["icon"]}
    viewBox="0 0 24 24"
    style={{ inlineSize: `${size}rem`, blockSize: `${size}rem` }}
    data-turns={turning.includes(name) ? "" : undefined}
    aria-hidden="true"
    focusable="false"
  >
    <path d={strokes[name]} />
  </svg>
);
