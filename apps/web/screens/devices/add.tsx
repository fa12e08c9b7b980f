/** Brings another device in, from the device that is already here: read its code, compare six digits, hand over. */
import { settings } from "@belay/domain";
import { useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { Field } from "../../parts/field.tsx";
import { Form } from "../../parts/form.tsx";
import { Landing } from "../../parts/landing.tsx";
import { Row, Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { useEngine } from "../engine-context.tsx";
import { useGuard } from "../lock/guard.tsx";
import { Copy } from "../mine/copy.tsx";
import { go } from "../navigation.ts";
import { t } from "../words.ts";
import css from "./devices.module.css";
import { grouped } from "./device-name.ts";
import { joinWords } from "./join-words.ts";
import { Scan } from "./scan.tsx";

/** A code that was read, and what both screens show for it. */
interface Read {
  readonly code: Uint8Array;
  readonly digits: string;
}

/** The longest name of a device. */
const nameMax = 40;

/** The digits are compared by eye before anything is sent; "no" ends it without a trace. */
const Compare = ({
  digits,
  busy,
  onName,
  onDiffer,
}: {
  readonly digits: string;
  readonly busy: boolean;
  readonly onName: (name: string) => void;
  readonly onDiffer: () => void;
}) => {
  const [same, setSame] = useState(false);
  const [name, setName] = useState("");
  const [lacks, setLacks] = useState(false);
  return (
    <Landing>
      <Stack>
        <p>{t("devices.digits")}</p>
        <p class={css["digits"]} translate={false} dir="ltr">
          {grouped(digits)}
        </p>
        {same ? (
          <Form
            onSend={() => {
              setLacks(name.trim() === "");
              if (name.trim() !== "") onName(name.trim());
            }}
          >
            <Field
              label={t("devices.nameField")}
              hint={t("devices.nameHint")}
              value={name}
              onInput={setName}
              max={nameMax}
              error={lacks ? t("devices.nameLacks") : undefined}
            />
            <div>
              <Button submit kind="primary" busy={busy}>
                {t(busy ? "devices.joining" : "devices.add")}
              </Button>
            </div>
          </Form>
        ) : (
          <Row>
            <Button kind="primary" onPress={() => setSame(true)}>
              {t("devices.same")}
            </Button>
            <Button onPress={onDiffer}>{t("devices.differ")}</Button>
          </Row>
        )}
      </Stack>
    </Landing>
  );
};

/** Devices meet through the sealed copy, so that comes first. */
export const AddDevice = () => {
  const engine = useEngine();
  const guard = useGuard();
  const copies = settings(engine.state.value).keepCopy === true;
  const [read, setRead] = useState<Read | null>(null);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [joined, setJoined] = useState<string | null>(null);
  const take = async (code: Uint8Array): Promise<void> => {
    setWrong(null);
    const result = await engine.pair.read(code);
    if (result.ok) setRead({ code, digits: result.value.digits });
    else setWrong(joinWords(result.error));
  };
  const hand = async (name: string): Promise<void> => {
    if (read === null) return;
    setBusy(true);
    const result = await guard.run((pass) => engine.pair.answer(pass, read.code, name));
    setBusy(false);
    if (result === null) return;
    setRead(null);
    if (result.ok) setJoined(name);
    else setWrong(joinWords(result.error));
  };
  return (
    <Page
      title={t("devices.addTitle")}
      lead={t("devices.addLead")}
      back={{ label: t("devices.title"), onBack: () => go("devices") }}
    >
      <Notice urgent tone="care">
        {wrong}
      </Notice>
      <Notice tone="good">{joined === null ? null : t("devices.joined", { name: joined })}</Notice>
      {!copies ? (
        <>
          <p>{t("devices.noCopy")}</p>
          <Copy />
        </>
      ) : joined !== null ? null : read === null ? (
        <Scan onCode={(code) => void take(code)} />
      ) : (
        <Compare
          digits={read.digits}
          busy={busy}
          onName={(name) => void hand(name)}
          onDiffer={() => {
            setRead(null);
            setWrong(t("devices.differText"));
          }}
        />
      )}
      {guard.dialog}
    </Page>
  );
};
