/** Under which protocols a table has rows. Rows of two are never in one table at a time. */
import { RANKING_SUPPORT } from '../../../src/kinds';
import type { ProtocolId, Treatment } from '../../../src/model/types';
import type { LabRow } from '../lab';
import type { LabProtocol } from './lab-protocol';
import type { LabTable } from './tables';

/** What runs here: a former protocol's rows are run under the one that took its place. */
export const runnable = (protocol: LabProtocol): ProtocolId =>
  protocol === 'open-former' ? 'open' : protocol;

/** The paper's protocols have one treatment, as in the paper. */
export const treatmentsOf = (protocol: LabProtocol): readonly Treatment[] =>
  protocol.startsWith('open') ? ['plain', 'full'] : ['plain'];

/** The recommended recipe is under full treatment, whatever the others of a table get. */
export const treatmentOf = (system: string, treatment: Treatment): Treatment =>
  system === 'cmml-best' ? 'full' : treatment;

/** Liked support pairs of a table's rows, where the setting leaves their number open. */
export const supportOf = (protocol: LabProtocol): number =>
  RANKING_SUPPORT[protocol === 'paper-scenario' ? protocol : 'open'];

/** Our recipe is a treatment of its own, which the paper's protocols do not have. */
export const hasRow = (protocol: LabProtocol, system: string): boolean =>
  system !== 'cmml-best' || protocol.startsWith('open');

/** The protocol of a table under which most of its rows are recorded; of equals the first. */
export function mostRecorded(table: LabTable, recorded: readonly LabRow[]): LabProtocol {
  const count = (protocol: LabProtocol): number =>
    table.rows.filter(({ system }) =>
      recorded.some(
        (row) =>
          row.protocol === protocol && row.setting === table.setting && row.system === system,
      ),
    ).length;
  const counts = table.protocols.map(count);
  return table.protocols[counts.indexOf(Math.max(...counts))];
}
