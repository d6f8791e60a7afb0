import { readFile } from 'node:fs/promises';
import { apart } from './apart';
import { expect, test } from './fixtures';
import { Race } from './pages/race';

test('a race on this support set: steps, passes, times and curves', async ({ workbench, page }) => {
  test.slow();
  const race = new Race(page);
  await workbench.open({ backend: 'wasm' });
  await workbench.settled();
  await workbench.openResearchers();
  await race.button('Run the race').click();
  await race.finished();

  await expect(race.row('melu-5').locator('.of-passes')).toHaveText('5 fwd · 5 bwd');
  await expect(race.row('cmml').locator('.of-passes')).toHaveText('1 fwd · 0 bwd');
  await expect(race.row('dcn').locator('.of-passes')).toHaveText('0 fwd · 0 bwd');
  expect(await race.value('cmml', 'adapt')).toBeGreaterThan(0);
  expect(await race.value('cmml', 'score')).toBeGreaterThan(0);
  // Eight likes of a genre that was held out: adapting to them must pay.
  expect(await race.value('cmml', 'quality')).toBeGreaterThan(await race.value('dcn', 'quality'));

  const curve = await race.table('Validation Recall@20 of MeLU');
  expect(curve.map(([step]) => Number(step))).toEqual(Array.from({ length: 21 }, (_, k) => k));
  const loss = (await race.table('Support loss of MeLU')).map(([, value]) => Number(value));
  expect(loss).toHaveLength(20);
  expect(loss.at(-1)).toBeLessThan(loss[0]);

  // The slider picks which MeLU stands in the table; nothing runs again.
  await race.root.getByRole('slider', { name: 'Inner steps of MeLU' }).fill('20');
  await expect(race.row('melu-20').locator('.of-passes')).toHaveText('20 fwd · 20 bwd');

  await workbench.support.root
    .getByRole('button', { name: /^Remove/ })
    .first()
    .click();
  await expect(race.root.getByText('These results are of another support set')).toBeVisible();
});

test('a race that is stopped says who has not run, until it is run again', async ({
  workbench,
  page,
}) => {
  const race = new Race(page);
  await workbench.open({ backend: 'wasm' });
  await workbench.openResearchers();
  // The second press of a double one falls on the button that stops, and stops nothing.
  await race.button('Run the race').dblclick();
  await expect(race.row('dcn')).toBeVisible({ timeout: 60_000 });
  await race.stop();
  const rows = await race.root.locator('.race-board tr[data-system]').count();
  await expect(race.stopped).toContainText(`Stopped after ${rows} of 28 runs. Not run:`);
  await expect(race.stopped).toContainText('CMML.');
  await apart(page);
  await race.button('Run it again').click();
  await expect(race.stopped).toHaveCount(0);
  await race.stop();
});

test('nobody races on an empty support set, and the page says why', async ({ workbench, page }) => {
  const race = new Race(page);
  await workbench.open({ support: 'none', backend: 'wasm' });
  await workbench.openResearchers();
  await expect(race.button('Run the race')).toBeDisabled();
  await expect(race.root.locator('.race-note')).toContainText('an empty support set gives nothing');
  await expect(race.root.getByRole('alert')).toHaveCount(0);
});

test('validation tasks: progress, stop with what is there, and a table that is saved as shown', async ({
  workbench,
  page,
}) => {
  test.slow();
  const race = new Race(page);
  await workbench.open({ backend: 'wasm' });
  await workbench.openResearchers();
  await race.view('Validation tasks');
  await race.button('Run the race').click();
  // Two or more: a fast machine may have finished the third before anybody looks.
  await expect(race.root.locator('.race-results')).toHaveAttribute('data-tasks', /^([2-9]|\d\d)$/, {
    timeout: 60_000,
  });
  await race.stop();
  await expect(race.progress).toHaveCount(0);
  const shown = await race.root.locator('.race-results').getAttribute('data-tasks');
  await expect(race.stopped).toContainText(`Stopped: ${shown} of 16 tasks were run`);

  const title = 'Recall@20 on validation genres';
  // All that ships has been trained on the fold, and the page does not hide it.
  await expect(race.root.locator('.race-seen')).toContainText('these tasks included');
  const rows = await race.table(title);
  expect(rows.length).toBeGreaterThanOrEqual(2);
  await race.chart(title).getByRole('button', { name: 'As table', exact: true }).click();
  await race.chart(title).getByRole('button', { name: 'Save', exact: true }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: /CSV/ }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  const lines = csv.trim().split('\n').slice(1);
  expect(lines).toHaveLength(rows.length);
  for (const [k, row] of rows.entries()) expect(lines[k]).toContain(row.slice(1).join(','));
});

test('what a meta-training step costs grows with the inner steps', async ({ workbench, page }) => {
  test.slow();
  const race = new Race(page);
  await workbench.open({ backend: 'wasm' });
  await workbench.openResearchers();
  await race.view('Cost');
  await race.button('Time a training step').click();
  await race.finished();
  const memory = await race.table('Tensors in a meta-training step, MB');
  const melu = memory.map(([, value]) => Number(value));
  expect(melu).toHaveLength(4);
  for (let k = 1; k < melu.length; k++) expect(melu[k]).toBeGreaterThan(melu[k - 1]);
});

test('the racer that was let go when idle races again', async ({ workbench, page }) => {
  test.slow();
  const race = new Race(page);
  await page.clock.install();
  await workbench.open({ backend: 'wasm' });
  await workbench.openResearchers();
  await race.view('Cost');
  const workers = () => page.workers().length;
  const before = workers();
  await race.button('Time a training step').click();
  await race.finished();
  expect(workers()).toBe(before + 1);
  await page.clock.fastForward('01:45');
  await expect.poll(workers).toBe(before);
  await race.button('Time a training step').click();
  await race.finished();
  await expect(race.root.getByRole('alert')).toHaveCount(0);
  expect(workers()).toBe(before + 1);
});
