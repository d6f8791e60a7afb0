/**
 * What the evaluation, the lab and the race know of a system: how it is trained and how it scores.
 *
 * A system is looked up by its id in `findSystem`; ids with a number (`melu-5`) are families.
 */
import type { Dataset, Pair } from '../data/types';
import type { ProtocolId, Setting, Treatment } from './types';

/** Everything a system may train with. */
export interface TrainingRoom {
  dataset: Dataset;
  setting: Setting;
  /** Seeds initial values, task sampling and dropout. */
  seed: number;
  /** Meta-training steps. */
  steps: number;
  /** `full`: extra tasks, and in the rating setting residual targets and leave-one-user-out. */
  treatment: Treatment;
  /** Features, tasks, sizes and schedule; `open` unless told. */
  protocol?: ProtocolId;
  /** Awaited: a page pauses the run by not resolving. */
  onProgress?: (step: number, loss: number) => void | Promise<void>;
}

/** A system after training. */
export interface Recommender {
  /**
   * Scores of `items` for each of `users` after seeing one support set, `[users, items]` row-major;
   * in the rating setting, stars.
   *
   * @param users indices, or `[-1]` for somebody unknown
   */
  score(
    support: readonly Pair[],
    users: ArrayLike<number>,
    items: Uint32Array,
  ): Promise<Float32Array>;
  /**
   * How unsure it is of those scores, `[users, items]` in their units: the standard deviation over `draws` of what the
   * support set leaves open. Only of systems that have such a thing.
   */
  spread?(
    support: readonly Pair[],
    users: ArrayLike<number>,
    items: Uint32Array,
    draws: number,
  ): Promise<Float32Array>;
  /** In the rating setting: scores order items but are no stars, so that there is no MAE. */
  ordersOnly?: boolean;
  /** What its training chose beside its parameters, in words; it stands in the row. */
  found?: string;
  dispose?(): void;
}

export interface System {
  id: string;
  /** For people and tables. */
  name: string;
  settings: readonly Setting[];
  /** Whether it takes steps and so differs with the seed's initial values. */
  trained: boolean;
  train(room: TrainingRoom): Promise<Recommender>;
}

/** Ids that match make a system, or none when the numbers in it make no sense. */
export interface SystemFamily {
  /** How the id is written, for help: `melu-K`. */
  usage: string;
  pattern: RegExp;
  make(match: RegExpExecArray): System;
}

/** A family of one. */
export const single = (system: System): SystemFamily => ({
  usage: system.id,
  pattern: new RegExp(`^${system.id}$`),
  make: () => system,
});

/** @throws RangeError that lists what there is. */
export function findSystem(families: readonly SystemFamily[], id: string): System {
  for (const family of families) {
    const match = family.pattern.exec(id);
    if (match) return family.make(match);
  }
  const known = families.map((family) => family.usage).join(', ');
  throw new RangeError(`there is no system '${id}'; there are ${known}`);
}
