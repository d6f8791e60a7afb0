import type { Page } from '@playwright/test';

/** Why the browser of `page` has no such backend; null where it has one. */
export const missingBackend = (page: Page, backend: string): Promise<string | null> =>
  page.evaluate(async (name) => {
    if (name === 'webgpu') {
      const adapter = await navigator.gpu?.requestAdapter();
      return adapter ? null : 'this browser gives no WebGPU adapter';
    }
    if (name === 'webgl') {
      const context = new OffscreenCanvas(1, 1).getContext('webgl2');
      return context ? null : 'this browser gives no WebGL 2 context';
    }
    return null;
  }, backend);
