/** Finds the shortest list of deeds that still goes wrong, and writes it down. */
import type { Plan } from "./plan.ts";

/** Takes parts out of a plan as long as it still fails; half first, then ever smaller (Zeller 2002, ddmin). */
export const shorten = async (plan: Plan, fails: (plan: Plan) => Promise<boolean>, most = 200): Promise<Plan> => {
  let steps = plan.steps;
  let tries = 0;
  for (let size = Math.ceil(steps.length / 2); size >= 1; size = Math.floor(size / 2)) {
    for (let at = 0; at < steps.length && tries < most;) {
      const fewer = [...steps.slice(0, at), ...steps.slice(at + size)];
      tries += 1;
      if (await fails({ ...plan, steps: fewer })) steps = fewer;
      else at += size;
    }
  }
  return { ...plan, steps };
};

/** The plan as one line a deed, with its seed and everything that it was drawn with. */
export const written = ({ steps, ...rest }: Plan): string =>
  [
    JSON.stringify(rest),
    ...steps.map(({ at, device, deed, draw }) => `  ${at} ms: device ${device} ${deed} (${draw})`),
  ].join("\n");
