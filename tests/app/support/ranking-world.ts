/** A model whose every ranking can be worked out from nothing: what a page says of one can be checked. */
import type { Adaptation } from '../../../app/protocol/adapter';
import type { Interventions, SupportItem, Variant } from '../../../app/protocol/vocabulary';
import type { AdaptOptions } from '../../../app/client/types';
import { UNRANKED } from '../../../app/protocol/unranked';
import { FakeClient } from './fake-client';

/** All that an answer was made from. */
export interface Made {
  variant: string;
  weights: number;
  support: readonly SupportItem[];
  interventions: Interventions | null;
}

/** Between 0 and 1, and anything but in order. */
const noise = (...parts: number[]): number => {
  const mixed = Math.sin(parts.reduce((sum, part, k) => sum + part * (12.9898 + 65.2 * k), 1));
  return Math.abs(mixed * 43758.5453) % 1;
};
const numberOf = (text: string): number =>
  [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 9973, 7);

export function scoresOf(made: Made, items: number): Float32Array {
  const { variant, weights, support, interventions } = made;
  const model = numberOf(variant) + 17 * weights;
  const handle = interventions ? numberOf(JSON.stringify(interventions)) : 0;
  return Float32Array.from({ length: items }, (_, item) => {
    const tastes = support.map((pair) => (pair.label - 0.4) * noise(pair.item, item, model));
    return noise(item, model) + tastes.reduce((sum, taste) => sum + taste, 0) + noise(item, handle);
  });
}

/** Rank (1 is best) of `item` among `candidates`, by counting those that beat it. */
export function rankAmong(
  item: number,
  candidates: readonly number[],
  scores: Float32Array,
): number {
  const beats = (other: number) =>
    scores[other] > scores[item] || (scores[other] === scores[item] && other < item);
  return 1 + candidates.filter(beats).length;
}

interface Job {
  channel: string;
  answer: (adaptation: Adaptation | null) => void;
  run: () => Promise<Adaptation | null>;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Answers one thing after another, in its own time, over some movies first and then over all. */
export class SlowClient extends FakeClient {
  /** By the order of a whole answer: what it was made from. */
  readonly made = new Map<Uint32Array, Made>();
  /** Of the movies, a first answer ranks so many. */
  static readonly FIRST = 12;
  private variant: Variant | null = null;
  private weights = 0;
  private trained = 0;
  private readonly queue: Job[] = [];
  private readonly later: (() => Promise<void>)[] = [];
  private busy = false;

  constructor(
    private readonly items: number,
    /** How long the next half of an answer takes. */
    private readonly ms: () => number,
  ) {
    super(new Uint32Array(items).fill(1));
  }

  override async start(variant: Variant) {
    this.variant = variant;
    return super.start(variant);
  }

  override load(variant: Variant) {
    const report = super.load(variant);
    return this.behindEdits(() => {
      this.variant = variant;
      this.weights = 0;
      this.trained = 0;
      return report;
    });
  }

  /** Other parameters, of so many steps. */
  put(weights: number, steps: number): Promise<void> {
    return this.behindEdits(() => {
      this.weights = weights;
      this.trained = steps;
      this.emit('parameters', { steps });
    });
  }

  /** One after another, but never before an edit that waits. */
  private behindEdits<T>(work: () => T | Promise<T>): Promise<T> {
    return new Promise((resolve) => {
      this.later.push(async () => {
        await pause(this.ms());
        resolve(await work());
      });
      void this.drain();
    });
  }

  override adapt(support: SupportItem[], options: AdaptOptions = {}): Promise<Adaptation> {
    const { channel = '', onFirst, interventions = null } = options;
    this.queue.filter((job) => job.channel === channel).forEach(({ answer }) => answer(null));
    const others = this.queue.filter((job) => job.channel !== channel);
    return new Promise((resolve) => {
      const run = async () => {
        const made = { ...this.current(), support, interventions };
        const whole = this.answer(made);
        await pause(this.ms());
        if (onFirst) {
          onFirst(this.first(whole));
          await pause(this.ms());
        }
        this.made.set(whole.order, made);
        return whole;
      };
      // Superseded calls resolve to null, as the client's do.
      const answer = resolve as Job['answer'];
      this.queue.splice(0, Infinity, ...others, { channel, answer, run });
      void this.drain();
    });
  }

  private current() {
    return { variant: JSON.stringify(this.variant), weights: this.weights };
  }

  private async drain(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    while (this.queue.length + this.later.length > 0) {
      const job = this.queue.shift();
      if (job) job.answer(await job.run());
      else await this.later.shift()!();
    }
    this.busy = false;
  }

  private answer(made: Made): Adaptation {
    const scores = scoresOf(made, this.items);
    const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[b] - scores[a] || a - b);
    return {
      context: new Float32Array(32).fill(scores[0]),
      point: null,
      scores,
      order,
      complete: true,
      intervened: made.interventions !== null,
      cost: { forwardPasses: 1, gradientSteps: 0, ms: 2.5, backend: 'wasm' },
      steps: this.trained,
    };
  }

  /** The even ones of the first: not the true order's beginning. */
  private first(whole: Adaptation): Adaptation {
    const some = whole.order.filter((item) => item % 2 === 0).subarray(0, SlowClient.FIRST);
    const order = new Uint32Array(this.items).fill(UNRANKED);
    order.set(some);
    const known = new Set(some);
    const scores = whole.scores.map((score, item) => (known.has(item) ? score : NaN));
    return { ...whole, scores, order, complete: false };
  }
}
