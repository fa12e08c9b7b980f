/** Shows a document section by section: sentence, drawing, table; the same on the screen, in a preview and on paper. */
import { useId, useRef, useState } from "preact/hooks";
import { Table } from "./charts/table.tsx";
import { classes } from "./classes.ts";
import { Drawn, type FigureWords } from "./document-figures.tsx";
import css from "./document.module.css";
import type { DocumentDoc, DocumentTable, Section } from "./document-shape.ts";

/** Every word that is not the document's own; names and days are already set into them. */
export interface DocumentWords extends FigureWords {
  readonly title: string;
  /** What stands under the title, such as who made it and until when it can be read. */
  readonly facts: readonly { readonly name: string; readonly words: string }[];
  /** What this is and is not. */
  readonly note: string;
  /** Heading of the list of sections. */
  readonly contents: string;
  /** Words of the button that shows the whole of a long table. */
  readonly allRows: (count: number) => string;
  /** One line at the head of every printed page. */
  readonly running: string;
}

interface DocumentProps {
  readonly doc: Pick<DocumentDoc, "locale" | "sections">;
  readonly words: DocumentWords;
  /** Level of the title; the sections have the next one. 1 where the document is the whole page. */
  readonly level?: 1 | 2 | undefined;
}

/** From this many sections on, a list of them stands at the top. */
const long = 5;

/** From this many rows on, a table shows its first ten on the screen, and the others when asked; on paper it is whole. */
const tall = 14;

/** From this many columns on, a table may be wider than a phone and is pushed sideways there, by the arrow keys too. */
const many = 5;

const Numbers = ({ table, words }: { readonly table: DocumentTable; readonly words: DocumentWords }) => {
  const [short, setShort] = useState(table.rows.length >= tall);
  const wide = table.columns.length >= many;
  return (
    <div class={classes(css["table"], short && css["short"])}>
      <div
        class={classes(wide && css["wide"])}
        role={wide ? "group" : undefined}
        aria-label={wide ? table.caption : undefined}
        tabIndex={wide ? 0 : undefined}
      >
        <Table
          caption={table.caption}
          columns={table.columns}
          rows={table.rows.map((cells, index) => ({ id: String(index), cells }))}
        />
      </div>
      {short ? (
        <button type="button" class={css["more"]} onClick={() => setShort(false)}>
          {words.allRows(table.rows.length)}
        </button>
      ) : null}
    </div>
  );
};

interface SectionProps {
  readonly section: Section;
  readonly words: DocumentWords;
  readonly level: 1 | 2;
  readonly id: string;
}

const Sentences = ({ of, small }: { readonly of: readonly string[]; readonly small: boolean }) => (
  <>
    {of.map((sentence, index) => (
      <p key={index} class={classes(css["sentence"], small && css["small"])} dir="auto">
        {sentence}
      </p>
    ))}
  </>
);

/** A finding is said first, then drawn; what bounds it stands smaller below, and its numbers last. Plain words are just said. */
const SectionView = ({ section: { title, sentences, figure, table }, words, level, id }: SectionProps) => {
  const Heading = level === 1 ? "h2" : "h3";
  const finding = figure !== null || table !== null;
  return (
    <section class={css["section"]} aria-labelledby={id}>
      <Heading id={id} tabIndex={-1} dir="auto">
        {title}
      </Heading>
      <Sentences of={finding ? sentences.slice(0, 1) : sentences} small={false} />
      {figure === null ? null : (
        // Where there is no table, the sentences are all that somebody who cannot see the drawing has.
        <div
          class={css["figure"]}
          {...(table === null ? { role: "img", "aria-label": sentences.join(" ") || title } : { "aria-hidden": true })}
        >
          <Drawn figure={figure} words={words} />
        </div>
      )}
      {finding ? <Sentences of={sentences.slice(1)} small /> : null}
      {table === null ? null : <Numbers table={table} words={words} />}
    </section>
  );
};

/** A list of sections to go to. Buttons, not links: the address of a page that was opened by a link must not change. */
const Contents = ({
  title,
  sections,
  onGo,
}: {
  readonly title: string;
  readonly sections: readonly Section[];
  readonly onGo: (index: number) => void;
}) => (
  <nav class={css["contents"]} aria-label={title}>
    <p>{title}</p>
    <ol>
      {sections.map((section, index) => (
        <li key={section.id}>
          <button type="button" onClick={() => onGo(index)} dir="auto">
            {section.title}
          </button>
        </li>
      ))}
    </ol>
  </nav>
);

/** The document. Text goes in as text: nothing in it can become markup or a link. */
export const Document = ({ doc, words, level = 2 }: DocumentProps) => {
  const Title = level === 1 ? "h1" : "h2";
  const base = useId();
  const root = useRef<HTMLElement>(null);
  const goTo = (index: number): void => {
    const heading = root.current?.querySelector<HTMLElement>(`[id="${base}-${index}"]`);
    heading?.focus();
    heading?.scrollIntoView({ block: "start" });
  };
  return (
    <article class={css["document"]} lang={doc.locale} ref={root}>
      <p class={css["running"]} aria-hidden="true">
        {words.running}
      </p>
      <div class={css["body"]}>
        <header class={css["head"]}>
          <Title tabIndex={-1}>{words.title}</Title>
          <dl class={css["facts"]}>
            {words.facts.map(({ name, words: text }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd dir="auto">{text}</dd>
              </div>
            ))}
          </dl>
          <p class={css["note"]}>{words.note}</p>
        </header>
        {doc.sections.length >= long ? <Contents title={words.contents} sections={doc.sections} onGo={goTo} /> : null}
        {doc.sections.map((section, index) => (
          <SectionView key={section.id} section={section} words={words} level={level} id={`${base}-${index}`} />
        ))}
      </div>
    </article>
  );
};
