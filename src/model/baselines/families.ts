/** The learned baselines by id (`docs/baselines.md`): `dcn`, `dcn-f`, `conet`, `melu-5`, ... */
import type { SystemFamily } from '../systems';
import { single } from '../systems';
import { SETTINGS, type Setting } from '../../kinds';
import { coldNas } from './coldnas';
import { coNet } from './conet-system';
import { dcn } from './dcn-variants';
import type { FineTuning } from './dcn-variants';
import type { DecisionSizes } from './decision-network';
import { melu, metaCs, metaSgd } from './maml';
import type { MamlOptions } from './maml';
import type { Baseline } from './baseline';
import { baselineSystem } from './baseline-system';
import type { BaselineShape } from './baseline-system';
import { s2meta } from './s2meta';
import { tanp } from './tanp';

/** The widths of CMML's backbone: 64-64-64, of which the first is the embedding layer. */
export const decisionSizes = (pairDim: number): DecisionSizes => ({
  pairDim,
  embedding: 64,
  decision: [64, 64],
});

/** Inner learning rates, chosen on validation tasks (`docs/baselines.md`): hinge losses of a few pairs bear large steps. */
export const INNER_RATE: Record<Setting, number> = { ranking: 0.5, anonymous: 1, rating: 0.01 };
/** Where Meta-SGD's learned rates start: from a tenth of MeLU's they grow to what training bears. */
const META_SGD_RATE: Record<Setting, number> = { ranking: 0.05, anonymous: 0.3, rating: 0.01 };
const FINE_TUNING: Record<Setting, FineTuning> = {
  ranking: { steps: 10, rate: 0.05 },
  anonymous: { steps: 10, rate: 0.05 },
  rating: { steps: 5, rate: 0.01 },
};

/** The inner loop of s2Meta ends here, if its stop controller has not ended it. */
export const S2META_STEPS = 5;
/** Where its input gates start; they end below 1. */
export const S2META_RATE: Record<Setting, number> = { ranking: 0.5, anonymous: 0.5, rating: 0.01 };

const dcnPlain = baselineSystem({
  id: 'dcn',
  name: 'DCN',
  settings: SETTINGS,
  build: ({ pairDim, objective }) => dcn(pairDim, objective),
});

const dcnFineTuned = baselineSystem({
  id: 'dcn-f',
  name: 'DCN-F',
  settings: SETTINGS,
  build: ({ pairDim, objective, setting }) => dcn(pairDim, objective, FINE_TUNING[setting]),
});

const s2Meta = baselineSystem({
  id: 's2meta',
  name: 's²Meta',
  settings: SETTINGS,
  build: ({ pairDim, objective, setting }) =>
    s2meta(decisionSizes(pairDim), {
      objective,
      maxSteps: S2META_STEPS,
      rate: S2META_RATE[setting],
    }),
});

const taNp = baselineSystem({
  id: 'tanp',
  name: 'TaNP',
  settings: SETTINGS,
  build: ({ pairDim, objective }) => tanp(decisionSizes(pairDim), { objective }),
});

type MamlBaseline = (sizes: DecisionSizes, options: MamlOptions) => Baseline;

/** `melu-5` takes five inner steps; `melu-5-fo` by first-order meta-gradients. */
function stepsFamily(
  prefix: string,
  name: string,
  make: MamlBaseline,
  rates: Record<Setting, number> = INNER_RATE,
): SystemFamily {
  return {
    usage: `${prefix}-K`,
    pattern: new RegExp(`^${prefix}-(\\d+)(-fo)?$`),
    make: ([id, digits, firstOrder]) => {
      const steps = Number(digits);
      return baselineSystem({
        id,
        name: `${name}, ${steps} ${steps === 1 ? 'step' : 'steps'}${firstOrder ? ', first order' : ''}`,
        settings: SETTINGS,
        build: ({ pairDim, objective, setting }: BaselineShape) =>
          make(decisionSizes(pairDim), {
            objective,
            steps,
            rate: rates[setting],
            order: firstOrder ? 1 : 2,
          }),
      });
    },
  };
}

export const LEARNED_BASELINES: readonly SystemFamily[] = [
  single(dcnPlain),
  single(dcnFineTuned),
  single(coNet),
  stepsFamily('melu', 'MeLU', melu),
  stepsFamily('metacs', 'MetaCS-DNN', metaCs),
  stepsFamily('metasgd', 'Meta-SGD', metaSgd, META_SGD_RATE),
  single(s2Meta),
  single(taNp),
  single(coldNas),
];
