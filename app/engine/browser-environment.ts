/** The engine's environment in a browser. */
import type { ReadFile } from '../../src/data/dataset';
import type { BackendName } from '../protocol/vocabulary';
import { createCatalogue } from '../store/catalogue';
import { isOwn } from '../storage/names';
import type { Environment } from './environment';

async function fetchFile(url: URL): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.arrayBuffer();
}

async function reader(base: string, data: string): Promise<ReadFile> {
  if (!isOwn(data)) return (file) => fetchFile(new URL(`datasets/${data}/${file}`, base));
  const { readOwn } = await import('../storage/own-data');
  return (file) => readOwn(data, file);
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export const browserEnvironment: Environment = {
  base: typeof document === 'undefined' ? '' : new URL('.', document.baseURI).href,
  makeClient: async (backend, data) => {
    const { createClient } = await import('../client/client');
    return createClient({
      base: browserEnvironment.base,
      data,
      backend: backend as BackendName | 'auto',
      test: new URLSearchParams(location.search).has('test'),
    });
  },
  loadCatalogue: async (base, data) => {
    const { loadMovies } = await import('../../src/data/dataset');
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
