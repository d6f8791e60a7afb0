import { useId, useState } from 'react';
import type { Encoding, Explanation } from '../../protocol/explanation';
import { movieLabel } from '../../store/catalogue';
import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';
import { sharesOf } from './encoding';
import type { Names } from './names';
import { Stage } from './Stage';
import { Strip } from './Strip';
import { plain, Terms, type TermRow } from './Terms';

const EQUATIONS: Record<Encoding['kind'], string> = {
  mean: String.raw`\htmlData{part=context}{C} = \tfrac{1}{n} \textstyle\sum_k \htmlData{part=support}{C_k}`,
  max: String.raw`\htmlData{part=context}{C} = \max_k \htmlData{part=support}{C_k}`,
  sequence: String.raw`\htmlData{part=context}{C} = \mathrm{GRU}\big(\htmlData{part=support}{x_1, \dots, x_n}\big)`,
  weighted: String.raw`\htmlData{part=context}{C} = \textstyle\sum_k a_k \htmlData{part=support}{\phi(x_k)}`,
};

interface ContextStageProps {
  explanation: Explanation;
  /** The value that is taken apart. */
  value: number;
  onChoose: (value: number) => void;
  names: Names;
}

/** How the support pairs made the taste: what each gives to one value of the context. */
export function ContextStage({ explanation, value, onChoose, names }: ContextStageProps) {
  const strings = useLazyStrings().explain;
  const { encoding, context, pairs } = explanation;
  const titleOf = useTitles();
  const name = names.context(value);
  const sub = encoding
    ? strings.shares[encoding.kind](name)
    : pairs.length === 0
      ? strings.contextEmpty
      : strings.contextOverridden;
  const rows = (encoding ? sharesOf(encoding, value) : []).map((share, k): TermRow => ({
    key: String(pairs[k].item),
    name: titleOf(pairs[k].item),
    factors: share.factors ? share.factors.map((factor) => plain(factor)).join(' × ') : '',
    value: share.value,
  }));
  const prototype = encoding && 'prototype' in encoding ? encoding.prototype : null;
  return (
    <Stage
      part="context"
      title={strings.context}
      sub={sub}
      equation={EQUATIONS[encoding?.kind ?? 'mean']}
    >
      <Strip
        values={context}
        label={strings.strip(strings.context, context.length)}
        selected={value}
        onSelect={onChoose}
        nameOf={names.context}
      />
      {encoding && (
        <Terms
          rows={rows}
          rest={
            prototype
              ? { key: 'prototype', name: strings.prototype, factors: '', value: prototype[value] }
              : undefined
          }
          total={{ key: 'total', name, factors: '', value: context[value] }}
          caption={sub}
        />
      )}
    </Stage>
  );
}

/** One pair: what the encoder read of it, and what it made of that. First the one that gave most. */
export function SupportStage({ explanation, value, names }: Omit<ContextStageProps, 'onChoose'>) {
  const strings = useLazyStrings().explain;
  const { encoding, pairs } = explanation;
  const titleOf = useTitles();
  const setting = useApp((state) => state.setting);
  const [chosen, choose] = useState<number | null>(null);
  const id = useId();
  if (pairs.length === 0) return null;
  const shares = encoding ? sharesOf(encoding, value).map((share) => Math.abs(share.value)) : [0];
  const k = Math.min(chosen ?? shares.indexOf(Math.max(...shares)), pairs.length - 1);
  const title = titleOf(pairs[k].item);
  return (
    <Stage
      part="support"
      title={strings.support}
      sub={encoding ? strings.made[encoding.kind] : strings.readOnly}
      equation={String.raw`\htmlData{part=support}{D^s} = \{(x_k, y_k)\}_{k=1}^{${pairs.length}}`}
    >
      <label className="visually-hidden" htmlFor={id}>
        {strings.pair}
      </label>
      <select id={id} value={k} onChange={(event) => choose(Number(event.target.value))}>
        {pairs.map(({ item, label }, index) => (
          <option key={item} value={index}>
            {titleOf(item)}, {strings.label(label, setting)}
          </option>
        ))}
      </select>
      <Strip
        values={pairs[k].input}
        label={strings.strip(strings.read(title), pairs[k].input.length)}
        nameOf={names.feature}
      />
      {encoding && (
        <Strip
          values={encoding.vectors[k]}
          label={strings.strip(strings.encoded(title), encoding.vectors[k].length)}
          selected={value}
          nameOf={names.context}
        />
      )}
    </Stage>
  );
}

function useTitles(): (item: number) => string {
  const catalogue = useApp((state) => state.catalogue);
  const recordedTitles = useApp((state) => state.recordedTitles);
  return (item) => movieLabel({ catalogue, recordedTitles }, item).title;
}
