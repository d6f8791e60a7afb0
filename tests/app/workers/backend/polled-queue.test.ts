import { describe, expect, it } from 'vitest';
import { fewInFlight } from '../../../../app/workers/backend/device';
import { whilePolling } from '../../../../app/workers/backend/polled-queue';
import { medianOfChunks } from '../../../../app/workers/backend/tiny-model';
import { nextTurn } from '../../../../app/workers/host/turn';

/** A queue like Firefox's: it looks what is done when something is submitted (its timer never rings). */
class LateQueue {
  submits = 0;
  private waiting: (() => void)[] = [];

  submit(): void {
    this.submits++;
    for (const tell of this.waiting.splice(0)) tell();
  }

  onSubmittedWorkDone(): Promise<void> {
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}

describe('a queue that says only when it is asked that it is done', () => {
  it('is asked until what is waited for has come, and no longer', async () => {
    const queue = new LateQueue();
    await whilePolling(queue, queue.onSubmittedWorkDone(), nextTurn);
    expect(queue.submits).toBe(1);
    for (let k = 0; k < 5; k++) await nextTurn();
    expect(queue.submits).toBe(1);
  });

  it('is asked no longer after a failure, which is told', async () => {
    const queue = new LateQueue();
    const lost = new Error('lost');
    await expect(whilePolling(queue, Promise.reject(lost), nextTurn)).rejects.toBe(lost);
    for (let k = 0; k < 5; k++) await nextTurn();
    expect(queue.submits).toBe(0);
  });

  it('lets many steps through one gate', async () => {
    const queue = new LateQueue();
    const gate = fewInFlight(() => whilePolling(queue, queue.onSubmittedWorkDone(), nextTurn), 2);
    for (let step = 0; step < 50; step++) await gate();
    expect(queue.submits).toBeGreaterThan(0);
  });
});

describe('a gate for two', () => {
  it('opens for the third step when the first is done', async () => {
    const finish: (() => void)[] = [];
    const gate = fewInFlight(() => new Promise<void>((resolve) => finish.push(resolve)), 2);
    await gate();
    await gate();
    let passed = false;
    const third = gate().then(() => (passed = true));
    await nextTurn();
    expect(passed).toBe(false);
    finish[0]();
    await third;
  });
});

describe('the time of a step', () => {
  it('is the median of chunks, without the first', async () => {
    // Begin and end of each chunk of two steps: 100 ms to wake up, then 8, 20 and 10.
    const times = [0, 100, 100, 108, 110, 130, 140, 150];
    expect(
      await medianOfChunks(
        async () => undefined,
        () => times.shift()!,
      ),
    ).toBe(5);
  });
});
