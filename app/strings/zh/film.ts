import type { film as en } from '../en/film';

export const film: typeof en = {
  label: (name) => `主干每个单元对《${name}》的调制`,
  labelAgainst: (name, other) => `《${name}》的调制减去《${other}》的`,
  layer: (n) => `第 ${n} 层`,
  symbols: { gamma: 'γ', beta: 'β', gate: 'σ', weight: 'w', bias: 'b' },
  targets: { gamma: 'gamma', beta: 'beta', gate: '门', weight: '权重', bias: '偏置' },
  rowLabel: (target, layer) => `第 ${layer} 层的 ${target}，逐个单元`,
  cell: (target, layer, unit, value) => `第 ${layer} 层，单元 ${unit} 的 ${target}：${value}`,
  scatter: (layer) => `第 ${layer} 层：向右是 gamma，向上是 beta，每点一个单元`,
  none: '这里没有调制：每部电影、每个支持集面对的都是同一个网络，不同的只有输入端的混合上下文。',
  lastLayer: '最后一层，整层由上下文生成',
  cells: '格子',
  byUnit: '满色：该单元迄今的最大偏差',
  cellDifference: (target, layer, unit, difference, before, now) =>
    `第 ${layer} 层，单元 ${unit} 的 ${target}：${difference}（从 ${before} 到 ${now}）`,
  differenceColumn: '差',
  hints: {
    film: '每格是一个单元。紫色方形：为这种口味调高；橙色圆形：调低；淡色：不变。',
    sigmoid: '每格是一个单元。紫色方形：为这种口味放行；橙色圆形：挡住。',
    linear: '每格是一个为这种口味生成的权重。紫色方形：正；橙色圆形：负。',
  },
  hintAgainst: (name) => `紫色方形：比${name}大。橙色圆形：比它小。淡色：一样。`,
  editHint: '选一个格子，把它固定在你要的值上，看排序跟着变。',
  override: (target, layer, unit) => `固定第 ${layer} 层单元 ${unit} 的 ${target}`,
  release: '松开',
  leave: (layer) => `第 ${layer} 层不加调制`,
  influence: {
    title: '影响最大的单元',
    asking: '正在逐个试单元。',
    old: '之后有了变化。要看现在的排序，请再按一次。',
    failed: '这次没有算出来。请再按一次。',
    how: {
      film: '每次只让一个单元不加调制（gamma 为 1，beta 为 0），再把所有电影重新排序。',
      sigmoid: '每次只让一个单元不加调制（门为 1），再把所有电影重新排序。',
    },
    moving: (moving, units, first, films) =>
      moving === 0
        ? `没有哪一个单元单独会改变 ${films} 部电影的前 ${first} 名。`
        : `${units} 个单元中有 ${moving} 个会改变 ${films} 部电影的前 ${first} 名是哪些。`,
    unit: (layer, unit, replaced, first) =>
      `第 ${layer} 层，单元 ${unit}：前 ${first} 名中有 ${replaced} 部会换成别的`,
  },
  unitFilms: {
    title: (target, layer, unit) => `按第 ${layer} 层单元 ${unit} 的 ${target} 看电影`,
    among: (films) => `在最可能的 ${films} 部电影中。`,
    same: '它对每部电影都一样。',
    most: '最大的是',
    least: '最小的是',
  },
  scaling: '颜色标度',
  scalings: { global: '整个网络', layer: '每层', unit: '每个单元' },
  layerColumn: '层',
  unitColumn: '单元',
  valueColumns: ['种类', '值'],
};
