import { useState } from 'react';
import type { Explanation, PageSetting } from '../../workers/protocol';
import { movieLabel } from '../../store/catalogue';
import { useApp } from '../../store';
import { useLaterStrings } from '../../strings/later';
import { byWeight, contextTerms, hybridTerms, isProduct, type Pooling } from './chain';
import { Stage } from './Stage';
import { Strip } from './Strip';
import { plain, Terms, type TermRow } from './Terms';
import { useFeatureName } from './useFeatureName';

const SHOWN = 8;
const HYBRID = String.raw`\htmlData{part=hybrid}{C^h} = \htmlData{part=context}{C} \odot \{e_u, e_i\}`;
const CONTEXT = String.raw`\htmlData{part=context}{C} = \tfrac{1}{n} \textstyle\sum_k \htmlData{part=support}{C_k}`;

interface TasteProps {
  explanation: Explanation;
  setting: PageSetting;
  pooling: Pooling;
}

/** Where taste meets movie, and how the support pairs made the taste: hybrid and context. */
export function TasteStages({ explanation, setting, pooling }: TasteProps) {
  const product = isProduct(explanation);
  const terms = byWeight(hybridTerms(explanation));
  const [chosen, choose] = useState<number | null>(null);
  const dimension = chosen ?? terms[0]?.index ?? 0;
  return (
    <>
      <HybridStage
        explanation={explanation}
        setting={setting}
        product={product}
        dimension={dimension}
        onChoose={choose}
      />
      <ContextStage
        explanation={explanation}
        setting={setting}
        pooling={pooling}
        dimension={dimension}
      />
    </>
  );
}

function HybridStage({
  explanation,
  setting,
  product,
  dimension,
  onChoose,
}: Omit<TasteProps, 'pooling'> & {
  product: boolean;
  dimension: number;
  onChoose: (d: number) => void;
}) {
  const strings = useLaterStrings().explain;
  const nameOf = useFeatureName(explanation.candidate.length, setting);
  const rows = byWeight(hybridTerms(explanation))
    .slice(0, SHOWN)
    .map((term): TermRow => ({
      key: String(term.index),
      name: nameOf(term.index),
      factors: `${plain(term.left)} × ${plain(term.right)}`,
      value: term.product,
    }));
  return (
    <Stage
      part="hybrid"
      title={strings.hybrid}
      sub={product ? strings.hybridSub : strings.hybridOther}
      equation={HYBRID}
    >
      <Strip
        values={explanation.hybrid}
        label={strings.strip(strings.hybrid, explanation.hybrid.length)}
        selected={dimension}
        onSelect={onChoose}
        nameOf={product ? nameOf : strings.unit}
      />
      {product && <Terms rows={rows} caption={strings.hybrid} />}
    </Stage>
  );
}

function ContextStage({
  explanation,
  setting,
  pooling,
  dimension,
}: TasteProps & { dimension: number }) {
  const strings = useLaterStrings().explain;
  const featureName = useFeatureName(explanation.candidate.length, setting);
  // The weighted encoder has a space of its own; the others speak of the movie's features.
  const isOfFeatures = explanation.context.length === explanation.candidate.length;
  const nameOf = isOfFeatures ? featureName : strings.dimension;
  const catalogue = useApp((state) => state.catalogue);
  const recordedTitles = useApp((state) => state.recordedTitles);
  const held = useApp((state) => state.interventions?.context !== undefined);
  const shares = contextTerms(explanation, dimension, pooling);
  const sub =
    explanation.pairs.length === 0
      ? strings.contextEmpty
      : held
        ? strings.contextHeld
        : shares === null
          ? strings.contextRecurrent
          : (pooling === 'mean' ? strings.contextSub : strings.contextMax)(nameOf(dimension));
  const rows = (shares ?? []).map((value, k): TermRow => ({
    key: String(explanation.pairs[k].item),
    name: movieLabel({ catalogue, recordedTitles }, explanation.pairs[k].item).title,
    factors: '',
    value,
  }));
  const prototype: TermRow | undefined = explanation.prototype
    ? {
        key: 'prototype',
        name: strings.prototype,
        factors: '',
        value: explanation.prototype[dimension],
      }
    : undefined;
  return (
    <Stage part="context" title={strings.context} sub={sub} equation={CONTEXT}>
      <Strip
        values={explanation.context}
        label={strings.strip(strings.context, explanation.context.length)}
        selected={dimension}
        nameOf={nameOf}
      />
      {rows.length > 0 && <Terms rows={rows} rest={prototype} caption={strings.support} />}
    </Stage>
  );
}
