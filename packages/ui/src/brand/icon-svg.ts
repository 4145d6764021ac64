import { type Oklch, toHex } from '../tokens/oklch.ts';
import { markShape } from './mark-shape.ts';

export interface IconDrawing {
  /** The mark's share of the picture's width. */
  share: number;
  mirror: Oklch;
  beam: Oklch;
  /** Left out, the ground is transparent. */
  ground?: Oklch;
  /** Rounding of the ground, as a share of the width. */
  rounding?: number;
}

/** The mark as a picture of its own, 24 units wide. */
export function iconSvg({ share, mirror, beam, ground, rounding = 0 }: IconDrawing): string {
  const { disc, beam: ray, weight, bed, bedWidth } = markShape;
  const shift = Number((12 * (1 - share)).toFixed(3));
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">',
    ground ? `<rect width="24" height="24" rx="${24 * rounding}" fill="${toHex(ground)}"/>` : '',
    `<mask id="bed"><path d="M0 0h24v24H0z" fill="#fff"/><path d="${bed}" stroke="#000" stroke-width="${bedWidth}" stroke-linecap="round"/></mask>`,
    `<g transform="translate(${shift} ${shift}) scale(${share})">`,
    `<circle cx="${disc.x}" cy="${disc.y}" r="${disc.radius}" fill="${toHex(mirror)}" mask="url(#bed)"/>`,
    `<path d="${ray}" stroke="${toHex(beam)}" stroke-width="${weight}" stroke-linecap="round"/>`,
    '</g></svg>\n',
  ].join('');
}
