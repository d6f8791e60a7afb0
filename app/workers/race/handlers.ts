/**
 * What the racer answers: one entrant on one course at a time, so that the page can stop anywhere,
 * and the lab's figures.
 */
import type { Dataset } from '../../../src/data/types';
import { buildRival } from '../../../src/model/baselines/checkpoint';
import { rivalLearner } from '../../../src/model/baselines/learner';
import { parameterSpecs } from '../../../src/model/cmml';
import { ParameterSet } from '../../../src/model/parameterSet';
import { cmmlTrainingOf } from '../../../src/model/recipes';
import { cmmlLearner } from '../../../src/model/training/cmmlLearner';
import { WorkerFailure } from '../failure';
import { figureHandlers } from '../figures/handlers';
import type { Handlers, JobContext } from '../host/host';
import { makeBlueprint, SETTINGS, type Blueprint } from '../model/blueprint';
import type { ReadPath } from '../model/files';
import type { Entrant, PageSetting, Replies } from '../protocol';
import { courses, type Courses, type PreparedCourse } from './courses';
import { measure } from './measure';
import { loadRivals, type LoadedRival, type LoadedRivals } from './rivals';
import { cmmlRunner, rivalRunner, s2metaSteps } from './runner';
import { measureTraining } from './training';

interface Track {
  rivals: LoadedRivals;
  courses: Courses;
}

type Cmml = Extract<Entrant, { kind: 'cmml' }>;

export function raceHandlers(dataset: Dataset, read: ReadPath): Handlers {
  const tracks = new Map<string, Promise<Track>>();
  const track = (setting: PageSetting): Promise<Track> =>
    once(tracks, setting, () => openTrack(dataset, setting, read));

  // Features and tasks of a variant take a while to make; the parameters change while it trains.
  const blueprints = new Map<string, Promise<Blueprint>>();
  const blueprintOf = async ({ variant, seed, flat }: Cmml): Promise<Blueprint> => {
    const key = JSON.stringify([variant, seed]);
    const blueprint = await once(blueprints, key, () =>
      makeBlueprint(dataset, variant, seed, read),
    );
    return flat ? { ...blueprint, flat } : blueprint;
  };

  return {
    ...figureHandlers(dataset, blueprintOf),

    async raceCourses({ setting }) {
      const { rivals, courses: all } = await track(setting);
      return { heldOut: all.heldOut, rivals: describe(rivals) };
    },

    async race({ setting, entrant, course, repeats }, context) {
      const { rivals, courses: all } = await track(setting);
      const prepared = all.prepare(course);
      if (entrant.kind !== 'cmml') {
        const loaded = present(rivals, entrant.kind);
        return raceRival(dataset, loaded, entrant, prepared, repeats, context);
      }
      const runner = cmmlRunner(await blueprintOf(entrant));
      try {
        return await measure(runner, prepared, repeats, context);
      } finally {
        runner.dispose();
      }
    },

    async raceTraining({ setting, entrant, repeats }, context) {
      const { rivals } = await track(setting);
      if (entrant.kind === 'cmml') return trainCmml(await blueprintOf(entrant), repeats, context);
      const { checkpoint, data } = present(rivals, entrant.kind);
      const steps = entrant.kind === 'melu' ? entrant.steps : undefined;
      const learner = rivalLearner(buildRival(checkpoint.description, steps));
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

async function openTrack(dataset: Dataset, setting: PageSetting, read: ReadPath): Promise<Track> {
  const rivals = await loadRivals(dataset, SETTINGS[setting], read);
  return { rivals, courses: courses(dataset, setting) };
}

async function raceRival(
  dataset: Dataset,
  loaded: LoadedRival,
  entrant: Exclude<Entrant, Cmml>,
  prepared: PreparedCourse,
  repeats: number,
  context: JobContext,
): Promise<Replies['race']> {
  if (entrant.kind === 's2meta' && entrant.steps !== undefined) {
    // What its controller stops stays as it was: the steps cost what they cost, but teach nothing.
    const priced = { ...prepared, examination: null };
    return measure(rivalRunner(dataset, loaded, entrant.steps), priced, repeats, context);
  }
  if (entrant.kind === 's2meta') {
    const steps = await s2metaSteps(dataset, loaded, prepared.timed);
    const cut = rivalRunner(dataset, loaded, steps);
    return measure(cut, prepared, repeats, context, rivalRunner(dataset, loaded));
  }
  const steps = entrant.kind === 'melu' ? entrant.steps : undefined;
  return measure(rivalRunner(dataset, loaded, steps), prepared, repeats, context);
}

function trainCmml(
  { config, data, flat, setting, treatment }: Blueprint,
  repeats: number,
  context: JobContext,
): Promise<Replies['raceTraining']> {
  const learner = cmmlLearner(config, cmmlTrainingOf(setting, treatment));
  const parameters = new ParameterSet(parameterSpecs(config), flat);
  return measureTraining(learner, parameters, data, repeats, context).finally(() =>
    parameters.dispose(),
  );
}

function describe(rivals: LoadedRivals): Replies['raceCourses']['rivals'] {
  return Object.fromEntries(
    Object.entries(rivals).map(([kind, { checkpoint }]) => [
      kind,
      { provenance: checkpoint.provenance, steps: checkpoint.description.steps },
    ]),
  );
}

function present(rivals: LoadedRivals, kind: keyof LoadedRivals): LoadedRival {
  const loaded = rivals[kind];
  if (!loaded) throw new WorkerFailure('data-missing', `no ${kind} ships for this setting`);
  return loaded;
}
