import { expect, test } from './fixtures';

const numberOf = (text: string): number => Number(text.replace('−', '-').replaceAll(',', ''));

test('gamma and beta follow an edit, one is held and let go of, and a score is explained', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ backend: 'wasm', variant: 'mean.dot.film', view: 'film' });
  const gammas = async (): Promise<number[]> =>
    (await workbench.table('#backbone'))
      .filter(([, , what]) => what === 'gamma')
      .map((row) => numberOf(row[3]));
  const before = await gammas();
  expect(before.every(Number.isFinite)).toBe(true);
  expect(new Set(before).size).toBeGreaterThan(10);
  await workbench.addBySearch('Toy Story', ['Shift', 'Enter']);
  expect(await gammas()).not.toEqual(before);

  const free = await workbench.top(10);
  await hand.click('#backbone .cell-grid');
  await hand.appears('#backbone .figure-editor .slider-track');
  await hand.click({ css: '#backbone .figure-editor .slider-track', at: 0.97 });
  await hand.reads('.intervention-bar', /1 value/);
  await hand.reads('#recommendations .intervened-badge', 'intervened');
  await workbench.settled();
  expect(await workbench.top(10)).not.toEqual(free);
  await hand.click('.intervention-bar button');
  await hand.disappears('.intervention-bar');
  await hand.disappears('.intervened-badge');
  await workbench.settled();
  expect(await workbench.top(10)).toEqual(free);

  await test.step('a score multiplies out, by a press on it', async () => {
    const second = free[1];
    await hand.click(`${workbench.row(second.item)} .rank-score`);
    await hand.appears(`.explain[data-item="${second.item}"][data-error]`);
    await hand.reads('.explain h3', `Score ${second.score.toFixed(3)}`);
    expect(Number(await hand.attribute('.explain', 'data-error'))).toBeLessThanOrEqual(1e-4);
    await hand.reads('.explain', 'Multiplied out again');
    await hand.press('Escape');
    await hand.until(
      'the focus back on the score',
      () =>
    hand.look(`${workbench.row(second.item)} .rank-score`, ([score]) => score === document.activeElement), // prettier-ignore
    );
  });
});

test('routes are shown and follow the genre', async ({ workbench, hand }) => {
  await workbench.open({ backend: 'wasm', variant: 'mean.dot.soft', view: 'routes' });
  const weights = async (): Promise<number[]> =>
    (await workbench.table('#backbone')).map((row) => numberOf(row[2]));
  const before = await weights();
  expect(before.length).toBeGreaterThan(30);
  for (const weight of before) {
    expect(weight).toBeGreaterThanOrEqual(0);
    expect(weight).toBeLessThanOrEqual(1);
  }
  // They are drawn as well: lines between places of their own.
  const lines = await hand.look(
    '#backbone .route-graph path, #backbone .route-graph line',
    (found) =>
      // prettier-ignore
      found.map((line) => {
      const { x, y } = line.getBoundingClientRect();
      return `${Math.round(x)} ${Math.round(y)}`;
    }),
  );
  expect(new Set(lines).size).toBeGreaterThan(4);
  await hand.click(workbench.tool('Clear'));
  await hand.until('no support set', () => workbench.items(), (items) => items.length === 0); // prettier-ignore
  await workbench.settled();
  expect(await weights()).not.toEqual(before);
});
