/**
 * Firefox looks what a GPU has done on a timer of 100 ms, and whenever something is submitted. Waiting
 * for each step would make that ten steps a second. So while anything is waited for, nothing is
 * submitted again and again: other browsers hardly notice, and Firefox looks each time.
 */

/** The part of `GPUQueue` that is used, so that tests can bring their own. */
export interface Submits {
  submit(buffers: []): void;
}

/** Between two looks, in ms. */
const POLL_MS = 2;
/** By then whoever waits has given up. */
const LONGEST_MS = 60_000;

const pause = () => new Promise<void>((resolve) => setTimeout(resolve, POLL_MS));

/**
 * `awaited`, with `queue` polled until it settles.
 * @param tick waits between two polls; tests pass one of their own
 */
export function whilePolling<T>(
  queue: Submits,
  awaited: Promise<T>,
  tick: () => Promise<void> = pause,
): Promise<T> {
  void poll(queue, awaited, tick);
  return awaited;
}

async function poll(queue: Submits, awaited: Promise<unknown>, tick: () => Promise<void>) {
  let pending = true;
  const settle = () => void (pending = false);
  awaited.then(settle, settle);
  const end = performance.now() + LONGEST_MS;
  for (await tick(); pending && performance.now() < end; await tick()) queue.submit([]);
}
