import { expect, type Page } from '@playwright/test';

/** Waits until the browser keeps the present address of the page, and weights of so many steps. */
export async function waitUntilKept(page: Page, steps = 0): Promise<void> {
  const kept = () =>
    page.evaluate(
      () =>
        new Promise<{ address?: string; steps?: number }>((resolve, reject) => {
          const request = indexedDB.open('cmml-explorable');
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const entries = request.result.transaction('autosave').objectStore('autosave').getAll();
            entries.onsuccess = () => {
              request.result.close();
              resolve(entries.result.find(({ address }) => address === location.search) ?? {});
            };
          };
        }),
    );
  await expect.poll(async () => (await kept()).steps ?? -1).toBeGreaterThanOrEqual(steps);
}

/** From the next page on the browser keeps nothing, as where a visitor has forbidden it. */
export const blockStorage = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('blocked by a test', 'SecurityError');
        },
      });
    }
  });
