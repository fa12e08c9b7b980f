/** Cuts a stream of text into lines at line feeds alone, so that every line in has one line out, in order. */

/** The longest line that is read, in UTF-16 units. What is longer is dropped as it comes and never held. */
export const longest = 1 << 20;

/** What is done with a line; null stands for one that was too long. */
type OnLine = (line: string | null) => void;

const bare = (line: string): string => {
  const start = line.charCodeAt(0) === 0xfeff ? 1 : 0;
  return line.slice(start, line.endsWith("\r") ? -1 : undefined);
};

/**
 * Takes text in pieces and hands out whole lines, without a byte order mark, line feed or carriage return. `end` hands
 * out a last line that nothing closed. Only a line feed ends a line: other line separators may stand inside a text.
 */
export const lineCutter = (onLine: OnLine): { readonly push: (text: string) => void; readonly end: () => void } => {
  let held: string[] = [];
  let size = 0;
  const hold = (text: string): void => {
    size += text.length;
    if (size <= longest) held.push(text);
    else held = [];
  };
  const close = (): void => {
    onLine(size > longest ? null : bare(held.join("")));
    held = [];
    size = 0;
  };
  return {
    push: (text) => {
      let from = 0;
      for (let to = text.indexOf("\n"); to !== -1; to = text.indexOf("\n", from)) {
        hold(text.slice(from, to));
        close();
        from = to + 1;
      }
      if (from < text.length) hold(text.slice(from));
    },
    end: () => {
      if (size > 0) close();
    },
  };
};
