/** Starts the app's two other scripts; the policy lets exactly these two addresses through (`security.md` 4.17). */
import type { DeskPort } from "./desk-worker.ts";

const serviceWorkerUrl = "/sw.js";

/** The browser's type for an address that a Trusted Types policy has let through is not in the DOM library yet. */
interface UrlPolicy {
  readonly createScriptURL: (url: string) => string;
}

interface PolicyFactory {
  readonly createPolicy: (name: string, rules: { readonly createScriptURL: (url: string) => string }) => UrlPolicy;
}

const rules = {
  createScriptURL: (url: string): string => {
    if (url === __KEYS_URL__ || url === serviceWorkerUrl) return url;
    throw new TypeError("not one of the app's scripts");
  },
};

const hasPolicies = (scope: Window): scope is Window & { readonly trustedTypes: PolicyFactory } =>
  "trustedTypes" in scope;

/** Browsers without Trusted Types take the plain address. */
const policy: UrlPolicy = hasPolicies(window) ? window.trustedTypes.createPolicy("app-url", rules) : rules;

/** The worker that holds every key and has no network. `passing` keeps no key beyond the page. */
export const startKeyWorker = (name: "keys" | "passing" = "keys"): DeskPort =>
  new Worker(policy.createScriptURL(__KEYS_URL__), { type: "module", name });

/** Makes the app work without a network after the first visit. Without it everything else still works. */
export const startServiceWorker = (): void => {
  if (!("serviceWorker" in navigator)) return;
  navigator.serviceWorker.register(policy.createScriptURL(serviceWorkerUrl), { scope: "/" }).catch(() => undefined);
};
