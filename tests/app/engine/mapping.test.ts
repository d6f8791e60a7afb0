import { expect, it } from 'vitest';
import { createAppStore } from '../../../app/store';
import { keepMapping } from '../../../app/engine/mapping';
import { FakeClient } from '../support/fake-client';

const settled = () => new Promise((resolve) => setTimeout(resolve));

it('draws the map of trained parameters anew only after a rest; fitted axes wait for nothing', async () => {
  const store = createAppStore();
  const client = new FakeClient(new Uint32Array(10));
  let rested = () => undefined as void;
  const mapping = keepMapping(store, client, () => new Promise((end) => (rested = end)));
  for (let report = 0; report < 3; report++) {
    void mapping.refresh(true);
    await settled();
  }
  expect(client.calls).toHaveLength(1);
  store.setState({ projection: 'umap' });
  await settled();
  expect(client.calls).toHaveLength(2);
  expect(store.getState().map?.projection).toBe('umap');
  rested();
  await settled();
  expect(client.calls).toHaveLength(3);
  rested();
  await settled();
  expect(client.calls).toHaveLength(3);
});
