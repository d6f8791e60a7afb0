/**
 * What the racer answers: one system on one task at a time, so that the page can stop anywhere,
 * and the lab's figures.
 */
import type { Dataset } from '../../../src/data/types';
import { withValidation, type ValidationDataset } from '../../../src/data/validation';
import { buildBaseline } from '../../../src/model/baselines/checkpoint';
import { baselineLearner } from '../../../src/model/baselines/learner';
import { parameterSpecs } from '../../../src/model/cmml';
import { ParameterSet } from '../../../src/model/parameter-set';
import { cmmlTrainingOf } from '../../../src/model/recipes';
import { cmmlLearner } from '../../../src/model/training/cmml-learner';
import { WorkerFailure } from '../../protocol/failure';
import { figureHandlers } from '../figures/handlers';
import type { Handlers, JobContext } from '../host/host';
import { setUpModel, SETTINGS, type ModelSetup } from '../model/model-setup';
import type { ReadPath } from '../model/files';
import type { CmmlSystem } from '../../protocol/figures';
import type { RacerCalls, RaceRun, RaceSystem, RaceTasks, RaceTraining } from '../../protocol/race';
import type { PageSetting } from '../../protocol/vocabulary';
import { raceTasks, type RaceTaskSource, type PreparedTask } from './tasks';
import { measure } from './measure';
import { loadBaselines, type LoadedBaseline, type LoadedBaselines } from './baselines';
import { cmmlRecommender, baselineRecommender, s2metaSteps } from './recommender';
import { measureTraining } from './training';

interface Track {
  baselines: LoadedBaselines;
  raceTasks: RaceTaskSource;
}

export function raceHandlers(dataset: Dataset, read: ReadPath): Handlers<RacerCalls> {
  // Only the lab's figures see all of it.
  const validation = withValidation(dataset);
  const tracks = new Map<string, Promise<Track>>();
  const track = (setting: PageSetting): Promise<Track> =>
    once(tracks, setting, () => openTrack(validation, setting, read));

  // Features and tasks of a variant take a while to make; the parameters change while it trains.
  const setups = new Map<string, Promise<ModelSetup>>();
  const setupOf = async ({ variant, seed, flat }: CmmlSystem): Promise<ModelSetup> => {
    const key = JSON.stringify([variant, seed]);
    const setup = await once(setups, key, () => setUpModel(dataset, variant, seed, read));
    return flat ? { ...setup, flat } : setup;
  };

  return {
    ...figureHandlers(dataset, setupOf),

    async raceTasks({ setting }) {
      const { baselines, raceTasks: all } = await track(setting);
      return { heldOut: all.heldOut, baselines: describe(baselines) };
    },

    async race({ setting, system, task, repeats }, context) {
      const { baselines, raceTasks: all } = await track(setting);
      const prepared = all.prepare(task);
      if (system.kind !== 'cmml') {
        const loaded = requireBaseline(baselines, system.kind);
        return raceBaseline(dataset, loaded, system, prepared, repeats, context);
      }
      const recommender = cmmlRecommender(await setupOf(system));
      try {
        return await measure(recommender, prepared, repeats, context);
      } finally {
        recommender.dispose();
      }
    },

    async raceTraining({ setting, system, repeats }, context) {
      const { baselines } = await track(setting);
      if (system.kind === 'cmml') return trainCmml(await setupOf(system), repeats, context);
      const { checkpoint, data } = requireBaseline(baselines, system.kind);
      const steps = system.kind === 'melu' ? system.steps : undefined;
      const learner = baselineLearner(buildBaseline(checkpoint.description, steps));
      const parameters = new ParameterSet(learner.specs, checkpoint.flat);
      return measureTraining(learner, parameters, data, repeats, context).finally(() =>
        parameters.dispose(),
      );
    },
  };
}

/** What `make` gave for this key; it is asked again after it failed. */
function once<T>(made: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = made.get(key);
  if (known) return known;
  const making = make();
  made.set(key, making);
  making.catch(() => made.delete(key));
  return making;
}

async function openTrack(
  dataset: ValidationDataset,
  setting: PageSetting,
  read: ReadPath,
): Promise<Track> {
  const baselines = await loadBaselines(dataset, SETTINGS[setting], read);
  return { baselines, raceTasks: raceTasks(dataset, setting) };
}

async function raceBaseline(
  dataset: Dataset,
  loaded: LoadedBaseline,
  system: Exclude<RaceSystem, CmmlSystem>,
  prepared: PreparedTask,
  repeats: number,
  context: JobContext,
): Promise<RaceRun> {
  if (system.kind === 's2meta' && system.steps !== undefined) {
    // What its controller stops stays as it was: the steps cost what they cost, but teach nothing.
    const priced = { ...prepared, heldOutQuery: null };
    return measure(baselineRecommender(dataset, loaded, system.steps), priced, repeats, context);
  }
  if (system.kind === 's2meta') {
    const steps = await s2metaSteps(dataset, loaded, prepared.timed);
    const cut = baselineRecommender(dataset, loaded, steps);
    return measure(cut, prepared, repeats, context, baselineRecommender(dataset, loaded));
  }
  const steps = system.kind === 'melu' ? system.steps : undefined;
  return measure(baselineRecommender(dataset, loaded, steps), prepared, repeats, context);
}

function trainCmml(
  { config, data, flat, setting, treatment }: ModelSetup,
  repeats: number,
  context: JobContext,
): Promise<RaceTraining> {
  const learner = cmmlLearner(config, cmmlTrainingOf(setting, treatment));
  const parameters = new ParameterSet(parameterSpecs(config), flat);
  return measureTraining(learner, parameters, data, repeats, context).finally(() =>
    parameters.dispose(),
  );
}

function describe(baselines: LoadedBaselines): RaceTasks['baselines'] {
  return Object.fromEntries(
    Object.entries(baselines).map(([kind, { checkpoint }]) => [
      kind,
      { provenance: checkpoint.provenance, steps: checkpoint.description.steps },
    ]),
  );
}

function requireBaseline(baselines: LoadedBaselines, kind: keyof LoadedBaselines): LoadedBaseline {
  const loaded = baselines[kind];
  if (!loaded) throw new WorkerFailure('data-missing', `no ${kind} ships for this setting`);
  return loaded;
}
