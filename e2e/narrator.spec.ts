/** The line above the instrument says when another network answers. */
import { expect, test } from './fixtures';

test('a view that brings another network says so, and whether that one has learned', async ({
  page,
  workbench,
}) => {
  await workbench.open({ genre: 'horror' });
  await workbench.settled();
  const line = page.getByTestId('narrator');
  await expect(line).toBeVisible();
  await workbench.view('Routes').click();
  await expect(line).toContainText('Another network now, with soft modules:');
  await expect(line).not.toContainText('learned nothing');
  await workbench.setting('New visitor').click();
  await workbench.settled();
  await workbench.view('FiLM').click();
  await workbench.settled();
  await workbench.view('Routes').click();
  await expect(line).toContainText(
    'Another network now, with soft modules, that has learned nothing yet:',
  );
  // So do the panel and the list, with the way to one that has.
  const note = page.locator('#backbone').getByRole('note');
  await expect(note).toContainText('This network has learned nothing yet');
  await expect(page.locator('#recommendations .panel-sub')).toContainText('the order is chance');
  await expect(note.getByRole('button', { name: 'Train it' })).toBeVisible();
  await note.getByRole('button', { name: 'Use FiLM, which comes trained' }).click();
  await workbench.settled();
  await expect(note).toHaveCount(0);
  await expect(workbench.view('FiLM')).toBeChecked();
});

test('a network that is left as it is is not called rewired', async ({ page, workbench }) => {
  await workbench.open();
  await workbench.settled();
  const sub = page.locator('#backbone .panel-sub');
  await expect(sub).toContainText('rewired for');
  for (const layer of [1, 2, 3]) {
    await page.getByRole('button', { name: `Leave layer ${layer} unmodulated` }).click();
  }
  await workbench.settled();
  await expect(sub).toHaveText('Nothing is rewired: all films meet the same network.');
});

test('films picked one right after another are named in that order, and nothing older is', async ({
  workbench,
}) => {
  const { recommendations, support, narrator } = workbench;
  await workbench.open();
  await workbench.settled();
  await support.tool('Clear').click();
  await expect(narrator).toContainText('You took out all films');
  for (let k = 0; k < 3; k++) {
    const row = recommendations.root.locator('.rank-row').nth(2 - k);
    await row.locator('.add-like').click({ noWaitAfter: true });
  }
  await workbench.settled();
  const held = await support.root.locator('.tray-title').allTextContents();
  expect(held).toHaveLength(3);
  await expect(narrator).toContainText('You added');
  await expect(narrator).not.toHaveAttribute('data-old');
  const said = (await narrator.textContent())!;
  const named = held.filter((title) => said.includes(title));
  // Told at once, or the last of them where the visitor was slow: never another order.
  expect(named.length, said).toBeGreaterThan(0);
  const places = named.map((title) => said.indexOf(title));
  expect(places).toEqual([...places].sort((a, b) => a - b));
});
