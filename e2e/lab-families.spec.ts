import { expect, test } from './fixtures';
import { Lab } from './pages/lab';

test('systems of two tastes are run here, and compared once both have run', async ({
  workbench,
  page,
  checkAccessibility,
}) => {
  test.slow();
  const lab = new Lab(page);
  const here = (system: string) => lab.root.locator(`[data-here="${system}"]`);
  const mean = async (system: string) =>
    Number(await here(system).locator('[role="cell"]').first().textContent());
  await workbench.open();
  await workbench.openResearchers();
  await lab.view('Two tastes');
  await lab.root.getByLabel('Training steps').fill('50');
  await lab.button('Run FiLM here').click();
  await expect(lab.status).toContainText('FiLM, seed 0');
  // Another view of the lab says what is under way, and stops nothing.
  await lab.view('Tables');
  await expect(lab.status).toContainText('(Two tastes)');
  await lab.view('Two tastes');
  await expect(lab.root.getByLabel('Training steps')).toHaveValue('50');
  await lab.finished(150_000);
  await expect(here('film')).toContainText('run here, 1 seed, 50 steps');
  await expect(here('film')).toContainText('run its plain network under the same seeds');

  await lab.button('Run plain network on [x, C*x] here').click();
  await lab.finished(150_000);
  const difference = (await mean('film')) - (await mean('plain'));
  const words = await here('film').locator('.families-words').textContent();
  const shown = Number(/^[+−][\d.]+/.exec(words!)![0].replace('−', '-'));
  // Each of the three figures is rounded to a tenth.
  expect(Math.abs(shown - difference)).toBeLessThanOrEqual(0.1501);
  await checkAccessibility('families, run here');
});
