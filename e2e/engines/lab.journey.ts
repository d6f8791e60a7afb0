import { expect, test } from './fixtures';

test('a row of the lab is run to its end, beside what was recorded', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ backend: 'wasm' });
  await workbench.openResearchers();
  await hand.click({ css: '#lab .segment', name: 'All systems, rating by visitor' });
  const steps = { css: '#lab .lab-number input', nth: 0 };
  await hand.write(steps, '50');
  await hand.press('Tab');
  await hand.click({ css: '#lab button', name: 'Run DCN here' });
  await hand.appears({ css: '#lab button', name: 'Cancel' });
  await hand.disappears({ css: '#lab button', name: 'Cancel' }, 150_000);
  const figures = (kind: string) => hand.texts(`#lab tr[data-system="dcn"] .lab-figure${kind} b`);
  const recorded = (await figures(':not(.is-live)')).map(Number);
  const here = (await figures('.is-live')).map(Number);
  expect(here).toHaveLength(recorded.length);
  // Mean absolute error in stars, after 50 steps in place of thousands.
  expect(here[0]).toBeGreaterThan(0.5);
  expect(here[0]).toBeLessThan(3);
  expect(here).not.toEqual(recorded);
});
