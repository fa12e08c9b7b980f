/**
 * Shows who is around, near and far, and lets them be moved.
 *
 * Ring and place are the person’s own feeling of who is near. Nothing here is sorted by what somebody did or gave, and
 * moving somebody says nothing to anybody.
 */
import { people, rings, type Person, type Ring } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Card } from "../../parts/card.tsx";
import { RingChart } from "../../parts/charts/ring-chart.tsx";
import { Entries, Entry } from "../../parts/entry.tsx";
import { Fold } from "../../parts/fold.tsx";
import { Row, Soft, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { LessonHere } from "../learn/lesson-here.tsx";
import { go } from "../navigation.ts";
import type { ScreenProps } from "../screen.ts";
import { useSave } from "../save.ts";
import { t } from "../words.ts";
import { ArcKey } from "./arc-key.tsx";
import { SilentTest } from "./silent-test.tsx";
import { StandingOffers } from "./offers.tsx";
import { NoOneYet } from "./no-one-yet.tsx";
import { noSteps } from "./no-steps.ts";
import { newPersonId, noOneId, silentTestId } from "./place-ids.ts";
import { arcLooks, qualityStates, seenCount } from "./qualities.ts";

/** A person as the drawing wants them. Somebody no step goes to stands back, without arcs: nothing is looked for in them. */
const discOf = (person: Person) => {
  const states = qualityStates(person.observations);
  const muted = noSteps(person);
  const values = { name: person.nickname, ring: t(`circle.ringIs.${person.ring}`), seen: seenCount(states) };
  return {
    id: person.id,
    name: person.nickname,
    label: t(muted ? "circle.discUnsafe" : "circle.disc", values),
    ring: rings.indexOf(person.ring),
    arcs: arcLooks(states),
    muted,
  };
};

/** Those of one ring, in the order they were added. */
const inRing = (all: readonly Person[], ring: Ring): readonly Person[] => all.filter((person) => person.ring === ring);

/** The rings, and what has to be said about moving somebody. */
const Drawing = ({ all }: { readonly all: readonly Person[] }) => {
  const save = useSave();
  const [moved, setMoved] = useState<string | null>(null);
  const move = async (id: string, index: number): Promise<void> => {
    const ring = rings[index];
    const person = all.find((one) => one.id === id);
    if (ring === undefined || person === undefined) return;
    // Said again even when the same person moves twice: the region has to empty first to be read out.
    setMoved(null);
    const ids = await save.run({
      kind: "circle/change",
      person: id,
      ring,
      nickname: null,
      role: null,
      trust: null,
      comfort: null,
    });
    if (ids !== null) setMoved(t(`circle.moved.${ring}`, { name: person.nickname }));
  };
  const [close, near, further] = rings.map((ring) => inRing(all, ring).length);
  return (
    <Card>
      <RingChart
        label={t("circle.chart", { close: close ?? 0, near: near ?? 0, further: further ?? 0 })}
        hint={t("circle.chartHint")}
        middle={t("circle.you")}
        ringNames={rings.map((ring) => t(`circle.at.${ring}`))}
        discs={all.map(discOf)}
        onOpen={(id) => go("person", id)}
        onMove={(id, ring) => void move(id, ring)}
        more={(n) => t("circle.chartMore", { n })}
      />
      <Notice tone="good">{moved}</Notice>
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <ArcKey />
      <Soft>{t("circle.drag")}</Soft>
    </Card>
  );
};

/** Everybody in words, ring by ring. */
const PeopleList = ({ all }: { readonly all: readonly Person[] }) => (
  <Fold title={t("circle.list")}>
    {rings.map((ring) => (
      <Stack key={ring} gap={1}>
        <h2>{t(`circle.ringIs.${ring}`)}</h2>
        {inRing(all, ring).length === 0 ? <Soft>{t("circle.nobodyIn")}</Soft> : null}
        <Entries label={t(`circle.ringIs.${ring}`)}>
          {inRing(all, ring).map((person) => (
            <Entry
              key={person.id}
              title={person.nickname}
              detail={t(`steps.role.${person.role}`)}
              onPress={() => go("person", person.id)}
            />
          ))}
        </Entries>
      </Stack>
    ))}
  </Fold>
);

/** The circle, or (with the id `~no-one`) what to do where there is no one yet. */
export const Circle = ({ id }: ScreenProps) => {
  const engine = useEngine();
  if (id === noOneId) return <NoOneYet />;
  if (id === silentTestId) return <SilentTest />;
  const all = people(engine.state.value);
  // The first person is the one thing to do here; later the drawing is, and the button steps back.
  const empty = all.length === 0;
  return (
    <Page eyebrow={t("circle.eyebrow")} title={t("circle.title")} lead={t(empty ? "circle.emptyLead" : "circle.lead")}>
      {empty ? null : <Drawing all={all} />}
      <Row>
        <Button kind={empty ? "primary" : "plain"} icon="plus" onPress={() => go("person", newPersonId)}>
          {t("circle.add")}
        </Button>
        <Button kind="quiet" onPress={() => go("circle", noOneId)}>
          {t("circle.noOne")}
        </Button>
        <Button kind="quiet" onPress={() => go("circle", silentTestId)}>
          {t("circle.testOpen")}
        </Button>
      </Row>
      <StandingOffers />
      {empty ? null : <PeopleList all={all} />}
      <LessonHere moment="circle" />
    </Page>
  );
};
