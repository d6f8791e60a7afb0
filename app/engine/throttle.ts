/**
 * Runs `work` at the first call, and again for calls that came meanwhile, with a pause after each
 * run: the last call is never lost, none runs beside another.
 */
export function throttle(
  restMs: number,
  work: () => Promise<void>,
  pause: (ms: number) => Promise<void>,
): () => Promise<void> {
  let busy = false;
  let again = false;
  return async () => {
    again = true;
    if (busy) return;
    busy = true;
    while (again) {
      again = false;
      await work();
      await pause(restMs);
    }
    busy = false;
  };
}
