/** What the training loop asks for: meta-batches of tasks of one size. */
import type { Random } from '../random';
import type { Task } from '../types';

export interface TaskSampler {
  /** `count` tasks, all with as many support pairs and as many query pairs. */
  batch(random: Random, count: number): Task[];
}
