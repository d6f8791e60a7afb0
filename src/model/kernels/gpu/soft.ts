/** Soft modularization on a GPU; shapes are in `../soft.ts`. */
import type { TensorInfo } from '@tensorflow/tfjs-core';
import type { KernelCall } from '../run';
import type { RouteAttrs } from '../soft';
import { columnSums, leakyGradient } from './dense';
import { as, shaped, type Gpu, type Program } from './program';

/** `sharing`: 1 where all modules read the same rows. */
const MODULES: Program = {
  name: 'modules',
  inputs: ['X', 'W', 'Bias'],
  integers: ['rows', 'inner', 'sharing'],
  body: `
    INT m = row / #rows;
    INT source = row - m * #rows * #sharing;
    FLOAT sum = getBias(m, column);
    for (INT k = 0; k < #inner; k++) { sum += getX(source, k) * getW(m * #inner + k, column); }
    OUT(max(sum, 0.0));`,
};

export function modules(gpu: Gpu, { inputs: { x, weight, bias } }: KernelCall): TensorInfo {
  const [count, inner, width] = weight.shape;
  const shared = x.shape.length === 2 ? 1 : 0;
  const rows = x.shape[x.shape.length - 2];
  const y = gpu.run({
    program: MODULES,
    inputs: [as(x, shared ? rows : count * rows, inner), as(weight, count * inner, width), bias],
    rows: count * rows,
    columns: width,
    numbers: { rows, inner, sharing: shared },
  });
  return shaped(y, [count, rows, width]);
}

const MODULES_WEIGHT_GRADIENT: Program = {
  name: 'modulesWeightGradient',
  inputs: ['X', 'D'],
  integers: ['rows', 'inner', 'sharing'],
  body: `
    INT m = row / #inner;
    INT k = row - m * #inner;
    INT first = m * #rows;
    INT source = first - first * #sharing;
    FLOAT sum = 0.0;
    for (INT i = 0; i < #rows; i++) { sum += getX(source + i, k) * getD(first + i, column); }
    OUT(sum);`,
};

export function modulesGradient(gpu: Gpu, { inputs: { x, y, dy } }: KernelCall): TensorInfo[] {
  const [count, rows, width] = dy.shape;
  const inner = x.shape[x.shape.length - 1];
  const shared = x.shape.length === 2 ? 1 : 0;
  const d = leakyGradient(gpu, y, dy, 0);
  const dWeight = gpu.run({
    program: MODULES_WEIGHT_GRADIENT,
    inputs: [as(x, shared ? rows : count * rows, inner), as(d, count * rows, width)],
    rows: count * inner,
    columns: width,
    numbers: { rows, inner, sharing: shared },
  });
  return [shaped(dWeight, [count, inner, width]), columnSums(gpu, d, count), d];
}

const MODULES_INPUT_GRADIENT: Program = {
  name: 'modulesInputGradient',
  inputs: ['D', 'W'],
  integers: ['inner', 'width', 'rows', 'summed'],
  body: `
    FLOAT sum = 0.0;
    for (INT m = 0; m < #summed; m++) {
      INT place = row + m * #rows;
      INT first = (place / #rows) * #inner;
      for (INT j = 0; j < #width; j++) { sum += getD(place, j) * getW(first + column, j); }
    }
    OUT(sum);`,
};

export function modulesInputGradient(
  gpu: Gpu,
  { inputs: { d, weight }, attrs: { shared } }: KernelCall<{ shared: boolean }>,
): TensorInfo {
  const [count, inner, width] = weight.shape;
  const rows = d.shape[1];
  const dx = gpu.run({
    program: MODULES_INPUT_GRADIENT,
    inputs: [as(d, count * rows, width), as(weight, count * inner, width)],
    rows: shared ? rows : count * rows,
    columns: inner,
    numbers: { inner, width, rows, summed: shared ? count : 1 },
  });
  return shaped(dx, shared ? [rows, inner] : [count, rows, inner]);
}

const ROUTES: Program = {
  name: 'routes',
  inputs: ['X'],
  integers: ['sources', 'targets'],
  body: `
    INT t = column % #targets;
    FLOAT top = getX(row, t);
    for (INT s = 1; s < #sources; s++) { top = max(top, getX(row, s * #targets + t)); }
    FLOAT sum = 0.0;
    for (INT s = 0; s < #sources; s++) { sum += exp(getX(row, s * #targets + t) - top); }
    OUT(exp(getX(row, column) - top) / sum);`,
};

export function routes(
  gpu: Gpu,
  { inputs: { logits }, attrs: { sources, targets } }: KernelCall<RouteAttrs>,
): TensorInfo {
  const [rows, columns] = logits.shape;
  const y = gpu.run({ program: ROUTES, inputs: [logits], rows, columns, numbers: { sources, targets } }); // prettier-ignore
  return shaped(y, [rows, sources, targets]);
}

const ROUTES_GRADIENT: Program = {
  name: 'routesGradient',
  inputs: ['Y', 'D'],
  integers: ['sources', 'targets'],
  body: `
    INT t = column % #targets;
    FLOAT sum = 0.0;
    for (INT s = 0; s < #sources; s++) {
      sum += getY(row, s * #targets + t) * getD(row, s * #targets + t);
    }
    OUT(getY(row, column) * (getD(row, column) - sum));`,
};

export function routesGradient(gpu: Gpu, { inputs: { y, dy } }: KernelCall): TensorInfo {
  const [rows, sources, targets] = y.shape;
  const columns = sources * targets;
  return gpu.run({
    program: ROUTES_GRADIENT,
    inputs: [as(y, rows, columns), as(dy, rows, columns)],
    rows,
    columns,
    numbers: { sources, targets },
  });
}

const MIX: Program = {
  name: 'mix',
  inputs: ['V', 'Route'],
  integers: ['rows', 'sources', 'targets'],
  body: `
    INT t = row / #rows;
    INT i = row - t * #rows;
    FLOAT sum = 0.0;
    for (INT s = 0; s < #sources; s++) {
      sum += getRoute(i, s * #targets + t) * getV(s * #rows + i, column);
    }
    OUT(sum);`,
};

export function mix(gpu: Gpu, { inputs: { values, route } }: KernelCall): TensorInfo {
  const [rows, sources, targets] = route.shape;
  const width = values.shape[2];
  const mixed = gpu.run({
    program: MIX,
    inputs: [as(values, sources * rows, width), as(route, rows, sources * targets)],
    rows: targets * rows,
    columns: width,
    numbers: { rows, sources, targets },
  });
  return shaped(mixed, [targets, rows, width]);
}

const MIX_VALUES_GRADIENT: Program = {
  name: 'mixValuesGradient',
  inputs: ['Route', 'D'],
  integers: ['rows', 'targets'],
  body: `
    INT s = row / #rows;
    INT i = row - s * #rows;
    FLOAT sum = 0.0;
    for (INT t = 0; t < #targets; t++) {
      sum += getRoute(i, s * #targets + t) * getD(t * #rows + i, column);
    }
    OUT(sum);`,
};

const MIX_ROUTE_GRADIENT: Program = {
  name: 'mixRouteGradient',
  inputs: ['V', 'D'],
  integers: ['rows', 'targets', 'width'],
  body: `
    INT s = column / #targets;
    INT t = column - s * #targets;
    FLOAT sum = 0.0;
    for (INT j = 0; j < #width; j++) {
      sum += getV(s * #rows + row, j) * getD(t * #rows + row, j);
    }
    OUT(sum);`,
};

export function mixGradient(gpu: Gpu, { inputs: { values, route, dy } }: KernelCall): TensorInfo[] {
  const [rows, sources, targets] = route.shape;
  const width = values.shape[2];
  const d = as(dy, targets * rows, width);
  const dValues = gpu.run({
    program: MIX_VALUES_GRADIENT,
    inputs: [as(route, rows, sources * targets), d],
    rows: sources * rows,
    columns: width,
    numbers: { rows, targets },
  });
  const dRoute = gpu.run({
    program: MIX_ROUTE_GRADIENT,
    inputs: [as(values, sources * rows, width), d],
    rows,
    columns: sources * targets,
    numbers: { rows, targets, width },
  });
  return [shaped(dValues, values.shape), shaped(dRoute, route.shape)];
}
