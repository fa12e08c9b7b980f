/** Acts on a page as a person would: by mouse or touch, or by the keyboard alone; counts every act. */
import type { Locator, Page } from "@playwright/test";

/** One way of using a page. */
export interface Actor {
  readonly page: Page;
  readonly tap: (target: Locator) => Promise<void>;
  readonly write: (target: Locator, text: string) => Promise<void>;
  /** Chooses one of a radio group. */
  readonly choose: (target: Locator) => Promise<void>;
  readonly slide: (target: Locator, value: number) => Promise<void>;
  /** Taps, fields and choices so far. */
  readonly acts: () => number;
}

/** By mouse or touch. */
export const byPointer = (page: Page): Actor => {
  let acts = 0;
  const act = async (work: () => Promise<void>): Promise<void> => {
    acts += 1;
    await work();
  };
  return {
    page,
    tap: (target) => act(() => target.click()),
    write: (target, text) => act(() => target.fill(text)),
    choose: (target) => act(() => target.check()),
    slide: (target, value) => act(() => target.fill(String(value))),
    acts: () => acts,
  };
};

const focused = (target: Locator): Promise<boolean> => target.evaluate((element) => element === document.activeElement);

/** How many times Tab is pressed before the target counts as out of reach. */
const patience = 150;

/** Tabs to the target, as somebody does who cannot see where it is. Fails when it cannot be reached. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor({ state: "attached" });
  for (let press = 0; press < patience; press += 1) {
    if (await focused(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`not reachable by Tab: ${target.toString()}`);
};

/** A radio group takes one stop of Tab; arrows move within it. */
const reachRadio = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor({ state: "attached" });
  const name = await target.getAttribute("name");
  const inGroup = (): Promise<boolean> =>
    page.evaluate((group) => {
      const active = document.activeElement;
      return active instanceof HTMLInputElement && active.type === "radio" && active.name === group;
    }, name);
  for (let press = 0; press < patience && !(await inGroup()); press += 1) await page.keyboard.press("Tab");
  for (let press = 0; press < 40 && !(await focused(target)); press += 1) await page.keyboard.press("ArrowDown");
  if (!(await focused(target))) throw new Error(`not reachable by arrows: ${target.toString()}`);
  if (!(await target.isChecked())) await page.keyboard.press("Space");
};

/** By the keyboard alone: nothing is clicked, and nothing is focused by the test. */
export const byKeyboard = (page: Page): Actor => {
  let acts = 0;
  return {
    page,
    tap: async (target) => {
      acts += 1;
      await reach(page, target);
      await page.keyboard.press("Enter");
    },
    write: async (target, text) => {
      acts += 1;
      await reach(page, target);
      await page.keyboard.press("ControlOrMeta+A");
      await page.keyboard.type(text);
    },
    choose: async (target) => {
      acts += 1;
      await reachRadio(page, target);
    },
    slide: async (target, value) => {
      acts += 1;
      await reach(page, target);
      await page.keyboard.press("Home");
      for (let press = 0; press < value; press += 1) await page.keyboard.press("ArrowRight");
    },
    acts: () => acts,
  };
};
