/** Hands the one engine to every screen. */
import { createContext, type ComponentChildren } from "preact";
import { useContext } from "preact/hooks";
import type { Engine } from "../engine/engine.ts";

/** Null outside the provider, which is never drawn. */
const context = createContext<Engine | null>(null);

/** Wraps the app. */
export const EngineProvider = ({
  engine,
  children,
}: {
  readonly engine: Engine;
  readonly children: ComponentChildren;
}) => <context.Provider value={engine}>{children}</context.Provider>;

/** The engine; a screen outside the provider is our bug. */
export const useEngine = (): Engine => {
  const engine = useContext(context);
  if (engine === null) throw new Error("a screen was drawn outside the engine's provider");
  return engine;
};
