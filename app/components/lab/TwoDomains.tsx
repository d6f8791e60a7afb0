import { GENERATED_NAME } from '../../../src/data/import/generated-domain';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';
import { percent, signed } from './share-words';
import './two-domains.css';
import { labelOf } from '../../protocol/lab-tables/tables';
import { ALL, useTwoDomains, type TwoDomains as Recorded } from './useTwoDomains';

type Difference = Recorded['differences'][number];

/** What Tables 7 and 8 claim, measured on two domains that are here: the bundled movies and a generated shop as one. */
export function TwoDomains() {
  const { lab } = useLazyStrings();
  const t = lab.domains;
  const language = useLanguage();
  const recorded = useTwoDomains();
  if (recorded === 'loading') return <p className="lab-note">{lab.loading}</p>;
  if (recorded === 'missing') return <p className="lab-note" role="alert">{t.failed}</p>; // prettier-ignore
  const { made, places, means, differences } = recorded;
  if (means.length === 0) return <p className="lab-note">{t.none(made.command)}</p>;
  const placeName = (place: string) =>
    place === ALL ? t.both : place === GENERATED_NAME ? t.shop : t.films;
  const nameOf = (system: string) => {
    const [id, without] = system.split(/(?=:no-hybrid$)/);
    const label = labelOf(id);
    const name = lab.systems[label] ?? label;
    return without ? t.withoutHybrid(name) : name;
  };
  const sentence = (difference: Difference) => {
    const { seeds, tasks, finding } = difference;
    const half = seeds.half === null ? '' : ` ± ${percent(seeds.half)}`;
    const bounds = tasks ? ` [${signed(tasks.low)}, ${signed(tasks.high)}]` : '';
    return `${placeName(difference.domain)}: ${signed(seeds.mean)}${half}${bounds}, ${lab.differences.findings[finding]}`;
  };
  const pairs = [...new Set(differences.map(({ system, less }) => `${system} ${less}`))];
  return (
    <section className="two-domains" aria-label={t.title}>
      <h3>{t.title}</h3>
      <p className="lab-note">{t.reading}</p>
      <table>
        <thead>
          <tr>
            <th scope="col">{lab.metrics['recall@20']}</th>
            {places.map((place) => (
              <th scope="col" key={place}>
                {placeName(place)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {means.map(({ system, steps, recall }) => (
            <tr key={system} data-domain-system={system}>
              <th scope="row">
                {nameOf(system)}{' '}
                <small>{lab.effort(recall[ALL].n, integer(steps, language))}</small>
              </th>
              {places.map((place) => (
                <td key={place} className="num">
                  {recall[place] && percent(recall[place].mean)}
                  {typeof recall[place]?.half === 'number' && (
                    <small> ± {percent(recall[place].half)}</small>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <dl>
        {pairs.map((pair) => {
          const own = differences.filter(({ system, less }) => `${system} ${less}` === pair);
          return (
            <div key={pair}>
              <dt>{t.less(nameOf(own[0].system), nameOf(own[0].less))}</dt>
              {own.map((difference) => (
                <dd key={difference.domain} className="num">
                  {sentence(difference)}
                </dd>
              ))}
            </div>
          );
        })}
      </dl>
      <p className="lab-note">{t.made(made.command, made.commits.join(', '), made.date)}</p>
    </section>
  );
}
