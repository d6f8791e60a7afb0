/** Programs on the webgpu backend. */
import type { WebGPUBackend } from '@tensorflow/tfjs-backend-webgpu';
import { getKernel, type TensorInfo } from '@tensorflow/tfjs-core';
import { translate, type Gpu, type Program, type ProgramCall } from './program';

const PRELUDE = `
  fn pick(condition: bool, a: f32, b: f32) -> f32 { return select(b, a, condition); }
  fn leaky(x: f32, slope: f32) -> f32 { return select(slope * x, x, x > 0.0); }
  fn logistic(x: f32) -> f32 { return 1.0 / (1.0 + exp(-x)); }
  fn tangent(x: f32) -> f32 { let e = exp(2.0 * clamp(x, -15.0, 15.0)); return (e - 1.0) / (e + 1.0); }
`;
const WORKGROUP = 64;

type WebGPUProgram = Parameters<WebGPUBackend['runWebGPUProgram']>[0];

/** One thread an element. */
function sourceOf(program: Program): string {
  const words = {
    float: 'var',
    int: 'var',
    number: (name: string) => `uniforms.${name}`,
    out: 'setOutputAtIndex(index, ',
  };
  return `${PRELUDE}
    fn main(index: i32) {
      if (index >= uniforms.size) { return; }
      let row = index / uniforms.outShape.y;
      let column = index % uniforms.outShape.y;
      ${translate(program.body, { ...words, out: 'setOutputAtIndex' }).replace(/setOutputAtIndex\(/g, words.out)}
    }`;
}

/** What tfjs passes as uniforms, in the order of `declarations`. */
export function uniformsOf(
  { integers = [], floats = [] }: Pick<Program, 'integers' | 'floats'>,
  numbers: Record<string, number>,
) {
  return {
    declarations: [
      ...integers.map((name) => `${name} : i32, `),
      ...floats.map((name) => `${name} : f32, `),
    ].join(''),
    values: [
      ...integers.map((name) => ({ type: 'int32', data: [numbers[name]] })),
      ...floats.map((name) => ({ type: 'float32', data: [numbers[name]] })),
    ],
  };
}

export function webgpuGpu(backend: WebGPUBackend): Gpu {
  return {
    packs: false,
    run({ program, inputs, rows, columns, numbers = {} }: ProgramCall): TensorInfo {
      const { declarations, values } = uniformsOf(program, numbers);
      const outputShape = [rows, columns];
      const definition = {
        variableNames: program.inputs,
        outputShape,
        workgroupSize: [WORKGROUP, 1, 1],
        dispatchLayout: { x: [0, 1] },
        dispatch: [Math.ceil((rows * columns) / WORKGROUP), 1, 1],
        uniforms: declarations,
        shaderKey: `cmml ${program.name}`,
        size: true,
        getUserCode: () => sourceOf(program),
      };
      return backend.runWebGPUProgram(
        definition as unknown as WebGPUProgram,
        inputs,
        'float32',
        values,
      );
    },
    stock(name, inputs, attrs) {
      const kernel = getKernel(name, 'webgpu');
      return kernel!.kernelFunc({ inputs, attrs: attrs as never, backend }) as TensorInfo;
    },
    dispose(...infos) {
      infos.forEach((info) => backend.disposeData(info.dataId));
    },
  };
}
