import type { Explanation, PageSetting } from '../../workers/protocol';
import { useLaterStrings } from '../../strings/later';
import { kernelTerms, readoutSum } from './chain';
import { Stage } from './Stage';
import { SumTable } from './SumTable';
import { totalOf } from './sums';
import { plain } from './Terms';

const SHOWN = 6;

/** The last step: products of the last layer's units and the readout's weights, added up. */
export function ScoreStage({
  explanation,
  setting,
}: {
  explanation: Explanation;
  setting: PageSetting;
}) {
  const strings = useLaterStrings().explain;
  const sum = readoutSum(explanation);
  const { offset } = explanation.readout;
  const kernel = kernelTerms(explanation);
  const name = setting === 'genre' ? strings.score : strings.predicted;
  return (
    <Stage
      part="recommendations"
      title={`${name} ${plain(explanation.score)}`}
      sub={strings.scoreSub(sum.terms.length)}
      equation={String.raw`\htmlData{part=recommendations}{o_{ui}} = w^{\top} \htmlData{part=backbone}{h_{ui}} + b`}
    >
      <SumTable
        sum={sum}
        nameOf={strings.unit}
        shown={SHOWN}
        caption={name}
        further={[
          ...(kernel.length === 0
            ? []
            : [{ key: 'kernel', name: strings.kernel, factors: '', value: totalOf({ terms: kernel, bias: 0 }) }]), // prettier-ignore
          ...(offset === 0
            ? []
            : [{ key: 'offset', name: strings.offset, factors: '', value: offset }]),
        ]}
        total={{ name, value: explanation.score }}
      />
    </Stage>
  );
}
