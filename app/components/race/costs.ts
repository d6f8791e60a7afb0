/** What adapting and meta-training cost each system, where it was measured. */
import { median } from 'd3-array';
import type { RaceTraining } from '../../protocol/race';
import type { SystemId } from './systems';
import { timingOf, type Runs } from './summary';

const MEGA = 1024 * 1024;

export type Times = Partial<Record<SystemId, RaceTraining>>;

/** One cost of one system: milliseconds or megabytes of tensors. */
export type CostOf = (id: SystemId) => number | undefined;

export type Costs = Record<'adaptMs' | 'adaptMb' | 'trainMs' | 'trainMb', CostOf>;

export function costs(runs: Runs, times: Times): Costs {
  return {
    adaptMs: (id) => runs[id] && timingOf(runs[id]).adapt,
    adaptMb: (id) => runs[id] && runs[id].adaptBytes / MEGA,
    trainMs: (id) => times[id] && median(times[id].ms),
    trainMb: (id) => times[id] && times[id].peakBytes / MEGA,
  };
}
