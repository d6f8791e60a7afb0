import { expect, test } from './fixtures';

/** A race trains baselines: the slowest thing that the page does. */
const RACE_MS = 300_000;

test('the three views of the race run and say what was measured', async ({ workbench, hand }) => {
  test.slow();
  await workbench.open({ backend: 'wasm' });
  await workbench.openResearchers();
  const run = (name: string) => ({ css: '#race button', name });
  const finished = async (name: string): Promise<void> => {
    await hand.click(run(name));
    await hand.appears('#race [role="progressbar"]');
    await hand.disappears('#race [role="progressbar"]', RACE_MS);
  };
  const cell = (system: string, column: string) =>
    `#race .race-board tr[data-system="${system}"] .of-${column}`;
  const value = async (system: string, column: string): Promise<number> =>
    Number(await hand.attribute(cell(system, column), 'data-value'));

  await finished('Run the race');
  await hand.reads(cell('cmml', 'passes'), /^1 fwd · 0 bwd$/);
  await hand.reads(cell('melu-5', 'passes'), /^5 fwd · 5 bwd$/);
  expect(await value('cmml', 'adapt')).toBeGreaterThan(0);
  expect(await value('cmml', 'quality')).toBeGreaterThan(await value('dcn', 'quality'));

  await hand.click(workbench.choice('#race', 'Cost'));
  await finished('Time a training step');
  const memory = { css: '#race [role="figure"], #race figure', name: 'Tensors in a meta-training step, MB' }; // prettier-ignore
  await hand.appears(memory);

  await hand.click(workbench.choice('#race', 'Validation tasks'));
  await hand.click(run('Run the race'));
  const tasks = await hand.until(
    'two held-out tasks',
    async () => Number(await hand.attribute('#race .race-results', 'data-tasks')),
    (n) => n >= 2,
    RACE_MS,
  );
  await hand.click(run('Stop'));
  await hand.disappears('#race [role="progressbar"]');
  expect(Number(await hand.attribute('#race .race-results', 'data-tasks'))).toBeGreaterThanOrEqual(tasks); // prettier-ignore
});
