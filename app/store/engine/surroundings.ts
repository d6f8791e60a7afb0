/** The world around the engine in a browser: network, clock, motion preference, worker. */
import type { ReadFile } from '../../../src/data/dataset';
import type { BackendName } from '../../workers/protocol';
import { createCatalogue } from '../catalogue';
import { parseAddress } from '../url';
import { isOwn } from '../../storage/names';
import type { Surroundings } from './index';

async function fetchFile(url: URL): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.arrayBuffer();
}

async function reader(base: string, data: string): Promise<ReadFile> {
  if (!isOwn(data)) return (file) => fetchFile(new URL(`datasets/${data}/${file}`, base));
  const { readOwn } = await import('../../storage/own-data');
  return (file) => readOwn(data, file);
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** The data set that this page load is about. */
export const presentData = (): string => parseAddress(location.search).address.data;

export const browserSurroundings: Surroundings = {
  base: typeof document === 'undefined' ? '' : new URL('.', document.baseURI).href,
  makeClient: async (backend, data) => {
    const { createClient } = await import('../../workers/client');
    return createClient({
      base: browserSurroundings.base,
      data,
      backend: backend as BackendName | 'auto',
      test: new URLSearchParams(location.search).has('test'),
    });
  },
  loadCatalogue: async (base, data) => {
    const { loadMovies } = await import('../../../src/data/dataset');
    const { movies, scenarios } = await loadMovies(await reader(base, data));
    return createCatalogue(movies, scenarios);
  },
  // Two frames: the first is the one in which React's work is painted. A hidden tab has none.
  painted: async () => {
    if (document.hidden) return;
    await nextFrame();
    await nextFrame();
  },
  pause: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  reducedMotion: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
};
