/** What the present backend's device says: that it was lost, that it erred, that it caught up. */
import * as tf from '@tensorflow/tfjs-core';
import type { BackendName } from '../../protocol/vocabulary';
import { whilePolling } from './polled-queue';
import { inTime } from './timeout';

/** The parts of tfjs's GPU backends that have no public door. */
interface WebgpuBackend {
  device: GPUDevice;
  submitQueue(): void;
  /** Every read of a tensor comes by here. */
  getBufferData(buffer: GPUBuffer): Promise<ArrayBuffer>;
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

/** Makes reads from WebGPU come as soon as they are there, in every browser (`polled-queue.ts`). */
export function pollReads(): void {
  const backend = tf.backend() as unknown as WebgpuBackend;
  const { queue } = backend.device;
  const read = Object.getPrototypeOf(backend).getBufferData as WebgpuBackend['getBufferData'];
  backend.getBufferData = (buffer) => whilePolling(queue, read.call(backend, buffer));
}

/** Steps that WebGPU may have in flight: a browser that tells late of one has the next to go on with. */
const WEBGPU_DEPTH = 2;

/**
 * Waits until the device has few steps in flight: one on WebGL, two on WebGPU. On wasm and cpu a step
 * is done when its call returns.
 */
export function stepGate(name: BackendName): () => Promise<void> {
  if (name === 'webgpu') return fewInFlight(webgpuDone, WEBGPU_DEPTH);
  return name === 'webgl' ? fewInFlight(webglDone, 1) : () => Promise.resolve();
}

/**
 * @param done resolves when all that was submitted so far is done
 * @param depth steps that may be in flight when the gate opens
 */
export function fewInFlight(done: () => Promise<unknown>, depth: number): () => Promise<void> {
  const submitted: Promise<unknown>[] = [];
  return async () => {
    const step = done();
    step.catch(() => undefined); // told to whoever waits next, which may be later
    submitted.push(step);
    if (submitted.length > depth) await inTime(submitted.shift()!, 'step');
  };
}

function webgpuDone(): Promise<unknown> {
  const backend = tf.backend() as unknown as WebgpuBackend;
  backend.submitQueue();
  const { queue } = backend.device;
  return whilePolling(queue, queue.onSubmittedWorkDone());
}

const webglDone = () => (tf.backend() as unknown as WebglBackend).gpgpu.createAndWaitForFence();
