/** Makes names in the shape of a UUID out of ids, the same ones every time. */

/** FNV-1a over the UTF-16 units (Fowler, Noll & Vo), then the last mixing step of MurmurHash3, so that lanes differ. */
const lane = (text: string, seed: number): number => {
  let hash = 0x81_1c_9d_c5 ^ seed;
  for (let i = 0; i < text.length; i += 1) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01_00_01_93);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return (hash ^ (hash >>> 16)) >>> 0;
};

const seeds = [0, 0x9e_37_79_b9, 0x3c_6e_f3_72, 0xda_a6_6d_2b] as const;

/**
 * A UUID of version 8 (RFC 9562, 5.8: made in a way of one's own) from any text. It keeps apart what is in one file;
 * it is no secret and proves nothing.
 */
export const uuidOf = (text: string): string => {
  const hex = seeds.map((seed) => lane(text, seed).toString(16).padStart(8, "0")).join("");
  const variant = "89ab"[Number.parseInt(hex.slice(16, 17), 16) % 4] ?? "8";
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
};
