/** Reads the new device's code: by the camera, or from a picture of it. Never from an address. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../../parts/button.tsx";
import { FileField } from "../../parts/file-field.tsx";
import { Stack } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { t, type MessageId } from "../words.ts";
import { codeInFile, lookForCode, type Looking } from "./code-reader.ts";
import css from "./devices.module.css";

/** The camera's picture while it looks; it stops when this leaves the page. */
const Camera = ({ onCode, onNone }: { readonly onCode: (code: Uint8Array) => void; readonly onNone: () => void }) => {
  const video = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    let wanted = true;
    let looking: Looking | null = null;
    if (video.current !== null)
      void lookForCode(video.current, onCode).then((got) => {
        looking = got;
        if (!wanted) got?.stop();
        else if (got === null) onNone();
      });
    return () => {
      wanted = false;
      looking?.stop();
    };
  }, []);
  return (
    <>
      <p>{t("devices.looking")}</p>
      <video ref={video} class={css["video"]} muted playsInline aria-hidden="true" />
    </>
  );
};

/** The camera is asked for only after a press. */
export const Scan = ({ onCode }: { readonly onCode: (code: Uint8Array) => void }) => {
  const [looking, setLooking] = useState(false);
  const [chosen, setChosen] = useState<string | null>(null);
  const [wrong, setWrong] = useState<MessageId | null>(null);
  const pick = async (file: File): Promise<void> => {
    setChosen(file.name);
    setWrong(null);
    const code = await codeInFile(file);
    if (code === null) setWrong("devices.pictureNot");
    else onCode(code);
  };
  return (
    <Stack>
      {looking ? (
        <Camera
          onCode={onCode}
          onNone={() => {
            setLooking(false);
            setWrong("devices.cameraNot");
          }}
        />
      ) : null}
      <div>
        <Button
          kind={looking ? "plain" : "primary"}
          onPress={() => {
            setWrong(null);
            setLooking(!looking);
          }}
        >
          {t(looking ? "devices.stopCamera" : "devices.addCamera")}
        </Button>
      </div>
      <FileField
        label={t("devices.addPicture")}
        accept="image/*"
        chooseText={t("devices.addChoose")}
        chosenText={chosen ?? t("devices.addNoPicture")}
        onFile={(file) => void pick(file)}
      />
      <Notice urgent tone="care">
        {wrong === null ? null : t(wrong)}
      </Notice>
    </Stack>
  );
};
