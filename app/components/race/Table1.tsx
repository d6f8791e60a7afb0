import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals, duration } from '../common/numbers';
import type { CostOf, Costs } from './costs';
import { kindOf, TRAINING_FIELD, type SystemId } from './systems';
import { bytesText, nameOf } from './names';
import type { Runs } from './summary';

const MEGA = 1024 * 1024;
const PROCESSES = ['inference', 'training'] as const;
const MEASURED = {
  inference: { time: 'adaptMs', space: 'adaptMb' },
  training: { time: 'trainMs', space: 'trainMb' },
} as const;

/** The paper's Table 1: what its formulas say, and what was measured here. */
export function Table1({ of, runs, tasks }: { of: Costs; runs: Runs; tasks: number | null }) {
  const words = useLazyStrings().race;
  const { table1: t, none } = words;
  const language = useLanguage();
  const formulasOf = (id: SystemId) => t.formulas[kindOf(id) as keyof typeof t.formulas];
  const measured = (cost: CostOf, id: SystemId, text: (value: number) => string) => {
    const [value, cmml] = [cost(id), cost('cmml')];
    if (value === undefined) return none;
    if (cmml === undefined || id === 'cmml') return text(value);
    const ratio = value / cmml;
    return `${text(value)} · ${t.timesCmml(decimals(ratio, ratio < 100 ? 1 : 0, language))}`;
  };
  const texts = {
    time: (ms: number) => duration(ms, language),
    space: (megabytes: number) => bytesText(MEGA * megabytes, language),
  };
  return (
    <div className="race-scroll" tabIndex={0} role="region" aria-label={t.title}>
      <table className="race-table1">
        <caption className="visually-hidden">{t.title}</caption>
        <thead>
          <tr>
            <td />
            <th scope="colgroup" colSpan={2}>
              {t.inference}
            </th>
            <th scope="colgroup" colSpan={2}>
              {t.training(tasks)}
            </th>
          </tr>
          <tr>
            <th scope="col">{t.algorithm}</th>
            {PROCESSES.flatMap((process) =>
              (['time', 'space'] as const).map((cost) => (
                <th scope="col" key={`${process} ${cost}`}>
                  {t[cost]}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {TRAINING_FIELD.map((id) => (
            <tr key={id} data-system={id} className={id === 'cmml' ? 'is-cmml' : undefined}>
              <th scope="row">{nameOf(words, id, runs[id])}</th>
              {PROCESSES.flatMap((process) =>
                (['time', 'space'] as const).map((cost) => (
                  <td key={`${process} ${cost}`}>
                    <span className="formula">{formulasOf(id)[process][cost]}</span>
                    <span className="num">
                      {measured(of[MEASURED[process][cost]], id, texts[cost])}
                    </span>
                  </td>
                )),
              )}
            </tr>
          ))}
          <tr>
            <th scope="row">{t.accurate.name}</th>
            <td colSpan={2}>{none}</td>
            <td>
              <span className="formula">{t.accurate.time}</span>
            </td>
            <td>
              <span className="formula">{t.accurate.space}</span>
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
