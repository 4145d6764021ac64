/** Longest side of a logo, px: sharp on a report, small on the wire. */
const SIDE = 512;

/** A picture made small enough for a logo, as a data address; a PNG, so that what is transparent stays so. Throws for what is no picture. */
export async function fitted(file: Blob): Promise<string> {
  const bitmap = await createImageBitmap(file);
  const scale = Math.min(1, SIDE / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
  const png = canvas.toDataURL('image/png');
  return png.length <= LARGE ? png : canvas.toDataURL('image/webp', 0.9);
}

/** Beyond it, a photo of a logo: WebP keeps it small. */
const LARGE = 200_000;
