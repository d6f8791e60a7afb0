import type { Page } from 'playwright';

export interface PageMemory {
  /** Of adapter and trainer. */
  tensors: number;
  tensorMb: number;
  /** JavaScript and DOM of page and workers as the browser measures them, and the wasm heaps. */
  pageMb: number;
}

/** In no typings yet: https://wicg.github.io/performance-measure-memory */
interface MeasuresMemory {
  measureUserAgentSpecificMemory(): Promise<{ bytes: number }>;
}

/** What the page and its workers hold. It must be open with `?test=1` and cross-origin isolated. */
export async function pageMemory(page: Page): Promise<PageMemory> {
  const held = await page.evaluate(() =>
    Promise.all([globalThis.cmmlTest!.memory('adapter'), globalThis.cmmlTest!.memory('trainer')]),
  );
  const sum = (of: 'tensors' | 'bytes' | 'heap') =>
    held.reduce((all, one) => all + (one?.[of] ?? 0), 0);
  const measured = await page.evaluate(() =>
    (performance as unknown as MeasuresMemory).measureUserAgentSpecificMemory(),
  );
  return {
    tensors: sum('tensors'),
    tensorMb: sum('bytes') / 1e6,
    pageMb: (measured.bytes + sum('heap')) / 1e6,
  };
}
