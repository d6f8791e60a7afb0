import type { Hand } from './hand';
import { expect, test } from './fixtures';

const STEPS = 2;
const runs = (name: string | RegExp) => ({ css: '.import-runs button', name });

/** Steps of the model that the browser keeps for the present address; -1: it keeps none. */
async function kept(hand: Hand): Promise<number> {
  await hand.evaluate(() => {
    const request = indexedDB.open('cmml-explorable');
    request.onsuccess = () => {
      const database = request.result;
      const all = database.transaction('autosave').objectStore('autosave').getAll();
      all.onsuccess = () => {
        database.close();
        const mine = all.result.find(({ address }) => address === location.search);
        document.documentElement.dataset.keptSteps = String(mine?.steps ?? -1);
      };
    };
  });
  return hand.evaluate(() => Number(document.documentElement.dataset.keptSteps ?? -1));
}

test('a run is saved, opened again, and there after a reload, with the same ranking', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ backend: 'wasm' });
  const shipped = await workbench.ranking();
  await workbench.trainTo(STEPS);
  await hand.reads('.model-line', `${STEPS} steps trained on this page`);
  // The answer to an edit is by the newest model.
  const [removed] = await workbench.items();
  await hand.hover(workbench.inSupport(removed));
  await hand.click({ css: `${workbench.inSupport(removed)} button`, name: /^Remove / });
  await workbench.lacks(removed);
  const own = { pairs: await workbench.pairs(), top: await workbench.top(20) };
  expect(own.top.map(({ item }) => item)).not.toEqual(shipped);
  const shows = (): Promise<unknown> =>
    hand.until(
      'the saved support set and ranking',
      async () => ({ pairs: await workbench.pairs(), top: await workbench.top(20) }),
      (now) => JSON.stringify(now) === JSON.stringify(own),
    );

  await workbench.openResearchers();
  await hand.write('.import-runs input[type="text"]', 'first try');
  await hand.click(runs('Save this run'));
  await hand.reads('.import-run-list li', /MovieLens small.*2 steps.*kB/);
  await hand.click(workbench.tool('Clear'));
  await hand.until('no support set', () => workbench.items(), (items) => items.length === 0); // prettier-ignore
  await hand.click({ css: '#training button', name: 'Restart, same seed' });
  await hand.appears('[data-model-steps="0"]');
  await hand.click(runs('Open first try'));
  await hand.appears(`[data-model-steps="${STEPS}"]`);
  await shows();

  await hand.until('the run to be kept', () => kept(hand), (steps) => steps >= STEPS); // prettier-ignore
  await hand.reload();
  await workbench.settled();
  await hand.appears(`[data-model-steps="${STEPS}"]`);
  await shows();
});
