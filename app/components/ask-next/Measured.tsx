import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { METHODS, UNITS, type Method, type Unit } from '../../protocol/next-question';
import type { RecordedAskNext } from './recorded-format';

/** 0 where the interval holds it. */
const signOf = ({ mean, half }: { mean: number; half: number | null }): -1 | 0 | 1 =>
  half === null || Math.abs(mean) <= half ? 0 : mean < 0 ? -1 : 1;

/** What asking was worth to held-out people, by who chose the films. */
export function Measured({ measured }: { measured: RecordedAskNext['measured'] }) {
  const { askNext: t } = useLazyStrings();
  const language = useLanguage();
  const number = (value: number): string =>
    value.toLocaleString(language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
  const { rows, people, seeds, commit, date } = measured;
  const rounds = [...new Set(rows.map((row) => row.round))];
  const last = rounds[rounds.length - 1];
  const rowOf = (method: Method, round: number, unit: Unit = 'questions') =>
    rows.find((row) => row.method === method && row.round === round && row.unit === unit);
  return (
    <div className="ask-measured">
      <h4>{t.measured}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.measuredColumns.questions}</th>
            {METHODS.map((method) => (
              <th key={method} scope="col">
                {t.measuredColumns[method]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rounds.map((round) => (
            <tr key={round}>
              <th scope="row">{round}</th>
              {METHODS.map((method) => {
                const row = rowOf(method, round);
                return (
                  <td key={method}>
                    {row && number(row.mae.mean)}
                    {row?.mae.half != null && <small> ± {number(row.mae.half)}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
          <tr>
            <th scope="row">{t.measuredColumns.rated}</th>
            {METHODS.map((method) => (
              <td key={method}>
                {rowOf(method, last)?.rated.toLocaleString(language, { maximumFractionDigits: 1 })}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {UNITS.map((unit) => {
        const asked = rowOf('asked', last, unit)?.lessRandom;
        if (asked?.half == null) return null;
        const sign = signOf(asked);
        const by = number(sign === 0 ? asked.mean : Math.abs(asked.mean));
        return <p key={unit}>{t.verdict(unit, last, by, number(asked.half), sign)}</p>;
      })}
      <p>{t.measuredHow(people, seeds, commit, date)}</p>
    </div>
  );
}
