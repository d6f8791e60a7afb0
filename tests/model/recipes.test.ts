import { HYBRIDS, MODULATIONS, SETTINGS, TREATMENTS } from '../../src/kinds';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBundledDataset } from '../../scripts/lib/dataset';
import type { Dataset } from '../../src/data/types';
import { createRandom } from '../../src/data/random';
import { parameterSpecs } from '../../src/model/cmml';
import { preset, presetOf } from '../../src/model/presets';
import { cmmlTrainingOf, configOf, scheduleOf, settingData } from '../../src/model/recipes';
import { countParameters } from '../../src/model/specs';
import { cmmlLearner } from '../../src/model/training/cmml-learner';
import { Trainer } from '../../src/model/training/trainer';
import type { ModelConfig } from '../../src/model/types';
import { useBackend } from './setup';

const shapes = (config: ModelConfig) =>
  Object.fromEntries(parameterSpecs(config).map(({ name, shape }) => [name, shape]));

describe('the paper preset has the sizes of section 7.2', () => {
  it('in every setting, with whatever parts, and is told from ours', () => {
    for (const setting of SETTINGS) {
      for (const hybrid of HYBRIDS.filter(
        (kind) => setting === 'anonymous' || kind !== 'attention',
      )) {
        for (const modulation of MODULATIONS) {
          const parts = { encoder: 'gru', hybrid, modulation } as const;
          const ours = configOf(setting, parts, 60, 'full');
          const paper = configOf(setting, { ...parts, preset: 'paper' }, 60, 'full');
          expect([presetOf(ours), presetOf(paper)]).toEqual(['small', 'paper']);
          expect(countParameters(parameterSpecs(paper))).toBeGreaterThan(
            countParameters(parameterSpecs(ours)),
          );
          expect(paper.prototype).toBeUndefined();
        }
      }
    }
  });

  it('FiLM on ranking', () => {
    const parts = { task: 'ranking', encoder: 'gru', hybrid: 'dot', modulation: 'film' } as const;
    const of = shapes(preset('paper', parts, 128));
    expect(of['encoder.gru.weightHh']).toEqual([256, 768]);
    expect(of['modulation.trunk0.weight']).toEqual([128, 64]);
    expect(of['backbone.layer2.weight']).toEqual([64, 64]);
    const specs = parameterSpecs(preset('paper', parts, 128));
    const bias = specs.find(({ name }) => name === 'modulation.head0.bias')!;
    expect(bias.init).toEqual({ kind: 'rows', values: [0.1, 0.1] });
  });

  it('soft modularization', () => {
    const parts = { task: 'ranking', encoder: 'gru', hybrid: 'dot', modulation: 'soft' } as const;
    const of = shapes(preset('paper', parts, 128));
    expect(of['encoder.gru.weightHh']).toEqual([128, 384]);
    expect(of['backbone.layer1.modules.weight']).toEqual([4, 32, 32]);
    expect(of['backbone.layer2.modules.weight']).toEqual([4, 32, 64]);
    expect(of['modulation.route2.weight']).toEqual([64, 4]);
  });

  it('user-specific', () => {
    const parts = { task: 'rating', encoder: 'mean', hybrid: 'dot', modulation: 'film' } as const;
    const of = shapes(preset('paper', parts, 128));
    expect(of['modulation.trunk1.weight']).toEqual([256, 256]);
    expect(of['backbone.layer1.weight']).toEqual([64, 64]);
    expect(of['backbone.layer2.weight']).toBeUndefined();
  });
});

it('the label-weighted recipe has the 8,940 parameters of docs/data.md', () => {
  const parts = { encoder: 'weighted', hybrid: 'dot', modulation: 'film' } as const;
  const config = configOf('rating', parts, 46, 'full');
  expect(countParameters(parameterSpecs(config))).toBe(8940);
});

describe('every setting trains on the bundled data', () => {
  let dataset: Dataset;
  beforeAll(async () => {
    await useBackend('wasm');
    dataset = await loadBundledDataset();
  });

  const cases = SETTINGS.flatMap((setting) =>
    TREATMENTS.map((treatment) => ({ setting, treatment })),
  );

  it.each(cases)('$setting, $treatment', ({ setting, treatment }) => {
    const data = settingData(dataset, setting, treatment);
    const encoder = setting === 'rating' && treatment === 'full' ? 'weighted' : 'mean';
    const parts = { encoder, hybrid: 'dot', modulation: 'film' } as const;
    const config = configOf(setting, parts, data.pairDim, treatment);
    const { steps, ...schedule } = scheduleOf(setting, treatment);
    expect(steps).toBeGreaterThan(0);
    const trainer = new Trainer({
      learner: cmmlLearner(config, cmmlTrainingOf(setting, treatment)),
      ...data,
      ...schedule,
      seed: 0,
    });
    const losses = Array.from({ length: 20 }, () => {
      const loss = trainer.step();
      const [value] = loss.dataSync();
      loss.dispose();
      return value;
    });
    const mean = (some: number[]) => some.reduce((a, b) => a + b) / some.length;
    expect(losses.every(Number.isFinite)).toBe(true);
    // Residual targets start near what is left to learn; all others fall at once.
    const bound = setting === 'rating' && treatment === 'full' ? 1.2 : 0.9;
    expect(mean(losses.slice(-5))).toBeLessThan(bound * mean(losses.slice(0, 5)));
    trainer.dispose();
  });

  it('draws each scenario several times in a row where the route regulariser groups tasks so', () => {
    const { draws = 1 } = cmmlTrainingOf('ranking', 'full');
    const { tasksPerStep } = scheduleOf('ranking', 'full');
    const tasks = settingData(dataset, 'ranking', 'full').sampler.batch(createRandom(3), tasksPerStep); // prettier-ignore
    expect(draws).toBeGreaterThan(1);
    expect(tasksPerStep % draws).toBe(0);
    for (let k = 0; k < tasks.length; k += draws) {
      const [first, ...others] = tasks.slice(k, k + draws);
      for (const other of others) {
        expect(other.id).toBe(first.id);
        expect(other.support).not.toEqual(first.support);
      }
    }
    expect(new Set(tasks.map(({ id }) => id)).size).toBeGreaterThan(2);
    const plain = settingData(dataset, 'ranking').sampler.batch(createRandom(3), 8);
    expect(new Set(plain.map(({ id }) => id)).size).toBeGreaterThan(5);
  });

  it('gives the same tasks for the same random stream', () => {
    const { sampler } = settingData(dataset, 'anonymous', 'full');
    expect(sampler.batch(createRandom(9), 2)).toEqual(sampler.batch(createRandom(9), 2));
  });
});
