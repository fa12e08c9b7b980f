/** Tells the other tabs by a broadcast channel; no content crosses it, only that something happened. */
import type { Neighbours, News } from "../engine/ports/turn.ts";

const isNews = (value: unknown): value is News => value === "appended" || value === "wiped" || value === "moved";

/** The tabs that listen under that name. */
export const broadcastNeighbours = (name: string): Neighbours => {
  const channel = new BroadcastChannel(name);
  return {
    tell: (news) => channel.postMessage(news),
    heard: (listener) => {
      channel.addEventListener("message", (event) => {
        if (isNews(event.data)) listener(event.data);
      });
    },
  };
};
