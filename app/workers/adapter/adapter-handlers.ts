/** What the adapter answers. It holds one model and never trains. */
import type { SettingFeatures } from '../../../src/model/recipes';
import { WorkerFailure } from '../failure';
import type { Handlers } from '../host/host';
import { breathing } from '../host/turn';
import { answeringBlueprint, type Blueprint } from '../model/blueprint';
import type { ReadPath } from '../model/files';
import type { LateDataset } from '../model/late-dataset';
import { Reading } from '../model/reading';
import type { ModelReport } from '../protocol';
import { sameVariant } from '../variant';
import { adapt } from './adapt';
import { AdapterModel } from './adapter-model';
import { ContextMap } from './context-map';
import { explain } from './explain';
import { leaveOneOut } from './leave-one-out';
import { likedIn } from './map-points';
import { pictures } from './pictures';
import { exportWeights, importWeights } from './weights';
import { LateSampler } from './support-samples';

interface Loaded {
  blueprint: Blueprint<SettingFeatures>;
  model: AdapterModel;
  map: ContextMap;
  sampler: LateSampler;
}

export function adapterHandlers(data: LateDataset, read: ReadPath): Handlers {
  let loaded: Loaded | null = null;
  const present = (): Loaded => {
    if (!loaded) throw new WorkerFailure('bad-request', 'no model is loaded');
    return loaded;
  };

  return {
    async load({ variant, seed }) {
      const blueprint = await answeringBlueprint(data, variant, seed, read);
      loaded?.model.dispose();
      loaded = assemble(data, blueprint);
      return reportOf(loaded);
    },

    parameters({ variant, steps, flat }) {
      const { model, blueprint } = present();
      if (!sameVariant(variant, blueprint.variant)) {
        throw new WorkerFailure('bad-request', 'parameters of another variant');
      }
      model.load(flat, steps);
      return { steps };
    },

    adapt(request, context) {
      const { model, map } = present();
      return adapt(model, request, map.place, context);
    },

    pictures(question) {
      return pictures(present().model, question);
    },

    explain({ support, item, interventions }) {
      return explain(present().model, support, item, interventions);
    },

    leaveOneOut({ support, items, interventions }, context) {
      return leaveOneOut(present().model, support, items, context, interventions);
    },

    exportWeights(request) {
      const { blueprint, model } = present();
      return exportWeights(blueprint, model, request);
    },

    importWeights({ file }) {
      return importWeights(file);
    },

    map({ projection, keepBasis }, { breathe }) {
      return present().map.draw(projection, keepBasis, breathe);
    },

    async sample({ scenario, size, seed }, { breathe }) {
      const sampler = await breathing(present().sampler.get(), breathe);
      return { support: sampler.sample(scenario, size, seed) };
    },
  };
}

function assemble(data: LateDataset, blueprint: Blueprint<SettingFeatures>): Loaded {
  const { config, flat, variant } = blueprint;
  const { movies, scenarios } = data.items;
  const reading = new Reading(config, blueprint.data.pack, movies.count);
  const model = new AdapterModel(reading, flat);
  const sampler = new LateSampler(data, variant.setting);
  const map = new ContextMap(model, sampler, scenarios, likedIn(variant.setting));
  return { blueprint, model, map, sampler };
}

function reportOf({ blueprint, model }: Loaded): ModelReport {
  const { variant, provenance } = blueprint;
  return { variant, parameters: model.parameters.size, provenance, steps: model.steps };
}
