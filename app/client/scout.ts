/**
 * Looks for a GPU that trains faster than the present trainer, in a worker of its own.
 *
 * Compiling a GPU's first step takes seconds and a bad driver may hang or crash, so none of it
 * happens in the worker that trains. The scout loads, takes the run's present state and trains one
 * step to warm up; when it is faster, the run moves over to it (`moveToGpu`).
 */
import type { Ask } from '../protocol/calls';
import type { TrainerCalls, TrainingState } from '../protocol/trainer';
import type { BackendName, BackendReport } from '../protocol/vocabulary';
import { WorkerFailure } from '../protocol/failure';
import { Link, type WorkerLike } from './link';
import type { TrainerLink } from './roles';

interface ScoutOptions {
  spawn: () => WorkerLike;
  base: string;
  data?: string;
  avoid: BackendName[];
  /** The present trainer's milliseconds for the timed step. */
  currentStepMs: number;
  patience: number;
  /** The run as it is; loaded for the warm-up, so that real sizes are compiled. */
  state: () => Promise<TrainingState>;
}

interface Scouted {
  /** A warm worker on the faster GPU, or null: the report says why. */
  link: TrainerLink | null;
  /** Of the GPUs; null when none started. */
  report: BackendReport | null;
  tried: BackendReport['tried'];
}

/** A GPU must be this much faster to be worth the move. */
const WORTH = 1.2;

/** Never rejects: a scout that fails in any way means staying where we are. */
async function scoutGpu(options: ScoutOptions): Promise<Scouted> {
  let tried: BackendReport['tried'] = [];
  const link: TrainerLink = new Link(
    options.spawn(),
    { onNotice: () => undefined, onDeath: () => undefined },
    options.patience,
  );
  try {
    const { base, data, avoid } = options;
    const started = await link.ask('start', {
      role: 'trainer',
      base,
      data,
      backend: 'auto',
      only: 'gpu',
      avoid,
    });
    tried = started.tried;
    if (stepMs(started) * WORTH > options.currentStepMs) return retire(link, tried);
    const state = await options.state();
    await take(link, state);
    await link.ask('train', { mode: 'step' });
    return { link, report: started, tried };
  } catch (failure) {
    if (failure instanceof WorkerFailure && failure.tried) tried = failure.tried;
    return retire(link, tried);
  }
}

function retire(link: TrainerLink, tried: BackendReport['tried']): Scouted {
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
async function handOver(
  ask: Ask<TrainerCalls>,
  link: TrainerLink,
  changes: () => number,
): Promise<boolean> {
  try {
    let before: number;
    do {
      before = changes();
      await ask('train', { mode: 'pause' });
      await take(link, await ask('state'));
    } while (before !== changes());
    return true;
  } catch {
    link.close();
    return false;
  }
}

/** Brings the worker behind `link` to a run's state. */
async function take(link: TrainerLink, state: TrainingState): Promise<void> {
  await link.ask('load', { variant: state.variant, seed: state.seed });
  await link.ask('resume', { state });
}

export interface MoveOptions extends Omit<ScoutOptions, 'currentStepMs'> {
  /** What the present trainer runs on. */
  current: BackendReport;
  /** Asks the present trainer. */
  ask: Ask<TrainerCalls>;
  /** How often the run was changed so far. */
  changes: () => number;
  /** Makes the worker behind `link` the trainer. */
  adopt: (link: TrainerLink) => void;
  /** The run that was paused for the move goes on, if it was to run. */
  goOn: () => Promise<void>;
}

/** Tries the GPUs aside, and moves the run over if one is faster. */
export async function moveToGpu(options: MoveOptions): Promise<Moved> {
  const { current } = options;
  const none = withoutGpu();
  if (none) return stay(current, none);
  const { link, report, tried } = await scoutGpu({ ...options, currentStepMs: stepMs(current) });
  if (!link) return stay(current, tried);
  const moved = await handOver(options.ask, link, options.changes);
  if (moved) options.adopt(link);
  await options.goOn();
  if (!moved) return stay(current, tried);
  const detail = `${stepMs(report!)} ms instead of ${stepMs(current)} ms`;
  return {
    report: { ...report!, tried: [...current.tried, ...tried] },
    line: { level: 'info', code: 'backend-switched', detail },
  };
}

interface Moved {
  /** What the run is on now, and all that was tried. */
  report: BackendReport;
  /** For the visitor; null: it stays where it was. */
  line: { level: 'info'; code: string; detail: string } | null;
}

const stay = (current: BackendReport, tried: BackendReport['tried']): Moved => ({
  report: { ...current, tried: [...current.tried, ...tried] },
  line: null,
});

/** Milliseconds of the timed step of the chosen backend; Infinity when it was not timed. */
function stepMs({ chosen, tried }: BackendReport): number {
  return tried.find(({ name }) => name === chosen)?.stepMs ?? Infinity;
}

/** What looking for a GPU would find where a browser offers none: no worker is needed to know. */
function withoutGpu(): BackendReport['tried'] | null {
  if ('OffscreenCanvas' in globalThis || 'gpu' in globalThis.navigator) return null;
  return [
    { name: 'webgpu', ok: false, note: 'this browser has no WebGPU' },
    { name: 'webgl', ok: false, note: 'workers have no canvas here' },
  ];
}
