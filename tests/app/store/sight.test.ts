import { expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { isSeen } from '../../../app/store/sight';

it('counts a panel as seen until it is looked at, and changes only what changed', () => {
  const store = createAppStore();
  expect(isSeen(store.getState(), 'training')).toBe(true);
  store.getState().see('training', false);
  store.getState().see('race', false);
  expect(isSeen(store.getState(), 'training')).toBe(false);
  const { outOfSight } = store.getState();
  store.getState().see('training', false);
  expect(store.getState().outOfSight).toBe(outOfSight);
  store.getState().see('training', true);
  expect(isSeen(store.getState(), 'training')).toBe(true);
  expect(isSeen(store.getState(), 'race')).toBe(false);
});
