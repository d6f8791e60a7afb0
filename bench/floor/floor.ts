/**
 * The floor for one thread: a whole FiLM training step by hand, kernel after kernel on buffers that
 * are all there from the start. No tensors, no graph, nothing allocated, nothing computed that the
 * update does not need. `tests/model/kernels/floor.test.ts` checks its gradient against the model's.
 */
import type { WasmKernels } from '../../src/model/kernels/wasm/module';
import { parameterSpecs } from '../../src/model/cmml';
import { sizeOf } from '../../src/model/specs';
import { benchConfig, WIDTH as D, type Arrays, type Size } from '../problem';
import { Arena } from './arena';

const LAYERS = [0, 1, 2];
const INPUT = D + 2;
const GATES = 3 * D;

export class Floor {
  private readonly specs = parameterSpecs(benchConfig('film'));
  private readonly offsets = new Map<string, number>();
  private readonly count = this.specs.reduce((sum, { shape }) => sum + sizeOf(shape), 0);
  private readonly arena: Arena;
  private readonly parameters: number;
  private readonly gradient: number;
  private readonly buffers: ReturnType<Floor['layOut']>;
  private steps = 0;

  constructor(
    private readonly kernels: WasmKernels,
    memory: WebAssembly.Memory,
    private readonly size: Size,
  ) {
    let offset = 0;
    for (const { name, shape } of this.specs) {
      this.offsets.set(name, offset);
      offset += sizeOf(shape) * 4;
    }
    this.arena = new Arena(memory);
    // Parameters, then both moments of Adam.
    this.parameters = this.arena.take(3 * this.count);
    this.gradient = this.arena.take(this.count);
    this.buffers = this.layOut();
  }

  /** Takes initial parameters (flat, in the model's order) and the meta-batch. */
  load(parameters: Float32Array, { pairs, labels, query }: Arrays): void {
    const { tasks, support } = this.size;
    this.arena.view(this.parameters, this.count).set(parameters);
    const x = this.arena.view(this.buffers.x, tasks * support * INPUT);
    for (let i = 0; i < tasks * support; i++) {
      x.set(pairs.subarray(i * D, (i + 1) * D), i * INPUT);
      x.set([labels[i], 1 - labels[i]], i * INPUT + D);
    }
    this.arena.view(this.buffers.query, query.length).set(query);
  }

  /** One step; the loss before it. */
  step(): number {
    this.forward();
    this.backward();
    const t = ++this.steps;
    const { parameters: state, gradient, count } = this;
    const row = count * 4;
    const [mScale, vScale] = [1 / (1 - 0.9 ** t), 1 / (1 - 0.999 ** t)];
    this.kernels.adam(state, row, gradient, state, row, 0, count, 1e-3, mScale, vScale, 0.9, 0.999, 1e-8, 1e-5, Infinity); // prettier-ignore
    return this.loss();
  }

  loss(): number {
    return this.arena.view(this.buffers.loss, 1)[0];
  }

  /** A copy of the flat gradient at the parameters as loaded. */
  gradients(): Float32Array {
    this.forward();
    this.backward();
    return this.arena.view(this.gradient, this.count).slice();
  }

  /** Pointers of everything between input and loss; `d...` are gradients. */
  private layOut() {
    const { tasks, support, query } = this.size;
    const take = (floats: number) => this.arena.take(floats);
    const [sequence, rows] = [tasks * support, tasks * query];
    const wide = () => take(rows * D);
    const layers = LAYERS.map(() => ({
      trunk: wide(),
      gamma: wide(),
      beta: wide(),
      linear: wide(),
      hidden: wide(),
    }));
    return {
      x: take(sequence * INPUT),
      query: wide(),
      gates: take(sequence * GATES),
      states: take(sequence * 5 * D),
      encoded: take(tasks * D),
      context: take(tasks * D),
      hybrid: wide(),
      layers,
      scores: take(rows),
      loss: take(4),
      dScores: take(rows),
      dGates: take(sequence * GATES),
      dStates: take(sequence * GATES),
      dHidden: wide(),
      dLinear: wide(),
      dGamma: wide(),
      dBeta: wide(),
      dTrunk: wide(),
      dAbove: wide(),
      dTasks: take(tasks * D),
      dEncoded: take(tasks * D),
      scratch: take(Math.max(GATES * D, tasks * GATES)),
    };
  }

  /** Pointer of a parameter, or of its gradient. */
  private at(name: string, base = this.parameters): number {
    const offset = this.offsets.get(name);
    if (offset === undefined) throw new Error(`no parameter '${name}'`);
    return base + offset;
  }

  private forward(): void {
    const { tasks, support, query } = this.size;
    const { kernels, buffers: at } = this;
    const rows = tasks * query;
    this.dense(at.x, INPUT, 'encoder.gru', ['weightIh', 'biasIh'], at.gates, tasks * support, INPUT, GATES); // prettier-ignore
    kernels.gruForward(at.gates, this.at('encoder.gru.weightHh'), this.at('encoder.gru.biasHh'), support, tasks, D, at.states, at.scratch); // prettier-ignore
    this.dense(this.lastState(), 5 * D, 'encoder.out0', LINEAR, at.encoded, tasks, D, D, 0);
    this.dense(at.encoded, D, 'encoder.out1', LINEAR, at.context, tasks, D, D);
    kernels.taskProduct(at.context, at.query, at.hybrid, tasks, query, D);
    LAYERS.forEach((l) => {
      const { trunk, gamma, beta, linear, hidden } = at.layers[l];
      const below = l === 0 ? { trunk: at.hybrid, hidden: at.query } : at.layers[l - 1];
      this.dense(below.trunk, D, `modulation.trunk${l}`, LINEAR, trunk, rows, D, D, 0);
      const heads = this.at(`modulation.head${l}.weight`);
      const biases = this.at(`modulation.head${l}.bias`);
      kernels.matmul(trunk, D, heads, D, gamma, D, rows, D, D, biases, 0);
      kernels.matmul(trunk, D, heads + D * D * 4, D, beta, D, rows, D, D, biases + D * 4, 0);
      this.dense(below.hidden, D, `backbone.layer${l}`, LINEAR, linear, rows, D, D);
      kernels.modulate(linear, gamma, beta, hidden, rows * D, 0.01);
    });
    const last = at.layers[LAYERS.length - 1].hidden;
    kernels.matvec(last, D, this.at('backbone.out.weight'), at.scores, rows, D, this.at('backbone.out.bias')); // prettier-ignore
    kernels.hinge(at.scores, at.dScores, tasks, query / 2, at.loss);
  }

  private backward(): void {
    const { tasks, support, query } = this.size;
    const { kernels, buffers: at } = this;
    const rows = tasks * query;
    const last = at.layers[LAYERS.length - 1];
    const gradientOf = (name: string) => this.at(name, this.gradient);
    kernels.matmul(at.dScores, rows, last.hidden, D, gradientOf('backbone.out.weight'), D, 1, rows, D, 0, 0); // prettier-ignore
    kernels.columnSum(at.dScores, 1, rows, 1, gradientOf('backbone.out.bias'));
    kernels.matmul(at.dScores, 1, this.at('backbone.out.weight'), D, at.dHidden, D, rows, 1, D, 0, 0); // prettier-ignore

    for (const l of [...LAYERS].reverse()) {
      const { trunk, gamma, linear, hidden } = at.layers[l];
      const below = l === 0 ? { trunk: at.hybrid, hidden: at.query } : at.layers[l - 1];
      kernels.modulateGradient(linear, gamma, hidden, at.dHidden, at.dLinear, at.dGamma, at.dBeta, rows * D, 0.01); // prettier-ignore
      this.weights(below.hidden, D, at.dLinear, `backbone.layer${l}`, LINEAR, rows, D, D);
      if (l > 0) this.inputs(at.dLinear, this.at(`backbone.layer${l}.weight`), at.dHidden, rows);
      const heads = `modulation.head${l}`;
      [at.dGamma, at.dBeta].forEach((d, head) => {
        const weight = head * D * D * 4;
        kernels.matmulTN(trunk, D, d, D, gradientOf(`${heads}.weight`) + weight, D, rows, D, D, 0);
        kernels.columnSum(d, D, rows, D, gradientOf(`${heads}.bias`) + head * D * 4);
        const more = head > 0 || l < LAYERS.length - 1 ? 1 : 0;
        this.inputs(d, this.at(`${heads}.weight`) + weight, at.dAbove, rows, more);
      });
      kernels.leakyGradient(trunk, at.dAbove, at.dTrunk, rows * D, 0);
      this.weights(below.trunk, D, at.dTrunk, `modulation.trunk${l}`, LINEAR, rows, D, D);
      this.inputs(at.dTrunk, this.at(`modulation.trunk${l}.weight`), at.dAbove, rows);
    }

    kernels.taskProductGradient(at.query, at.dAbove, at.dTasks, tasks, query, D);
    this.weights(at.encoded, D, at.dTasks, 'encoder.out1', LINEAR, tasks, D, D);
    this.inputs(at.dTasks, this.at('encoder.out1.weight'), at.dEncoded, tasks);
    kernels.leakyGradient(at.encoded, at.dEncoded, at.dTasks, tasks * D, 0);
    this.weights(this.lastState(), 5 * D, at.dTasks, 'encoder.out0', LINEAR, tasks, D, D);
    this.inputs(at.dTasks, this.at('encoder.out0.weight'), at.dEncoded, tasks);

    kernels.transpose(this.at('encoder.gru.weightHh'), D, GATES, at.scratch);
    kernels.gruBackward(at.states, at.scratch, at.dEncoded, support, tasks, D, at.dGates, at.dStates); // prettier-ignore
    this.weights(at.x, INPUT, at.dGates, 'encoder.gru', ['weightIh', 'biasIh'], tasks * support, INPUT, GATES); // prettier-ignore
    kernels.matmulTN(at.states, 5 * D, at.dStates + tasks * GATES * 4, GATES, gradientOf('encoder.gru.weightHh'), GATES, tasks * (support - 1), D, GATES, 0); // prettier-ignore
    kernels.columnSum(at.dStates, GATES, tasks * support, GATES, gradientOf('encoder.gru.biasHh'));
  }

  private lastState(): number {
    const { tasks, support } = this.size;
    return this.buffers.states + (support - 1) * tasks * 5 * D * 4;
  }

  /** `y = leaky(x W + b)`, rows of `x` `ldx` floats apart. */
  private dense(
    x: number,
    ldx: number,
    name: string,
    [weight, bias]: readonly [string, string],
    y: number,
    rows: number,
    inputs: number,
    outputs: number,
    slope = 1,
  ): void {
    const w = this.at(`${name}.${weight}`);
    const b = this.at(`${name}.${bias}`);
    this.kernels.matmul(x, ldx, w, outputs, y, outputs, rows, inputs, outputs, b, 0);
    if (slope !== 1) this.kernels.leaky(y, rows * outputs, slope);
  }

  /** Gradients of a dense layer's weight and bias. */
  private weights(
    x: number,
    ldx: number,
    d: number,
    name: string,
    [weight, bias]: readonly [string, string],
    rows: number,
    inputs: number,
    outputs: number,
  ): void {
    const w = this.at(`${name}.${weight}`, this.gradient);
    const b = this.at(`${name}.${bias}`, this.gradient);
    this.kernels.matmulTN(x, ldx, d, outputs, w, outputs, rows, inputs, outputs, 0);
    this.kernels.columnSum(d, outputs, rows, outputs, b);
  }

  /** `dx (+)= d W^T` of a square layer. */
  private inputs(d: number, weight: number, dx: number, rows: number, accumulate = 0): void {
    this.kernels.transpose(weight, D, D, this.buffers.scratch);
    this.kernels.matmul(d, D, this.buffers.scratch, D, dx, D, rows, D, D, 0, accumulate);
  }
}

const LINEAR = ['weight', 'bias'] as const;
