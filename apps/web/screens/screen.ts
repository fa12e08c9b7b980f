/** What every screen is: a component that is given the id of its place. */
import type { ComponentType } from "preact";

/** What a screen is given. The id names a thing of the log or the catalogue, or is null where there is none. */
export interface ScreenProps {
  readonly id: string | null;
}

/** A screen's component. */
export type Screen = ComponentType<ScreenProps>;
