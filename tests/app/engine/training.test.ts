import { expect, it } from 'vitest';
import { followTraining } from '../../../app/engine/training';
import { createAppStore } from '../../../app/store';
import { FakeClient } from '../support/fake-client';

it('tells the client whether a hidden tab trains: at its start, and when it is changed', () => {
  const store = createAppStore();
  const client = new FakeClient(new Uint32Array());
  store.setState({ trainHidden: true });
  followTraining(store, client, () => Promise.resolve());
  store.getState().setSeed(4);
  store.getState().setTrainHidden(false);
  expect(client.calls).toEqual(['trainWhenHidden true', 'trainWhenHidden false']);
});
