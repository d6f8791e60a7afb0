/** What the present backend's device says: that it was lost, that it erred, that it caught up. */
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../protocol';
import { inTime } from './timeout';

/** The parts of tfjs's GPU backends that have no public door. */
interface WebgpuBackend {
  device: GPUDevice;
  submitQueue(): void;
}
interface WebglBackend {
  gpgpu: { gl: WebGL2RenderingContext; createAndWaitForFence(): Promise<void> };
}

export interface DeviceWatch {
  onLost: (detail: string) => void;
  /** A WGSL or validation error, which is silent otherwise. */
  onError: (detail: string) => void;
}

/** tfjs has no handler for a lost device: steps would go on 'running' while only reads fail. */
export function watchDevice(name: BackendName, { onLost, onError }: DeviceWatch): void {
  if (name === 'webgpu') {
    const { device } = tf.backend() as unknown as WebgpuBackend;
    void device.lost.then(({ reason, message }) => onLost(`${reason}: ${message}`));
    device.onuncapturederror = ({ error }) => onError(error.message);
  }
  if (name === 'webgl') {
    const { canvas } = (tf.backend() as unknown as WebglBackend).gpgpu.gl;
    canvas.addEventListener('webglcontextlost', () => onLost('WebGL context lost'));
  }
}

/**
 * Waits until the device has done what was submitted before the last call, so that one step at most is
 * in flight. On wasm and cpu a step is done when its call returns.
 */
export function stepGate(name: BackendName): () => Promise<void> {
  if (name === 'webgpu') return oneInFlight(webgpuDone);
  return name === 'webgl' ? oneInFlight(webglDone) : () => Promise.resolve();
}

/** @param done resolves when all that was submitted so far is done */
export function oneInFlight(done: () => Promise<unknown>): () => Promise<void> {
  let before: Promise<unknown> = Promise.resolve();
  return async () => {
    const waited = before;
    before = done();
    before.catch(() => undefined); // told to whoever waits next, which may be later
    await inTime(waited, 'step');
  };
}

function webgpuDone(): Promise<unknown> {
  const backend = tf.backend() as unknown as WebgpuBackend;
  backend.submitQueue();
  return backend.device.queue.onSubmittedWorkDone();
}

const webglDone = () => (tf.backend() as unknown as WebglBackend).gpgpu.createAndWaitForFence();
