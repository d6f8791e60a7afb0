import { beforeAll, describe, expect, it } from 'vitest';
import { checkChain } from '../../../../app/components/explain/check';
import { adapt } from '../../../../app/workers/adapter/adapt';
import { AdapterModel } from '../../../../app/workers/adapter/adapter-model';
import { explain } from '../../../../app/workers/adapter/explain';
import { Reading } from '../../../../app/workers/model/reading';
import type { Interventions, SupportItem, Variant } from '../../../../app/protocol/vocabulary';
import { useBackend } from '../../../../scripts/lib/backend';
import { alone, setupOf, dataset, SCENARIO, USER } from '../../workers/model';

const TOLERANCE = 1e-4;
const ITEM = 42;
const LIKES: SupportItem[] = [5, 10, 17, 3].map((item, k) => ({ item, label: k < 3 ? 1 : 0 }));
const STARS: SupportItem[] = [
  { item: 5, label: 4.5 },
  { item: 9, label: 1 },
  { item: 30, label: 3 },
];

/** Something to override in each modulation, so that the chain of an intervened model is checked too. */
const INTERVENTIONS: Record<'film' | 'sigmoid' | 'linear' | 'soft', Interventions> = {
  film: { cells: [{ target: 'gamma', layer: 0, unit: 1, value: 3 }] },
  sigmoid: { cells: [{ target: 'gate', layer: 1, unit: 2, value: 0 }] },
  linear: { cells: [{ target: 'weight', layer: 0, unit: 4, value: -2 }] },
  soft: { routes: [{ layer: 0, source: 1, target: 2, weight: 0.9 }] },
};

const nowhere = async (): Promise<[number, number]> => [0, 0];

const ATTENTION: Variant = { ...SCENARIO, hybrid: 'attention' };

const VARIANTS = (['film', 'sigmoid', 'linear', 'soft'] as const).flatMap((modulation) =>
  ([SCENARIO, ATTENTION, USER, { ...USER, encoder: 'weighted' } as Variant] as const).map(
    (base): [string, Variant, Interventions] => [
      `${base.setting}, ${base.encoder}, ${base.hybrid}, ${modulation}`,
      { ...base, modulation },
      INTERVENTIONS[modulation],
    ],
  ),
);

beforeAll(() => useBackend('wasm'));

describe.each(VARIANTS)('the explained score of %s', (_, variant, given) => {
  const support = variant.setting === 'scenario' ? LIKES : STARS;

  it.each([
    ['as it is', async () => null],
    ['with something overridden', async () => given],
    [
      'with another context',
      async (model: AdapterModel): Promise<Interventions> => {
        const request = { support: support.slice(1), select: null };
        return { context: (await adapt(model, request, nowhere, alone)).context };
      },
    ],
  ])('multiplies out to the score of the ranking, %s', async (__, intervene) => {
    const { config, data, flat } = await setupOf(variant);
    const reading = new Reading(config, data.pack, dataset().movies.count);
    const model = new AdapterModel(reading, flat);
    const interventions = await intervene(model);
    const given = interventions ?? undefined;
    const request = { support, select: null, interventions: given };
    const { scores } = await adapt(model, request, nowhere, alone);
    const chain = await explain(model, support, ITEM, given);
    const errors = checkChain(chain, interventions);
    expect(Math.max(...Object.values(errors))).toBeLessThanOrEqual(TOLERANCE);
    expect(Math.abs(chain.score - scores[ITEM])).toBeLessThanOrEqual(TOLERANCE);
    model.dispose();
  });

  it('is another score once something is overridden', async () => {
    const { config, data, flat } = await setupOf(variant);
    const model = new AdapterModel(new Reading(config, data.pack, dataset().movies.count), flat);
    const [free, intervened] = [
      await explain(model, support, ITEM),
      await explain(model, support, ITEM, given),
    ];
    expect(intervened.score).not.toBe(free.score);
    model.dispose();
  });
});
