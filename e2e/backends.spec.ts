import { expect, test } from './fixtures';
import { missingBackend } from './pages/backends';
import type { RankedMovie } from './pages/recommendations';
import type { Workbench } from './pages/workbench';

/** Software rendering compiles its programs for long. */
const PATIENCE_MS = 170_000;

/** A fixed support set, by the source's movie identifiers: Alien, Aliens, The Thing; not Toy Story. */
const SUPPORT = '1214_1200_2288_1*0';

async function answer(workbench: Workbench, backend: string): Promise<RankedMovie[]> {
  await workbench.open({ backend, support: SUPPORT }, PATIENCE_MS);
  await workbench.settled(PATIENCE_MS);
  return workbench.recommendations.top(20);
}

/** Largest score difference of the movies that both lists hold, in score units. */
function worst(a: RankedMovie[], b: RankedMovie[]): number {
  const scores = new Map(a.map(({ item, score }) => [item, score]));
  const common = b.filter(({ item }) => scores.has(item));
  expect(common.length).toBeGreaterThanOrEqual(18);
  return Math.max(...common.map(({ item, score }) => Math.abs(score - scores.get(item)!)));
}

for (const backend of ['cpu', 'webgl', 'webgpu']) {
  test(`${backend} gives the scores of wasm, and trains`, async ({ workbench, page, guard }) => {
    test.slow();
    guard.allowErrors(/WebGL|WebGPU|GPU|webgl|webgpu/);
    await page.goto('./');
    const missing = await missingBackend(page, backend);
    test.skip(missing !== null, missing ?? '');

    const wasm = await answer(workbench, 'wasm');
    await expect(workbench.badge).toHaveAttribute('data-backend', 'wasm');
    const other = await answer(workbench, backend);
    await expect(workbench.badge).toHaveAttribute('data-backend', backend);
    const scale = Math.max(...wasm.map(({ score }) => Math.abs(score)));
    expect(worst(wasm, other)).toBeLessThan(1e-3 * scale);

    const { training } = workbench;
    await training.button('Step').click();
    await training.waitForStep(1, 120_000);
    expect(Number.isFinite(await training.loss())).toBe(true);
  });
}
