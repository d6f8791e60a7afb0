import { pull, slide } from './drags';
import { expect, test } from './fixtures';

test('stars are dragged without their row, which is dragged all the same', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ setting: 'newcomer', support: '1*5_260*4' });
  const [first, second] = await workbench.items();
  await hand.evaluate(() => {
    const page = window as unknown as { drags: number };
    page.drags = 0;
    addEventListener('dragstart', () => page.drags++, true);
  });
  const drags = (): Promise<number> =>
    hand.evaluate(() => (window as unknown as { drags: number }).drags);
  const stars = (item: number): string => `${workbench.inSupport(item)} input[type="range"]`;
  const label = async (item: number): Promise<number | undefined> =>
    (await workbench.pairs()).find((pair) => pair.item === item)?.label;

  await slide(hand, stars(first), 0.95, 0.25);
  await hand.until('fewer stars', () => label(first), (now) => now !== undefined && now <= 2); // prettier-ignore
  await slide(hand, stars(second), 0.15, 0.9);
  await hand.until('more stars', () => label(second), (now) => now !== undefined && now >= 4); // prettier-ignore
  expect(await drags()).toBe(0);

  await pull(hand, `${workbench.inSupport(first)} .tray-title`);
  await hand.driver.releaseMouse();
  expect(await drags()).toBeGreaterThan(0);
});
