/**
 * Checkpoints of a run in bounded memory: at most `capacity`, spread evenly over the whole run.
 *
 * Kept on the page's side, so they outlive a worker. When the ring is full every second checkpoint
 * is dropped and the spacing doubles; the first and the newest are always there.
 */
import type { ShownParameters } from '../../protocol/adapter';
import type { Variant } from '../../protocol/vocabulary';

export interface Checkpoint {
  step: number;
  tasksSeen: number;
  /** Training loss at that step; NaN before the first step. */
  loss: number;
  /** All parameters, concatenated in the model's order. */
  flat: Float32Array;
}

/** A checkpoint without its parameters: what the time scrubber draws. */
export type CheckpointMark = Omit<Checkpoint, 'flat'>;

/** What makes an adapter show `checkpoint`. */
export const parametersOf = (variant: Variant, { step, flat }: Checkpoint): ShownParameters => ({
  variant,
  steps: step,
  flat,
});

export class CheckpointRing {
  private kept: Checkpoint[] = [];
  private spacing = 1;

  constructor(private readonly capacity: number) {}

  /** Takes `checkpoint` as the newest; anything at or after its step is from an abandoned future. */
  offer(checkpoint: Checkpoint): void {
    this.truncate(checkpoint.step - 1);
    const [before, newest] = this.kept.slice(-2);
    if (newest && newest.step - before.step < this.spacing) this.kept.pop();
    this.kept.push(checkpoint);
    if (this.kept.length > this.capacity) this.thin();
  }

  /** Forgets everything after `step` (training goes on from there). */
  truncate(step: number): void {
    this.kept = this.kept.filter((checkpoint) => checkpoint.step <= step);
  }

  clear(): void {
    this.kept = [];
    this.spacing = 1;
  }

  at(step: number): Checkpoint | undefined {
    return this.kept.find((checkpoint) => checkpoint.step === step);
  }

  marks(): CheckpointMark[] {
    return this.kept.map(({ step, tasksSeen, loss }) => ({ step, tasksSeen, loss }));
  }

  private thin(): void {
    const last = this.kept.length - 1;
    this.kept = this.kept.filter((_, index) => index % 2 === 0 || index === last);
    const meanGap = (this.kept.at(-1)!.step - this.kept[0].step) / (this.kept.length - 1);
    this.spacing = Math.max(2 * this.spacing, Math.floor(meanGap));
  }
}
