import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from './fixtures';

test('the first answer of the model itself is the recorded one', async ({ workbench, hand }) => {
  await workbench.open();
  const recorded = JSON.parse(
    readFileSync(path.resolve(import.meta.dirname, '../../public/recorded/start.json'), 'utf8'),
  ) as { ranking: { item: number; score: number }[]; support: { item: number }[] };
  const live = await workbench.top(10);
  expect(live.map(({ item }) => item)).toEqual(recorded.ranking.slice(0, 10).map(({ item }) => item)); // prettier-ignore
  live.forEach(({ score }, k) => expect(score).toBeCloseTo(recorded.ranking[k].score, 2));
  expect(await workbench.items()).toEqual(recorded.support.map(({ item }) => item));
  // The badge names what computed it.
  expect(await hand.attribute('.badge [data-backend], .badge[data-backend]', 'data-backend')).toMatch(/^(wasm|webgl|webgpu|cpu)$/); // prettier-ignore
});
