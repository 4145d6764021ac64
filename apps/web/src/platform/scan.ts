import type { BarcodeDetector, BarcodeFormat } from 'barcode-detector/ponyfill';

/** Why the camera cannot read a label here and now. Typing the code always works. `not_here`: the reader is not on this phone and there is no network to fetch it. */
export type ScanTrouble = 'denied' | 'no_camera' | 'unsupported' | 'not_here';

export class ScanProblem extends Error {
  override readonly name = 'ScanProblem';
  readonly trouble: ScanTrouble;
  constructor(trouble: ScanTrouble, cause?: unknown) {
    super(`scan: ${trouble}`, { cause });
    this.trouble = trouble;
  }
}

export interface Scan {
  stop(): void;
  /** Null where the camera has no lamp that a page may light. */
  readonly torch: ((isOn: boolean) => Promise<void>) | null;
}

/** Our labels, and what manufacturers print on theirs. */
const FORMATS: readonly BarcodeFormat[] = ['qr_code', 'data_matrix', 'code_128', 'code_39', 'ean_13'];
/** Between two looks, ms: often enough for a hand that moves, seldom enough for a phone in the sun. */
const PAUSE_MS = 150;
/** The reader for browsers without one of their own: ours, kept beside the app and named by its version. */
const WASM = '/zxing/zxing_reader.wasm';
const STORE = 'heliograph-scanner';

/** Opens the camera and tells each code it reads, a code that stays in view once. @throws ScanProblem */
export async function startScan(video: HTMLVideoElement, onCode: (code: string) => void): Promise<Scan> {
  const [camera, detector] = await Promise.allSettled([openCamera(), openDetector()]);
  if (camera.status === 'fulfilled' && detector.status === 'fulfilled')
    return watch(video, { stream: camera.value, detector: detector.value, onCode });
  if (camera.status === 'fulfilled') for (const track of camera.value.getTracks()) track.stop();
  throw camera.status === 'rejected' ? camera.reason : detector.status === 'rejected' ? detector.reason : new ScanProblem('unsupported');
}

async function openCamera(): Promise<MediaStream> {
  if (navigator.mediaDevices?.getUserMedia === undefined) throw new ScanProblem('unsupported');
  try {
    return await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment', width: { ideal: 1280 } }, audio: false });
  } catch (error) {
    const isDenied = error instanceof DOMException && (error.name === 'NotAllowedError' || error.name === 'SecurityError');
    throw new ScanProblem(isDenied ? 'denied' : 'no_camera', error);
  }
}

type Detector = Pick<BarcodeDetector, 'detect'>;
type DetectorClass = Pick<typeof BarcodeDetector, 'getSupportedFormats'> & (new (options: { formats: BarcodeFormat[] }) => Detector);

async function openDetector(): Promise<Detector> {
  const own = await ownDetector();
  if (own !== null) return own;
  try {
    const { BarcodeDetector: Library, prepareZXingModule, ZXING_WASM_VERSION } = await import('barcode-detector/ponyfill');
    const wasmBinary = await readerBytes(ZXING_WASM_VERSION);
    await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
    return new Library({ formats: [...FORMATS] });
  } catch (error) {
    throw new ScanProblem('not_here', error);
  }
}

/** The browser's own detector, where it reads our labels. */
async function ownDetector(): Promise<Detector | null> {
  if (!('BarcodeDetector' in globalThis)) return null;
  // No type library has it yet; the ponyfill's type describes the same standard.
  const Own = (globalThis as unknown as { BarcodeDetector: DetectorClass }).BarcodeDetector;
  const supported = await Own.getSupportedFormats().catch((): readonly BarcodeFormat[] => []);
  const formats = FORMATS.filter((format) => supported.includes(format));
  return formats.includes('qr_code') ? new Own({ formats }) : null;
}

/** Bytes of the reader: from the device, else from our server and then kept, so that the next label needs no network. */
async function readerBytes(version: string): Promise<ArrayBuffer> {
  const url = `${WASM}?v=${version}`;
  const store = await globalThis.caches?.open(STORE).catch(() => undefined);
  const held = await store?.match(url);
  if (held !== undefined) return held.arrayBuffer();
  const fetched = await fetch(url);
  if (!fetched.ok || !fetched.headers.get('content-type')?.includes('wasm')) throw new ScanProblem('not_here');
  await store?.put(url, fetched.clone()).catch(() => undefined);
  return fetched.arrayBuffer();
}

/** Fetches what scanning needs while there is a network. True once a label can be read without one. */
export async function keepScanner(): Promise<boolean> {
  try {
    if ((await ownDetector()) !== null) return true;
    await readerBytes((await import('barcode-detector/ponyfill')).ZXING_WASM_VERSION);
    return true;
  } catch {
    return false;
  }
}

interface Watching {
  readonly stream: MediaStream;
  readonly detector: Detector;
  onCode(code: string): void;
}

async function watch(video: HTMLVideoElement, { stream, detector, onCode }: Watching): Promise<Scan> {
  video.srcObject = stream;
  // A page that was left meanwhile interrupts the start: nothing to say about it.
  await video.play().catch(() => undefined);
  let isOver = false;
  let last = '';
  const look = async (): Promise<void> => {
    if (isOver) return;
    const [found] = video.readyState >= HTMLMediaElement.HAVE_CURRENT_DATA ? await detector.detect(video).catch(() => []) : [];
    if (!isOver && found !== undefined && found.rawValue !== last) {
      last = found.rawValue;
      onCode(found.rawValue);
    }
    setTimeout(() => void look(), PAUSE_MS);
  };
  void look();
  return {
    stop: () => {
      isOver = true;
      for (const track of stream.getTracks()) track.stop();
      video.srcObject = null;
    },
    torch: torchOf(stream),
  };
}

function torchOf(stream: MediaStream): Scan['torch'] {
  const [track] = stream.getVideoTracks();
  const can = track?.getCapabilities?.() ?? {};
  if (track === undefined || !('torch' in can) || can.torch !== true) return null;
  // The type library does not know the lamp.
  return (isOn) => track.applyConstraints({ advanced: [{ torch: isOn } as MediaTrackConstraintSet] });
}
