/** Draws discs on three rings around a middle; each disc is a button that can be dragged or moved by keys. */
import type { RefObject } from "preact";
import { useId, useRef, useState } from "preact/hooks";
import { classes } from "../classes.ts";
import { arcPath, arcs, type Point } from "./arcs.ts";
import css from "./ring-chart.module.css";
import { middleRadius, placeOnRings, ringAt, ringEdges } from "./ring-places.ts";

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
  /** Says how many there are beyond those that the rings have room for. */
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

/** Discs that have room on their ring with their places, and how many have not. */
export const shownDiscs = (
  discs: readonly Disc[],
): { readonly placed: readonly (Disc & { readonly at: Point })[]; readonly left: number; readonly size: number } => {
  const counts = ringEdges.map((_, ring) => discs.filter((disc) => disc.ring === ring).length);
  const { rings, disc: size } = placeOnRings(counts);
  const used = ringEdges.map(() => 0);
  const placed = discs.flatMap((disc) => {
    const index = used[disc.ring] ?? 0;
    const at = rings[disc.ring]?.[index];
    used[disc.ring] = index + 1;
    return at === undefined ? [] : [{ ...disc, at }];
  });
  return { placed, left: discs.length - placed.length, size };
};

const Ground = ({
  names,
  middle,
  lit,
}: {
  readonly names: readonly string[];
  readonly middle: string;
  readonly lit: number | null;
}) => (
  <svg
    class={css["ground"]}
    viewBox={`${-width / 2} ${-width / 2} ${width} ${width}`}
    aria-hidden="true"
    focusable="false"
  >
    {ringEdges.toReversed().map((edge, index) => {
      const ring = ringEdges.length - 1 - index;
      return (
        <circle
          key={edge}
          r={edge}
          class={classes(css["ring"], ring === 0 && css["inner"], ring === lit && css["lit"])}
        />
      );
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

interface DiscButtonProps {
  readonly disc: Disc;
  readonly at: Point;
  readonly size: number;
  /** Id of the words that say what the keys do. */
  readonly hint: string;
  readonly held: boolean;
  readonly drag: Drag;
  readonly onOpen: () => void;
  readonly onMove: (ring: number) => void;
}

/** One disc: a press opens it, a drag or an arrow key moves it. */
const DiscButton = ({ disc, at, size, hint, held, drag, onOpen, onMove }: DiscButtonProps) => (
  <button
    type="button"
    class={classes(css["disc"], disc.muted && css["muted"], held && css["held"])}
    style={{
      insetInlineStart: share(at.x),
      insetBlockStart: share(at.y),
      inlineSize: `${((2 * size) / width) * 100}%`,
      "--letters": Math.min(12, Math.max(4, disc.name.length)),
    }}
    aria-label={disc.label}
    aria-describedby={hint}
    onPointerDown={(event) => drag.begin(event, event.currentTarget, disc.id)}
    onPointerMove={drag.move}
    onPointerUp={(event) => {
      const at = drag.end(event);
      const ring = at === null ? disc.ring : ringAt(Math.hypot(at.x, at.y));
      if (ring !== disc.ring) onMove(ring);
    }}
    onPointerCancel={drag.stop}
    onKeyDown={(event) => {
      const ring = ringAfterKey(event.key, disc.ring);
      if (ring === null) return;
      event.preventDefault();
      if (ring !== disc.ring) onMove(ring);
    }}
    onClick={() => {
      if (!drag.wasDrag()) onOpen();
    }}
  >
    {disc.muted ? null : <Arcs looks={disc.arcs} />}
    <span class={css["name"]} dir="auto">
      {disc.name}
    </span>
  </button>
);

/** What is being dragged, and where it is in units of the drawing. */
interface Held {
  readonly id: string;
  readonly at: Point;
}

/** The handlers of a drag. `end` gives the place where something was let go, or null after a mere press. */
interface Drag {
  readonly held: Held | null;
  readonly begin: (event: PointerEvent, disc: HTMLElement, id: string) => void;
  readonly move: (event: PointerEvent) => void;
  readonly end: (event: PointerEvent) => Point | null;
  readonly stop: () => void;
  /** Whether the click that comes now belongs to a drag; asked once for each click. */
  readonly wasDrag: () => boolean;
}

const useDrag = (square: RefObject<HTMLDivElement | null>): Drag => {
  const [held, setHeld] = useState<Held | null>(null);
  const press = useRef<{ readonly id: string; readonly x: number; readonly y: number; moved: boolean } | null>(null);
  const dragged = useRef(false);
  const unitsAt = (event: PointerEvent): Point | null => {
    const box = square.current?.getBoundingClientRect();
    if (box === undefined || box.width === 0) return null;
    return {
      x: ((event.clientX - box.x) / box.width - 0.5) * width,
      y: ((event.clientY - box.y) / box.height - 0.5) * width,
    };
  };
  const stop = (): void => {
    press.current = null;
    setHeld(null);
  };
  return {
    held,
    begin: (event, disc, id) => {
      dragged.current = false;
      if (event.button !== 0) return;
      press.current = { id, x: event.clientX, y: event.clientY, moved: false };
      disc.setPointerCapture(event.pointerId);
    },
    move: (event) => {
      const now = press.current;
      if (now === null) return;
      now.moved ||= Math.hypot(event.clientX - now.x, event.clientY - now.y) > stir;
      const at = now.moved ? unitsAt(event) : null;
      if (at !== null) setHeld({ id: now.id, at });
    },
    end: (event) => {
      dragged.current = press.current?.moved === true;
      const at = dragged.current ? unitsAt(event) : null;
      stop();
      return at;
    },
    stop,
    wasDrag: () => {
      const was = dragged.current;
      dragged.current = false;
      return was;
    },
  };
};

/** Three rings with what stands on them. */
export const RingChart = (props: RingChartProps) => {
  const square = useRef<HTMLDivElement>(null);
  const hint = useId();
  const drag = useDrag(square);
  const { placed, left, size } = shownDiscs(props.discs);
  const over = drag.held === null ? null : ringAt(Math.hypot(drag.held.at.x, drag.held.at.y));
  return (
    <div class={css["chart"]}>
      <div class={css["square"]} ref={square} role="group" aria-label={props.label}>
        <Ground names={props.ringNames} middle={props.middle} lit={over} />
        {placed.map((disc) => {
          const held = drag.held?.id === disc.id;
          return (
            <DiscButton
              key={disc.id}
              disc={disc}
              at={held && drag.held !== null ? drag.held.at : disc.at}
              size={size}
              hint={hint}
              held={held}
              drag={drag}
              onOpen={() => props.onOpen(disc.id)}
              onMove={(ring) => props.onMove(disc.id, ring)}
            />
          );
        })}
      </div>
      <p id={hint} hidden>
        {props.hint}
      </p>
      {left === 0 ? null : <p class={css["more"]}>{props.more(left)}</p>}
    </div>
  );
};
