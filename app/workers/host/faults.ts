/** What fault tests and the soak ask of a worker; only loaded when the page was opened with `?test`. */
import * as tf from '@tensorflow/tfjs-core';
import { WorkerFailure } from '../../protocol/failure';
import type { FaultCalls } from '../../protocol/calls';
import type { BackendName } from '../../protocol/vocabulary';
import type { Handlers } from './host';

/** The parts of tfjs's backends that have no public door. */
interface WasmBackend {
  wasm: { HEAPU8: Uint8Array };
}
interface WebglBackend {
  gpgpu: { gl: WebGL2RenderingContext };
}

export function faultHandlers(chosen: BackendName): Handlers<FaultCalls> {
  return {
    memory() {
      const { numTensors, numBytes } = tf.memory();
      const heap = chosen === 'wasm' ? (tf.backend() as unknown as WasmBackend).wasm.HEAPU8 : [];
      return { tensors: numTensors, bytes: numBytes, heap: heap.length };
    },
    async break({ fault }) {
      if (fault === 'out-of-memory') refuseNextWrite();
      else if (fault === 'hang-helpers') (await import('../trainer/helpers')).hangHelpers();
      else loseDevice(chosen);
      return null;
    },
  };
}

/** The next values that are handed to the backend find no room, as when a heap cannot grow. */
function refuseNextWrite(): void {
  const backend = tf.backend();
  const { write } = backend;
  backend.write = () => {
    backend.write = write;
    throw new RangeError('Array buffer allocation failed, says a test');
  };
}

function loseDevice(chosen: BackendName): void {
  if (chosen !== 'webgl') throw new WorkerFailure('bad-request', `${chosen} has no device to lose`);
  const { gl } = (tf.backend() as unknown as WebglBackend).gpgpu;
  gl.getExtension('WEBGL_lose_context')!.loseContext();
}
