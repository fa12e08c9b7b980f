/** Takes the app's own files off this device after everything was deleted: what was kept for use without a network. */

/** True when caches and service workers are gone; they hold no entries, so a refusal by the browser is no danger. */
export const forgetApp = async (): Promise<boolean> => {
  try {
    const workers = await navigator.serviceWorker.getRegistrations();
    const gone = await Promise.all(workers.map((worker) => worker.unregister()));
    const names = await caches.keys();
    const cleared = await Promise.all(names.map((name) => caches.delete(name)));
    return [...gone, ...cleared].every(Boolean);
  } catch {
    return false;
  }
};
