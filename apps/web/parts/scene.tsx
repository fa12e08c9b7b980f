/** Draws people as dots beside a text: oneself warm, others green, and what is between them. */
import type { ComponentChildren } from "preact";
import css from "./scene.module.css";

/** A place on a sheet of 96 by 64. */
type Dot = readonly [x: number, y: number];

/** What a scene is made of; the same dots as on the circle. */
interface Drawn {
  readonly you: Dot;
  /** People who are there. */
  readonly others: readonly Dot[];
  /** People who may be there, in outline. */
  readonly faint?: readonly Dot[];
  /** What holds or joins them, as strokes. */
  readonly lines?: string;
  /** A way taken, or not yet taken. */
  readonly dashed?: string;
  /** A soft round ground: middle and radius. */
  readonly ground?: readonly [x: number, y: number, r: number];
}

const scenes = {
  voice: { you: [12, 44], others: [[84, 20]], lines: "M25 42C37 60 45 8 57 24S68 30 72 24" },
  walk: { you: [62, 21], others: [[62, 43]], dashed: "M8 21H49M8 43H49M75 21H88M75 43H88" },
  held: { you: [48, 34], others: [], ground: [48, 34, 27], lines: "M31 12A27 27 0 1 0 65 12" },
  untangled: { you: [12, 32], others: [[84, 32]], lines: "M24 32c8-20 22-15 17 0s-19 13-13-2 24-12 24 2H72" },
  bench: { you: [37, 38], others: [[59, 38]], lines: "M12 49H84M22 49V58M74 49V58" },
  hug: { you: [43, 33], others: [[56, 33]], ground: [49.5, 33, 26] },
  listening: { you: [14, 32], others: [[84, 32]], lines: "M68 19a18 18 0 0 0 0 26M56 12a29 29 0 0 0 0 40" },
  passing: {
    you: [44, 38],
    others: [[76, 18]],
    faint: [
      [14, 18],
      [18, 50],
      [82, 52],
    ],
    dashed: "M54 32L66 24",
  },
  ring: {
    you: [48, 54],
    others: [
      [20, 44],
      [24, 18],
      [48, 9],
      [72, 18],
      [76, 44],
    ],
  },
  again: { you: [48, 50], others: [[74, 18]], faint: [[22, 18]], dashed: "M34 18H62", lines: "M55 42L67 27" },
  chairs: { you: [29, 34], others: [[67, 34]], lines: "M14 16V46H38V57M82 16V46H58V57" },
} as const satisfies Readonly<Record<string, Drawn>>;

/** The name of a scene. */
export type SceneName = keyof typeof scenes;

const Dots = ({ at, look }: { readonly at: readonly Dot[]; readonly look: string | undefined }) => (
  <>
    {at.map(([x, y]) => (
      <circle key={`${x} ${y}`} class={look} cx={x} cy={y} r={8} />
    ))}
  </>
);

/** A text with its scene; the words say the same, so readers skip the drawing. */
export const Scene = ({ name, children }: { readonly name: SceneName; readonly children: ComponentChildren }) => {
  const { you, others, faint, lines, dashed, ground }: Drawn = scenes[name];
  return (
    <div class={css["scene"]}>
      <div class={css["words"]}>{children}</div>
      <svg class={css["sheet"]} viewBox="0 0 96 64" aria-hidden="true" focusable="false">
        {ground === undefined ? null : <circle class={css["ground"]} cx={ground[0]} cy={ground[1]} r={ground[2]} />}
        {dashed === undefined ? null : <path class={css["dashed"]} d={dashed} />}
        {lines === undefined ? null : <path class={css["lines"]} d={lines} />}
        <Dots at={faint ?? []} look={css["faint"]} />
        <Dots at={others} look={css["other"]} />
        <Dots at={[you]} look={css["you"]} />
      </svg>
    </div>
  );
};
