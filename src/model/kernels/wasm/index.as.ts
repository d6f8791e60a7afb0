/** Everything the module exports; `module.ts` types it. */
export { matmul, matmulTN, matvec } from './matmul.as';
export { countZeros, matmulSparse, multiply } from './sparse.as';
export { columnSum, copyRows, transpose } from './reduce.as';
export {
  biasLeaky, leaky, leakyGradient, sigmoid, modulate, modulateGradient,
  taskProduct, taskProductGradient, hinge, floatsOfBytes,
} from './elementwise.as';
export { gruForward, gruBackward } from './gru.as';
export { routes, routesGradient, mix, mixGradient } from './soft.as';
export { adam } from './adam.as';
