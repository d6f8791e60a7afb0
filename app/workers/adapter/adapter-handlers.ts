/** What the adapter answers. It holds one model and never trains. */
import { SPLIT } from '../../../src/data/types';
import type { SettingFeatures } from '../../../src/model/recipes';
import { WorkerFailure } from '../../protocol/failure';
import type { Handlers } from '../host/host';
import { yieldWhile } from '../host/turn';
import { setUpAnsweringModel, type ModelSetup } from '../model/model-setup';
import type { ReadPath } from '../model/files';
import type { LateDataset } from '../model/late-dataset';
import { Reading } from '../model/reading';
import type { AdapterCalls } from '../../protocol/adapter';
import type { ModelReport } from '../../protocol/vocabulary';
import { sameVariant } from '../../protocol/variant';
import { adapt } from './adapt';
import { askNext, seenShare } from './ask-next';
import { AdapterModel } from './adapter-model';
import { ContextMap } from './context-map';
import { explain } from './explain';
import { leaveOneOut } from './leave-one-out';
import { likedIn } from './map-points';
import { modulationViews } from './modulation-views';
import { TwoTastes } from './two-tastes';
import { unitEffects } from './unit-effects';
import { unitFilms } from './unit-films';
import { exportWeights, importWeights } from './weights';
import { LateSampler, supportSampler, userSampler } from './support-samples';

interface Loaded {
  setup: ModelSetup<SettingFeatures>;
  model: AdapterModel;
  map: ContextMap;
  sampler: LateSampler;
  /** Of the tasks that the map shows. */
  mapSampler: LateSampler;
}

export function adapterHandlers(data: LateDataset, read: ReadPath): Handlers<AdapterCalls> {
  let loaded: Loaded | null = null;
  let seen: Float32Array | null = null;
  const tastes = new TwoTastes(data, read);
  const requireLoaded = (): Loaded => {
    if (!loaded) throw new WorkerFailure('bad-request', 'no model is loaded');
    return loaded;
  };

  return {
    async load({ variant, seed }) {
      const setup = await setUpAnsweringModel(data, variant, seed, read);
      loaded?.model.dispose();
      loaded = assemble(data, setup);
      return reportOf(loaded);
    },

    parameters({ variant, steps, flat }) {
      const { model, setup } = requireLoaded();
      if (!sameVariant(variant, setup.variant)) {
        throw new WorkerFailure('bad-request', 'parameters of another variant');
      }
      model.load(flat, steps);
      return { steps };
    },

    adapt(question, context) {
      const { model, map } = requireLoaded();
      return adapt(model, question, map.place, context);
    },

    modulationViews(question) {
      return modulationViews(requireLoaded().model, question);
    },

    twoTastes(question, { yieldToMessages }) {
      return tastes.answer(question, yieldToMessages);
    },

    async askNext(question, context) {
      const { model } = requireLoaded();
      seen ??= seenShare(await data.whole());
      return askNext(model, seen, question, context);
    },

    explain({ support, item, interventions }) {
      return explain(requireLoaded().model, support, item, interventions);
    },

    leaveOneOut({ support, items, interventions }, context) {
      const { model, map } = requireLoaded();
      return leaveOneOut(model, support, items, context, interventions, map.place);
    },

    unitEffects(question, context) {
      return unitEffects(requireLoaded().model, question, context);
    },

    unitFilms(question) {
      return unitFilms(requireLoaded().model, question);
    },

    exportWeights(question) {
      const { setup, model } = requireLoaded();
      return exportWeights(setup, model, question);
    },

    importWeights({ file }) {
      return importWeights(file);
    },

    map({ projection, keepBasis }, { yieldToMessages }) {
      return requireLoaded().map.draw(projection, keepBasis, yieldToMessages);
    },

    async mapContexts({ points }, { yieldToMessages }) {
      return { contexts: await requireLoaded().map.contextsOf(points, yieldToMessages) };
    },

    async sample({ scenario, size, seed, onMap }, { yieldToMessages }) {
      const { sampler, mapSampler } = requireLoaded();
      const from = await yieldWhile((onMap ? mapSampler : sampler).get(), yieldToMessages);
      return from.sample(scenario, size, seed);
    },
  };
}

function assemble(data: LateDataset, setup: ModelSetup<SettingFeatures>): Loaded {
  const { config, flat, variant } = setup;
  const { movies, scenarios } = data.items;
  const reading = new Reading(config, setup.data.pack, movies.count);
  const model = new AdapterModel(reading, flat);
  const { setting } = variant;
  const sampler = new LateSampler(data, (whole) => supportSampler(whole, setting));
  // A new visitor is one among people; where several data sets are one, their domains are compared.
  const ofUsers = setting === 'user' && scenarios.every(({ domain }) => domain === undefined);
  const mapSampler = ofUsers ? new LateSampler(data, userSampler) : sampler;
  const heldOut = ofUsers ? () => heldOutUsers(data) : null;
  const map = new ContextMap(model, mapSampler, scenarios, likedIn(setting), heldOut);
  return { setup, model, map, sampler, mapSampler };
}

/** By user, once the ratings are here: 1 where training never saw them. */
function heldOutUsers({ loaded }: LateDataset): Uint8Array {
  return loaded!.raters.fold.map((fold) => Number(fold === SPLIT.metaTest));
}

function reportOf({ setup, model }: Loaded): ModelReport {
  const { variant, provenance } = setup;
  return { variant, parameters: model.parameters.size, provenance, steps: model.steps };
}
