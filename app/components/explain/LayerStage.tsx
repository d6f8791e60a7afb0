import { useState } from 'react';
import type { Explanation } from '../../workers/protocol';
import { useLaterStrings } from '../../strings/later';
import { layerSize, unitStep, type UnitStep } from './chain';
import { Stage } from './Stage';
import { Strip } from './Strip';
import { plain } from './Terms';

const EQUATIONS = {
  film: String.raw`o_l = \htmlData{part=modulation}{\gamma_l} \odot \htmlData{part=backbone}{h_l} + \htmlData{part=modulation}{\beta_l}`,
  sigmoid: String.raw`o_l = \htmlData{part=modulation}{\sigma_l} \odot \htmlData{part=backbone}{h_l}`,
  soft: String.raw`o^{l+1}_i = \textstyle\sum_j \htmlData{part=modulation}{p^l_{i,j}}\, \htmlData{part=backbone}{o^l_j}`,
  linear: String.raw`o_l = \htmlData{part=backbone}{h_l}`,
  none: String.raw`o_l = \htmlData{part=backbone}{h_l}`,
} as const;

/** One unit's arithmetic, with its own numbers. */
function arithmetic(step: UnitStep): string {
  switch (step.kind) {
    case 'film':
      return `${plain(step.gamma)} × ${plain(step.linear)} + ${plain(step.beta)} = ${plain(step.modulated)} → ${plain(step.activated)}`;
    case 'sigmoid':
      return `${plain(step.gate)} × ${plain(step.linear)} = ${plain(step.modulated)} → ${plain(step.activated)}`;
    case 'plain':
      return `${plain(step.modulated)} → ${plain(step.activated)}`;
    case 'soft': {
      const terms = step.sources.map((s) => `${plain(s.route)} × ${plain(s.activated)}`);
      return `${terms.join(' + ')} = ${plain(step.modulated)}`;
    }
  }
}

/** A modulated layer: its units as cells, and the arithmetic of the one that is chosen. */
export function LayerStage({ explanation, layer }: { explanation: Explanation; layer: number }) {
  const strings = useLaterStrings().explain;
  const { modulation, layers } = explanation;
  const { units, targets } = layerSize(modulation, layers[layer], layer);
  const values = layers[layer].modulated;
  const [chosen, choose] = useState(0);
  const cell = Math.min(chosen, values.length - 1);
  const target = Math.floor(cell / units);
  const unit = cell % units;
  const nameOf = (index: number): string =>
    targets === 1
      ? strings.unit(index % units)
      : strings.moduleUnit(Math.floor(index / units), index % units);
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
        onSelect={choose}
        nameOf={nameOf}
      />
      <p className="explain-arithmetic">
        <b>{nameOf(cell)}</b> {arithmetic(unitStep(explanation, layer, unit, target))}
      </p>
    </Stage>
  );
}
