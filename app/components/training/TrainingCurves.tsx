import { useDeferredValue, useMemo } from 'react';
import { engine } from '../../engine';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { rate } from '../common/numbers';
import { useSeen } from '../common/visibility';
import { Curves } from '../curves/Curves';

const rewind = (step: number | null) => void engine.training().then((run) => run.rewind(step));
const goOn = (step: number) => void engine.training().then((run) => run.trainFrom(step));

/** Loss and quality on validation against tasks seen, and the scrubber that rewinds every panel. */
export function TrainingCurves() {
  const t = useLazyStrings().training;
  const language = useLanguage();
  const losses = useDeferredValue(useSeen((s) => s.losses));
  const evaluations = useSeen((s) => s.evaluations);
  const marks = useSeen((s) => s.marks);
  const checkpoints = useSeen((s) => s.checkpoints);
  const shown = useSeen((s) => s.shownCheckpoint);
  const isShipped = useSeen((s) => Boolean(s.model?.provenance));
  const labelled = useMemo(
    () =>
      marks.map(({ tasksSeen, name, from, to }) => ({
        tasksSeen,
        label: t.mark[name](rate(from, language), rate(to, language)),
      })),
    [marks, t, language],
  );
  if (losses.length === 0 && evaluations.length === 0) {
    return <p className="curves-empty">{t.emptyCurves}</p>;
  }
  return (
    <Curves
      losses={losses}
      evaluations={evaluations}
      marks={labelled}
      checkpoints={checkpoints}
      shown={shown}
      isShipped={isShipped}
      onRewind={rewind}
      onContinue={goOn}
    />
  );
}
