import { max } from 'd3-array';
import { useLanguage, useStrings } from '../../strings';
import { Explained } from '../common/Explained';
import { duration, integer } from '../common/numbers';
import { Bar } from './Bar';
import { tableField, type EntrantId } from './entrants';
import { bytesText, helpOf, nameOf, qualityText, type Metric } from './names';
import { timingOf, type Runs } from './summary';

/** Quality, time, passes and memory of everybody: a picture that is a table. */
export function Leaderboard({
  runs,
  steps,
  metric,
}: {
  runs: Runs;
  steps: number;
  metric: Metric;
}) {
  const t = useStrings().race;
  const language = useLanguage();
  const field = tableField(steps).filter((id) => runs[id]);
  const present = field.map((id) => runs[id]!);
  const most = {
    quality: max(present, ({ quality }) => quality?.value ?? 0) ?? 0,
    time: max(present, (run) => timingOf(run).total) ?? 0,
  };
  const candidates = integer(present[0]?.candidates ?? 0, language);
  const heads = [
    { id: 'quality', label: t.columns.quality[metric], help: t.columns.qualityHelp[metric] },
    { id: 'time', label: t.columns.time, help: t.columns.timeHelp(candidates) },
    { id: 'passes', label: t.columns.passes, help: t.columns.passesHelp },
    { id: 'memory', label: t.columns.memory, help: t.columns.memoryHelp },
  ];
  return (
    <table className="race-board">
      <caption className="visually-hidden">{t.present}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t.columns.entrant}</span>
          </th>
          {heads.map(({ id, label, help }) => (
            <th key={id} scope="col" className={`of-${id}`}>
              <Explained help={help}>{label}</Explained>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {field.map((id) => (
          <Row key={id} id={id} runs={runs} most={most} />
        ))}
      </tbody>
    </table>
  );
}

function Row({
  id,
  runs,
  most,
}: {
  id: EntrantId;
  runs: Runs;
  most: { quality: number; time: number };
}) {
  const t = useStrings().race;
  const language = useLanguage();
  const run = runs[id]!;
  const { total, adapt, score } = timingOf(run);
  const { quality } = run;
  return (
    <tr data-entrant={id} className={id === 'cmml' ? 'is-cmml' : undefined}>
      <th scope="row">
        <Explained help={helpOf(t, id)}>{nameOf(t, id, run)}</Explained>
      </th>
      <td className="of-quality" data-value={quality?.value}>
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
      <td className="of-time" data-value={total}>
        <Bar parts={[adapt, score]} most={most.time} label={duration(total, language)} />
      </td>
      <td className="of-passes num">{t.columns.passesOf(run.forwardPasses, run.backwardPasses)}</td>
      <td className="of-memory num">
        {t.columns.memoryOf(
          bytesText(run.adaptBytes, language),
          bytesText(run.scoreBytes, language),
        )}
      </td>
    </tr>
  );
}
