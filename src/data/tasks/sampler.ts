/** What the training loop asks for: meta-batches of tasks. */
import type { Random } from '../random';
import type { Task } from '../types';

export interface TaskSampler {
  /** `count` tasks with as many query pairs; in the rating setting their support sets differ in size. */
  batch(random: Random, count: number): Task[];
}
