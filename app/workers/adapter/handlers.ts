/** What the adapter answers. It holds one model and never trains. */
import type { Dataset } from '../../../src/data/types';
import { WorkerFailure } from '../failure';
import type { Handlers } from '../host/host';
import { makeBlueprint, type Blueprint } from '../model/blueprint';
import { sameVariant, type ReadPath } from '../model/files';
import { Reading } from '../model/reading';
import type { ModelReport } from '../protocol';
import { adapt } from './adapt';
import { AdapterModel } from './adapter-model';
import { ContextMap } from './context-map';
import { explain } from './explain';
import { leaveOneOut } from './leave-one-out';
import { likedIn } from './map-points';
import { exportWeights, importWeights } from './weights';
import { supportSampler, type SupportSampler } from './support-samples';

interface Loaded {
  blueprint: Blueprint;
  model: AdapterModel;
  map: ContextMap;
  sampler: SupportSampler;
}

export function adapterHandlers(dataset: Dataset, read: ReadPath): Handlers {
  let loaded: Loaded | null = null;
  const present = (): Loaded => {
    if (!loaded) throw new WorkerFailure('bad-request', 'no model is loaded');
    return loaded;
  };

  return {
    async load({ variant, seed }) {
      const blueprint = await makeBlueprint(dataset, variant, seed, read);
      loaded?.model.dispose();
      loaded = assemble(dataset, blueprint);
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

    explain({ support, item, interventions }) {
      return explain(present().model, support, item, interventions);
    },

    leaveOneOut({ support, items }, context) {
      return leaveOneOut(present().model, support, items, context);
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

    sample({ scenario, size, seed }) {
      return { support: present().sampler.sample(scenario, size, seed) };
    },
  };
}

function assemble(dataset: Dataset, blueprint: Blueprint): Loaded {
  const { config, data, flat, variant } = blueprint;
  const reading = new Reading(config, data.pack, dataset.movies.count);
  const model = new AdapterModel(reading, flat);
  const sampler = supportSampler(dataset, variant.setting);
  const map = new ContextMap(model, sampler, dataset.scenarios, likedIn(variant.setting));
  return { blueprint, model, map, sampler };
}

function reportOf({ blueprint, model }: Loaded): ModelReport {
  const { variant, provenance } = blueprint;
  return { variant, parameters: model.parameters.size, provenance, steps: model.steps };
}
