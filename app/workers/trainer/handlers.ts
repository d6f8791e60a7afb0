/** What the trainer answers. It holds one run and sends its parameters as snapshots. */
import type { ValidationDataset } from '../../../src/data/validation';
import type { Trainer, TrainerState } from '../../../src/model/training/trainer';
import type { StartQuestion } from '../../protocol/calls';
import { WorkerFailure } from '../../protocol/failure';
import type { Handlers } from '../host/host';
import { setUpModel, type ModelSetup } from '../model/model-setup';
import type { ReadPath } from '../model/files';
import type { Hyperparameters, TrainerCalls, TrainingState } from '../../protocol/trainer';
import type { ModelReport, Variant } from '../../protocol/vocabulary';
import type { Notice } from '../../protocol/wire';
import { heldOut } from './evaluation';
import type { Helpers, HelpersOptions } from './helpers';
import { estimateMoments, joinRows, thirds } from './moments';
import { Run } from './run';
import { trainerOf } from './trainer-of';

export interface TrainerContext {
  dataset: ValidationDataset;
  read: ReadPath;
  notify: (notice: Notice) => void;
  /** Least ms between two snapshots, at first. */
  snapshotEvery: number;
  /** Waits until the device has few steps in flight (`device.ts`). */
  settle: () => Promise<void>;
  /** What helpers are started with; null: this trainer has none, as several would share one device. */
  start: StartQuestion | null;
  /** For tests: makes a helper. */
  spawn?: HelpersOptions['spawn'];
}

interface Loaded {
  setup: ModelSetup;
  seed: number;
  trainer: Trainer;
  run: Run;
}

export function trainerHandlers(around: TrainerContext): Handlers<TrainerCalls> {
  let loaded: Loaded | null = null;
  let values: Hyperparameters | null = null;
  let helpers: Helpers | null = null;
  const requireLoaded = (): Loaded => {
    if (!loaded) throw new WorkerFailure('bad-request', 'no model is loaded');
    return loaded;
  };
  const replace = async (setup: ModelSetup, seed: number): Promise<Loaded> => {
    await loaded?.run.close();
    loaded = begin(around, setup, seed, values);
    loaded.run.parallel = sharedBy(helpers, loaded);
    return loaded;
  };
  /** Between two steps: requests are only heard there, and one that waits for helpers goes on alone. */
  const shareAmong = async (workers: number) => {
    const { start, spawn, notify } = around;
    if (!start || workers === (helpers?.workers ?? 1)) return;
    helpers?.close();
    const onLost = (detail: string) =>
      notify({ type: 'line', level: 'warning', code: 'helper-lost', detail });
    helpers =
      workers > 1
        ? new (await import('./helpers')).Helpers({ workers, start, spawn, onLost })
        : null;
    const now = requireLoaded();
    now.run.parallel = sharedBy(helpers, now);
  };

  return {
    async load({ variant, seed }) {
      const setup = await setUpModel(around.dataset, variant, seed, around.read);
      if (variant.setting !== loaded?.setup.variant.setting) values = null;
      const next = await replace(setup, seed);
      next.trainer.restore({ step: 0, tasksSeen: 0, rows: joinRows(setup.flat, null, null) });
      return reportOf(next);
    },

    async train({ mode, workers }) {
      const { run, trainer } = requireLoaded();
      if (workers) await shareAmong(workers);
      if (mode === 'play' && trainer.separable) helpers?.wake();
      await run.setMode(mode);
      return { mode: run.mode };
    },

    hyperparameters({ values: wanted }) {
      const { trainer } = requireLoaded();
      values = clampValues(wanted);
      Object.assign(trainer, values);
      return values;
    },

    giveWay({ ms }) {
      loaded?.run.giveWay(ms);
      return null;
    },

    async reset({ seed }) {
      // Without the shipped parameters: a curve is worth watching from its start.
      const { setup } = requireLoaded();
      const next = await replace({ ...setup, provenance: null }, seed);
      await next.run.snapshot();
      return reportOf(next);
    },

    async state() {
      const { setup, seed, trainer } = requireLoaded();
      // Between two steps of a run that goes on: requests are only heard there.
      return stateOf(setup.variant, seed, await trainer.state(), values);
    },

    async resume({ state }) {
      const { setup, trainer } = requireLoaded();
      const { step, tasksSeen, flat, firstMoment, secondMoment } = state;
      if (flat.length !== trainer.parameters.size) {
        throw new WorkerFailure('bad-request', 'the saved run is of another model');
      }
      const next = await replace(setup, state.seed);
      next.trainer.restore({ step, tasksSeen, rows: joinRows(flat, firstMoment, secondMoment) });
      if (state.values) Object.assign(next.trainer, (values = clampValues(state.values)));
      if (!firstMoment && step > 0) await estimateMoments(next.trainer);
      return reportOf(next);
    },
  };
}

function begin(
  { dataset, notify, snapshotEvery, settle }: TrainerContext,
  setup: ModelSetup,
  seed: number,
  values: Hyperparameters | null,
): Loaded {
  const trainer = trainerOf(setup, seed, {
    onFault: (detail) => notify({ type: 'line', level: 'warning', code: 'step-differs', detail }),
    ...values,
  });
  let held: ReturnType<typeof heldOut> | null = null;
  const run = new Run({
    variant: setup.variant,
    trainer,
    notify,
    snapshotEvery,
    settle,
    async evaluate(yieldToMessages) {
      held ??= heldOut(setup, dataset);
      return {
        metric: held.metric,
        value: await held.measure(trainer.parameters, yieldToMessages),
      };
    },
  });
  return { setup, seed, trainer, run };
}

/** How helpers take part in a run; null where they cannot: what is no mean over tasks stays on one worker. */
const sharedBy = (helpers: Helpers | null, { setup, seed, trainer }: Loaded) =>
  helpers && trainer.separable ? helpers.share(trainer, setup.variant, seed) : null;

/** Both within what cannot break the loop; the sliders of the page are narrower. */
function clampValues({ learningRate, tasksPerStep }: Hyperparameters): Hyperparameters {
  return {
    learningRate: Math.min(1, Math.max(0, learningRate)),
    tasksPerStep: Math.round(Math.min(64, Math.max(1, tasksPerStep))),
  };
}

function stateOf(
  variant: Variant,
  seed: number,
  { step, tasksSeen, rows }: TrainerState,
  values: Hyperparameters | null,
): TrainingState {
  const [flat, firstMoment, secondMoment] = thirds(rows);
  return { variant, seed, step, tasksSeen, flat, firstMoment, secondMoment, values };
}

function reportOf({ setup, trainer }: Loaded): ModelReport {
  const { variant, provenance } = setup;
  return { variant, parameters: trainer.parameters.size, provenance, steps: trainer.steps };
}
