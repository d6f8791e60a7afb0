import type { Explanation } from '../../protocol/explanation';
import type { PageSetting } from '../../protocol/vocabulary';
import { useLazyStrings } from '../../strings/lazy';
import { isBeyond } from '../common/stars';
import { kernelTerms, readoutSum } from './chain';
import { Stage } from './Stage';
import { SumTable } from './SumTable';
import { totalOf } from './sums';
import { plain, type TermRow } from './Terms';

const SHOWN = 6;

/** The last step: products of the last layer's units and the readout's weights, added up. */
export function ScoreStage({
  explanation,
  setting,
}: {
  explanation: Explanation;
  setting: PageSetting;
}) {
  const strings = useLazyStrings().explain;
  const sum = readoutSum(explanation);
  const { offset } = explanation.readout;
  const kernel = kernelTerms(explanation);
  const name = setting === 'scenario' ? strings.score : strings.predicted;
  const isCut = setting !== 'scenario' && isBeyond(explanation.score);
  const further: TermRow[] = [];
  if (kernel.length > 0) {
    const value = totalOf({ terms: kernel, bias: 0 });
    further.push({ key: 'kernel', name: strings.kernel, factors: '', value });
  }
  if (offset !== 0) {
    further.push({ key: 'offset', name: strings.offset, factors: '', value: offset });
  }
  return (
    <Stage
      part="recommendations"
      title={`${name} ${plain(explanation.score)}`}
      sub={`${strings.scoreSub(sum.terms.length, further.length)} ${isCut ? strings.cut : ''}`}
      equation={String.raw`\htmlData{part=recommendations}{o_{ui}} = w^{\top} \htmlData{part=backbone}{h_{ui}} + b`}
    >
      <SumTable
        sum={sum}
        nameOf={strings.unit}
        shown={SHOWN}
        caption={name}
        further={further}
        total={{ name, value: explanation.score }}
      />
    </Stage>
  );
}
