import sharp from 'sharp';

const WIDTH = 1024;
const LETTERS_A_LINE = 48;

/** A picture of some text, as on a sticker that somebody put on a cabinet. Returns a data address. */
export async function drawText(text: string): Promise<string> {
  const lines = text.match(new RegExp(`.{1,${LETTERS_A_LINE}}(?:\\s|$)|\\S+`, 'g')) ?? [];
  const spans = lines.map((line, at) => `<tspan x="40" y="${90 + at * 48}">${escaped(line.trim())}</tspan>`).join('');
  const height = 120 + lines.length * 48;
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}"><rect width="100%" height="100%" fill="#e8e2d0"/><text font-family="sans-serif" font-size="34">${spans}</text></svg>`;
  const jpeg = await sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer();
  return `data:image/jpeg;base64,${jpeg.toString('base64')}`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
