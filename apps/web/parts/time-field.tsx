/** Takes a time of day, with the platform's own picker. */
import { useId } from "preact/hooks";
import css from "./field.module.css";
import { FieldFrame } from "./field.tsx";

interface TimeFieldProps {
  readonly label: string;
  /** Minute of the day, 0 to 1439. */
  readonly value: number;
  /** Told once a whole time stands there. */
  readonly onChange: (minute: number) => void;
}

const two = (n: number): string => String(n).padStart(2, "0");

/** `HH:MM` as minute of the day; null while it is no time. */
export const parseTime = (text: string): number | null => {
  const found = /^(\d{2}):(\d{2})/.exec(text);
  if (found === null) return null;
  const [hour, minute] = [Number(found[1]), Number(found[2])];
  return hour < 24 && minute < 60 ? hour * 60 + minute : null;
};

/** Minute of the day as `HH:MM`. */
export const timeText = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** A native time field. */
export const TimeField = ({ label, value, onChange }: TimeFieldProps) => {
  const id = useId();
  return (
    <FieldFrame id={id} field={{ label, value: timeText(value), onInput: () => undefined, max: 5 }}>
      <input
        id={id}
        type="time"
        autocomplete="off"
        class={css["line"]}
        value={timeText(value)}
        onChange={(event) => {
          const minute = parseTime(event.currentTarget.value);
          if (minute !== null) onChange(minute);
        }}
      />
    </FieldFrame>
  );
};
