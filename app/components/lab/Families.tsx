import { useState } from 'react';
import { useApp } from '../../store';
import { useLazyStrings } from '../../strings/lazy';
import { Choice } from '../common/Choice';
import { Figure } from '../figure/Figure';
import { currentData } from '../../engine/current-data';
import { BUNDLED_DATA } from '../../storage/names';
import './families.css';
import { FamilyRow } from './FamilyRow';
import { METRICS, tableOf, type FamilyMetric } from './family-words';
import { RunControls } from './RunControls';
import { useFamilies } from './useFamilies';
import type { RunChoices } from './useChoices';
import type { LabRuns } from './useLabRun';

/** The families of tasks that one vector cannot pass: what differs from the plain network, recorded and run here. */
export function Families({ run, effort }: { run: LabRuns; effort: RunChoices }) {
  const { lab, tastes } = useLazyStrings();
  const t = tastes.families;
  const recorded = useFamilies();
  const [metric, setMetric] = useState<FamilyMetric>('two-tastes');
  const { steps, setSteps, seeds, setSeeds } = effort;
  useApp((state) => state.language);
  if (recorded === 'loading') return <p className="lab-note">{t.loading}</p>;
  if (recorded === 'missing') return <p className="lab-note" role="alert">{t.failed}</p>; // prettier-ignore
  const { made, summaries } = recorded;
  const { findings, state, startFamilies } = run;
  const isBundled = currentData() === BUNDLED_DATA;
  const start = (systems: readonly string[]) =>
    startFamilies(
      systems.flatMap((system) =>
        Array.from({ length: seeds }, (_, seed) => ({ system, seed, steps })),
      ),
    );
  const label = t.label(t.metrics[metric].name);
  return (
    <div className="families">
      {!isBundled && <p className="lab-note">{t.elsewhere}</p>}
      <Choice
        label={t.choose}
        value={metric}
        options={METRICS.map((id) => ({ id, ...t.metrics[id] }))}
        onChange={(id) => setMetric(id as FamilyMetric)}
      />
      <Figure
        label={label}
        fileName="families"
        table={() => tableOf(summaries, findings.summaries, { ...t, here: lab.live })}
      >
        <div className="families-rows" role="table" aria-label={label}>
          {summaries.map((summary) => (
            <FamilyRow
              key={summary.system}
              recorded={summary}
              here={findings.summaries.find(({ system }) => system === summary.system) ?? null}
              stepsHere={findings.results[0]?.steps ?? 0}
              metric={metric}
              scaleOf={[...summaries, ...findings.summaries]}
              canRun={isBundled && state.state !== 'running' && state.state !== 'paused'}
              onRun={() => start([summary.system])}
            />
          ))}
        </div>
      </Figure>
      {isBundled && (
        <RunControls
          state={state}
          elsewhere={(job) => (job.protocol ? lab.protocols[job.protocol] : null)}
          help={t.runHelp}
          runAll={t.runAll}
          steps={steps}
          seeds={seeds}
          onSteps={setSteps}
          onSeeds={setSeeds}
          onRunAll={() => start(summaries.map(({ system }) => system))}
          onPause={run.pause}
          onResume={run.resume}
          onCancel={run.cancel}
        />
      )}
      <p className="lab-note">{t.reading}</p>
      <p className="lab-note">{t.made(made.steps, made.commits.join(', '), made.date)}</p>
    </div>
  );
}
