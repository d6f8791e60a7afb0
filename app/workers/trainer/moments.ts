/** Adam's moments beside the parameters, and what to start them from when they are not known. */
import type { Trainer } from '../../../src/model/training/trainer';
import { nextTurn } from '../host/turn';

/** Gradients that the moments are estimated from. */
const GRADIENTS = 20;
const BETA_1 = 0.9;
const BETA_2 = 0.999;

/** The rows of `[3, N]`, each an array of its own: parameters, first and second moments. */
export function thirds(rows: Float32Array): [Float32Array, Float32Array, Float32Array] {
  const n = rows.length / 3;
  return [rows.slice(0, n), rows.slice(n, 2 * n), rows.slice(2 * n)];
}

/** `[3, N]`; moments that are not known are zero. */
export function joinRows(
  flat: Float32Array,
  first: Float32Array | null,
  second: Float32Array | null,
): Float32Array {
  const rows = new Float32Array(3 * flat.length);
  rows.set(flat);
  if (first && second) {
    rows.set(first, flat.length);
    rows.set(second, 2 * flat.length);
  }
  return rows;
}

/**
 * Estimates the moments at parameters whose moments are not known. Late in a run Adam corrects no
 * bias any more, and with moments of zero its first steps would be three times too long. So some
 * steps are taken at learning rate 0, and what they gathered is freed of its bias.
 */
export async function estimateMoments(trainer: Trainer): Promise<void> {
  const { learningRate, steps: step, tasksSeen } = trainer;
  trainer.learningRate = 0;
  for (let k = 0; k < GRADIENTS; k++) {
    trainer.step().dispose();
    await nextTurn();
  }
  const { rows } = await trainer.state();
  const n = rows.length / 3;
  for (let i = 0; i < n; i++) {
    rows[n + i] /= 1 - BETA_1 ** GRADIENTS;
    rows[2 * n + i] /= 1 - BETA_2 ** GRADIENTS;
  }
  trainer.learningRate = learningRate;
  trainer.restore({ step, tasksSeen, rows });
}
