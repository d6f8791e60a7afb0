import type { Explanation } from '../../protocol/explanation';
import { useLazyStrings } from '../../strings/lazy';
import { LinearLayer } from './LinearLayer';
import type { Names } from './names';
import { Stage } from './Stage';
import { joined } from './sums';

const TRUNK = String.raw`t_1 = \mathrm{ReLU}\big(W\, \htmlData{part=hybrid}{C^h} + b\big)`;

interface HypernetworkStageProps {
  explanation: Explanation;
  /** Unit by trunk layer, from the first to the one that the chosen number's head reads. */
  units: number[];
  onChoose: (layer: number, unit: number) => void;
  names: Names;
}

/** The hypernetwork between the hybrid context and the heads: its trunk, layer by layer. */
export function HypernetworkStage({ explanation, units, onChoose, names }: HypernetworkStageProps) {
  const strings = useLazyStrings().explain;
  const { hypernetwork, hybrid } = explanation;
  if (!hypernetwork) return null;
  const { trunk, perTask } = hypernetwork;
  const layers = trunk.slice(0, units.length).map((layer, l) => ({ layer, l }));
  return (
    <Stage
      part="modulation"
      title={strings.hypernetwork}
      sub={perTask.length > 0 ? strings.hypernetworkSubMore : strings.hypernetworkSub}
      equation={TRUNK}
    >
      {layers.reverse().map(({ layer, l }) => (
        <LinearLayer
          key={l}
          title={strings.trunkLayer(l)}
          layer={layer}
          input={l === 0 ? joined(perTask, hybrid) : trunk[l - 1].output}
          inputName={l === 0 ? names.hyperInput : (k) => strings.trunkUnit(l - 1, k)}
          nameOf={(k) => strings.trunkUnit(l, k)}
          unit={units[l]}
          onChoose={(unit) => onChoose(l, unit)}
          activation="ReLU"
        />
      ))}
    </Stage>
  );
}
