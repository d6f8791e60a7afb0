import type { Explanation } from '../../protocol/explanation';
import { useLazyStrings } from '../../strings/lazy';
import { generatedRows, makingOf, type Making, type Place } from './generated';
import type { Names } from './names';
import { Stage } from './Stage';
import { Strip } from './Strip';
import { SumTable } from './SumTable';
import { totalOf } from './sums';
import { plain } from './Terms';

const EQUATIONS = {
  film: String.raw`\htmlData{part=modulation}{\gamma_l, \beta_l} = f_{\theta_h}\big(\htmlData{part=hybrid}{C^h}\big)`,
  sigmoid: String.raw`\htmlData{part=modulation}{\sigma_l} = \mathrm{sigmoid}\big(f_{\theta_h}(\htmlData{part=hybrid}{C^h})\big)`,
  soft: String.raw`\htmlData{part=modulation}{p^l_{i,j}} = \mathrm{softmax}_j\big(f_{\theta_h}(\htmlData{part=hybrid}{C^h})\big)`,
  linear: String.raw`\htmlData{part=modulation}{w_h, b_h} = f_{\theta_h}\big(\htmlData{part=hybrid}{C^h}\big)`,
} as const;

interface ModulationStageProps {
  explanation: Explanation;
  /** The number that is taken apart. */
  place: Place;
  onChoose: (place: Place) => void;
  names: Names;
}

/** What the hypernetwork generated, and of one of these numbers: what it is the sum of. */
export function ModulationStage({ explanation, place, onChoose, names }: ModulationStageProps) {
  const strings = useLazyStrings().explain;
  const { modulation } = explanation;
  const rows = generatedRows(modulation);
  const making = makingOf(explanation, place);
  if (modulation.kind === 'none' || !making) return null;
  const chosen = rows[place.row];
  const name = names.generated(chosen)(place.index);
  return (
    <Stage
      part="modulation"
      title={strings.modulation}
      sub={strings.modulationSub}
      equation={EQUATIONS[modulation.kind]}
    >
      {rows.map((row, r) => (
        <div key={names.row(row)} className="explain-generated">
          <span>{names.row(row)}</span>
          <Strip
            values={row.values}
            label={strings.strip(names.row(row), row.values.length)}
            selected={r === place.row ? place.index : undefined}
            onSelect={(index) => onChoose({ row: r, index })}
            nameOf={names.generated(row)}
          />
        </div>
      ))}
      <p className="explain-arithmetic">
        <b>{name}</b> <Made making={making} used={chosen.values[place.index]} />
      </p>
      <SumTable
        sum={making.sum}
        nameOf={(k) => strings.trunkUnit(making.head.trunk, k)}
        caption={strings.headSum(name)}
        total={{ name: strings.headSum(name), value: totalOf(making.sum) }}
      />
    </Stage>
  );
}

/** From the head's sum to the number, and whether the visitor put another in its place. */
function Made({ making, used }: { making: Making; used: number }) {
  const strings = useLazyStrings().explain;
  const { head, sum, logits, made } = making;
  const isOverridden = Math.abs(made - used) > 1e-4;
  const own = plain(totalOf(sum));
  const how = logits
    ? `softmax(${logits.map((value) => plain(value)).join(', ')}) → ${plain(made)}`
    : head.target === 'gate'
      ? `sigmoid(${own}) = ${plain(made)}`
      : plain(made);
  return (
    <>
      {how}
      {isOverridden && ` · ${strings.overriddenAt(plain(used))}`}
    </>
  );
}
