import { describe, expect, it } from 'vitest';
import { fewInFlight } from '../../../../app/workers/backend/device';
import { nextTurn } from '../../../../app/workers/host/turn';

describe('one step in flight', () => {
  it('waits for the step before the last, not for the last', async () => {
    const finish: (() => void)[] = [];
    const gate = fewInFlight(() => new Promise<void>((resolve) => finish.push(resolve)), 1);
    await gate(); // the first has none before it

    let passed = false;
    const second = gate().then(() => (passed = true));
    await nextTurn();
    expect(passed).toBe(false);
    finish[0]();
    await second;
    expect(finish).toHaveLength(2);
  });

  it('keeps a failure for whoever waits next, however late', async () => {
    const lost = new Error('lost');
    const steps = [Promise.resolve(), Promise.resolve()];
    const gate = fewInFlight(() => steps.shift() ?? Promise.reject(lost), 1);
    await gate();
    await gate();
    await gate(); // the third step fails
    await nextTurn(); // vitest reports a rejection that nobody has heard of by now
    await expect(gate()).rejects.toBe(lost);
  });

  it('says that the device is lost when it cannot wait', async () => {
    const lost = new Error('lost');
    const steps = [Promise.resolve(), Promise.reject(lost), Promise.resolve()];
    const gate = fewInFlight(() => steps.shift()!, 1);
    await gate();
    await gate();
    await expect(gate()).rejects.toBe(lost);
  });
});
