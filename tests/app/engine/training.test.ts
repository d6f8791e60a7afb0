import { expect, it } from 'vitest';
import { trainersHere } from '../../../app/client/cores';
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
  const told = client.calls.filter((call) => call.startsWith('trainWhenHidden'));
  expect(told).toEqual(['trainWhenHidden true', 'trainWhenHidden false']);
});

it('tells the client whether several workers share a step: at its start, and when that is changed', () => {
  const store = createAppStore();
  const client = new FakeClient(new Uint32Array());
  followTraining(store, client, () => Promise.resolve());
  store.getState().setTrainCores(false);
  store.getState().setTrainCores(true);
  const told = client.calls.filter((call) => call.startsWith('several'));
  expect(told).toEqual(['several true', 'several false', 'several true']);
});

it('takes at most half of the cores, and four; an address forces another number', () => {
  expect([1, 2, 3, 4, 6, 8, 64].map((cores) => trainersHere('', cores))).toEqual([
    1, 1, 1, 2, 3, 4, 4,
  ]);
  expect(trainersHere('?trainers=2', 1)).toBe(2);
  expect(trainersHere('?trainers=99', 4)).toBe(2);
});
