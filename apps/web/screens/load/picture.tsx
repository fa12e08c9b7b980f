/** Draws what lies on somebody: three piles on one line, each thing a block; no sums, no weights. */
import { useEngine } from "../engine-context.tsx";
import { go } from "../navigation.ts";
import { classes } from "../../parts/classes.ts";
import { Press } from "../../parts/press.tsx";
import { Icon } from "../../parts/icon.tsx";
import { t, type MessageId } from "../words.ts";
import { drawnBlocks, liesSentence, type Look, type Pile } from "./lies.ts";
import css from "./load.module.css";
import { loadStands } from "./standing.ts";

/** What each look means, in the order of the key, which is that of the pile from the bottom. */
const looks: readonly (readonly [Look, MessageId])[] = [
  ["here", "load.lookHere"],
  ["kept", "load.lookKept"],
  ["on-the-way", "load.lookOnTheWay"],
  ["held", "load.lookHeld"],
];

/** What weighs lies at the bottom, what somebody holds hangs on top; within one look the newest is higher. */
const stacked = (pile: Pile): Pile["lies"] =>
  looks
    .flatMap(([look]) => pile.lies.filter((one) => one.look === look))
    .slice(0, drawnBlocks)
    .toReversed();

/** One pile; beyond six the rest is a line of words. */
const Blocks = ({ pile }: { readonly pile: Pile }) => {
  const rest = pile.lies.length - drawnBlocks;
  return (
    <div class={css["pile"]}>
      {rest > 0 ? <span class={css["rest"]}>{t("load.more", { n: rest })}</span> : null}
      {stacked(pile).map(({ load, look }) => (
        <span key={load.id} class={classes(css["block"], css[look])}>
          <span class={css["cut"]} dir="auto">
            {load.title}
          </span>
        </span>
      ))}
    </div>
  );
};

/** Only looks that occur are explained. */
const Key = ({ piles }: { readonly piles: readonly Pile[] }) => {
  const there = looks.filter(([look]) => piles.some(({ lies }) => lies.some((one) => one.look === look)));
  return (
    <ul class={css["key"]} aria-label={t("load.key")}>
      {there.map(([look, words]) => (
        <li key={look}>
          <span class={classes(css["block"], css[look])} aria-hidden="true" />
          {t(words)}
        </li>
      ))}
    </ul>
  );
};

/** The drawing is for the eye; its sentence and the list say the same to everyone. */
export const Picture = ({ piles }: { readonly piles: readonly Pile[] }) => (
  <figure class={css["picture"]}>
    <figcaption>{t(liesSentence(piles))}</figcaption>
    <div aria-hidden="true">
      <div class={css["piles"]}>
        {piles.map((pile) => (
          <Blocks key={pile.sort} pile={pile} />
        ))}
      </div>
      <svg class={css["bearer"]} viewBox="0 0 300 20" preserveAspectRatio="none" focusable="false">
        <path d="M3 16 Q 4 4 16 4 Q 150 18 284 4 Q 296 4 297 16" />
      </svg>
      <div class={css["feet"]}>
        {piles.map(({ sort }) => (
          <span key={sort}>{t(`load.sortIs.${sort}`)}</span>
        ))}
      </div>
    </div>
    <Key piles={piles} />
  </figure>
);

/** Everything that is carried, sort by sort, each a way to its own page. */
export const LoadList = ({ piles }: { readonly piles: readonly Pile[] }) => {
  const state = useEngine().state.value;
  return (
    <>
      {piles
        .filter(({ lies }) => lies.length > 0)
        .map(({ sort, lies }) => (
          <section key={sort} aria-label={t(`load.sortIs.${sort}`)}>
            <h3>{t(`load.sortIs.${sort}`)}</h3>
            <ul class={css["list"]}>
              {lies.map((one) => (
                <li key={one.load.id}>
                  <Press look="line" onPress={() => go("load", one.load.id)}>
                    <span class={css["entry"]}>
                      <span>
                        <bdi>{one.load.title}</bdi>
                      </span>
                      <span>{loadStands(state, one)}</span>
                    </span>
                    <Icon name="next" size={1.1} />
                  </Press>
                </li>
              ))}
            </ul>
          </section>
        ))}
    </>
  );
};
