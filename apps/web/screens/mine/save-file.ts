/** Hands a file to the browser's downloads; nothing is sent anywhere. */

/** How long the browser has to begin reading the file, in ms, before its address is given up. */
const patience = 60_000;

/** Offers `bytes` under `name`. The browser does not tell whether it was kept. */
export const saveFile = (name: string, bytes: Uint8Array): void => {
  const url = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), patience);
};
