/** What a device is called on the screen. */
import type { DeviceSeen } from "../../engine/vault-door.ts";
import { t } from "../words.ts";

/** Its name, or words for none: vaults from before there was a list of devices have no names. */
export const deviceName = ({ name }: DeviceSeen): string => (name === "" ? t("devices.unnamed") : name);

/** The name of the device with that id among these. */
export const nameAmong = (devices: readonly DeviceSeen[], id: string | null): string => {
  const device = devices.find((one) => one.id === id);
  return device === undefined ? t("devices.unnamed") : device.self ? t("devices.this") : deviceName(device);
};

/** Six digits in two groups, which are easier to compare. */
export const grouped = (digits: string): string => digits.replace(/^(\d{3})(\d{3})$/, "$1 $2");
