/**
 * Looks for a GPU that trains faster than the present trainer, in a worker of its own.
 *
 * Compiling a GPU's first step takes seconds and a bad driver may hang or crash, so none of it
 * happens in the worker that trains. The scout loads, takes the run's present state and trains one
 * step to warm up; when it is faster, the run moves over (`client.ts`).
 */
import type { BackendName, BackendReport, TrainingState } from '../protocol';
import { Link, SUPERSEDED, type WorkerLike } from './link';

export interface ScoutOptions {
  spawn: () => WorkerLike;
  base: string;
  data?: string;
  avoid: BackendName[];
  /** The present trainer's milliseconds for the timed step. */
  beat: number;
  patience: number;
  /** The run as it is; loaded for the warm-up, so that real sizes are compiled. */
  state: () => Promise<TrainingState>;
}

export interface Scouted {
  /** A warm worker on the faster GPU, or null: the report says why. */
  link: Link | null;
  report: BackendReport | null;
}

/** A GPU must be this much faster to be worth the move. */
const WORTH = 1.2;

/** Never rejects: a scout that fails in any way means staying where we are. */
export async function scoutGpu(options: ScoutOptions): Promise<Scouted> {
  let report: BackendReport | null = null;
  const link = new Link(
    options.spawn(),
    { onNotice: () => undefined, onDeath: () => undefined },
    options.patience,
  );
  try {
    const { base, data, avoid } = options;
    const started = await link.ask({
      type: 'start',
      role: 'trainer',
      base,
      data,
      backend: 'auto',
      only: 'gpu',
      avoid,
    });
    if (started === SUPERSEDED) return retire(link, report);
    report = started;
    if (stepMs(report) * WORTH > options.beat) return retire(link, report);
    const state = await options.state();
    await link.ask({ type: 'load', variant: state.variant, seed: state.seed });
    await link.ask({ type: 'resume', state });
    await link.ask({ type: 'train', mode: 'step' });
    return { link, report };
  } catch {
    return retire(link, report);
  }
}

function retire(link: Link, report: BackendReport | null): Scouted {
  link.close();
  return { link: null, report };
}

/** Milliseconds of the timed step of the chosen backend; Infinity when it was not timed. */
export function stepMs({ chosen, tried }: BackendReport): number {
  return tried.find(({ name }) => name === chosen)?.stepMs ?? Infinity;
}

/** Whether looking for a GPU can find anything at all. */
export function mayHaveGpu(): boolean {
  return 'OffscreenCanvas' in globalThis || 'gpu' in globalThis.navigator;
}
