/**
 * The parameters that outlive the workers: the newest, the checkpoints behind it, and which of them
 * the page shows.
 */
import type { TrainerNotice, TrainingState } from '../../protocol/trainer';
import { CheckpointRing, type Checkpoint, type CheckpointMark } from './checkpoints';

type Snapshot = Extract<TrainerNotice, { type: 'snapshot' }>;
type Moments = { step: number; first: Float32Array; second: Float32Array };

/** Checkpoints on the time scrubber; each holds the parameters, so this bounds memory. */
const CAPACITY = 48;
/** Adam's moments that are at most so many steps old still fit. */
const FRESH_STEPS = 200;

export class History {
  /** Newest parameters of this variant; null while they are those that `load` finds or makes. */
  last: Checkpoint | null = null;
  /** The checkpoint that the scrubber shows instead of `last`. */
  shown: Checkpoint | null = null;
  private moments: Moments | null = null;
  private readonly ring = new CheckpointRing(CAPACITY);

  keep({ steps, tasksSeen, loss, flat, moments }: Snapshot): void {
    this.push({ step: steps, tasksSeen, loss, flat });
    if (moments) this.moments = { step: steps, ...moments };
  }

  /** Makes `checkpoint` the newest, and shows the newest. */
  put(checkpoint: Checkpoint): void {
    this.push(checkpoint);
    this.shown = null;
  }

  /** What the page is to see; null: what `load` gave. */
  current(): Checkpoint | null {
    return this.shown ?? this.last;
  }

  at(step: number): Checkpoint | undefined {
    return this.ring.at(step);
  }

  marks(): CheckpointMark[] {
    return this.ring.marks();
  }

  forget(): void {
    this.last = this.shown = this.moments = null;
    this.ring.clear();
  }

  /** Adam's moments of `step`, from a saved run. */
  keepMoments(step: number, { first, second }: Omit<Moments, 'step'>): void {
    this.moments = { step, first, second };
  }

  /** What training goes on from: the newest parameters, with Adam's moments if they still fit. */
  state(
    oldest = FRESH_STEPS,
  ): Pick<TrainingState, 'step' | 'tasksSeen' | 'flat' | 'firstMoment' | 'secondMoment'> {
    const { step, tasksSeen, flat } = this.last!;
    const age = this.moments ? step - this.moments.step : Infinity;
    const fit = age >= 0 && age <= oldest ? this.moments : null;
    return {
      step,
      tasksSeen,
      flat,
      firstMoment: fit?.first ?? null,
      secondMoment: fit?.second ?? null,
    };
  }

  private push(checkpoint: Checkpoint): void {
    this.last = checkpoint;
    this.ring.offer(checkpoint);
  }
}
