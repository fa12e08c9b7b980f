/** Hands words over to the device: its clipboard, or its own way to share. Nothing is sent by this app. */

/** Whether the words are on the clipboard now. */
export const copyText = async (text: string): Promise<boolean> => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused or not there (no permission, an old browser): the screen shows the words for copying by hand.
    return false;
  }
};

/** Whether the device has its own way to share. */
export const canShare = (): boolean => typeof navigator.share === "function";

/** True once something was chosen to share it with; false when it was put away. */
export const shareText = async (text: string): Promise<boolean> => {
  try {
    await navigator.share({ text });
    return true;
  } catch {
    // Put away by the person, or not possible here: nothing happened.
    return false;
  }
};
