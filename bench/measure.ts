/**
 * Timing: alternatives are run in turns, so that a busy machine slows all of them alike, and what
 * counts is processor time of this process, so that time given to others does not.
 */

export interface Sample {
  p10: number;
  median: number;
  p95: number;
  max: number;
  runs: number;
}

/** Order statistics of `values`, in their unit. */
export function summarise(values: readonly number[]): Sample {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return {
    p10: at(0.1),
    median: at(0.5),
    p95: at(0.95),
    max: sorted[sorted.length - 1],
    runs: sorted.length,
  };
}

/** One timed alternative; what it awaits counts. */
export type Alternative = () => unknown;

/**
 * Processor milliseconds of each alternative: `rounds` rounds in which each runs once, after `warmUp` rounds
 * that do not count.
 */
export async function inTurns<Name extends string>(
  alternatives: Record<Name, Alternative>,
  rounds: number,
  warmUp: number,
): Promise<Record<Name, Sample & { times: number[] }>> {
  const names = Object.keys(alternatives) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    number[]
  >;
  for (let round = 0; round < warmUp + rounds; round++) {
    for (const name of names) {
      const start = process.cpuUsage();
      await alternatives[name]();
      if (round >= warmUp) times[name].push(milliseconds(process.cpuUsage(start)));
    }
  }
  return Object.fromEntries(
    names.map((name) => [name, { ...summarise(times[name]), times: times[name] }]),
  ) as Record<Name, Sample & { times: number[] }>;
}

/** Processor time of all threads: the collector's and the compiler's too. */
export const milliseconds = ({ user, system }: NodeJS.CpuUsage): number => (user + system) / 1000;

/** Round by round `a / b`: each pair ran one after the other, under the same load. */
export const ratios = (a: readonly number[], b: readonly number[]): Sample =>
  summarise(a.map((value, i) => value / b[i]));
