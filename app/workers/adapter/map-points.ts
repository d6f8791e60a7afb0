/** The support sets that the context map shows: some of every scenario, the same on every machine. */
import type { PageSetting, SupportItem } from '../../protocol/vocabulary';
import type { SupportSampler } from './support-samples';

/** Movies in each support set. */
const MAP_SUPPORT = 8;
const MOST_POINTS = 2000;
const MOST_PER_SCENARIO = 30;
const SEED = 1;
/** Stars from which on a rating counts as a like on the map of raw features. */
const LIKED_STARS = 3.5;

export interface MapTasks {
  supports: SupportItem[][];
  /** Scenario index of each. */
  scenario: Uint16Array;
  /** Which draw from its scenario each is, from 0. */
  draw: Uint16Array;
}

/** `draws` support sets of each of `scenarios` (indices), or as many as the map can show of each. */
export function mapTasks(
  sampler: SupportSampler,
  scenarios: readonly number[],
  draws = MOST_PER_SCENARIO,
  size = MAP_SUPPORT,
): MapTasks {
  const supports: SupportItem[][] = [];
  const scenario: number[] = [];
  const draw: number[] = [];
  const each = Math.min(draws, Math.max(1, Math.floor(MOST_POINTS / scenarios.length)));
  for (const s of scenarios) {
    for (let d = 0; d < each; d++) {
      const support = sampler.sample(s, size, SEED + d);
      if (support.length < size) continue; // too small a scenario to show fairly
      supports.push(support);
      scenario.push(s);
      draw.push(d);
    }
  }
  return { supports, scenario: Uint16Array.from(scenario), draw: Uint16Array.from(draw) };
}

/** Which labels of a support set count as liked on the map of raw features. */
export const likedIn = (setting: PageSetting) => (label: number) =>
  setting === 'scenario' ? label > 0 : label >= LIKED_STARS;

/** Mean pair vector of liked support movies, `[D]`: the map that needs no encoder. */
export function meanFeatures(
  candidates: Float32Array,
  pairDim: number,
  support: readonly SupportItem[],
  isLiked: (label: number) => boolean,
): Float32Array {
  const mean = new Float32Array(pairDim);
  const liked = support.filter(({ label }) => isLiked(label));
  for (const { item } of liked) {
    for (let d = 0; d < pairDim; d++) mean[d] += candidates[item * pairDim + d] / liked.length;
  }
  return mean;
}
