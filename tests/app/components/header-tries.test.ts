import { expect, it } from 'vitest';
import { allTries } from '../../../app/components/header/tries';
import type { BackendReport } from '../../../app/protocol/vocabulary';

const report = (tried: BackendReport['tried']): BackendReport => ({
  chosen: 'wasm',
  reason: '',
  tried,
});

it('lists the GPUs that the trainer tried though it stayed on the adapter’s backend', () => {
  const adapter = report([{ name: 'wasm', ok: true }]);
  const webgl = { name: 'webgl' as const, ok: false, note: 'workers have no canvas here' };
  const trainer = report([{ name: 'wasm', ok: true, stepMs: 20 }, webgl]);
  expect(allTries(adapter, null)).toEqual([{ name: 'wasm', ok: true }]);
  expect(allTries(adapter, trainer)).toEqual([{ name: 'wasm', ok: true, stepMs: 20 }, webgl]);
});
