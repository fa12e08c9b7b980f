/** Offers one action as a round, quiet button; also as a link that looks the same. */
import type { ComponentChildren } from "preact";
import css from "./button.module.css";
import { classes } from "./classes.ts";
import { Icon, type IconName } from "./icon.tsx";

/** What buttons and links that look like them share. */
interface Look {
  /** `primary` once a screen at most; `quiet` has no outline; `caution` is for what cannot be undone. */
  readonly kind?: "primary" | "plain" | "quiet" | "caution" | undefined;
  readonly icon?: IconName | undefined;
  /** Takes the whole line. */
  readonly wide?: boolean | undefined;
  /** Smaller padding, same touch height. */
  readonly small?: boolean | undefined;
  /** Replaces the visible words for screen readers; contains them. */
  readonly label?: string | undefined;
  readonly children: ComponentChildren;
}

/** What only a button has. */
interface ButtonProps extends Look {
  /** Not called while `busy` or `disabled`. */
  readonly onPress?: (() => void) | undefined;
  /** Sends the form it stands in. */
  readonly submit?: boolean | undefined;
  /** Still working: stays focusable, ignores presses. */
  readonly busy?: boolean | undefined;
  /** Cannot be pressed yet. */
  readonly disabled?: boolean | undefined;
  /** For a button that opens or closes something. */
  readonly expanded?: boolean | undefined;
  /** The id of a text that says more about it. */
  readonly describedBy?: string | undefined;
  readonly haspopup?: "dialog" | undefined;
}

/** The classes of a look. */
const look = ({ kind = "plain", wide = false, small = false }: Look): string =>
  classes(css["button"], css[kind], wide && css["wide"], small && css["small"]);

/** A `disabled` button keeps its place in the tab order and says so. */
export const Button = (props: ButtonProps) => {
  const stopped = props.busy === true || props.disabled === true;
  return (
    <button
      type={props.submit === true ? "submit" : "button"}
      class={look(props)}
      aria-label={props.label}
      aria-disabled={stopped ? true : undefined}
      aria-busy={props.busy === true ? true : undefined}
      aria-expanded={props.expanded}
      aria-describedby={props.describedBy}
      aria-haspopup={props.haspopup}
      onClick={(event) => {
        if (stopped) event.preventDefault();
        else props.onPress?.();
      }}
    >
      {props.icon === undefined ? null : <Icon name={props.icon} />}
      <span>{props.children}</span>
    </button>
  );
};

/** A real link (telephone, text message, another page) with a button's look; nothing leaves with it. */
export const ButtonLink = (props: Look & { readonly href: string; readonly onPress?: (() => void) | undefined }) => (
  <a
    class={look(props)}
    href={props.href}
    rel="nofollow noreferrer noopener"
    aria-label={props.label}
    onClick={props.onPress}
  >
    {props.icon === undefined ? null : <Icon name={props.icon} />}
    <span>{props.children}</span>
  </a>
);
