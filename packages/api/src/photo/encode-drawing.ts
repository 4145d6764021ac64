import sharp from 'sharp';

/** A JPEG without metadata of a drawing of our own. Never for anything that came from outside: SVG can ask for files. */
export const encodeDrawing = (svg: string): Promise<Buffer> =>
  sharp(Buffer.from(svg)).flatten({ background: '#ffffff' }).jpeg({ quality: 80 }).toBuffer();
