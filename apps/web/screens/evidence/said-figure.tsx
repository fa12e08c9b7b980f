/** Sets a finding that was put into words beside its drawing. */
import type { ComponentChildren } from "preact";
import { Figure } from "../../parts/charts/figure.tsx";
import { Drawn } from "../../parts/document-figures.tsx";
import type { DocumentFigure } from "../../parts/document-shape.ts";
import { Soft } from "../../parts/layout.tsx";
import { t } from "../words.ts";
import { drawnWords } from "./drawn-words.ts";
import type { Said } from "./said.ts";

interface SaidFigureProps {
  readonly said: Said;
  /** Always stands open. */
  readonly first?: boolean;
  /** What the marks of the drawing mean, and what it leaves out; it stands nowhere that the drawing does not. */
  readonly more?: readonly (string | null)[];
  /** The drawing. */
  readonly children: ComponentChildren;
}

/** Without numbers there is nothing to draw: the sentences alone. */
export const SaidFigure = ({ said, first, more = [], children }: SaidFigureProps) => {
  const notes = [...said.notes, ...more].filter((note) => note !== null);
  if (said.numbers === null) return <Soft>{said.sentence}</Soft>;
  return (
    <Figure
      first={first}
      sentence={said.sentence}
      says={said.says}
      note={notes.length === 0 ? undefined : notes.map((note) => <p key={note}>{note}</p>)}
      numbers={said.numbers}
      showText={t("evidence.show")}
      hideText={t("evidence.hide")}
    >
      {children}
    </Figure>
  );
};

/** The same with a drawing that is numbers, as it is on a shared page. */
export const DrawnFigure = ({ said, figure }: { readonly said: Said; readonly figure: DocumentFigure | null }) => (
  <SaidFigure said={said}>{figure === null ? null : <Drawn figure={figure} words={drawnWords()} />}</SaidFigure>
);
