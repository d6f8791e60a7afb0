/** Puts the wasm kernels in place of, or beside, tfjs's own. */
import type { BackendWasm } from '@tensorflow/tfjs-backend-wasm';
import {
  getKernel,
  registerKernel,
  unregisterKernel,
  type TensorInfo,
} from '@tensorflow/tfjs-core';
import { AdamStep } from '../adam';
import { setWasmModule, type WasmModule } from '../arithmetic';
import { Dense, DenseGradient, DenseLeaky } from '../dense';
import { DenseJoined, DenseJoinedGradient, DenseJoinedInputGradient } from '../dense-joined';
import { FilmHeads, FilmHeadsGradient } from '../film-heads';
import { GruBackward, GruForward } from '../gru';
import { Hinge } from '../hinge';
import { ModulateFilm, ModulateGate, ModulateGradient } from '../modulate';
import { addKernel, kernelsEnabled, type KernelCall } from '../run';
import {
  Mix, MixGradient, Modules, ModulesGradient, ModulesInputGradient, Routes, RoutesGradient,
} from '../soft'; // prettier-ignore
import { TaskProduct, TaskProductGradient } from '../task-product';
import { adamStep } from './adam';
import { dense, denseGradient } from './dense';
import { denseJoined, denseJoinedGradient, denseJoinedInputGradient } from './dense-joined';
import {
  filmHeads, filmHeadsGradient, hinge, modulate, modulateGradient, taskProduct, taskProductGradient,
} from './film'; // prettier-ignore
import { gruBackward, gruForward } from './gru';
import { batchMatMul, fusedMatMul, leadingSum } from './matmul';
import { heapInUse, setHeapInUse } from './heap-in-use';
import { fill, zerosLike } from './constants';
import { cast, identity, mean, transpose } from './identity';
import { concat, slice, splitV } from './joining';
import { WasmHeap } from './module';
import { mix, mixGradient, modules, modulesGradient, modulesInputGradient, routes, routesGradient } from './soft'; // prettier-ignore
import { exposeStockCalls } from './stock-calls';

/** Heaps of the backend in use, by module: going back to one compiles nothing. */
const heaps = new Map<WasmModule, WasmHeap>();

/**
 * Compiles the kernels onto the backend's memory and registers them. Stock kernels stay behind ours
 * for whatever ours do not cover. A call for another module changes to it.
 */
export async function registerWasmKernels(backend: BackendWasm, module: WasmModule): Promise<void> {
  const before = heapInUse();
  if (before?.backend !== backend) {
    heaps.clear();
    exposeStockCalls(backend);
  }
  const heap = heaps.get(module) ?? (await WasmHeap.of(backend, module));
  heaps.set(module, heap);
  setHeapInUse(heap);
  setWasmModule(module);
  if (before) return;

  inFrontOf('BatchMatMul', batchMatMul);
  inFrontOf('_FusedMatMul', fusedMatMul);
  inFrontOf('Sum', leadingSum);
  inFrontOf('Identity', identity);
  inFrontOf('Cast', cast);
  inFrontOf('Transpose', transpose);
  inFrontOf('Mean', mean);
  inFrontOf('Concat', concat);
  inFrontOf('Slice', slice);
  inFrontOf('SplitV', splitV);
  inFrontOf('Fill', fill);
  inFrontOf('ZerosLike', zerosLike);
  add(Dense, dense);
  add(DenseLeaky, dense);
  add(DenseGradient, denseGradient);
  add(DenseJoined, denseJoined);
  add(DenseJoinedGradient, denseJoinedGradient);
  add(DenseJoinedInputGradient, denseJoinedInputGradient);
  add(GruForward, gruForward);
  add(GruBackward, gruBackward);
  add(TaskProduct, taskProduct);
  add(TaskProductGradient, taskProductGradient);
  add(FilmHeads, filmHeads);
  add(FilmHeadsGradient, filmHeadsGradient);
  add(ModulateFilm, modulate);
  add(ModulateGate, modulate);
  add(ModulateGradient, modulateGradient);
  add(Modules, modules);
  add(ModulesGradient, modulesGradient);
  add(ModulesInputGradient, modulesInputGradient);
  add(Routes, routes);
  add(RoutesGradient, routesGradient);
  add(Mix, mix);
  add(MixGradient, mixGradient);
  add(Hinge, hinge);
  add(AdamStep, adamStep);
}

/** Registers `kernel` in front of the stock one, which runs where `kernel` returns null. */
function inFrontOf<Attrs>(
  kernelName: string,
  kernel: (heap: WasmHeap, call: KernelCall<Attrs>) => TensorInfo | TensorInfo[] | null,
): void {
  const stock = getKernel(kernelName, 'wasm');
  if (!stock) throw new Error(`The wasm backend has no ${kernelName}.`);
  unregisterKernel(kernelName, 'wasm');
  registerKernel({
    ...stock,
    kernelFunc: (call) => {
      const own = kernelsEnabled()
        ? kernel(heapInUse()!, call as unknown as KernelCall<Attrs>)
        : null;
      return own ?? stock.kernelFunc(call);
    },
  });
}

/** Registers a kernel of this project. */
function add<Attrs>(
  kernelName: string,
  kernel: (heap: WasmHeap, call: KernelCall<Attrs>) => TensorInfo | TensorInfo[],
): void {
  addKernel('wasm', kernelName, (call) =>
    kernel(heapInUse()!, call as unknown as KernelCall<Attrs>),
  );
}
