import { expect, test } from './fixtures';

const VARIANTS = [
  { name: 'FiLM', parameters: { variant: 'mean.dot.film' } },
  { name: 'soft modularization', parameters: { variant: 'mean.dot.soft' } },
  { name: 'sigmoid gates', parameters: { variant: 'mean.dot.sigmoid' } },
  { name: 'generated weights', parameters: { variant: 'max.mlp.linear' } },
  { name: 'the recurrent encoder', parameters: { variant: 'gru.dot.film' } },
];

for (const { name, parameters } of VARIANTS) {
  test(`the chain behind a score multiplies out for ${name}`, async ({ workbench, page }) => {
    await workbench.open({ ...parameters, view: 'explain' });
    await workbench.settled();
    const chain = page.locator('.explain');
    await expect(chain).toBeVisible();
    const error = Number(await chain.getAttribute('data-error'));
    expect(error).toBeLessThanOrEqual(1e-4);
    await expect(chain).toContainText('Multiplied out again');
    await expect(chain.locator('.explain-stage')).toHaveCount(7);
  });
}

test('a new visitor’s stars are explained from the ratings given', async ({ workbench, page }) => {
  await workbench.open({ setting: 'newcomer', support: '260*5_1210*4.5', view: 'explain' });
  await workbench.settled();
  const chain = page.locator('.explain');
  await expect(chain).toBeVisible();
  expect(Number(await chain.getAttribute('data-error'))).toBeLessThanOrEqual(1e-4);
  await expect(chain).toContainText('Predicted stars');
});

test('another movie is explained by other numbers', async ({ workbench, page }) => {
  await workbench.open({ view: 'explain' });
  await workbench.settled();
  const title = page.locator('.explain-stage h3').first();
  const before = await title.textContent();
  const fifth = (await workbench.recommendations.top(5))[4];
  await workbench.recommendations.row(fifth.item).locator('.rank-pick').click();
  await expect(title).not.toHaveText(before!);
});
