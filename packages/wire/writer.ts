/** Lays fixed fields one after another into bytes that are allocated once. */

/** Takes fields in their order. */
export interface Sink {
  readonly bytes: (part: Uint8Array) => void;
  /** A whole number from 0, big-endian, in so many bytes; what does not fit is cut off. */
  readonly number: (value: number, width: number) => void;
}

/**
 * The bytes of all that `lay` hands over. It is called twice, first to count and then to write, and must do the same
 * both times: a page has thousands of fields, and an array for each would cost more than all the rest.
 */
export const written = (lay: (sink: Sink) => void): Uint8Array => {
  let size = 0;
  lay({
    bytes: (part) => {
      size += part.length;
    },
    number: (_value, width) => {
      size += width;
    },
  });
  const whole = new Uint8Array(size);
  let at = 0;
  lay({
    bytes: (part) => {
      whole.set(part, at);
      at += part.length;
    },
    number: (value, width) => {
      let rest = value;
      for (let i = at + width - 1; i >= at; i -= 1) {
        whole[i] = rest % 256;
        rest = Math.floor(rest / 256);
      }
      at += width;
    },
  });
  return whole;
};
