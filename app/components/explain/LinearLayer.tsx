import type { ExplainedLinear } from '../../protocol/explanation';
import { useLazyStrings } from '../../strings/lazy';
import { Strip } from './Strip';
import { SumTable } from './SumTable';
import { linearSum, totalOf } from './sums';
import { plain } from './Terms';

interface LinearLayerProps {
  /** What the layer is called. */
  title: string;
  layer: ExplainedLinear;
  input: Float32Array;
  inputName: (index: number) => string;
  nameOf: (index: number) => string;
  /** The unit that is taken apart. */
  unit: number;
  /** Absent: the unit is chosen elsewhere. */
  onChoose?: (unit: number) => void;
  /** The layer lets nothing or little through below zero. */
  activation?: 'ReLU' | 'LeakyReLU';
}

/** A plain Linear layer: its units as cells, and the sum of the chosen one. */
export function LinearLayer(props: LinearLayerProps) {
  const { title, layer, input, inputName, nameOf, unit, onChoose, activation } = props;
  const strings = useLazyStrings().explain;
  const sum = linearSum(input, layer, unit);
  const name = nameOf(unit);
  return (
    <div className="explain-linear">
      <h4>{title}</h4>
      <Strip
        values={layer.output}
        label={strings.strip(title, layer.output.length)}
        selected={unit}
        onSelect={onChoose}
        nameOf={nameOf}
      />
      <SumTable
        sum={sum}
        nameOf={inputName}
        caption={`${title}, ${name}`}
        shown={3}
        total={{ name, value: totalOf(sum) }}
      />
      {activation && (
        <p className="explain-arithmetic">
          {activation}({plain(totalOf(sum))}) = {plain(layer.output[unit])}
        </p>
      )}
    </div>
  );
}
