import { useRef } from 'react';
import { useStrings } from '../../strings';
import type { EvaluationPoint } from '../../workers/protocol';
import { useWidth } from '../context-map/useSize';
import { Figure, type FigureTable } from '../figure/Figure';
import { CurveChart, type Mark } from './CurveChart';
import './curves.css';
import { smoothed, thinned } from './series';
import { TimeScrubber, type ScrubberMark } from './TimeScrubber';

export interface CurvesProps {
  losses: readonly { tasksSeen: number; loss: number }[];
  evaluations: readonly EvaluationPoint[];
  marks: readonly { tasksSeen: number; label: string }[];
  checkpoints: readonly ScrubberMark[];
  /** Step of the checkpoint that is shown; null for the newest. */
  shown: number | null;
  onRewind: (step: number | null) => void;
  onContinue: (step: number) => void;
}

const BUCKETS = 400;
const HELD_OUT_HEIGHT = 112;
const LOSS_HEIGHT = 112;

/** Held-out quality and training loss over tasks seen, one above the other on a common axis. */
export function Curves(props: CurvesProps) {
  const { losses, evaluations, marks, checkpoints, shown, onRewind, onContinue } = props;
  const strings = useStrings().curves;
  const box = useRef<HTMLDivElement>(null);
  const width = Math.max(240, useWidth(box));
  const raw = losses.map(({ tasksSeen, loss }) => ({ x: tasksSeen, y: loss }));
  const metric = evaluations.at(-1)?.metric ?? '';
  const percent = metric.startsWith('recall');
  const heldOut = evaluations.map(({ tasksSeen, value }) => ({ x: tasksSeen, y: value }));
  const end = Math.max(raw.at(-1)?.x ?? 0, heldOut.at(-1)?.x ?? 0, 1);
  const domain = [0, end] as const;
  const cursor = checkpoints.find(({ step }) => step === shown)?.tasksSeen ?? null;
  const lines = marks.map(({ tasksSeen, label }): Mark => ({ x: tasksSeen, label }));
  const table = (): FigureTable => ({
    columns: [strings.tasksSeen, strings.heldOut(metric)],
    rows: evaluations.map(({ tasksSeen, value }) => [String(tasksSeen), value.toFixed(4)]),
  });
  return (
    <Figure className="curves" label={strings.label} table={table}>
      <div ref={box} className="curves-box">
        <CurveChart
          title={metric ? strings.heldOut(metric) : strings.heldOutWaiting}
          unit=""
          width={width}
          height={HELD_OUT_HEIGHT}
          domain={domain}
          series={[{ id: 'held-out', className: 'curve is-held-out', points: heldOut }]}
          marks={[]}
          cursor={cursor}
          format={(value) => (percent ? `${(100 * value).toFixed(0)}%` : value.toFixed(2))}
        />
        <CurveChart
          title={strings.loss}
          unit=""
          width={width}
          height={LOSS_HEIGHT}
          domain={domain}
          series={[
            { id: 'raw', className: 'curve is-raw', points: thinned(raw, BUCKETS) },
            { id: 'smooth', className: 'curve is-smooth', points: thinned(smoothed(raw), BUCKETS) },
          ]}
          marks={lines}
          cursor={cursor}
          format={(value) => value.toFixed(2)}
          xLabel={strings.tasksSeen}
        />
      </div>
      <TimeScrubber
        checkpoints={checkpoints}
        shown={shown}
        onRewind={onRewind}
        onContinue={onContinue}
      />
    </Figure>
  );
}
