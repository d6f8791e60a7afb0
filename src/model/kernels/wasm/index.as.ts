/** Everything the module exports; `kernels.ts` types it. */
export { matmul, matmulTN } from './matmul.as';
export { columnSum, transpose } from './reduce.as';
export { addBias, leaky } from './elementwise.as';
export { adam } from './adam.as';
