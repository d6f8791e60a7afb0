/** Which comparison a reference file asks for. */
import { checkDcn, checkMelu, type GoldenComparison } from '../../tests/model/baselines/golden';
import { checkCmml } from './golden-cmml';
import { checkAdam, checkMetrics } from './golden-plain';
import { mismatch, type Comparison } from './golden-tensors';

const baseline = (comparisons: GoldenComparison[]): Comparison[] =>
  comparisons.map(({ name, actual, expected }) =>
    mismatch(name, { shape: [expected.length], data: expected }, actual),
  );

/**
 * Compares the model with one reference file, whose kind is told by what it holds.
 * @throws when it is none of them
 */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export async function checkGolden(golden: any): Promise<Comparison[]> {
  if (golden.config?.modulation) return checkCmml(golden);
  if (golden.config?.innerSteps !== undefined) return baseline(await checkMelu(golden));
  if (golden.params?.['cross0.weight']) return baseline(await checkDcn(golden));
  if (golden.config?.learningRate !== undefined && golden.steps) return checkAdam(golden);
  if (golden.ndcg && golden.recall) return checkMetrics(golden);
  throw new Error('not a reference file this command knows (CMML, DCN, MeLU, Adam, metrics)');
}
