/**
 * A search like ColdNAS (Wu et al. 2023): a super-net with all operations is trained on the meta-training tasks, the
 * strongest operations are kept, and the network that has these alone is trained anew. What was changed
 * stands in `docs/baselines.md`.
 */
import { SETTINGS } from '../../../kinds';
import { baselineWithTable } from '../../item-table';
import { protocolOf } from '../../protocols';
import type { System, TrainingRoom } from '../../systems';
import { train } from '../../training/run';
import type { Baseline } from '../baseline';
import { baselineData, baselineRecommender } from '../baseline-system';
import { baselineLearner } from '../learner';
import { coldNasNetwork, STRENGTHS } from './network';
import { describe, OPERATIONS, strongest } from './structure';

/** Of the 16 operations of the search space so many stay. */
const KEPT = 4;
/** The search takes this share of the steps of the training that follows it. */
const SEARCH_SHARE = 0.5;

export const coldNas: System = {
  id: 'coldnas',
  name: 'ColdNAS-like search',
  settings: SETTINGS,
  trained: true,
  async train(room) {
    const data = baselineData(room);
    const { setting, treatment, seed } = room;
    const protocol = protocolOf(room);
    const schedule = protocol.schedule(setting, treatment);
    // As CMML is in plain training: what the full treatment changes of it is not for baselines.
    const asked = { setting, treatment: 'plain', seed } as const;
    const { encoder } = protocol;
    const parts = { encoder, hybrid: 'dot', modulation: 'film' } as const;
    const config = protocol.config(asked, parts, data.pairDim);
    const trained = (baseline: Baseline, own: TrainingRoom) =>
      train(baselineLearner(baseline), data, schedule, own);

    const superNet = baselineWithTable(coldNasNetwork(config), data.table);
    const searched = await trained(superNet, {
      ...room,
      steps: Math.max(1, Math.round(SEARCH_SHARE * room.steps)),
      // Not yet a step of what is asked for, but a page may pause it.
      onProgress: (_, loss) => room.onProgress?.(0, loss),
    });
    const flat = await searched.get(STRENGTHS).data<'float32'>();
    searched.dispose();
    const size = OPERATIONS.length;
    const strengths = Array.from({ length: flat.length / size }, (_, position) =>
      Array.from(flat.slice(position * size, (position + 1) * size)),
    );
    const structure = strongest(strengths, KEPT);

    const network = coldNasNetwork(config, structure);
    const found = baselineWithTable(network, data.table);
    const parameters = await trained(found, room);
    return {
      ...baselineRecommender(found, parameters, data, room),
      found: describe(structure),
    };
  },
};
