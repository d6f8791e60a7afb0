/**
 * `npm run clip`: a moving picture of a genre being picked on the built page, `genre.webp` in
 * `docs/screenshots/`. `CMML_URL` records a page that is served elsewhere. Wants a quiet machine: a
 * busy one takes too few pictures. The exit code is 1 then, and when the file is larger than 1.5 MB.
 */
import { statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright';
import { BEEN_HERE } from '../app/store/opening';
import { comeBack, Workbench } from '../e2e/pages/workbench';
import { launchBrowser } from './find-browser';
import { animatedWebp, type Frame } from './lib/animated-webp';
import { build, ROOT } from './lib/project.mjs';
import { freePort, serve } from './lib/serve';

const FILE = path.join(ROOT, 'docs/screenshots/genre.webp');
const LARGEST_BYTES = 1_500_000;
const VIEWPORT = { width: 1280, height: 800 };
/** The clip is smaller than the page. */
const SIZE = { width: 960, height: 600 };
const GENRE = 'Comedy & Romance';
const RECORDED_MS = 6000;
/** Before the genre is picked, so that the beginning can be seen. */
const BEFORE_MS = 600;
/** Between two pictures at least. */
const REST_MS = 180;
/** The last picture stays, before it begins anew. */
const LAST_MS = 2000;
const QUALITY = 0.7;
/** Fewer pictures of the whole show no motion. */
const FEWEST = 12;

interface Shot {
  png: Buffer;
  /** ms since the recording began. */
  at: number;
}

async function record(page: Page): Promise<Shot[]> {
  const workbench = new Workbench(page);
  const shots: Shot[] = [];
  const begun = performance.now();
  const since = () => performance.now() - begun;
  const act = async () => {
    await page.waitForTimeout(BEFORE_MS);
    await workbench.support.pickGenre(GENRE);
  };
  const acting = act();
  while (since() < RECORDED_MS) {
    const at = since();
    shots.push({ png: await page.screenshot({ scale: 'css' }), at });
    await page.waitForTimeout(Math.max(0, REST_MS - (since() - at)));
  }
  await acting;
  return shots;
}

/** Encodes the shots in the browser; of each only the rectangle that differs from the one before. */
async function encode(page: Page, shots: readonly Shot[]): Promise<Frame[]> {
  await page.goto('about:blank');
  // tsx names functions by a helper of its own, which the page does not have.
  await page.evaluate('globalThis.__name = (made) => made');
  await page.evaluate(({ width, height }) => {
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d', { willReadFrequently: true })!;
    let before: Uint32Array | null = null;

    /** The rectangle in which two pictures differ, from even numbers on; null where they do not. */
    const changed = (now: Uint32Array, old: Uint32Array | null) => {
      if (!old) return { x: 0, y: 0, width, height };
      let [left, top, right, bottom] = [width, height, -1, -1];
      now.forEach((pixel, k) => {
        if (pixel === old[k]) return;
        const [x, y] = [k % width, Math.floor(k / width)];
        [left, right] = [Math.min(left, x), Math.max(right, x)];
        [top, bottom] = [Math.min(top, y), Math.max(bottom, y)];
      });
      if (right < 0) return null;
      const [x, y] = [left - (left % 2), top - (top % 2)];
      return { x, y, width: right + 1 - x, height: bottom + 1 - y };
    };

    const frameOf = async (png: string, quality: number) => {
      const blob = new Blob([Uint8Array.from(atob(png), (c) => c.charCodeAt(0))]);
      const picture = await createImageBitmap(blob, {
        resizeWidth: width,
        resizeHeight: height,
        resizeQuality: 'high',
      });
      context.drawImage(picture, 0, 0);
      const now = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
      const box = changed(now, before);
      before = now;
      if (!box) return null;
      const part = new OffscreenCanvas(box.width, box.height);
      part.getContext('2d')!.drawImage(canvas, -box.x, -box.y);
      const still = await part.convertToBlob({ type: 'image/webp', quality });
      return { ...box, webp: [...new Uint8Array(await still.arrayBuffer())] };
    };
    Object.assign(globalThis, { frameOf });
  }, SIZE);

  const frames: Frame[] = [];
  for (const [k, { png, at }] of shots.entries()) {
    const ms = (shots[k + 1]?.at ?? at + LAST_MS) - at;
    const frame = await page.evaluate(
      ([text, quality]) =>
        (
          globalThis as unknown as {
            frameOf(png: string, quality: number): Promise<(Omit<Frame, 'webp' | 'ms'> & { webp: number[] }) | null>;
          }
        ).frameOf(text, quality),
      [png.toString('base64'), QUALITY] as [string, number],
    ); // prettier-ignore
    if (frame) frames.push({ ...frame, webp: Uint8Array.from(frame.webp), ms });
    else if (frames.length > 0) frames.at(-1)!.ms += ms;
  }
  return frames;
}

if (!process.env.CMML_URL && !(await build())) process.exit(1);
const server = process.env.CMML_URL
  ? null
  : await serve(path.join(ROOT, 'dist'), { port: await freePort() });
const browser = await launchBrowser();
const page = await browser.newPage({
  viewport: VIEWPORT,
  colorScheme: 'light',
  serviceWorkers: 'block',
});
await page.addInitScript(comeBack, BEEN_HERE);
await page.goto(process.env.CMML_URL ?? server!.url);
await new Workbench(page).settled(120_000);
const shots = await record(page);
const frames = await encode(page, shots);
writeFileSync(FILE, animatedWebp(SIZE.width, SIZE.height, frames));
await browser.close();
await server?.close();
const { size } = statSync(FILE);
console.log(
  `${path.relative(ROOT, FILE)}: ${frames.length} of ${shots.length} pictures, ${Math.round(size / 1000)} kB`,
);
process.exitCode = size > LARGEST_BYTES || shots.length < FEWEST ? 1 : 0;
