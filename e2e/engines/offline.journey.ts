import { expect, test } from './fixtures';

test.use({ keepsItself: true });

test('the page opens again when its host is gone', async ({ workbench, hand, host }) => {
  await workbench.open({ backend: 'wasm' });
  const before = await workbench.ranking();
  await hand.appears('[data-code="offline-ready"]', 90_000);
  // No driver's switch: nobody answers at the page's address any more.
  await host.close();
  await hand.reload();
  await workbench.settled();
  expect(await workbench.ranking()).toEqual(before);
  await workbench.addBySearch('The Shining');
  expect(await workbench.ranking()).not.toEqual(before);
  // Workers and what is loaded late come from the store too.
  await workbench.trainTo(1);
});
