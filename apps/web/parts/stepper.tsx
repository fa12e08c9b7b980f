/** Changes an amount by small presses: less on one side, more on the other, the amount between them. */
import { useId } from "preact/hooks";
import { Button } from "./button.tsx";
import css from "./stepper.module.css";

/** One side of a stepper. */
interface Side {
  readonly text: string;
  /** The name for screen readers; contains the text. */
  readonly label: string;
  /** Null where the bound is reached. */
  readonly onPress: (() => void) | null;
}

/** What it shows and what it offers. */
interface StepperProps {
  readonly label: string;
  /** The amount in words. */
  readonly value: string;
  readonly less: Side;
  readonly more: Side;
}

/** One button. */
const SideButton = ({ side }: { readonly side: Side }) => (
  <Button small label={side.label} disabled={side.onPress === null} onPress={() => side.onPress?.()}>
    {side.text}
  </Button>
);

/** The amount is spoken after each press. */
export const Stepper = ({ label, value, less, more }: StepperProps) => {
  const id = useId();
  return (
    <div class={css["stepper"]} role="group" aria-labelledby={id}>
      <p id={id} class={css["label"]}>
        {label}
      </p>
      <div class={css["line"]}>
        <SideButton side={less} />
        <output class={css["value"]}>{value}</output>
        <SideButton side={more} />
      </div>
    </div>
  );
};
