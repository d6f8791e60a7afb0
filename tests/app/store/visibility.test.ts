import { expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { isSeen } from '../../../app/store/visibility';

it('counts a panel as seen until it is looked at, and changes only what changed', () => {
  const store = createAppStore();
  expect(isSeen(store.getState(), 'training')).toBe(true);
  store.getState().setPanelVisible('training', false);
  store.getState().setPanelVisible('race', false);
  expect(isSeen(store.getState(), 'training')).toBe(false);
  const { hiddenPanels: outOfSight } = store.getState();
  store.getState().setPanelVisible('training', false);
  expect(store.getState().hiddenPanels).toBe(outOfSight);
  store.getState().setPanelVisible('training', true);
  expect(isSeen(store.getState(), 'training')).toBe(true);
  expect(isSeen(store.getState(), 'race')).toBe(false);
});
