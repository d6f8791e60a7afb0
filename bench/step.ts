/** One training step of the model on tensors that are there: gradient, Adam, new parameters. */
import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../src/data/random';
import { adamAttrs, adamInit, adamUpdate, type AdamState } from '../src/model/adam';
import type { Batch, PackedTasks } from '../src/model/batch';
import { initialParameters, parameterSpecs } from '../src/model/cmml';
import { differentiate } from '../src/model/differentiate';
import { ParameterSet } from '../src/model/parameter-set';
import { plansFor, type StepPlans } from '../src/model/plan/step-plans';
import { cmmlLearner } from '../src/model/training/cmml-learner';
import type { Learner } from '../src/model/training/learner';
import type { ModelConfig } from '../src/model/types';

const ADAM = { learningRate: 1e-3, weightDecay: 1e-5 };

export class BenchModel {
  readonly parameters: ParameterSet;
  private adam: AdamState;
  private readonly learner: Learner;
  private readonly random = createRandom(1);
  private plans: StepPlans | null = null;

  constructor(config: ModelConfig, seed = 1) {
    this.learner = cmmlLearner(config);
    const initial = initialParameters(config, createRandom(seed));
    this.parameters = new ParameterSet(parameterSpecs(config), initial);
    this.adam = adamInit(this.parameters.tensors());
  }

  /** The loss before the step; dispose it. */
  step(batch: Batch): tf.Tensor {
    const { value, gradients } = this.gradients(batch);
    const { state, values } = adamUpdate(this.adam, gradients, ADAM);
    tf.dispose(gradients);
    this.adam.rows.dispose();
    this.adam = state;
    this.parameters.replace(values);
    return value;
  }

  /** The same as `Trainer` takes it on wasm: recorded, and replayed from the fourth step on. */
  planned(packed: PackedTasks): () => tf.Tensor {
    const fault = (detail: string) => {
      throw new Error(`a recorded step is ${detail} off`);
    };
    const plans = (this.plans = plansFor(this.parameters, fault)!);
    const differentiate = (batch: Batch) => {
      const { value, gradients } = this.gradients(batch);
      return { loss: value as tf.Scalar, gradients };
    };
    return () => {
      const attrs = adamAttrs(this.adam, ADAM);
      const loss = plans.step(packed, differentiate, this.adam.rows, attrs);
      this.adam = { ...this.adam, step: attrs.step };
      return loss;
    };
  }

  gradients(batch: Batch): { value: tf.Tensor; gradients: tf.Tensor[] } {
    return differentiate(
      () => this.learner.loss(this.parameters, batch, this.random),
      this.parameters.tensors(),
    );
  }

  dispose(): void {
    this.plans?.dispose();
    this.parameters.dispose();
    this.adam.rows.dispose();
  }
}
