import { encodeDrawing } from '../photo/encode-drawing.ts';
import { chance } from './ids.ts';

/** What a photo of the story shows. */
export type Scene = 'rows' | 'inverter' | 'box' | 'connector' | 'thermal' | 'label' | 'vegetation' | 'sensor' | 'padlock';

const [WIDTH, HEIGHT] = [1280, 960];
const many = (n: number, draw: (k: number) => string): string => Array.from({ length: n }, (_, k) => draw(k)).join('');
const rect = ([x, y, width, height]: readonly [number, number, number, number], fill: string, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const words = ([x, y, size]: readonly [number, number, number], text: string, fill = '#1c2126') =>
  `<text x="${x}" y="${y}" font-family="sans-serif" font-size="${size}" font-weight="bold" fill="${fill}">${text}</text>`;

const sky = `${rect([0, 0, WIDTH, 420], '#9cc4e4')}<circle cx="1080" cy="130" r="60" fill="#fff3c4"/>`;
const panel = (x: number, y: number, scale: number) =>
  `<g transform="translate(${x} ${y}) scale(${scale}) skewX(-14)">${rect([0, 0, 300, 180], '#16304f', 'stroke="#c9d3dc" stroke-width="6"')}${many(5, (k) => rect([50 * (k + 1) - 1, 4, 2, 172], '#34567c'))}${many(3, (k) => rect([4, 45 * (k + 1) - 1, 292, 2], '#34567c'))}</g>`;

/** Each drawing leaves room for what differs from one photo to the next: `jitter` between 0 and 1. */
const SCENES: Readonly<Record<Scene, (label: string, jitter: number) => string>> = {
  rows: (_, j) =>
    `${sky}${rect([0, 420, WIDTH, 540], '#8a9a5b')}${many(4, (row) => many(5, (k) => panel(-60 + k * 300 + row * 30 * j, 420 + row * 130, 0.9)))}`,
  inverter: (label, j) =>
    `${rect([0, 0, WIDTH, HEIGHT], '#b9b4a8')}${rect([340, 140, 600, 640], '#e9ebee', 'rx="24" stroke="#8d959c" stroke-width="8"')}${rect([430, 230, 280, 150], '#1f3b2d', 'rx="10"')}${words([455, 320, 54], `${(61 + j * 30).toFixed(1)} kW`, '#9df2b5')}${many(6, (k) => rect([420 + k * 80, 640, 44, 90], '#2a2f34', 'rx="8"'))}${words([420, 560, 60], label)}`,
  box: (label, j) =>
    `${rect([0, 0, WIDTH, HEIGHT], '#6f7a80')}${rect([180, 90, 920, 780], '#dfe3e6', 'rx="16"')}${many(8, (k) => `${rect([240 + k * 100, 240, 60, 220], '#f6f1e4', 'rx="6" stroke="#7b5a2b" stroke-width="5"')}${rect([258 + k * 100, 460, 24, 250], k % 2 ? '#b3261e' : '#20262b')}`)}${rect([240, 740, 780 * (0.6 + 0.4 * j), 34], '#b87333')}${words([240, 190, 60], label)}`,
  connector: (label, j) =>
    `${rect([0, 0, WIDTH, HEIGHT], '#c7b99a')}<path d="M0 ${520 + 80 * j} C 300 420, 420 620, 560 500" stroke="#17191b" stroke-width="56" fill="none"/><path d="M1280 ${470 - 60 * j} C 1000 560, 900 420, 740 500" stroke="#17191b" stroke-width="56" fill="none"/>${rect([520, 430, 260, 130], '#0c0d0e', 'rx="40"')}${rect([640, 420, 26, 150], '#4a4f54')}${j > 0.5 ? '<circle cx="610" cy="500" r="46" fill="#6b3d1e"/>' : ''}${words([80, 120, 54], label)}`,
  thermal: (label, j) =>
    `<defs><radialGradient id="h"><stop offset="0" stop-color="#fff7c8"/><stop offset=".35" stop-color="#ff7a1a"/><stop offset="1" stop-color="#5b1a8b"/></radialGradient></defs>${rect([0, 0, WIDTH, HEIGHT], '#2b0f54')}${many(4, (row) => many(6, (k) => rect([40 + k * 205, 60 + row * 220, 190, 205], '#47188a')))}<circle cx="${420 + 400 * j}" cy="480" r="150" fill="url(#h)"/>${words([60, 930, 50], `${label}  ${(58 + j * 20).toFixed(1)} °C`, '#ffffff')}`,
  label: (label) =>
    `${rect([0, 0, WIDTH, HEIGHT], '#cfd3d6')}${rect([240, 220, 800, 520], '#f5f3ec', 'rx="18" stroke="#5d656c" stroke-width="6"')}${words([300, 340, 70], label)}${many(9, (row) => many(9, (k) => (chance(`${label}${row}.${k}`) > 0.5 ? rect([720 + k * 28, 400 + row * 28, 28, 28], '#16191c') : '')))}${words([300, 640, 40], 'HELIOGRAPH')}`,
  vegetation: (_, j) =>
    `${sky}${rect([0, 420, WIDTH, 540], '#7d8f4e')}${many(4, (k) => panel(40 + k * 320, 420, 0.95))}${many(60, (k) => `<path d="M${k * 22} 960 q ${10 - 20 * chance(`q${k}`)} ${-150 - 200 * j} ${20 * chance(`v${k}`)} ${-220 - 180 * chance(`h${k}`) * j}" stroke="#4d6b2a" stroke-width="9" fill="none"/>`)}`,
  sensor: (_, j) =>
    `${sky}${rect([0, 420, WIDTH, 540], '#a8a18f')}${rect([600, 480, 70, 480], '#8c949b')}${rect([470, 440, 330, 70], '#d8dde1', 'rx="20"')}<path d="M540 440 a 95 95 0 0 1 190 0 z" fill="${j > 0.5 ? '#f4f8fb' : '#cfc7ae'}" stroke="#7d868e" stroke-width="6"/>`,
  padlock: (label) =>
    `${rect([0, 0, WIDTH, HEIGHT], '#9aa3aa')}${rect([420, 160, 120, 360], '#d22b2b', 'rx="30"')}<path d="M700 470 v-110 a 110 110 0 0 1 220 0 v110" stroke="#6d757c" stroke-width="44" fill="none"/>${rect([650, 460, 320, 280], '#d22b2b', 'rx="24"')}${rect([360, 600, 260, 240], '#fff8e1', 'rx="12"')}${words([380, 700, 38], 'CONSIGNÉ')}${words([380, 780, 34], label)}`,
};

/** Draws a photo of a scene: a JPEG without metadata, as the phone's own encoder makes them. The same name gives the same picture. */
export const drawPhoto = (scene: Scene, label: string, name: string): Promise<Buffer> =>
  encodeDrawing(`<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">${SCENES[scene](label, chance(name))}</svg>`);

export const PHOTO_SIZE = { width: WIDTH, height: HEIGHT } as const;
