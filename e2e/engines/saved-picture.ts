/**
 * A figure that is saved, and whether the saved picture shows what the screen shows. The functions
 * without a `Hand` run in the page: each holds all that it names.
 */
import type { Hand } from './hand';

/** From here on files go to the test instead of the disk. */
export function catchFiles(): void {
  const page = window as unknown as { caughtFiles: Blob[] };
  page.caughtFiles = [];
  const make = URL.createObjectURL.bind(URL);
  const blobs = new Map<string, Blob>();
  URL.createObjectURL = (blob: Blob) => {
    const address = make(blob);
    blobs.set(address, blob);
    return address;
  };
  const click = HTMLAnchorElement.prototype.click;
  HTMLAnchorElement.prototype.click = function (this: HTMLAnchorElement) {
    const blob = this.hasAttribute('download') ? blobs.get(this.href) : undefined;
    if (blob) page.caughtFiles.push(blob);
    else click.call(this);
  };
}

/** The last file as text, once there is one of that type. */
function readText(): void {
  const page = window as unknown as { caughtFiles: Blob[]; caughtText?: string };
  const file = page.caughtFiles.find(({ type }) => type.startsWith('image/svg'));
  if (file) void file.text().then((text) => (page.caughtText = text));
}

interface Ink {
  width: number;
  height: number;
  /** Share of the pixels that are not as the upper left one. */
  share: number;
}

/** How much is drawn on a saved PNG. */
function readInk(): void {
  const page = window as unknown as { caughtFiles: Blob[]; caughtInk?: Ink };
  const file = page.caughtFiles.find(({ type }) => type === 'image/png');
  if (!file) return;
  void createImageBitmap(file).then((image) => {
    const { width, height } = image;
    const canvas = document.createElement('canvas');
    Object.assign(canvas, { width, height });
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, width, height).data.buffer);
    let inked = 0;
    for (const pixel of pixels) if (pixel !== pixels[0]) inked++;
    page.caughtInk = { width, height, share: inked / pixels.length };
  });
}

/** Where the picture `svg` differs from the figure that it was made of; empty: nowhere. */
export function differences(figure: Element, svg: string): string[] {
  /** Pixels that rounding and another place on the screen may make. */
  const SLACK = 1.5;
  const found: string[] = [];
  const holder = document.createElement('div');
  holder.style.cssText = 'position: fixed; left: 0; top: 0; z-index: -1; pointer-events: none';
  holder.innerHTML = svg;
  document.body.append(holder);
  try {
    const saved = holder.firstElementChild!;
    const shown = [...figure.querySelectorAll('svg, canvas, [data-caption]')].filter(
      (one) =>
        !one.closest('[data-no-export]') &&
        (!one.closest('button') || one.closest('[data-export]')),
    );
    // The first child is the ground.
    const parts = [...saved.children].slice(1);
    if (parts.length !== shown.length) return [`${shown.length} shown, ${parts.length} saved`];
    const corner = saved.getBoundingClientRect();
    /** Where an SVG begins on the screen, and its copy in the saved picture. */
    const shownAt = (svg: Element): number[] => {
      const { left, top } = svg.getBoundingClientRect();
      return [left, top];
    };
    const savedAt = (svg: Element): number[] => [
      corner.left + Number(svg.getAttribute('x')),
      corner.top + Number(svg.getAttribute('y')),
    ];
    const compare = (what: string, one: Element, from: number[], other: Element, to: number[]) => {
      const a = one.getBoundingClientRect();
      const b = other.getBoundingClientRect();
      const offsets = [
        a.left - from[0] - (b.left - to[0]),
        a.top - from[1] - (b.top - to[1]),
        a.width - b.width,
        a.height - b.height,
      ];
      if (offsets.some((by) => Math.abs(by) > SLACK)) {
        found.push(`${what} is off by ${offsets.map((by) => by.toFixed(1)).join(', ')}`);
      }
    };
    const words = (element: Element): string =>
      (element instanceof HTMLElement ? element.innerText : [...element.children].map((line) => line.textContent).join(' ')) // prettier-ignore
        .replace(/\s+/g, ' ')
        .trim();
    /** By how much the picture lies elsewhere in the file, and the legend, which moves up to it. */
    const moved: Record<string, number[]> = {};
    shown.forEach((one, k) => {
      const part = parts[k];
      if (one instanceof HTMLCanvasElement) return;
      if (!(one instanceof SVGSVGElement)) {
        if (words(one) !== words(part)) found.push(`'${words(one)}' is saved as '${words(part)}'`);
        return;
      }
      const from = shownAt(one);
      const to = savedAt(part);
      const group = one.closest('.figure-tools') ? 'legend' : 'picture';
      const by = [to[0] - from[0], to[1] - from[1]];
      moved[group] ??= by;
      if (by.some((each, axis) => Math.abs(each - moved[group][axis]) > SLACK)) {
        found.push(`svg ${k} has moved by ${String(by)}, others by ${String(moved[group])}`);
      }
      const drawn = [...one.querySelectorAll('*')].filter((each) => getComputedStyle(each).display !== 'none'); // prettier-ignore
      const copies = [...part.querySelectorAll('*')];
      if (drawn.length !== copies.length) found.push(`svg ${k}: ${drawn.length} shapes, ${copies.length} saved`); // prettier-ignore
      drawn.forEach((shape, n) => {
        const copy = copies[n];
        if (!copy || shape.closest('defs, clipPath, title')) return;
        compare(`svg ${k}, ${shape.tagName} ${n}`, shape, from, copy, to);
        if (shape.tagName === 'text' && shape.textContent !== copy.textContent) {
          found.push(`'${shape.textContent}' is saved as '${copy.textContent}'`);
        }
      });
    });
    return found.slice(0, 12);
  } finally {
    holder.remove();
  }
}

/** Saves the figure in `panel` as SVG; gives what it differs in from the screen. */
export async function savedDifferences(hand: Hand, panel: string): Promise<string[]> {
  await save(hand, panel, /SVG/);
  const svg = await hand.until(
    `the SVG of ${panel}`,
    async () => {
      await hand.evaluate(readText);
      return hand.evaluate(() => (window as unknown as { caughtText?: string }).caughtText ?? null); // prettier-ignore
    },
    (text) => text !== null,
  );
  const source = `(panel, svg) => (${String(differences)})(document.querySelector(panel + ' .figure-actions').closest('figure'), svg)`; // prettier-ignore
  return (await hand.driver.run(source, [panel, svg])) as string[];
}

/** Saves the figure in `panel` as PNG; gives its size and how much is drawn on it. */
export async function savedInk(hand: Hand, panel: string): Promise<Ink> {
  await save(hand, panel, /PNG/);
  const ink = await hand.until(
    `the PNG of ${panel}`,
    async () => {
      await hand.evaluate(readInk);
      return hand.evaluate(() => (window as unknown as { caughtInk?: Ink }).caughtInk ?? null);
    },
    (made) => made !== null,
  );
  return ink!;
}

async function save(hand: Hand, panel: string, format: RegExp): Promise<void> {
  await hand.evaluate(() => {
    Object.assign(window, { caughtFiles: [], caughtText: undefined, caughtInk: undefined });
  });
  await hand.click({ css: `${panel} .figure-actions button`, name: 'Save' });
  await hand.click({ css: '[role="menuitem"]', text: format });
}
