/** How many workers may share a training step on this machine. */

/** More gain little: the update and the messages are the trainer's alone (`docs/performance.md`). */
const MOST = 4;

/**
 * At most half of the cores, as the page draws and answers beside training; or what `?trainers=` forces.
 * @param search of the address
 * @param cores that the browser tells of
 */
export function trainersHere(
  search = globalThis.location?.search ?? '',
  cores = globalThis.navigator?.hardwareConcurrency ?? 1,
): number {
  const forced = new URLSearchParams(search).get('trainers') ?? '';
  if (/^[1-8]$/.test(forced)) return Number(forced);
  return Math.min(MOST, Math.max(1, Math.floor(cores / 2)));
}
