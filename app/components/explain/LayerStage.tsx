import type { Explanation } from '../../protocol/explanation';
import { useLazyStrings } from '../../strings/lazy';
import { layerSize, layerSum, unitStep, type UnitStep } from './chain';
import type { Names } from './names';
import { Stage } from './Stage';
import { Strip } from './Strip';
import { SumTable } from './SumTable';
import { plain } from './Terms';

const EQUATIONS = {
  film: String.raw`o_l = \htmlData{part=modulation}{\gamma_l} \odot \htmlData{part=backbone}{h_l} + \htmlData{part=modulation}{\beta_l}`,
  sigmoid: String.raw`o_l = \htmlData{part=modulation}{\sigma_l} \odot \htmlData{part=backbone}{h_l}`,
  soft: String.raw`o^{l+1}_i = \textstyle\sum_j \htmlData{part=modulation}{p^l_{i,j}}\, \htmlData{part=backbone}{o^l_j}`,
  linear: String.raw`o_l = \htmlData{part=backbone}{h_l}`,
  none: String.raw`o_l = \htmlData{part=backbone}{h_l}`,
} as const;

interface LayerStageProps {
  explanation: Explanation;
  layer: number;
  /** The cell that is taken apart. */
  cell: number;
  onChoose: (cell: number) => void;
  names: Names;
}

/** A modulated layer: its units as cells, and the arithmetic of the chosen one. */
export function LayerStage({ explanation, layer, cell, onChoose, names }: LayerStageProps) {
  const strings = useLazyStrings().explain;
  const { modulation, layers } = explanation;
  const { units } = layerSize(modulation, layers[layer], layer);
  const values = layers[layer].modulated;
  const step = unitStep(explanation, layer, cell % units, Math.floor(cell / units));
  const nameOf = names.cell(layer);
  // Of several modules that a cell reads, the one that gives most is taken apart.
  const linear = step.kind === 'soft' ? heaviestSource(step) * units + (cell % units) : cell;
  const value = layers[layer].linear[linear];
  return (
    <Stage
      part="backbone"
      title={strings.layer(layer)}
      sub={strings.layerSub}
      equation={EQUATIONS[modulation.kind]}
    >
      <Strip
        values={values}
        label={strings.strip(strings.layer(layer), values.length)}
        selected={cell}
        onSelect={onChoose}
        nameOf={nameOf}
      />
      <p className="explain-arithmetic">
        <b>{nameOf(cell)}</b> <Arithmetic step={step} />
      </p>
      <SumTable
        sum={layerSum(explanation, layer, linear)}
        nameOf={layer === 0 ? names.input : belowOf(explanation, layer, names)}
        caption={strings.linear(names.moduleUnit(layer)(linear))}
        total={{ name: strings.linear(names.moduleUnit(layer)(linear)), value }}
      />
    </Stage>
  );
}

/** Names of what a unit of layer `l > 0` reads. */
function belowOf({ modulation }: Explanation, l: number, names: Names) {
  // A module reads what was routed to it: units, whatever module they came from.
  return modulation.kind === 'soft' ? names.unit : names.cell(l - 1);
}

function heaviestSource({ sources }: Extract<UnitStep, { kind: 'soft' }>): number {
  const parts = sources.map(({ route, activated }) => Math.abs(route * activated));
  return parts.indexOf(Math.max(...parts));
}

/** One unit's arithmetic, with its own numbers under their symbols. */
function Arithmetic({ step }: { step: UnitStep }) {
  const strings = useLazyStrings().explain;
  const n = (symbol: string, value: number) => (
    <span className="explain-number">
      {symbol && <i>{symbol}</i>} {plain(value)}
    </span>
  );
  // Above zero the activation changes nothing.
  const after = ({ modulated, activated }: { modulated: number; activated: number }) =>
    modulated < 0 && `, ${strings.leaky(plain(activated))}`;
  switch (step.kind) {
    case 'film':
      return (
        <>
          {n('γ', step.gamma)} × {n('h', step.linear)} + {n('β', step.beta)} ={' '}
          {n('', step.modulated)}
          {after(step)}
        </>
      );
    case 'sigmoid':
      return (
        <>
          {n('σ', step.gate)} × {n('h', step.linear)} = {n('', step.modulated)}
          {after(step)}
        </>
      );
    case 'plain':
      return (
        <>
          {n('h', step.modulated)}
          {after(step)}
        </>
      );
    case 'soft':
      return (
        <>
          {step.sources.map(({ route, activated }, s) => (
            <span key={s}>
              {s > 0 && ' + '}
              {n('p', route)} × {plain(activated)}
            </span>
          ))}{' '}
          = {plain(step.modulated)}
        </>
      );
  }
}
