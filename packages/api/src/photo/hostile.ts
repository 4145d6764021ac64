/** Images people could send instead of a photo, made small in memory. Shared by the suites of the photo room and of its HTTP door. */
import { crc32, deflateSync } from 'node:zlib';
import sharp from 'sharp';

/** A real JPEG as the phone's encoder writes it: no metadata. */
export const realPhoto = (width = 640, height = 480, seed = 0): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: { r: (seed * 37) % 256, g: 120, b: 60 } } })
    .jpeg({ quality: 80 })
    .toBuffer();

const chunk = (type: string, data: Buffer): Buffer => {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
};

/** A PNG of a few kilobytes that unpacks to 65,536² pixels. */
function pngBomb(): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(65_536, 0);
  header.writeUInt32BE(65_536, 4);
  header.set([8, 0, 0, 0, 0], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(Buffer.alloc(4_000_000))), chunk('IEND', Buffer.alloc(0))]);
}

function withSize(photo: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(photo);
  const frame = copy.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(copy[at + 1] ?? 0));
  copy.writeUInt16BE(height, frame + 5);
  copy.writeUInt16BE(width, frame + 7);
  return copy;
}

function withSegment(photo: Buffer, marker: number, data: Buffer): Buffer {
  const frame = Buffer.from([0xff, marker, 0, 0]);
  frame.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([photo.subarray(0, 2), frame, data, photo.subarray(2)]);
}

export interface Hostile {
  readonly name: string;
  readonly bytes: Buffer;
  readonly reason: string;
}

export async function hostileImages(): Promise<Hostile[]> {
  const photo = await realPhoto();
  const exif = await sharp(photo)
    .withExif({ IFD3: { GPSLatitude: '43/1 33/1 0/1' } })
    .jpeg()
    .toBuffer();
  const scan = photo.lastIndexOf(Buffer.from([0xff, 0xda]));
  return [
    { name: 'a text named .jpg', bytes: Buffer.from('Bonjour, je suis une photo.'), reason: 'not_a_photo' },
    { name: 'nothing but zeros', bytes: Buffer.alloc(10_000), reason: 'not_a_photo' },
    {
      name: 'an SVG with a script',
      bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
      reason: 'not_a_photo',
    },
    { name: 'a page named .jpg', bytes: Buffer.from('<!doctype html><script>alert(1)</script>'), reason: 'not_a_photo' },
    { name: 'a PNG bomb of 65,536² pixels', bytes: pngBomb(), reason: 'not_a_photo' },
    { name: 'a GIF bomb', bytes: Buffer.from('47494638396100ff00ff800000000000ffffff2c0000000000ff00ff00003b', 'hex'), reason: 'not_a_photo' },
    { name: 'a JPEG cut in half', bytes: photo.subarray(0, photo.length >> 1), reason: 'damaged' },
    { name: 'a JPEG cut after its header', bytes: photo.subarray(0, scan), reason: 'damaged' },
    { name: 'a JPEG whose data were cut out', bytes: Buffer.concat([photo.subarray(0, scan + 40), photo.subarray(-2)]), reason: 'damaged' },
    { name: 'a JPEG that carries its place', bytes: exif, reason: 'metadata' },
    { name: 'a JPEG with XMP', bytes: withSegment(photo, 0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x/>')), reason: 'metadata' },
    { name: 'a JPEG with IPTC', bytes: withSegment(photo, 0xed, Buffer.from('Photoshop 3.0\0')), reason: 'metadata' },
    { name: 'a JPEG header of 20,000 × 14,000', bytes: withSize(photo, 20_000, 14_000), reason: 'too_many_pixels' },
    { name: 'a JPEG of no height', bytes: withSize(photo, 640, 0), reason: 'damaged' },
    { name: 'a JPEG larger than its data', bytes: withSize(photo, 7_000, 7_000), reason: 'damaged' },
    { name: 'a JPEG with a ZIP behind it', bytes: Buffer.concat([photo, Buffer.from('PK\u0003\u0004 and more')]), reason: 'damaged' },
    { name: 'a JPEG of endless markers', bytes: Buffer.concat([Buffer.from([0xff, 0xd8]), Buffer.alloc(200_000, 0xff)]), reason: 'damaged' },
  ];
}
