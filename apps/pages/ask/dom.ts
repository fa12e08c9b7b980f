/** Builds elements from plain data; text always goes in as text, never as markup. */

/** What can stand inside an element. */
export type Child = Node | string | null;

/** Attributes to set; `true` sets an empty one, `false` and null leave it out. Never `style`, never a handler. */
export type Attributes = Readonly<Record<string, string | boolean | null>>;

/** One element with attributes and children. */
export const el = <Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] => {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  fill(element, children);
  return element;
};

/** Sets or removes attributes. */
export const setAttributes = (element: Element, attributes: Attributes): void => {
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === false) element.removeAttribute(name);
    else element.setAttribute(name, value === true ? "" : value);
  }
};

/** Replaces what an element holds. */
export const fill = (element: Element, children: readonly Child[]): void => {
  element.replaceChildren(...children.filter((child) => child !== null));
};

/** Listens, and gives the element back. */
export const on = <E extends Element>(element: E, type: string, listener: (event: Event) => void): E => {
  element.addEventListener(type, listener);
  return element;
};

/** A button that does nothing but call `act`. */
export const button = (look: string, act: () => void, ...children: readonly Child[]): HTMLButtonElement =>
  on(el("button", { type: "button", class: look }, ...children), "click", act);
