import { max } from 'd3-array';
import { useLazyStrings } from '../../strings/lazy';
import { fixed, signed } from '../figure/numbers';
import type { Change } from './compare';

/** What would be shown as 0.00. */
const UNSEEN = 0.005;

/** Changes as rows, the largest first: before, now, and the difference as a bar around zero. */
export function Changes<P>({
  caption,
  changes,
  nameOf,
}: {
  caption: string;
  changes: readonly Change<P>[];
  nameOf: (place: P) => string;
}) {
  const t = useLazyStrings().compare;
  const seen = changes.filter(({ before, now }) => Math.abs(now - before) >= UNSEEN);
  if (seen.length === 0) return <p className="compare-none">{t.same}</p>;
  const reach = max(seen, ({ before, now }) => Math.abs(now - before)) || 1;
  return (
    <table className="changes">
      <caption className="visually-hidden">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{caption}</span>
          </th>
          <th scope="col">{t.pinned}</th>
          <th scope="col">{t.now}</th>
          <th scope="col" aria-hidden="true" />
          <th scope="col">{t.change}</th>
        </tr>
      </thead>
      <tbody>
        {seen.map(({ place, before, now }) => {
          const gap = now - before;
          const width = (50 * Math.abs(gap)) / reach;
          const name = nameOf(place);
          return (
            <tr key={name}>
              <th scope="row" title={name}>
                {name}
              </th>
              <td>{fixed(before, 2)}</td>
              <td>{fixed(now, 2)}</td>
              <td className="changes-bar" aria-hidden="true">
                <i
                  className={gap < 0 ? 'is-less' : 'is-more'}
                  style={{ width: `${width}%`, left: `${gap < 0 ? 50 - width : 50}%` }}
                />
              </td>
              <td>{signed(gap, 2)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
