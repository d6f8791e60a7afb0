import { WorkerFailure } from '../../protocol/failure';

/**
 * How long a read from a GPU may take: after a lost WebGL context reads hang for ever, but a software
 * renderer on a busy machine is slow and not lost.
 */
export const READ_TIMEOUT_MS = 60_000;

/** `promise`, or a `device-lost` failure after `ms`: nothing on a GPU is waited for without limit. */
export async function inTime<T>(promise: Promise<T>, what: string, ms = READ_TIMEOUT_MS) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new WorkerFailure('device-lost', `${what}: ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
