import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { METHODS, type RecordedAskNext } from './recorded-format';

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
  const answers = [...new Set(rows.map((row) => row.answers))];
  const last = answers[answers.length - 1];
  const asked = rows.find((row) => row.method === 'asked' && row.answers === last);
  return (
    <div className="ask-measured">
      <h4>{t.measured}</h4>
      <table>
        <thead>
          <tr>
            <th scope="col">{t.measuredColumns.answers}</th>
            {METHODS.map((method) => (
              <th key={method} scope="col">
                {t.measuredColumns[method]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {answers.map((count) => (
            <tr key={count}>
              <th scope="row">{count}</th>
              {METHODS.map((method) => {
                const row = rows.find((one) => one.method === method && one.answers === count);
                return (
                  <td key={method}>
                    {row && number(row.mae.mean)}
                    {row?.mae.half != null && <small> ± {number(row.mae.half)}</small>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {asked?.lessRandom.half != null && (
        <p>
          {t.verdict(
            last,
            number(
              signOf(asked.lessRandom) === 0
                ? asked.lessRandom.mean
                : Math.abs(asked.lessRandom.mean),
            ),
            number(asked.lessRandom.half),
            signOf(asked.lessRandom),
          )}
        </p>
      )}
      <p>{t.measuredHow(people, seeds, commit, date)}</p>
    </div>
  );
}
