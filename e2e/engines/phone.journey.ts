import { dragByFinger, dragByMouse } from './drags';
import { expect, test } from './fixtures';

for (const { width, height } of [
  { width: 390, height: 844 },
  { width: 320, height: 568 },
]) {
  test.describe(`on a phone, ${width} x ${height}`, () => {
    test.use({ device: { width, height, hands: 'finger' } });

    test('a finger adds, drags, searches, removes and undoes', async ({
      workbench,
      hand,
      driver,
    }) => {
      await workbench.open({ backend: 'wasm' });
      const window = await hand.evaluate(() => ({
        wide: innerWidth,
        content: document.documentElement.scrollWidth,
      }));
      expect(window).toEqual({ wide: width, content: width });

      const own = await workbench.items();
      const before = await workbench.top(10);
      const [first] = before;
      await hand.tap(`${workbench.row(first.item)} .add-like`);
      await workbench.holds(first.item, 1);
      expect(await workbench.ranking(10)).not.toContain(first.item);

      const from = `${workbench.inSupport(own[0])} .tray-title`;
      if (driver.can.touch) await dragByFinger(hand, from, workbench.tray('dislike'));
      else await dragByMouse(hand, from, workbench.tray('dislike'));
      await workbench.holds(own[0], 0);

      await hand.tap(workbench.tool('Undo'));
      await workbench.holds(own[0], 1);
      await hand.tap({ css: `${workbench.inSupport(first.item)} button`, name: /^Remove / });
      await workbench.lacks(first.item);
      expect((await workbench.items()).sort()).toEqual([...own].sort());
      expect((await workbench.top(10)).map(({ item }) => item)).toEqual(before.map(({ item }) => item)); // prettier-ignore

      await workbench.search('Jaws', 'tap');
      await hand.tap({ css: '[role="option"]', name: /^Jaws \(1975\)/ });
      await hand.until(
        'Jaws among the liked',
        () => hand.texts('#support-set [data-label="1"]'),
        (rows) => rows.some((row) => row.startsWith('Jaws')),
      );
      await workbench.settled();
    });
  });
}
