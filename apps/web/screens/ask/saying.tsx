/** Shows the words large, for saying them; what came back can be noted at once. */
import { Button } from "../../parts/button.tsx";
import { Row } from "../../parts/layout.tsx";
import { Notice } from "../../parts/notice.tsx";
import { Page } from "../../parts/page.tsx";
import { replace } from "../navigation.ts";
import { t } from "../words.ts";
import { Slip } from "./slip.tsx";
import { useSend } from "./use-send.ts";
import type { WayProps } from "./way.ts";

/** Face to face or on the phone; the day that is waited for is part of what is said, so that they know it too. */
export const Saying = (props: WayProps) => {
  const { save, sent } = useSend(props);
  const { experiment, words, onBack } = props;
  return (
    <Page key="saying" title={t("ask.sayTitle")} lead={t("ask.sayLead")} back={{ label: t("shell.back"), onBack }}>
      <Slip large words={words} />
      <Notice urgent tone="care">
        {save.notice === null ? null : t(save.notice)}
      </Notice>
      <Row>
        <Button
          kind="primary"
          busy={save.busy}
          onPress={() =>
            void sent("said", words).then((done) => (done ? replace("outcome", experiment.id) : undefined))
          }
        >
          {t("ask.sayDone")}
        </Button>
        <Button kind="quiet" onPress={onBack}>
          {t("ask.sayNot")}
        </Button>
      </Row>
    </Page>
  );
};
