/** Draws discs on three rings around a middle; each disc is a button that can be dragged or moved by keys. */
import { useRef, useState } from "preact/hooks";
import { classes } from "../classes.ts";
import { arcPath, arcs, type Point } from "./arcs.ts";
import css from "./ring-chart.module.css";
import { middleRadius, placeOnRings, ringAt, ringEdges, ringRoom } from "./ring-places.ts";

/** How one arc of a disc is drawn: thick, dotted, or as a hairline. Three line styles, so that colour is not needed. */
export type ArcLook = "full" | "dotted" | "thin";

/** One disc. */
export interface Disc {
  readonly id: string;
  /** Shown in the disc, cut short where it must be. */
  readonly name: string;
  /** Read aloud; contains the name. */
  readonly label: string;
  /** 0 is the innermost ring. */
  readonly ring: number;
  readonly arcs: readonly ArcLook[];
  /** Stands back: a broken outline and no arcs. */
  readonly muted: boolean;
}

interface RingChartProps {
  readonly label: string;
  /** What the keys do, for the whole drawing. */
  readonly hint: string;
  readonly middle: string;
  /** From the inside. */
  readonly ringNames: readonly string[];
  readonly discs: readonly Disc[];
  readonly onOpen: (id: string) => void;
  readonly onMove: (id: string, ring: number) => void;
  /** Says how many more there are than a ring has room for. */
  readonly more: (count: number) => string;
}

/** The drawing is a square of so many units. */
const width = 400;

/** A press that moves less than this (in px) is a press, not a drag. */
const stir = 7;

const share = (units: number): string => `${((units + width / 2) / width) * 100}%`;

/** Which ring an arrow key leads to, or null for other keys. */
export const ringAfterKey = (key: string, ring: number): number | null => {
  if (key === "ArrowUp") return Math.max(0, ring - 1);
  if (key === "ArrowDown") return Math.min(ringEdges.length - 1, ring + 1);
  return null;
};

/** Discs that have room on their ring with their places, and how many of each ring have not. */
export const shownDiscs = (discs: readonly Disc[]): { readonly placed: readonly (Disc & { readonly at: Point })[]; readonly left: readonly number[]; readonly size: number } => {
  const counts = ringEdges.map((_, ring) => discs.filter((disc) => disc.ring === ring).length);
  const { rings, disc: size } = placeOnRings(counts);
  const used = ringEdges.map(() => 0);
  const placed = discs.flatMap((disc) => {
    const index = used[disc.ring] ?? 0;
    const at = rings[disc.ring]?.[index];
    used[disc.ring] = index + 1;
    return at === undefined ? [] : [{ ...disc, at }];
  });
  return { placed, left: counts.map((count, ring) => Math.max(0, count - (ringRoom[ring] ?? 0))), size };
};

const Ground = ({ names, middle, lit }: { readonly names: readonly string[]; readonly middle: string; readonly lit: number | null }) => (
  <svg class={css["ground"]} viewBox={`${-width / 2} ${-width / 2} ${width} ${width}`} aria-hidden="true" focusable="false">
    {ringEdges.toReversed().map((edge, index) => {
      const ring = ringEdges.length - 1 - index;
      return <circle key={edge} r={edge} class={classes(css["ring"], ring === 0 && css["inner"], ring === lit && css["lit"])} />;
    })}
    {names.map((name, ring) => (
      <text key={name} y={(ringEdges[ring] ?? 0) - 6} class={css["ringName"]}>
        {name}
      </text>
    ))}
    <circle r={middleRadius} class={css["middle"]} />
    <text y="5" class={css["middleName"]}>
      {middle}
    </text>
  </svg>
);

const Arcs = ({ looks }: { readonly looks: readonly ArcLook[] }) => (
  <svg class={css["arcs"]} viewBox="-50 -50 100 100" aria-hidden="true" focusable="false">
    {arcs(looks.length, 0.022).map(([from, to], index) => (
      <path key={from} d={arcPath(45, from, to)} class={css[looks[index] ?? "thin"]} />
    ))}
  </svg>
);

/** Three rings with what stands on them. */
export const RingChart = (props: RingChartProps) => {
  const square = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ readonly id: string; readonly at: Point } | null>(null);
  const held = useRef<{ readonly id: string; readonly x: number; readonly y: number; moved: boolean } | null>(null);
  const justDragged = useRef(false);
  const { placed, left, size } = shownDiscs(props.discs);

  const unitsAt = (event: PointerEvent): Point | null => {
    const box = square.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    return { x: ((event.clientX - box.x) / box.width - 0.5) * width, y: ((event.clientY - box.y) / box.height - 0.5) * width };
  };
  const move = (event: PointerEvent): void => {
    const press = held.current;
    if (press === null) return;
    press.moved ||= Math.hypot(event.clientX - press.x, event.clientY - press.y) > stir;
    const at = press.moved ? unitsAt(event) : null;
    if (at !== null) setDrag({ id: press.id, at });
  };
  const drop = (event: PointerEvent, disc: Disc): void => {
    const at = held.current?.moved === true ? unitsAt(event) : null;
    justDragged.current = held.current?.moved === true;
    held.current = null;
    setDrag(null);
    const ring = at === null ? disc.ring : ringAt(Math.hypot(at.x, at.y));
    if (ring !== disc.ring) props.onMove(disc.id, ring);
  };

  return (
    <div class={css["square"]} ref={square} role="group" aria-label={props.label}>
      <Ground names={props.ringNames} middle={props.middle} lit={drag === null ? null : ringAt(Math.hypot(drag.at.x, drag.at.y))} />
      {placed.map((disc) => {
        const at = drag?.id === disc.id ? drag.at : disc.at;
        return (
          <button
            key={disc.id}
            type="button"
            class={classes(css["disc"], disc.muted && css["muted"], drag?.id === disc.id && css["held"])}
            style={{ insetInlineStart: share(at.x), insetBlockStart: share(at.y), inlineSize: `${((2 * size) / width) * 100}%`, "--letters": Math.min(12, Math.max(4, disc.name.length)) }}
            aria-label={disc.label}
            aria-description={props.hint}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              held.current = { id: disc.id, x: event.clientX, y: event.clientY, moved: false };
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={move}
            onPointerUp={(event) => drop(event, disc)}
            onPointerCancel={() => {
              held.current = null;
              setDrag(null);
            }}
            onKeyDown={(event) => {
              const ring = ringAfterKey(event.key, disc.ring);
              if (ring === null) return;
              event.preventDefault();
              if (ring !== disc.ring) props.onMove(disc.id, ring);
            }}
            onClick={() => {
              if (justDragged.current) justDragged.current = false;
              else props.onOpen(disc.id);
            }}
          >
            {disc.muted ? null : <Arcs looks={disc.arcs} />}
            <span class={css["name"]} dir="auto">
              {disc.name}
            </span>
          </button>
        );
      })}
      {left.map((count, ring) =>
        count === 0 ? null : (
          <span key={props.ringNames[ring]} class={css["more"]} style={{ insetBlockStart: share(-(ringEdges[ring] ?? 0) + 12) }}>
            {props.more(count)}
          </span>
        ),
      )}
    </div>
  );
};
