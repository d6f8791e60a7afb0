import { expect, test } from './fixtures';
import { Picture } from './pages/picture';

test('a pinned ranking is compared: with another genre, another movie, another support set', async ({
  workbench,
  page,
}) => {
  await workbench.open();
  await workbench.settled();
  const first = (await workbench.recommendations.top(1))[0];
  await page.getByRole('button', { name: 'Pin this ranking' }).click();
  const compare = page.locator('.panel-compare');
  await expect(compare).toContainText('No difference.');
  await workbench.support.pickGenre('Drama & War');
  await workbench.settled();
  await expect(compare).toContainText(/Pinned: Horror & Sci-Fi, 8 movies\. Now: Drama & War/);
  const rows = await new Picture(compare).table();
  const now = await workbench.recommendations.top(1);
  const title = async (item: number) =>
    workbench.recommendations.row(item).locator('.rank-title > span').textContent();
  const top = rows.find(([, , rank]) => rank === '1');
  expect(top?.[0]).toBe(await title(now[0].item));
  expect(rows.find(([, rank]) => rank === '1')).toBeDefined();
  expect(first.item).not.toBe(now[0].item);
  // Horror leaves the context, and gammas and betas follow.
  await expect(compare.getByRole('rowheader', { name: 'Horror', exact: true })).toBeVisible();
  await expect(compare.getByRole('rowheader', { name: /^(gamma|beta) \d/ }).first()).toBeVisible();

  // Two movies: one context, which each meets differently.
  await compare.getByRole('button', { name: 'Let go of the pin' }).click();
  await expect(compare).toHaveCount(0);
  await page.getByRole('button', { name: 'Pin this ranking' }).click();
  await workbench.recommendations.row(now[0].item).waitFor();
  const other = (await workbench.recommendations.top(5))[4];
  await workbench.recommendations.row(other.item).locator('.rank-pick').click();
  await expect(compare).toContainText('One support set, one context.');
  await expect(compare).toContainText(`→ ${await title(other.item)} (${other.score.toFixed(2)})`);
  await expect(compare.getByRole('rowheader', { name: /^(gamma|beta) \d/ }).first()).toBeVisible();

  // Two support sets of one genre.
  const [given] = await workbench.support.items();
  await workbench.support.remove(given);
  await workbench.settled();
  await expect(compare).toContainText(/Pinned: Drama & War, 8 movies\. Now: Drama & War, 7 movies/);
  await expect(compare).not.toContainText('One support set, one context.');
  await expect(compare).not.toContainText('Cosine 1.000');
});

test('a checkpoint is rewound, compared, linked to and played again', async ({
  workbench,
  page,
}) => {
  const { training, recommendations } = workbench;
  await workbench.open();
  await workbench.settled();
  for (const step of [1, 2, 3]) {
    await training.button('Step').click();
    await training.waitForStep(step);
  }
  const time = page.getByRole('slider', { name: /^Time/ });
  await expect(time).toBeVisible();
  await expect(page.locator('.model-line')).toHaveAttribute('data-model-steps', '3');
  const pin = page.getByRole('button', { name: 'Pin this ranking' });
  const compare = page.locator('.panel-compare');
  // The ranking follows training at its own pace: the comparison says which step it is of.
  await pin.click();
  await expect(compare).toContainText(/Now: .*, step 3\./);
  await compare.getByRole('button', { name: 'Let go of the pin' }).click();
  await pin.click();
  await expect(compare).toContainText(/Pinned: [^.]*, step 3\./);
  await time.press('Home');
  await expect(page).toHaveURL(/checkpoint=\d/);
  // The scrubber is further down than what is drawn for a panel out of sight.
  await compare.scrollIntoViewIfNeeded();
  await expect(compare).toContainText(/step 3\. Now: [^.]*movies(, step [12])?\./);
  const rewound = await recommendations.top(10);
  await page.getByRole('button', { name: 'Play the history' }).click();
  await expect(page).not.toHaveURL(/checkpoint=/);
  await expect(page.getByRole('button', { name: 'Play the history' })).toBeVisible();
  await expect(async () => expect(await recommendations.top(10)).not.toEqual(rewound)).toPass();

  // A browser that does not have the run says so and goes on.
  await page.evaluate(() => indexedDB.databases().then((all) => all.forEach(({ name }) => indexedDB.deleteDatabase(name!)))); // prettier-ignore
  await workbench.open({ checkpoint: '777' });
  await expect(workbench.notice('address-checkpoint')).toContainText('777');
});
