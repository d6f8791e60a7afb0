import { useState } from 'react';
import { Button } from 'react-aria-components';
import type { Treatment } from '../../../src/model/types';
import { presentData } from '../../store/engine/surroundings';
import { Segmented } from '../common/Segmented';
import { saveText } from '../figure/save';
import { useLaterStrings } from '../../strings/later';
import { DotPlot } from './DotPlot';
import { tableCsv, tableJson } from './export';
import { RecordedNote } from './RecordedNote';
import { ResultTable } from './ResultTable';
import { RunControls } from './RunControls';
import { sortedRows, type SortKey } from './sort';
import { rowsOf, treatmentOf } from './summary';
import { LAB_TABLES, type LabTable } from './tables';
import type { LabRuns } from './useLabRun';
import { recordedFor, useRecorded } from './useRecorded';

const TREATMENTS: readonly Treatment[] = ['plain', 'full'];
/** Enough to see the order of systems within a minute or two. */
const STEPS_HERE = 300;

/** The paper's tables on the bundled data: recorded at once, any row run again here. */
export function Tables({ run }: { run: LabRuns }) {
  const strings = useLaterStrings().lab;
  const recorded = recordedFor(presentData(), useRecorded());
  const [table, setTable] = useState<LabTable>(LAB_TABLES[0]);
  const [treatment, setTreatment] = useState<Treatment>('plain');
  const [print, setPrint] = useState(table.prints[0].id);
  const [sort, setSort] = useState<SortKey>('paper');
  const [steps, setSteps] = useState(STEPS_HERE);
  const [seeds, setSeeds] = useState(1);

  const recordedRows = rowsOf(typeof recorded === 'string' ? [] : recorded, table, treatment);
  const liveRows = rowsOf(run.rows, table, treatment);
  const order = sortedRows(table, recordedRows, liveRows, sort);
  const origins = [
    { origin: 'recorded', rows: recordedRows },
    { origin: 'run here', rows: liveRows },
  ];
  const jobs = (systems: readonly string[]) =>
    systems.flatMap((system) =>
      Array.from({ length: seeds }, (_, seed) => ({
        setting: table.setting,
        system,
        seed,
        steps,
        treatment: treatmentOf(system, treatment),
      })),
    );
  const exported = `cmml-lab-${table.id}-${treatment}`;
  const choose = (id: LabTable['id']) => {
    const chosen = LAB_TABLES.find((other) => other.id === id)!;
    setTable(chosen);
    setPrint(chosen.prints[0].id);
    setSort('paper');
  };

  return (
    <>
      <div className="lab-bar">
        <Segmented
          look="words"
          label={strings.view.tables}
          segments={LAB_TABLES.map(({ id }) => ({ id, label: strings.tables[id] }))}
          value={table.id}
          onChange={choose}
        />
        <Segmented
          look="pill"
          label={strings.treatment}
          segments={TREATMENTS.map((id) => ({ id, label: strings.treatments[id] }))}
          value={treatment}
          onChange={setTreatment}
        />
      </div>
      <p className="lab-note">
        {strings.treatmentHelp[treatment]} {strings.paperNote}
      </p>
      <ResultTable
        table={table}
        print={table.prints.find(({ id }) => id === print)!}
        isBundled={recorded !== 'elsewhere'}
        order={order}
        recorded={recordedRows}
        live={liveRows}
        sort={sort}
        busy={run.state.state === 'running' || run.state.state === 'paused'}
        onSort={setSort}
        onPrint={setPrint}
        onRun={(system) => run.start(jobs([system]))}
      />
      <RecordedNote recorded={recorded} rows={recordedRows} />
      <RunControls
        state={run.state}
        steps={steps}
        seeds={seeds}
        onSteps={setSteps}
        onSeeds={setSeeds}
        onRunAll={() => run.start(jobs(table.rows.map(({ system }) => system)))}
        onPause={run.pause}
        onResume={run.resume}
        onCancel={run.cancel}
      />
      <div className="lab-export" role="group" aria-label={strings.exportLabel}>
        <span>{strings.exportLabel}</span>
        <Button
          className="button"
          onPress={() => saveText(tableCsv(table, origins), 'text/csv', `${exported}.csv`)}
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
      <DotPlot table={table} order={order} sort={sort} recorded={recordedRows} live={liveRows} />
    </>
  );
}
