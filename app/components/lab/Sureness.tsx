import type { LabRow } from '../../protocol/lab';
import { useLazyStrings } from '../../strings/lazy';
import { fixed } from '../figure/numbers';

/** How wrong a system is where it is surest and where it is not: of systems that say how unsure their scores are. */
export function Sureness({ rows, system }: { rows: readonly LabRow[]; system: string }) {
  const strings = useLazyStrings().lab;
  const meanOf = (metric: string): number | null => {
    const values = rows.flatMap((row) =>
      row.system === system && typeof row[metric] === 'number' ? [row[metric]] : [],
    );
    return values.length > 0 ? values.reduce((a, b) => a + b, 0) / values.length : null;
  };
  const [surest, others, spread] = ['mae@surest', 'mae@others', 'spread'].map(meanOf);
  if (surest === null || others === null || spread === null) return null;
  return (
    <span className="lab-sureness" data-sureness={system}>
      {strings.sureness(fixed(surest, 3), fixed(others, 3), fixed(spread, 2))}
    </span>
  );
}
