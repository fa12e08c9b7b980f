/** Keeps a half-finished form: every change is written to the sealed drafts a moment later. */
import { useEffect, useRef, useState } from "preact/hooks";
import { useEngine } from "./engine-context.tsx";

/** A form's values: texts, numbers, choices, or nothing yet. */
export type Form = Readonly<Record<string, string | number | boolean | null>>;

/** Milliseconds of quiet before a change is written. */
const quiet = 350;

/** What every form on the screen has not written yet, and what is being written for forms that have left it. */
const pending = new Set<() => Promise<unknown>>();
const underway = new Set<Promise<unknown>>();

/** Writes everything that is half finished at once, sealed like every draft; for the moment before the app locks. */
export const writeDrafts = async (): Promise<void> => {
  await Promise.allSettled([...pending].map((write) => write()));
  await Promise.allSettled(underway);
};

/**
 * Values of a stored draft over the empty form: only fields the form knows, only values of the kind the
 * form holds there (or, where it starts with null, a number or a text). Anything else is left out.
 */
export const mergeDraft = <Shape extends Form>(empty: Shape, stored: string | null): Shape => {
  if (stored === null) return empty;
  const found = readObject(stored);
  const kept: Record<string, unknown> = {};
  for (const [name, start] of Object.entries(empty)) {
    const value = found[name];
    if (value === undefined) continue;
    const fits =
      start === null
        ? value === null || typeof value === "number" || typeof value === "string"
        : typeof value === typeof start;
    if (fits) kept[name] = value;
  }
  return { ...empty, ...kept };
};

/** The fields of a stored draft; none where it does not read as an object. */
const readObject = (text: string): Readonly<Record<string, unknown>> => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : {};
  } catch {
    // A draft is a convenience: one that cannot be read any more is the same as none.
    return {};
  }
};

/** A form that survives. */
export interface Draft<Shape extends Form> {
  readonly form: Shape;
  /** False until the stored draft was looked for; draw the form then, so that nothing jumps. */
  readonly ready: boolean;
  readonly change: (change: Partial<Shape>) => void;
  /** Forgets the draft, after its words were saved for good. */
  readonly drop: () => void;
}

/** `name` is the form and what it is about: `ask/<experiment>`. */
export const useDraft = <Shape extends Form>(name: string, empty: Shape): Draft<Shape> => {
  const { drafts } = useEngine();
  const [form, setForm] = useState(empty);
  const [ready, setReady] = useState(false);
  const latest = useRef(empty);
  // What was chosen before the stored draft was there: it is newer, and stays.
  const early = useRef<Partial<Shape> | null>({});
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const dropped = useRef(false);

  /** Writes what is pending at once, unless the draft was given up. */
  const write = async (): Promise<void> => {
    if (timer.current === null) return;
    clearTimeout(timer.current);
    timer.current = null;
    if (dropped.current) return;
    const writing = drafts.set(name, JSON.stringify(latest.current));
    underway.add(writing);
    await writing.finally(() => underway.delete(writing));
  };

  useEffect(() => {
    let wanted = true;
    void drafts.get(name).then((stored) => {
      if (!wanted) return;
      latest.current = { ...mergeDraft(empty, stored), ...early.current };
      early.current = null;
      setForm(latest.current);
      setReady(true);
    });
    // A phone may be locked or the tab thrown away at any moment: do not wait out the quiet.
    const hide = (): void => void write();
    document.addEventListener("visibilitychange", hide);
    pending.add(write);
    return () => {
      wanted = false;
      document.removeEventListener("visibilitychange", hide);
      pending.delete(write);
      void write();
    };
  }, [name]);

  return {
    form,
    ready,
    change: (change) => {
      latest.current = { ...latest.current, ...change };
      if (early.current !== null) early.current = { ...early.current, ...change };
      setForm(latest.current);
      dropped.current = false;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = setTimeout(() => void write(), quiet);
    },
    drop: () => {
      dropped.current = true;
      if (timer.current !== null) clearTimeout(timer.current);
      timer.current = null;
      void drafts.drop(name);
    },
  };
};
