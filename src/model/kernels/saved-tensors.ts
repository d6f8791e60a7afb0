/** Cheaper handles on the tensors that a backward pass needs. */
import { engine, type KernelBackend, type Tensor, type TensorInfo } from '@tensorflow/tfjs-core';

/** What of tfjs's engine this relies on (4.22.0, pinned). */
interface EngineInside {
  state: {
    /** Nested gradients being recorded. */
    gradientDepth: number;
    /** Above 0 inside a kernel, where inputs and outputs are saved for its gradient. */
    kernelDepth: number;
    tensorInfo: WeakMap<object, { backend: KernelBackend }>;
  };
  clone(x: Tensor): Tensor;
  makeTensorFromTensorInfo(info: TensorInfo, backend: KernelBackend): Tensor;
}

let done = false;

/**
 * tfjs saves a tensor for a gradient by cloning it: a whole kernel call each, and a node on the tape
 * that the search for gradients walks through. With one level of gradients the node is never used,
 * and a second counted handle on the values does: at 43 saved tensors, a twelfth of a small
 * step. Gradients of gradients (MeLU's inner loop) need the nodes and keep them.
 */
export function cheapenSavedTensors(): void {
  if (done) return;
  done = true;
  const inside = engine() as unknown as EngineInside;
  const clone = inside.clone.bind(inside);
  inside.clone = (x) => {
    const { gradientDepth, kernelDepth, tensorInfo } = inside.state;
    if (gradientDepth !== 1 || kernelDepth === 0) return clone(x);
    const { backend } = tensorInfo.get(x.dataId)!;
    backend.incRef(x.dataId);
    return inside.makeTensorFromTensorInfo(x, backend);
  };
}
