import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Button } from 'react-aria-components';
import type { Explanation } from '../../protocol/explanation';
import { useApp } from '../../store';
import { movieLabel } from '../../store/catalogue';
import { currentVariant } from '../../store/model';
import { useLazyStrings } from '../../strings/lazy';
import { checkChain, largestError } from './check';
import { ContextStage, SupportStage } from './ContextStage';
import './explain.css';
import { backToScore, explanationDrawn } from './explain-score';
import { HybridStage } from './HybridStage';
import { HypernetworkStage } from './HypernetworkStage';
import { LayerStage } from './LayerStage';
import { ModulationStage } from './ModulationStage';
import { MovieStage } from './MovieStage';
import { useNames } from './names';
import { ScoreStage } from './ScoreStage';
import { followThread, generatedFor, type Choice } from './thread';
import { useExplanation } from './useExplanation';

/** Largest error that float32 leaves when a chain is multiplied out again. */
const TOLERANCE = 1e-4;

/** 'Explain this number': the chain from the support pairs to one score, with the actual values. */
export default function Explain() {
  const strings = useLazyStrings().explain;
  const explained = useExplanation();
  const variant = useApp((state) => JSON.stringify(currentVariant(state)));
  if (explained.state !== 'ready') {
    return (
      <p className="explain-note" role={explained.state === 'failed' ? 'alert' : undefined}>
        {strings[explained.state]}
      </p>
    );
  }
  const { explanation } = explained;
  return <Chain key={`${explanation.item} ${variant}`} explanation={explanation} />;
}

/** The stages, from the score down to the support pairs, along one thread that can be moved. */
function Chain({ explanation }: { explanation: Explanation }) {
  const strings = useLazyStrings().explain;
  const setting = useApp((state) => state.setting);
  const interventions = useApp((state) => state.interventions);
  const title = useApp((state) => movieLabel(state, explanation.item).title);
  const [choice, setChoice] = useState<Choice>({});
  const names = useNames(explanation, setting);
  const error = useMemo(
    () => largestError(checkChain(explanation, interventions)),
    [explanation, interventions],
  );
  const thread = useMemo(() => followThread(explanation, choice), [explanation, choice]);
  const region = useRef<HTMLDivElement>(null);
  const { item } = explanation;
  useEffect(() => explanationDrawn(item, region.current), [item]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') backToScore(item);
  };

  const chooseCell = (layer: number, cell: number) => {
    const layers = thread.layers.map((own, l) =>
      l > layer ? own : l === layer ? cell : undefined,
    );
    setChoice({ layers, generated: generatedFor(explanation, layer, cell) });
  };
  const chooseTrunk = (layer: number, unit: number) => {
    const trunk = thread.trunk.map((own, l) => (l > layer ? own : l === layer ? unit : undefined));
    setChoice({ layers: thread.layers, generated: thread.generated, trunk });
  };
  const above = { layers: thread.layers, generated: thread.generated, trunk: thread.trunk };
  const layers = explanation.layers.map((_, l) => l).reverse();
  return (
    <div
      className="explain"
      role="region"
      tabIndex={0}
      aria-label={strings.intro(title)}
      data-error={error}
      data-item={item}
      ref={region}
      onKeyDown={onKeyDown}
    >
      <Button className="button small-button explain-back" onPress={() => backToScore(item)}>
        <ArrowLeft size={13} aria-hidden /> {strings.back}
      </Button>
      <p className="explain-note">{strings.intro(title)}</p>
      <ScoreStage explanation={explanation} setting={setting} />
      {layers.map((layer) => (
        <LayerStage
          key={layer}
          explanation={explanation}
          layer={layer}
          cell={thread.layers[layer]}
          onChoose={(cell) => chooseCell(layer, cell)}
          names={names}
        />
      ))}
      <ModulationStage
        explanation={explanation}
        place={thread.generated}
        onChoose={(generated) => setChoice({ layers: thread.layers, generated })}
        names={names}
      />
      <HypernetworkStage
        explanation={explanation}
        units={thread.trunk}
        onChoose={chooseTrunk}
        names={names}
      />
      <HybridStage
        explanation={explanation}
        thread={thread}
        onChoose={(hybrid) => setChoice({ ...above, hybrid })}
        onMix={(mixing) => setChoice({ ...above, hybrid: thread.hybrid, mixing })}
        names={names}
      />
      <MovieStage
        explanation={explanation}
        thread={thread}
        onChoose={(layer, unit) =>
          setChoice({
            ...choice,
            context: thread.context,
            embedding: layer === 1 ? [undefined, unit] : [unit, thread.embedding[1]],
          })
        }
        names={names}
      />
      <ContextStage
        explanation={explanation}
        value={thread.context}
        onChoose={(context) => setChoice({ ...choice, context })}
        names={names}
      />
      <SupportStage explanation={explanation} value={thread.context} names={names} />
      <p className="explain-note" data-testid="explain-check">
        {error <= TOLERANCE ? strings.multiplies(error.toExponential(0)) : strings.mismatch}
      </p>
    </div>
  );
}
