import { Button } from 'react-aria-components';
import { currentData } from '../../engine/current-data';
import { Segmented } from '../common/Segmented';
import { saveCsv, saveText } from '../figure/save';
import { useLazyStrings } from '../../strings/lazy';
import { Chart } from './Chart';
import { tableCsv, tableJson } from './export';
import {
  hasRow,
  mostRecorded,
  runnable,
  treatmentOf,
  treatmentsOf,
} from '../../protocol/lab-tables/protocols';
import { RecordedNote } from './RecordedNote';
import { ResultTable } from './ResultTable';
import { RunControls } from './RunControls';
import { sortedRows } from './sort';
import { rowsOf } from './summary';
import { LAB_TABLES } from '../../protocol/lab-tables/tables';
import type { RunChoices, TableChoices } from './useChoices';
import type { LabRuns } from './useLabRun';
import { TwoDomains } from './TwoDomains';
import { recordedFor, useRecorded } from './useRecorded';
import { AnonymousPlot } from './AnonymousPlot';

/** The paper's tables on the bundled data: recorded at once, any row run again here. */
export function Tables({
  run,
  choices,
  effort,
}: {
  run: LabRuns;
  choices: TableChoices;
  effort: RunChoices;
}) {
  const { lab: strings, tastes } = useLazyStrings();
  const { families } = tastes;
  const recorded = recordedFor(currentData(), useRecorded());
  const { table, choose, print, setPrint, sort, setSort, setProtocol, setTreatment } = choices;
  const { steps, setSteps, seeds, setSeeds } = effort;

  const known = typeof recorded === 'string' ? [] : recorded;
  // Beside the bundled data a table of which nothing is recorded would be empty.
  const tables = LAB_TABLES.filter(
    ({ setting, prints }) =>
      prints.length > 0 || recorded === 'elsewhere' || known.some((row) => row.setting === setting),
  );
  const protocols = table.protocols.filter(
    (id) => id !== 'open-former' || known.some((row) => row.protocol === id),
  );
  const protocol =
    choices.protocol && protocols.includes(choices.protocol)
      ? choices.protocol
      : mostRecorded(table, known);
  const treatments = treatmentsOf(protocol);
  const treatment = treatments.includes(choices.treatment) ? choices.treatment : treatments[0];
  const recordedRows = rowsOf(known, table, treatment, protocol);
  const wrongRows = rowsOf(known, table, treatment, protocol, true);
  const liveRows = rowsOf(run.rows, table, treatment, protocol);
  const order = sortedRows(table, recordedRows, liveRows, sort).filter(({ system }) =>
    hasRow(protocol, system),
  );
  const origins = [
    { origin: 'recorded', rows: recordedRows },
    { origin: 'run here', rows: liveRows },
  ];
  const jobs = (systems: readonly string[]) =>
    systems.flatMap((system) =>
      Array.from({ length: seeds }, (_, seed) => ({
        protocol: runnable(protocol),
        setting: table.setting,
        system,
        seed,
        steps,
        treatment: treatmentOf(system, treatment),
      })),
    );
  const start = (systems: readonly string[]) => run.start(jobs(systems));
  // A former protocol's rows run under today's: the buttons say so, and the table stays as it is.
  const today = runnable(protocol);
  const under = today === protocol ? null : strings.protocols[today];
  const ranUnder = under !== null && rowsOf(run.rows, table, treatment, today).length > 0;
  const shown = table.prints.find(({ id }) => id === print) ?? null;
  const exported = `cmml-lab-${table.id}-${protocol}-${treatment}`;

  return (
    <>
      <div className="lab-bar">
        <Segmented
          look="words"
          label={strings.view.tables}
          segments={tables.map(({ id }) => ({ id, label: strings.tables[id] }))}
          value={table.id}
          onChange={choose}
        />
      </div>
      <div className="lab-bar">
        {protocols.length > 1 && (
          <Segmented
            look="pill"
            label={strings.protocol}
            segments={protocols.map((id) => ({ id, label: strings.protocols[id] }))}
            value={protocol}
            onChange={setProtocol}
          />
        )}
        {treatments.length > 1 && (
          <Segmented
            look="pill"
            label={strings.treatment}
            segments={treatments.map((id) => ({ id, label: strings.treatments[id] }))}
            value={treatment}
            onChange={setTreatment}
          />
        )}
      </div>
      <p className="lab-note" data-protocol={protocol}>
        {protocol === 'open-former' &&
          mostRecorded(table, known) === protocol &&
          strings.opensOnFormer(strings.protocols.open)}{' '}
        {strings.protocolHelp[protocol]} {treatments.length > 1 && strings.treatmentHelp[treatment]}{' '}
        {table.prints.length > 0 && strings.paperNote} {shown?.isElsewhere && strings.elsewhere}
      </p>
      <ResultTable
        table={table}
        print={shown}
        isBundled={recorded !== 'elsewhere'}
        order={order}
        recorded={recordedRows}
        wrong={wrongRows}
        live={liveRows}
        protocol={protocol}
        runsUnder={under}
        sort={sort}
        busy={run.state.state === 'running' || run.state.state === 'paused'}
        onSort={setSort}
        onPrint={setPrint}
        onRun={(system) => start([system])}
      />
      {shown?.isElsewhere && recorded !== 'elsewhere' && <TwoDomains />}
      <RecordedNote recorded={recorded} rows={recordedRows} />
      <RunControls
        state={run.state}
        elsewhere={(job) => {
          if (!job.protocol) return families.view;
          return job.protocol === protocol ? null : strings.protocols[job.protocol];
        }}
        help={strings.stepsHelp}
        runAll={under ? strings.runAllUnder(under) : strings.runAll}
        steps={steps}
        seeds={seeds}
        onSteps={setSteps}
        onSeeds={setSeeds}
        onRunAll={() => start(order.map(({ system }) => system))}
        onPause={run.pause}
        onResume={run.resume}
        onCancel={run.cancel}
      />
      {ranUnder && (
        <p className="lab-note lab-elsewhere">
          {strings.ranUnder(under)}{' '}
          <Button className="button" onPress={() => setProtocol(today)}>
            {strings.showUnder(under)}
          </Button>
        </p>
      )}
      <div className="lab-export" role="group" aria-label={strings.exportLabel}>
        <span>{strings.exportLabel}</span>
        <Button
          className="button"
          onPress={() => saveCsv(tableCsv(table, origins), `${exported}.csv`)}
        >
          {strings.exportCsv}
        </Button>
        <Button
          className="button"
          onPress={() =>
            saveText(tableJson(table, origins), 'application/json', `${exported}.json`)
          }
        >
          {strings.exportJson}
        </Button>
      </div>
      {table.id === 'anonymous' && <AnonymousPlot table={table} recorded={recordedRows} />}
      <Chart table={table} order={order} sort={sort} recorded={recordedRows} live={liveRows} />
    </>
  );
}
