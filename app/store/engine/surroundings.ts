/** The world around the engine in a browser: network, clock, motion preference, worker. */
import type { BackendName } from '../../workers/protocol';
import { createCatalogue } from '../catalogue';
import type { Surroundings } from './index';

const DATASET = 'datasets/movielens-small/';

async function fetchFile(url: URL): Promise<ArrayBuffer> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`HTTP ${response.status}`);
  return response.arrayBuffer();
}

const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));

export const browserSurroundings: Surroundings = {
  base: typeof document === 'undefined' ? '' : new URL('.', document.baseURI).href,
  makeClient: async (backend) => {
    const { createClient } = await import('../../workers/client');
    return createClient({
      base: browserSurroundings.base,
      backend: backend as BackendName | 'auto',
      test: new URLSearchParams(location.search).has('test'),
    });
  },
  loadCatalogue: async (base) => {
    const { loadMovies } = await import('../../../src/data/dataset');
    const { movies, scenarios } = await loadMovies((file) =>
      fetchFile(new URL(DATASET + file, base)),
    );
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
