/** A pretend page for tests of screens: the few parts of a document that views need, and eyes and fingers for it. */
import { messagesEn } from "@belay/content";
import { compileMessage } from "@lingui/message-utils/compileMessage";
import { h, options, render, type ComponentType } from "preact";
import { EngineProvider } from "../../apps/web/screens/engine-context.tsx";
import type { ScreenProps } from "../../apps/web/screens/screen.ts";
import { i18n, loadWords } from "../../apps/web/screens/words.ts";
import type { Pretend } from "./pretend-engine.ts";

type Listener = (this: PretendNode, event: object) => void;

/** An element, or a text (with `data`). Only what Preact and the screens touch. */
export class PretendNode {
  readonly nodeType: number;
  readonly localName: string;
  readonly namespaceURI = "http://www.w3.org/1999/xhtml";
  readonly childNodes: PretendNode[] = [];
  readonly attributes: { name: string; value: string }[] = [];
  readonly style = { setProperty: () => undefined, cssText: "" };
  readonly listeners = new Map<string, Listener>();
  parentNode: PretendNode | null = null;
  data: string;
  value = "";
  checked = false;
  disabled = false;
  open = false;
  files: readonly File[] = [];

  constructor(localName: string, data = "") {
    this.nodeType = localName === "#text" ? 3 : 1;
    this.localName = localName;
    this.data = data;
  }

  get ownerDocument(): typeof pretendDocument {
    return pretendDocument;
  }
  get firstChild(): PretendNode | null {
    return this.childNodes[0] ?? null;
  }
  get nextSibling(): PretendNode | null {
    const around = this.parentNode?.childNodes ?? [];
    return around[around.indexOf(this) + 1] ?? null;
  }
  get valueAsNumber(): number {
    return Number(this.value);
  }
  get textContent(): string {
    return this.nodeType === 3 ? this.data : this.childNodes.map((child) => child.textContent).join("");
  }
  insertBefore(node: PretendNode, before: PretendNode | null): PretendNode {
    node.remove();
    const at = before === null ? this.childNodes.length : this.childNodes.indexOf(before);
    this.childNodes.splice(at, 0, node);
    node.parentNode = this;
    return node;
  }
  remove(): void {
    const around = this.parentNode?.childNodes;
    if (around !== undefined) around.splice(around.indexOf(this), 1);
    this.parentNode = null;
  }
  getAttribute(name: string): string | null {
    return this.attributes.find((attribute) => attribute.name === name)?.value ?? null;
  }
  setAttribute(name: string, value: unknown): void {
    this.removeAttribute(name);
    this.attributes.push({ name, value: String(value) });
  }
  removeAttribute(name: string): void {
    const at = this.attributes.findIndex((attribute) => attribute.name === name);
    if (at >= 0) this.attributes.splice(at, 1);
  }
  addEventListener(name: string, listener: Listener): void {
    this.listeners.set(name, listener);
  }
  removeEventListener(name: string): void {
    this.listeners.delete(name);
  }
  focus(): void {}
  showModal(): void {
    this.open = true;
  }
  close(): void {
    this.open = false;
  }
  setPointerCapture(): void {}
  /** Every element is a square of 400 px at the corner of the page. */
  getBoundingClientRect(): { readonly x: number; readonly y: number; readonly width: number; readonly height: number } {
    return { x: 0, y: 0, width: 400, height: 400 };
  }
  /** Everything below, depth first. */
  all(): readonly PretendNode[] {
    return this.childNodes.flatMap((child) => [child, ...child.all()]);
  }
  /**
   * Calls the listener of `name`, as the browser would; the event does not travel upwards. False when the listener kept
   * the page from doing what it does by itself.
   */
  fire(name: string, more: object = {}): boolean {
    let kept = false;
    const event = { type: name, target: this, currentTarget: this, preventDefault: () => void (kept = true), ...more };
    this.listeners.get(name)?.call(this, event);
    return !kept;
  }
}

/** What was written on the document's root. */
export const pageMarks = new Set<string>();

const pretendDocument = {
  documentElement: { toggleAttribute: (name: string, on: boolean) => on && pageMarks.add(name) },
  createElementNS: (_namespace: string, name: string) => new PretendNode(name),
  createTextNode: (data: string) => new PretendNode("#text", data),
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
};

Reflect.set(globalThis, "document", pretendDocument);
/** What the page listens for on its window, by name. */
export const windowListeners = new Map<string, () => void>();

Reflect.set(globalThis, "window", {
  scrollTo: () => undefined,
  addEventListener: (name: string, listener: () => void) => void windowListeners.set(name, listener),
  removeEventListener: (name: string) => void windowListeners.delete(name),
});
// There is no next frame to wait for.
Reflect.set(options, "requestAnimationFrame", (work: () => void) => setTimeout(work, 0));
i18n.setMessagesCompiler(compileMessage);
loadWords({ ...messagesEn });

/** Lets everything that was promised or put off until the next frame happen. */
export const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setTimeout(resolve, 1));
};

/** The form that a button sends. */
const formOf = (node: PretendNode): PretendNode | null =>
  node.localName === "form" ? node : node.parentNode === null ? null : formOf(node.parentNode);

const unseen = (node: PretendNode): boolean => node.getAttribute("aria-hidden") === "true";

/** What a screen reader would come across, block by block. */
const heard = (node: PretendNode): string => {
  if (node.nodeType === 3) return node.data;
  if (unseen(node)) return "";
  const inside = node.childNodes.map(heard).join("");
  return /^(button|a|span|strong|output|label|text)$/.test(node.localName) ? inside : `${inside}\n`;
};

/** The name that a control is announced by. */
const nameOf = (node: PretendNode, page: PretendNode): string => {
  const label = node.getAttribute("aria-label");
  if (label !== null) return label;
  const id = node.getAttribute("id");
  const holder = id === null ? undefined : page.all().find((other) => other.getAttribute("for") === id);
  if (holder !== undefined) return holder.textContent;
  return /^(input|select)$/.test(node.localName) ? (node.parentNode?.textContent ?? "") : node.textContent;
};

/** A drawn screen: read it, press its buttons, fill in its fields. Controls are found by a part of their name. */
export interface Drawn {
  readonly page: PretendNode;
  readonly text: () => string;
  readonly has: (words: string) => boolean;
  readonly control: (name: string, kind?: string) => PretendNode;
  readonly press: (name: string) => Promise<void>;
  readonly type: (name: string, text: string) => Promise<void>;
  readonly choose: (name: string, value?: string) => Promise<void>;
  readonly slide: (name: string, value: number) => Promise<void>;
  readonly leave: () => void;
}

const controls = /^(button|a|input|textarea|select)$/;

/** Draws a screen over a pretend engine. */
export const draw = async (
  screen: ComponentType<ScreenProps>,
  pretend: Pretend,
  id: string | null = null,
): Promise<Drawn> => {
  const page = new PretendNode("div");
  const container = page as unknown as Element;
  render(h(EngineProvider, { engine: pretend.engine, children: h(screen, { id }) }), container);
  await settle();
  const find = (name: string, kind?: string): PretendNode => {
    const fitting = page
      .all()
      .filter((node) => controls.test(node.localName) && (kind === undefined || node.localName === kind));
    const named = fitting.filter((node) => nameOf(node, page).includes(name));
    const found = named.find((node) => nameOf(node, page).trim() === name) ?? named[0];
    if (found === undefined)
      throw new Error(`no control called “${name}” among: ${fitting.map((node) => nameOf(node, page)).join(" | ")}`);
    return found;
  };
  const change = async (node: PretendNode, event: string): Promise<void> => {
    const goesOn = node.fire(event);
    if (goesOn && event === "click" && node.getAttribute("type") === "submit") formOf(node)?.fire("submit");
    await settle();
  };
  return {
    page,
    text: () => heard(page).replaceAll(/\n+/g, "\n").trim(),
    has: (words) => heard(page).includes(words),
    control: find,
    press: (name) => change(find(name), "click"),
    type: async (name, text) => {
      const node = find(name);
      node.value = text;
      await change(node, "input");
    },
    choose: async (name, value) => {
      const node = find(name);
      if (value !== undefined) node.value = value;
      else if (node.getAttribute("type") === "checkbox") node.checked = !node.checked;
      else node.checked = true;
      await change(node, "change");
    },
    slide: async (name, value) => {
      const node = find(name);
      node.value = String(value);
      await change(node, "input");
    },
    leave: () => render(null, container),
  };
};
