import sharp from 'sharp';

export interface Picture {
  /** Written above it. */
  readonly label: string;
  readonly png: Buffer;
}

const MARGIN = 24;
const LABEL = 28;

/** One page with all variants of a screen side by side, light enough for a repository. */
export async function contactSheet(pictures: readonly Picture[], { columns, width }: { columns: number; width: number }): Promise<Buffer> {
  const shrunk = await Promise.all(pictures.map(({ png }) => sharp(png).resize({ width }).toBuffer({ resolveWithObject: true })));
  const height = Math.max(...shrunk.map(({ info }) => info.height));
  const placeOf = (n: number) => ({
    left: MARGIN + (n % columns) * (width + MARGIN),
    top: MARGIN + LABEL + Math.floor(n / columns) * (height + LABEL + MARGIN),
  });
  const rows = Math.ceil(pictures.length / columns);
  return sharp({
    create: { width: MARGIN + columns * (width + MARGIN), height: MARGIN + rows * (height + LABEL + MARGIN), channels: 3, background: '#d9d6cf' },
  })
    .composite([
      ...shrunk.map(({ data }, n) => ({ input: data, ...placeOf(n) })),
      ...pictures.map(({ label }, n) => ({ input: caption(label, width), left: placeOf(n).left, top: placeOf(n).top - LABEL })),
    ])
    .webp({ quality: 60, effort: 6 })
    .toBuffer();
}

const caption = (text: string, width: number) =>
  Buffer.from(
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${LABEL}"><text x="0" y="20" font-family="sans-serif" font-size="15" fill="#333">${text}</text></svg>`,
  );
