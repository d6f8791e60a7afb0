/** What adapting to one support set costs: CMML's forward pass against inner gradient steps. */
import * as tf from '@tensorflow/tfjs-core';
import { useBackend } from '../../scripts/lib/backend';
import { createRandom } from '../../src/data/random';
import { melu } from '../../src/model/baselines/maml';
import { sharedWeights } from '../../src/model/baselines/network';
import { s2meta } from '../../src/model/baselines/s2meta';
import type { Baseline } from '../../src/model/baselines/baseline';
import { encode } from '../../src/model/cmml';
import { ParameterSet } from '../../src/model/parameter-set';
import { initialise } from '../../src/model/specs';
import { inTurns, ratios } from '../measure';
import { benchConfig, randomArrays, toTensors, WIDTH } from '../problem';
import { row, type Benchmark } from '../row';
import { BenchModel } from '../step';

const SUPPORT = 32;
const S2META_STEPS = 20;

export const adaptation: Benchmark = {
  name: 'adaptation',
  about: 'adapting to one support set: CMML against inner steps of MeLU and s2Meta',
  async run({ quick }) {
    await useBackend('wasm');
    const size = { name: '', tasks: 1, support: SUPPORT, query: 2 };
    const { support } = toTensors(size, randomArrays(size));
    const config = benchConfig('film');
    const model = new BenchModel(config);
    const sizes = { pairDim: WIDTH, embedding: WIDTH, decision: [WIDTH, WIDTH] };
    const baselines = {
      melu: melu(sizes, { objective: 'ranking', steps: 1, rate: 0.01 }),
      s2meta: s2meta(sizes, { objective: 'ranking', maxSteps: S2META_STEPS }),
    };
    const inner = (baseline: Baseline) => {
      const parameters = new ParameterSet(
        baseline.specs,
        initialise(baseline.specs, createRandom(1)),
      );
      const weights = sharedWeights(baseline.specs, parameters);
      return () =>
        tf.tidy(() => {
          baseline.adapt(weights, support);
        });
    };
    const times = await inTurns(
      {
        cmml: () => tf.tidy(() => void encode(config, model.parameters, support)),
        melu: inner(baselines.melu),
        s2meta: inner(baselines.s2meta),
      },
      quick ? 20 : 100,
      20,
    );
    model.dispose();
    return [
      row('CMML: encode a support set of 32', times.cmml, 'ms'),
      row('MeLU: one inner step', times.melu, 'ms'),
      row(`s2Meta: up to ${S2META_STEPS} steps`, times.s2meta, 'ms'),
      row('MeLU, one inner step / CMML', ratios(times.melu.times, times.cmml.times), 'times', { limit: 1, atLeast: true }), // prettier-ignore
      row(`s2Meta, ${S2META_STEPS} steps / CMML`, ratios(times.s2meta.times, times.cmml.times), 'times', { limit: 20, atLeast: true }), // prettier-ignore
    ];
  },
};
