/** Takes the focus when it appears, for what replaces a form that was just sent. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";

/** `active` false leaves the focus alone, for what was there from the start. */
export const Landing = ({
  active = true,
  children,
}: {
  readonly active?: boolean | undefined;
  readonly children: ComponentChildren;
}) => {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (active) box.current?.focus();
  }, []);
  return (
    <div ref={box} tabIndex={-1} class="landing">
      {children}
    </div>
  );
};
