import { dragByMouse } from './drags';
import { expect, test } from './fixtures';

const top = (ranking: { item: number }[]): number[] => ranking.map(({ item }) => item);

/** What one step leaves on the page, the next one finds: the page is opened once. */
test('movies are edited by button, by keyboard and by dragging', async ({
  workbench,
  hand,
  driver,
}) => {
  await workbench.open({ backend: 'wasm' });

  await test.step('added by its button, and undone', async () => {
    const own = await workbench.items();
    const before = await workbench.top(20);
    const [first, second] = before;

    await hand.hover(workbench.row(first.item));
    await hand.click(`${workbench.row(first.item)} .add-like`);
    await workbench.holds(first.item, 1);
    const after = top(await workbench.top(20));
    expect(after).not.toContain(first.item);
    expect(after).not.toEqual(top(before).slice(1));

    await hand.hover(workbench.row(second.item));
    await hand.click(`${workbench.row(second.item)} .add-dislike`);
    await workbench.holds(second.item, 0);

    await hand.click(workbench.tool('Undo'));
    await workbench.lacks(second.item);
    expect(await workbench.ranking()).toEqual(after);
    await hand.click(workbench.tool('Undo'));
    await workbench.lacks(first.item);
    expect(await workbench.items()).toEqual(own);
    expect(await workbench.top(20)).toEqual(before);
  });

  await test.step('added, moved and removed by keyboard', async () => {
    const own = await workbench.items();
    const before = await workbench.ranking();
    const second = before[1];
    // Rank 1 is where Tab stops; arrows go down the list.
    await hand.evaluate(() =>
      document.querySelector<HTMLElement>('.rank-row[data-rank="1"] .rank-pick')?.focus(),
    );
    await hand.press('ArrowDown');
    const focus = () => hand.evaluate(() => document.activeElement?.closest('.rank-row')?.getAttribute('data-item')); // prettier-ignore
    await hand.until('the focus on rank 2', focus, (item) => item === String(second));
    // Past the score, which explains itself, to the button that adds.
    await hand.press('Tab');
    await hand.press('Tab');
    await hand.press('Enter');
    await workbench.holds(second, 1);

    await workbench.addBySearch('Toy Story', ['Shift', 'Enter']);
    const [disliked] = (await workbench.pairs()).filter(({ label }) => label === 0);
    expect(await hand.text(workbench.inSupport(disliked.item))).toContain('Toy Story');
    await hand.press('Control', 'z');
    await workbench.lacks(disliked.item);
    await hand.press('Control', 'z');
    await workbench.lacks(second);
    expect(await workbench.items()).toEqual(own);
    expect(await workbench.ranking()).toEqual(before);
    await hand.press('Control', 'Shift', 'z');
    await workbench.holds(second, 1);
  });

  test.skip(!driver.can.drag, 'this browser, headless, has no drag and drop');
  await test.step('dragged by mouse into a tray, and on into the other', async () => {
    const before = await workbench.ranking();
    const second = before[1];
    await dragByMouse(hand, `${workbench.row(second)} .rank-title`, workbench.tray('like'));
    await workbench.holds(second, 1);
    const liked = await workbench.ranking();
    expect(liked).not.toContain(second);

    await dragByMouse(
      hand,
      `${workbench.inSupport(second)} .tray-title`,
      workbench.tray('dislike'),
    );
    await workbench.holds(second, 0);
    const disliked = await workbench.ranking();
    expect(disliked).not.toContain(second);
    expect(disliked).not.toEqual(liked);
  });
});
