import { expect, test } from './fixtures';

const button = (name: string) => ({ css: '#training button', name });

test('training steps, plays, pauses, and is scrubbed back to its beginning', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ backend: 'wasm' });
  const shipped = await workbench.top(10);
  await workbench.trainTo(2);
  const { loss } = await workbench.training();
  expect(Number.isFinite(loss)).toBe(true);
  expect(loss).toBeGreaterThan(0);

  await hand.click(button('Play'));
  await workbench.trained(12);
  await hand.click(button('Pause'));
  await hand.appears(button('Play'));
  // What was under way when it was paused still comes in.
  const seen: number[] = [];
  const paused = await hand.until(
    'training to rest',
    async () => {
      seen.push((await workbench.training()).step);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return seen.at(-1)!;
    },
    (step) => seen.length > 5 && seen.slice(-5).every((one) => one === step),
  );
  await hand.click(button('Step'));
  await workbench.trained(paused + 1);
  expect((await workbench.training()).step).toBe(paused + 1);
  await hand.reads('.model-line', `${paused + 1} steps trained on this page`);
  // The list follows training at its own pace, and every parameter has moved.
  await hand.until(
    'scores of the trained model',
    () => workbench.top(10),
    (now) => now.some(({ item, score }) => shipped.find((one) => one.item === item)?.score !== score), // prettier-ignore
  );

  await hand.click({ css: '#training .scrubber .slider-track', at: 0.01 });
  await hand.until('the address of a checkpoint', () =>
    hand.evaluate(() => /checkpoint=\d/.test(location.search)),
  );
  const rewound = await hand.text('#training .scrubber output');
  expect(Number(rewound.replace(/\D/g, ''))).toBeLessThan(paused);
  await hand.click(button('Newest'));
  await hand.until('no checkpoint in the address', () =>
    hand.evaluate(() => !/checkpoint=/.test(location.search)),
  );
});
