/** Names help to somebody who cannot tell whether there is danger. */
import { Button } from "../../parts/button.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { go } from "../navigation.ts";
import { pauseLine } from "../shell/pause-line.ts";
import { t } from "../words.ts";

/** Mounted before there is anything to say, as a live region has to be. */
export const Unsure = ({ on }: { readonly on: boolean }) => (
  <Notice>
    {on ? (
      <Row spread>
        <span>{pauseLine("danger-now")}</span>
        <Button small onPress={() => go("help")}>
          {t("shell.helpLabel")}
        </Button>
      </Row>
    ) : null}
  </Notice>
);
