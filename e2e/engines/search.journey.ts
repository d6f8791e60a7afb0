import { expect, test } from './fixtures';

test('a search result is added by a click on it, or disliked by its button', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ backend: 'wasm' });
  const before = await workbench.ranking();
  await workbench.search('Toy Story');
  await hand.click({ css: '[role="option"]', name: /^Toy Story \(1995\)/ });
  await hand.until(
    'Toy Story among the liked',
    () => hand.texts('#support-set [data-label="1"]'),
    (rows) => rows.some((row) => row.startsWith('Toy Story')),
  );
  await hand.disappears('.search-popup');
  await workbench.settled();
  const liked = await workbench.ranking();
  expect(liked).not.toEqual(before);

  await workbench.search('Jaws');
  await hand.hover({ css: '[role="option"]', name: /^Jaws \(1975\)/ });
  await hand.click('[role="option"][aria-label^="Jaws (1975)"] .minus');
  await hand.until(
    'Jaws among the disliked',
    () => hand.texts('#support-set [data-label="0"]'),
    (rows) => rows.some((row) => row.startsWith('Jaws')),
  );
  await workbench.settled();
  expect(await workbench.ranking()).not.toEqual(liked);
});
