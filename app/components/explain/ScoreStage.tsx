import type { Explanation, PageSetting } from '../../workers/protocol';
import { useLaterStrings } from '../../strings/later';
import { byWeight, readoutTerms } from './chain';
import { Stage } from './Stage';
import { plain, Terms, type TermRow } from './Terms';

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
  const terms = byWeight(readoutTerms(explanation));
  const rest = terms.slice(SHOWN);
  const { bias, kernel, offset } = explanation.readout;
  const rows: TermRow[] = [
    ...terms.slice(0, SHOWN).map((term) => ({
      key: `unit ${term.index}`,
      name: strings.unit(term.index),
      factors: `${plain(term.left)} × ${plain(term.right)}`,
      value: term.product,
    })),
    { key: 'bias', name: strings.bias, factors: '', value: bias },
    ...(kernel === 0 ? [] : [{ key: 'kernel', name: strings.kernel, factors: '', value: kernel }]),
    ...(offset === 0 ? [] : [{ key: 'offset', name: strings.offset, factors: '', value: offset }]),
  ];
  return (
    <Stage
      part="recommendations"
      title={`${setting === 'genre' ? strings.score : strings.predicted} ${plain(explanation.score)}`}
      sub={strings.scoreSub(terms.length)}
      equation={String.raw`\htmlData{part=recommendations}{o_{ui}} = w^{\top} \htmlData{part=backbone}{h_{ui}} + b`}
    >
      <Terms
        rows={rows}
        rest={{
          key: 'rest',
          name: strings.others(rest.length),
          factors: '',
          value: rest.reduce((sum, term) => sum + term.product, 0),
        }}
        caption={strings.score}
      />
    </Stage>
  );
}
