import type { Explanation } from '../../protocol/explanation';
import { useLazyStrings } from '../../strings/lazy';
import { AttentionTerms } from './AttentionTerms';
import { hybridKind, hybridTerms, kernelTerms } from './chain';
import { LinearLayer } from './LinearLayer';
import type { Names } from './names';
import { Stage } from './Stage';
import { Strip } from './Strip';
import { SumTable } from './SumTable';
import { byWeight, joined, totalOf, type Term } from './sums';
import { plain, Terms, type TermRow } from './Terms';
import type { Thread } from './thread';

const SHOWN = 6;
const EQUATIONS = {
  dot: String.raw`\htmlData{part=hybrid}{C^h} = \htmlData{part=context}{C} \odot \{e_u, e_i\}`,
  none: String.raw`\htmlData{part=hybrid}{C^h} = \htmlData{part=context}{C}`,
  mlp: String.raw`\htmlData{part=hybrid}{C^h} = \mathrm{MLP}\big(\htmlData{part=context}{C}, \{e_u, e_i\}\big)`,
  attention: String.raw`\htmlData{part=hybrid}{C^h} = \big[\htmlData{part=context}{C} \odot x,\ a,\ a \odot x,\ d \odot x\big],\quad a, d = \textstyle\sum_k w_k x_k`,
} as const;

interface HybridStageProps {
  explanation: Explanation;
  thread: Thread;
  onChoose: (value: number) => void;
  onMix: (unit: number) => void;
  names: Names;
}

/** Where taste meets movie. */
export function HybridStage({ explanation, thread, onChoose, onMix, names }: HybridStageProps) {
  const strings = useLazyStrings().explain;
  const { hybrid, mixing, context, movie } = explanation;
  const kind = hybridKind(explanation);
  const weighted = explanation.embedding.length > 0;
  const subs = {
    dot: weighted ? strings.hybridKey : strings.hybridSub,
    none: strings.hybridNone,
    mlp: strings.hybridMlp,
    attention: strings.hybridAttention,
  };
  const title = strings.hybrid;
  const nameOf = kind === 'mlp' ? strings.dimension : names.hybrid;
  return (
    <Stage part="hybrid" title={title} sub={subs[kind]} equation={EQUATIONS[kind]}>
      {kind === 'mlp' ? (
        <>
          <LinearLayer
            title={strings.mixed}
            layer={mixing[1]}
            input={mixing[0].output}
            inputName={strings.unit}
            nameOf={nameOf}
            unit={thread.hybrid}
            onChoose={onChoose}
          />
          <LinearLayer
            title={strings.mixing}
            layer={mixing[0]}
            input={joined(context, movie)}
            inputName={(i) =>
              i < context.length
                ? strings.ofContext(names.context(i))
                : strings.ofMovie(names.context(i - context.length))
            }
            nameOf={strings.unit}
            unit={thread.mixing}
            onChoose={onMix}
            activation="ReLU"
          />
        </>
      ) : (
        <Strip
          values={hybrid}
          label={strings.strip(title, hybrid.length)}
          selected={thread.hybrid}
          onSelect={onChoose}
          nameOf={nameOf}
        />
      )}
      {kind === 'dot' && (
        <Terms
          rows={productRows(hybridTerms(explanation), thread.hybrid, names.context)}
          caption={title}
        />
      )}
      {kind === 'attention' && (
        <AttentionTerms explanation={explanation} value={thread.hybrid} nameOf={names.hybrid} />
      )}
      <KernelSum explanation={explanation} names={names} />
    </Stage>
  );
}

/** The chosen product, and the largest of the others. */
function productRows(terms: Term[], chosen: number, nameOf: (d: number) => string): TermRow[] {
  const others = byWeight(terms).filter(({ index }) => index !== chosen);
  return [terms[chosen], ...others.slice(0, SHOWN - 1)].map((term) => ({
    key: String(term.index),
    name: nameOf(term.index),
    factors: `${plain(term.left)} × ${plain(term.right)}`,
    value: term.product,
  }));
}

/** What the hybrid context gives to the score past the backbone: the `weighted` encoder's kernel. */
function KernelSum({ explanation, names }: { explanation: Explanation; names: Names }) {
  const strings = useLazyStrings().explain;
  const terms = kernelTerms(explanation);
  if (terms.length === 0) return null;
  const sum = { terms, bias: 0 };
  return (
    <>
      <h4 className="explain-head">{strings.kernelSub}</h4>
      <SumTable
        sum={sum}
        nameOf={names.context}
        caption={strings.kernelSub}
        total={{ name: strings.kernel, value: totalOf(sum) }}
      />
    </>
  );
}
