import sharp from 'sharp';

/** A file as a file chooser hands it over. */
export interface Picked {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A real JPEG with something to see: each number another picture. 12 MP unless said otherwise. */
export async function jpeg(n: number, { width = 4000, height = 3000 } = {}): Promise<Picked> {
  const cell = Math.round(width / 10);
  const squares = Array.from({ length: 30 }, (_, at) => {
    const hue = (n * 67 + at * 23) % 360;
    return `<rect x="${(at % 10) * cell}" y="${Math.floor(at / 10) * cell}" width="${cell - 20}" height="${cell - 20}" fill="hsl(${hue} 60% 45%)"/>`;
  });
  const drawing = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#e8e2d4"/>${squares.join('')}<text x="40%" y="85%" font-size="${cell}" font-family="sans-serif">${n}</text></svg>`;
  const buffer = await sharp(Buffer.from(drawing), { limitInputPixels: false })
    .jpeg({ quality: 70 })
    .withExif({ IFD0: { Copyright: 'appareil de test' } })
    .toBuffer();
  return { name: `photo-${n}.jpg`, mimeType: 'image/jpeg', buffer };
}

/** A picture with a sensor's noise over it: about 200 kB as the phone keeps it, more than one slice of a slow link. */
export async function grainyJpeg(n: number): Promise<Picked> {
  const size = { width: 1200, height: 900 };
  const noise = { create: { ...size, channels: 3 as const, background: '#000', noise: { type: 'gaussian' as const, mean: 128, sigma: 60 } } };
  const plain = await jpeg(n, size);
  const grain = await sharp(noise).png().toBuffer();
  const buffer = await sharp(plain.buffer)
    .composite([{ input: grain, blend: 'soft-light' }])
    .jpeg({ quality: 85 })
    .toBuffer();
  return { ...plain, name: `grain-${n}.jpg`, buffer };
}

/** Twelve pictures as quickly as one: smaller, for journeys in which the size proves nothing. */
export const smallJpegs = (count: number, from = 1): Promise<Picked[]> =>
  Promise.all(Array.from({ length: count }, (_, at) => jpeg(from + at, { width: 1200, height: 900 })));

export const textNamedJpeg: Picked = {
  name: 'releve.jpg',
  mimeType: 'image/jpeg',
  buffer: Buffer.from('Relevé du 14 mars : 612 V sur CH04.\n'.repeat(40)),
};

export const svg: Picked = {
  name: 'schema.svg',
  mimeType: 'image/svg+xml',
  buffer: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"><script>fetch("/api/trpc/auth.signOut")</script></svg>'),
};

/** As a camera that lost its power leaves it. */
export async function truncatedJpeg(): Promise<Picked> {
  const whole = await jpeg(99, { width: 1200, height: 900 });
  return { ...whole, name: 'coupee.jpg', buffer: whole.buffer.subarray(0, Math.floor(whole.buffer.length / 3)) };
}
