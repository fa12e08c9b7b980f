/** Takes several lines and underlines spans of them, without ever changing a letter. */
import { useId } from "preact/hooks";
import { FieldFrame, discreet, type FieldProps } from "./field.tsx";
import css from "./marked-field.module.css";
import { pieces, type Span } from "./spans.ts";

/** The marks lie under the text as underlines; the same spans should be listed in words below. */
export const MarkedField = (
  props: FieldProps & { readonly spans: readonly Span[]; readonly listId?: string | undefined },
) => {
  const id = useId();
  return (
    <FieldFrame id={id} field={props}>
      <div class={css["sheet"]} style={{ minBlockSize: `calc(var(--rule) * ${props.rows ?? 4} + 0.9rem)` }}>
        <div class={css["under"]} aria-hidden="true">
          {pieces(props.value, props.spans).map((piece) =>
            piece.marked ? <mark key={piece.from}>{piece.text}</mark> : piece.text,
          )}
          {"\u200b"}
        </div>
        <textarea
          {...discreet}
          id={id}
          class={css["over"]}
          value={props.value}
          maxLength={props.max}
          rows={props.rows ?? 4}
          aria-invalid={props.error === undefined ? undefined : true}
          aria-describedby={props.listId}
          onInput={(event) => props.onInput(event.currentTarget.value)}
        />
      </div>
    </FieldFrame>
  );
};
