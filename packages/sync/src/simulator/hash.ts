/** 64 hex characters that differ when the bytes differ. Stands in for SHA-256 where only sameness matters and speed does. */
export function mixHash(bytes: Uint8Array): string {
  let out = '';
  for (let lane = 0; lane < 8; lane++) {
    let h = 0x811c9dc5 ^ Math.imul(lane + 1, 0x9e3779b1);
    for (const byte of bytes) h = Math.imul(h ^ byte, 0x01000193) ^ (h >>> 13);
    out += (h >>> 0).toString(16).padStart(8, '0');
  }
  return out;
}
