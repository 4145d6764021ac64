import { decode, type Picture } from './decode.ts';
import { PhotoRefusal } from './refusal.ts';
import { type Size, uprightSize, uprightTransform } from './upright.ts';

const QUALITY = 0.8;
const THUMBNAIL = { side: 320, quality: 0.6 } as const;
const SAMPLE_SIDE = 16;

export interface Negative {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly mime: string;
  /** As stored, before turning. */
  readonly stored: Size;
  readonly orientation: number;
}

export interface Print extends Size {
  readonly jpeg: Uint8Array<ArrayBuffer>;
  readonly thumbnail: ArrayBuffer;
}

/** What needs a browser's decoder and canvas; everything else about photos is arithmetic on bytes. */
export interface Darkroom {
  /** Decodes small, turns upright, encodes. */
  develop(negative: Negative, longSide: number): Promise<Print>;
  /** 16 × 16 pixels (RGBA) of an encoded picture, decoded again. */
  sample(jpeg: Uint8Array<ArrayBuffer>): Promise<Uint8ClampedArray>;
}

/** The browser's, in a worker or on a page. */
export const canvasDarkroom: Darkroom = {
  develop: async ({ bytes, mime, stored, orientation }, longSide) => {
    const full = upright(await decode({ bytes, mime, stored }, longSide), orientation, longSide);
    const { width, height } = full;
    // From the small picture, not from the camera's: that one is gone before anything is encoded.
    const small = draw({ pixels: full, width, height }, 1, THUMBNAIL.side);
    const thumbnail = await encode(small, THUMBNAIL.quality);
    return { jpeg: new Uint8Array(await encode(full, QUALITY)), width, height, thumbnail };
  },
  sample: async (jpeg) => {
    const picture = await decodeSample(jpeg);
    const { context } = canvasOf({ width: SAMPLE_SIDE, height: SAMPLE_SIDE });
    context.drawImage(picture, 0, 0);
    picture.close();
    return context.getImageData(0, 0, SAMPLE_SIDE, SAMPLE_SIDE).data;
  },
};

async function decodeSample(jpeg: Uint8Array<ArrayBuffer>): Promise<ImageBitmap> {
  try {
    const resize = { resizeWidth: SAMPLE_SIDE, resizeHeight: SAMPLE_SIDE, resizeQuality: 'medium' } as const;
    return await createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }), resize);
  } catch (error) {
    throw new PhotoRefusal('undecodable', error);
  }
}

type Canvas = HTMLCanvasElement | OffscreenCanvas;

/** Lets go of the picture as soon as it is drawn: on a phone each megabyte counts. */
function upright(picture: Picture, orientation: number, longSide: number): Canvas {
  try {
    return draw(picture, orientation, longSide);
  } finally {
    picture.close();
  }
}

/** Upright, its longer side no longer than said. */
function draw(picture: Omit<Picture, 'close'>, orientation: number, longSide: number): Canvas {
  const scale = Math.min(1, longSide / Math.max(picture.width, picture.height));
  const stored = { width: Math.round(picture.width * scale), height: Math.round(picture.height * scale) };
  const { canvas, context } = canvasOf(uprightSize(stored, orientation));
  // Transparent parts of a PNG would turn black in a JPEG.
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.setTransform(...uprightTransform(stored, orientation));
  context.drawImage(picture.pixels, 0, 0, stored.width, stored.height);
  return canvas;
}

/** Off screen where it exists, else an element that nobody sees. */
function canvasOf({ width, height }: Size): { canvas: Canvas; context: OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D } {
  const canvas =
    typeof OffscreenCanvas === 'undefined' ? Object.assign(document.createElement('canvas'), { width, height }) : new OffscreenCanvas(width, height);
  // It is read back at once: on a graphics card it would only travel there and back, and lie in memory twice.
  const context = canvas.getContext('2d', { willReadFrequently: true }) as OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D | null;
  if (context === null) throw new PhotoRefusal('undecodable');
  return { canvas, context };
}

async function encode(canvas: Canvas, quality: number): Promise<ArrayBuffer> {
  const blob = await blobOf(canvas, quality);
  // Frees the pixels now, not at the next collection. Its size is gone with them.
  canvas.width = 0;
  return blob.arrayBuffer();
}

function blobOf(canvas: Canvas, quality: number): Promise<Blob> {
  if ('convertToBlob' in canvas) return canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new PhotoRefusal('undecodable')) : resolve(blob)), 'image/jpeg', quality);
  });
}
