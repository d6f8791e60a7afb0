/**
 * Looks for a GPU that trains faster than the present trainer, in a worker of its own.
 *
 * Compiling a GPU's first step takes seconds and a bad driver may hang or crash, so none of it
 * happens in the worker that trains. The scout loads, takes the run's present state and trains one
 * step to warm up; when it is faster, the run moves over (`client.ts`).
 */
import type { BackendName, BackendReport, Replies, Request, TrainingState } from '../protocol';
import { WorkerFailure } from '../failure';
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
  /** Of the GPUs; null when none started. */
  report: BackendReport | null;
  tried: BackendReport['tried'];
}

/** A GPU must be this much faster to be worth the move. */
const WORTH = 1.2;

/** Never rejects: a scout that fails in any way means staying where we are. */
export async function scoutGpu(options: ScoutOptions): Promise<Scouted> {
  let tried: BackendReport['tried'] = [];
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
    if (started === SUPERSEDED) return retire(link, tried);
    tried = started.tried;
    if (stepMs(started) * WORTH > options.beat) return retire(link, tried);
    const state = await options.state();
    await link.ask({ type: 'load', variant: state.variant, seed: state.seed });
    await link.ask({ type: 'resume', state });
    await link.ask({ type: 'train', mode: 'step' });
    return { link, report: started, tried };
  } catch (failure) {
    if (failure instanceof WorkerFailure && failure.tried) tried = failure.tried;
    return retire(link, tried);
  }
}

function retire(link: Link, tried: BackendReport['tried']): Scouted {
  link.close();
  return { link: null, report: null, tried };
}

/**
 * Moves a run to the worker behind `link` between two steps: none is lost, none is taken twice. What
 * changes at the present trainer meanwhile (a pause, another variant) is moved after it.
 * @param ask asks the present trainer
 * @param changes how often the run was changed so far
 * @returns whether the run has arrived; if not, the present trainer still has it (paused)
 */
export async function handOver(ask: Ask, link: Link, changes: () => number): Promise<boolean> {
  try {
    let before: number;
    do {
      before = changes();
      await ask({ type: 'train', mode: 'pause' });
      const state = await ask({ type: 'state' });
      await link.ask({ type: 'load', variant: state.variant, seed: state.seed });
      await link.ask({ type: 'resume', state });
    } while (before !== changes());
    return true;
  } catch {
    link.close();
    return false;
  }
}

export type Ask = <R extends Request>(request: R) => Promise<Replies[R['type']]>;

/** Milliseconds of the timed step of the chosen backend; Infinity when it was not timed. */
export function stepMs({ chosen, tried }: BackendReport): number {
  return tried.find(({ name }) => name === chosen)?.stepMs ?? Infinity;
}

/** Whether looking for a GPU can find anything at all. */
export function mayHaveGpu(): boolean {
  return 'OffscreenCanvas' in globalThis || 'gpu' in globalThis.navigator;
}
