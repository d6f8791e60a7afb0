import type { BackendReport } from '../../protocol/vocabulary';

/**
 * What was tried by either worker, each backend once: the trainer times and checks more, so what it
 * says about a backend counts.
 */
export function allTries(
  adapter: BackendReport,
  trainer: BackendReport | null,
): BackendReport['tried'] {
  const tries = new Map(
    [...adapter.tried, ...(trainer?.tried ?? [])].map((one) => [one.name, one]),
  );
  return [...tries.values()];
}
