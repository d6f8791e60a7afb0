/** The Linear layers on one pair's way, with the weights they have and the values they gave. */
import * as tf from '@tensorflow/tfjs-core';
import type { ModulationKind } from '../../../src/kinds';
import { perTaskInput } from '../../../src/model/cmml';
import { trunk } from '../../../src/model/modulation/trunk';
import type { Activation } from '../../../src/model/ops/activation';
import { dense } from '../../../src/model/ops/dense';
import type { LayerIntermediates } from '../../../src/model/intermediates';
import { take, takeAll } from '../model/reads';
import type {
  ExplainedHead,
  ExplainedHypernetwork,
  ExplainedLayer,
  ExplainedLinear,
  GeneratedTarget,
} from '../../protocol/explanation';
import type { AdapterModel, Encoded } from './adapter-model';

export const flat = (tensor: tf.Tensor): tf.Tensor => tf.reshape(tensor, [tensor.size]);

/** Weight and bias of a Linear by its name. */
async function linear({ parameters }: AdapterModel, name: string) {
  const of = (part: string) => flat(parameters.get(`${name}.${part}`));
  const [weight, bias] = await takeAll([of('weight'), of('bias')], name);
  return { weight, bias };
}

/** The backbone's layers. */
export function explainLayers(
  model: AdapterModel,
  intermediates: readonly LayerIntermediates[],
): Promise<ExplainedLayer[]> {
  const modules = model.config.modulation === 'soft' ? '.modules' : '';
  return Promise.all(
    intermediates.map(async (layer, l) => {
      const values = await takeAll(
        [layer.linear, layer.modulated, layer.activated].map(flat),
        'layer',
      );
      const [linearOutput, modulated, activated] = values;
      const own = await linear(model, `backbone.layer${l}${modules}`);
      return { ...own, linear: linearOutput, modulated, activated };
    }),
  );
}

/** From `x` to its embedding and key: the `weighted` encoder's layers, else none. */
export async function explainEmbedding(
  model: AdapterModel,
  item: number,
): Promise<ExplainedLinear[]> {
  const { config } = model;
  if (config.encoder !== 'weighted') return [];
  const x = tf.tidy(() => tf.reshape(model.pick([item]), [1, config.sizes.pairDim]) as tf.Tensor2D);
  const first: Activation = { leaky: config.leakySlope };
  return chain(model, x, [
    ['encoder.embed0', first],
    ['encoder.embed1', 'linear'],
    ['encoder.key', 'linear'],
  ]);
}

/** The `mlp` hybrid's layers over `[context, movie]`, else none. */
export function explainMixing(
  model: AdapterModel,
  context: tf.Tensor2D,
  movie: tf.Tensor2D,
): Promise<ExplainedLinear[]> {
  if (model.config.hybrid !== 'mlp') return Promise.resolve([]);
  return chain(model, tf.concat([context, movie], 1), [
    ['hybrid.fc0', 'relu'],
    ['hybrid.fc1', 'linear'],
  ]);
}

/** Layers one after another over `input [1, .]`, which is disposed. */
async function chain(
  model: AdapterModel,
  input: tf.Tensor2D,
  layers: [name: string, activation: Activation][],
): Promise<ExplainedLinear[]> {
  const { parameters } = model;
  const outputs = tf.tidy(() => {
    let last = input;
    return layers.map(([name, activation]) => {
      const [weight, bias] = [parameters.get(`${name}.weight`), parameters.get(`${name}.bias`)];
      last = dense(last, weight as tf.Tensor2D, bias as tf.Tensor1D, activation);
      return last;
    });
  });
  input.dispose();
  const values = await takeAll(outputs, 'chain');
  return Promise.all(
    layers.map(async ([name], l) => ({ ...(await linear(model, name)), output: values[l] })),
  );
}

/** Trunk and heads of the hypernetwork; null for the plain backbone. */
export async function explainHypernetwork(
  model: AdapterModel,
  { context, statistics }: Encoded,
  hybrid: tf.Tensor2D,
): Promise<ExplainedHypernetwork | null> {
  const { config, parameters } = model;
  if (config.modulation === 'none') return null;
  const depth = parameters.specs.filter(({ name }) => /^modulation\.trunk\d+\.weight$/.test(name));
  const perTask = perTaskInput(config, context, statistics);
  const outputs = tf.tidy(() => trunk(parameters, { hybrid, perTask }, depth.length));
  const heads = await Promise.all(
    headsOf(model, depth.length).map((head) => explainHead(model, head)),
  );
  const values = await takeAll(outputs, 'trunk');
  const extra = perTask ? await take(flat(perTask), 'per task') : new Float32Array(0);
  if (perTask && perTask !== statistics && perTask !== context) perTask.dispose();
  return {
    perTask: extra,
    trunk: await Promise.all(
      values.map(async (output, l) => ({
        ...(await linear(model, `modulation.trunk${l}`)),
        output,
      })),
    ),
    heads: heads.flat(),
  };
}

interface HeadPlace {
  name: string;
  /** Heads that hold two lie one after another: gamma, then beta. */
  targets: GeneratedTarget[];
  layer: number;
  trunk: number;
}

/** What the heads of each modulation give. */
const TARGETS: Record<ModulationKind, GeneratedTarget[]> = {
  linear: ['weight'],
  sigmoid: ['gate'],
  film: ['gamma', 'beta'],
  soft: ['route'],
  none: [],
};

function headsOf({ config }: AdapterModel, depth: number): HeadPlace[] {
  const targets = TARGETS[config.modulation];
  if (config.modulation === 'linear') {
    return [{ name: 'modulation.head', targets, layer: 0, trunk: depth - 1 }];
  }
  return Array.from({ length: depth }, (_, l) => ({
    name: `modulation.${config.modulation === 'soft' ? 'route' : 'head'}${l}`,
    targets,
    layer: l,
    trunk: l,
  }));
}

async function explainHead(
  model: AdapterModel,
  { name, targets, layer, trunk }: HeadPlace,
): Promise<ExplainedHead[]> {
  const { weight, bias } = await linear(model, name);
  const part = (values: Float32Array, t: number) => {
    const size = values.length / targets.length;
    return values.slice(t * size, (t + 1) * size);
  };
  return targets.map((target, t) => ({
    target,
    layer,
    trunk,
    weight: part(weight, t),
    bias: part(bias, t),
  }));
}
