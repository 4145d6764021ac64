import { palettes } from '../tokens/colours.ts';
import type { IconDrawing } from './icon-svg.ts';

const { bar, onBar, sun } = palettes.clair;
const { ink } = palettes.soleil;
const colours = { mirror: onBar, beam: sun, ground: bar };

/** Rounded by ourselves where nobody else does it. */
const tile = { ...colours, rounding: 0.22 };

export interface AppIcon {
  name: string;
  size: number;
  drawing: IconDrawing;
}

/** The icon of a tab, drawn in full so that it stays sharp at any size. */
export const favicon: IconDrawing = { ...tile, share: 0.84 };

/** A launcher's mask leaves the middle 80 % for certain: the marks drawn at 0.62 lie within that circle. */
export const appIcons: readonly AppIcon[] = [
  { name: 'favicon-32.png', size: 32, drawing: favicon },
  { name: 'icon-192.png', size: 192, drawing: { ...tile, share: 0.72 } },
  { name: 'icon-512.png', size: 512, drawing: { ...tile, share: 0.72 } },
  { name: 'maskable-512.png', size: 512, drawing: { ...colours, share: 0.62 } },
  { name: 'apple-touch-180.png', size: 180, drawing: { ...colours, share: 0.68 } },
  { name: 'monochrome-512.png', size: 512, drawing: { mirror: ink, beam: ink, share: 0.62 } },
];
