/** A read that never ends (a lost WebGL context) is a lost device, not a hang. */
import type * as tf from '@tensorflow/tfjs-core';
import { afterEach, expect, it, vi } from 'vitest';
import { READ_TIMEOUT_MS } from '../../../../app/workers/backend/timeout';
import { computed, take, takeAll } from '../../../../app/workers/model/reads';

afterEach(() => void vi.useRealTimers());

function hung() {
  const dispose = vi.fn();
  return { data: () => new Promise(() => undefined), dispose } as unknown as tf.Tensor;
}

it('fails after the time that a read may take, and lets its tensor go', async () => {
  vi.useFakeTimers();
  const tensor = hung();
  const lost = { code: 'device-lost', message: `loss: ${READ_TIMEOUT_MS} ms` };
  const read = expect(take(tensor, 'loss')).rejects.toMatchObject(lost);
  await vi.advanceTimersByTimeAsync(READ_TIMEOUT_MS - 1);
  expect(tensor.dispose).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  await read;
  expect(tensor.dispose).toHaveBeenCalledOnce();
});

it('holds for reads of several and for those that only wait', async () => {
  vi.useFakeTimers();
  const reads = [takeAll([hung(), hung()]), computed(hung())].map((read) =>
    expect(read).rejects.toMatchObject({ code: 'device-lost' }),
  );
  await vi.advanceTimersByTimeAsync(READ_TIMEOUT_MS);
  await Promise.all(reads);
});
