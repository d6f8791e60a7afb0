import { max } from 'd3-array';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { Explained } from '../common/Explained';
import { duration, integer } from '../common/numbers';
import { Bar } from './Bar';
import { tableField, type SystemId } from './systems';
import type { Metric } from '../../../src/kinds';
import { bytesText, helpOf, nameOf, qualityText } from './names';
import { timingOf, type Runs } from './summary';

/**
 * Quality, time to adapt and to score, passes and memory of everybody: a picture that is a table. Its roles are written
 * out, because a phone lays the rows out as grids, which would take the table's meaning away.
 */
export function Leaderboard({
  runs,
  steps,
  metric,
}: {
  runs: Runs;
  steps: number;
  metric: Metric;
}) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const field = tableField(steps).filter((id) => runs[id]);
  const finished = field.map((id) => runs[id]!);
  const most = {
    quality: max(finished, ({ quality }) => quality?.value ?? 0) ?? 0,
    adapt: max(finished, (run) => timingOf(run).adapt) ?? 0,
    score: max(finished, (run) => timingOf(run).score) ?? 0,
  };
  const candidates = integer(finished[0]?.candidates ?? 0, language);
  const labels = {
    quality: t.columns.quality[metric],
    adapt: t.columns.adapt,
    score: t.columns.score,
    passes: t.columns.passes,
    memory: t.columns.memory,
  };
  const heads = [
    { id: 'quality', help: t.columns.qualityHelp[metric] },
    { id: 'adapt', help: t.columns.adaptHelp },
    { id: 'score', help: t.columns.scoreHelp(candidates) },
    { id: 'passes', help: t.columns.passesHelp },
    { id: 'memory', help: t.columns.memoryHelp },
  ] as const;
  return (
    <table className="race-board" role="table">
      <caption className="visually-hidden">{t.current}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <th scope="col" role="columnheader">
            <span className="visually-hidden">{t.columns.system}</span>
          </th>
          {heads.map(({ id, help }) => (
            <th key={id} scope="col" role="columnheader" className={`of-${id}`}>
              <Explained help={help}>{labels[id]}</Explained>
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {field.map((id) => (
          <Row key={id} id={id} runs={runs} most={most} labels={labels} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  id,
  runs,
  most,
  labels,
}: {
  id: SystemId;
  runs: Runs;
  most: { quality: number; adapt: number; score: number };
  /** Column names, for where the head has no room. */
  labels: Record<'quality' | 'adapt' | 'score' | 'passes' | 'memory', string>;
}) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const run = runs[id]!;
  const timing = timingOf(run);
  const { quality } = run;
  return (
    <tr role="row" data-system={id} className={id === 'cmml' ? 'is-cmml' : undefined}>
      <th scope="row" role="rowheader">
        <Explained help={helpOf(t, id)}>{nameOf(t, id, run)}</Explained>
      </th>
      <td
        role="cell"
        className="of-quality"
        data-label={labels.quality}
        data-value={quality?.value}
      >
        {quality ? (
          <Bar
            parts={[quality.value]}
            most={most.quality}
            label={qualityText(quality.metric, quality.value, language)}
          />
        ) : (
          t.none
        )}
      </td>
      {(['adapt', 'score'] as const).map((half) => (
        <td
          key={half}
          role="cell"
          className={`of-${half}`}
          data-label={labels[half]}
          data-value={timing[half]}
        >
          <Bar parts={[timing[half]]} most={most[half]} label={duration(timing[half], language)} />
        </td>
      ))}
      <td role="cell" className="of-passes num" data-label={labels.passes}>
        {t.columns.passesOf(run.forwardPasses, run.backwardPasses)}
      </td>
      <td role="cell" className="of-memory num" data-label={labels.memory}>
        {t.columns.memoryOf(
          bytesText(run.adaptBytes, language),
          bytesText(run.scoreBytes, language),
        )}
      </td>
    </tr>
  );
}
