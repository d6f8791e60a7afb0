import { expect, test } from './fixtures';
import { catchFiles, savedDifferences, savedInk } from './saved-picture';

test('pictures of the routes and the map are saved as they are shown', async ({
  workbench,
  hand,
}) => {
  await workbench.open({ variant: 'mean.dot.soft', view: 'routes' });
  await hand.evaluate(catchFiles);
  await hand.appears('#backbone .route-graph .module');
  expect(await savedDifferences(hand, '#backbone')).toEqual([]);
  const ink = await savedInk(hand, '#backbone');
  expect(Math.min(ink.width, ink.height)).toBeGreaterThan(300);
  expect(ink.share).toBeGreaterThan(0.02);
  await hand.appears('#context .map-point');
  expect(await savedDifferences(hand, '#context .context-map')).toEqual([]);
});

test('pictures of the modulation are saved as they are shown', async ({ workbench, hand }) => {
  await workbench.open();
  await hand.evaluate(catchFiles);
  await hand.appears('#backbone .film-scale svg');
  expect(await savedDifferences(hand, '#backbone')).toEqual([]);
});
