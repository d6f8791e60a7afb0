/** Programs on the webgl backend. */
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';
import { getKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { translate, type Gpu, type Program, type ProgramCall } from './program';

const PRELUDE = `
  float pick(bool condition, float a, float b) { return condition ? a : b; }
  float leaky(float x, float slope) { return x > 0.0 ? x : slope * x; }
  float logistic(float x) { return 1.0 / (1.0 + exp(-x)); }
  float tangent(float x) { float e = exp(2.0 * clamp(x, -15.0, 15.0)); return (e - 1.0) / (e + 1.0); }
`;

const sources = new Map<string, string>();

function sourceOf(program: Program): string {
  let source = sources.get(program.name);
  if (!source) {
    const words = { float: 'float', int: 'int', number: (name: string) => name, out: 'setOutput' };
    source = `${PRELUDE}
      void main() {
        ivec2 place = getOutputCoords();
        int row = place.x;
        int column = place.y;
        ${translate(program.body, words)}
      }`;
    sources.set(program.name, source);
  }
  return source;
}

type WebGLProgram = Parameters<MathBackendWebGL['runWebGLProgram']>[0];

export function webglGpu(backend: MathBackendWebGL): Gpu {
  return {
    packs: true,
    run({ program, inputs, rows, columns, numbers = {} }: ProgramCall): TensorInfo {
      const { integers = [], floats = [] } = program;
      const definition = {
        variableNames: program.inputs,
        outputShape: [rows, columns],
        userCode: sourceOf(program),
        customUniforms: [
          ...integers.map((name) => ({ name, type: 'int' as const })),
          ...floats.map((name) => ({ name, type: 'float' as const })),
        ],
      };
      const values = [...integers, ...floats].map((name) => [numbers[name]]);
      return backend.runWebGLProgram(definition as WebGLProgram, inputs, 'float32', values);
    },
    stock(name, inputs, attrs) {
      const kernel = getKernel(name, 'webgl');
      return kernel!.kernelFunc({ inputs, attrs: attrs as never, backend }) as TensorInfo;
    },
    dispose(...infos) {
      infos.forEach((info) => backend.disposeIntermediateTensorInfo(info));
    },
  };
}
