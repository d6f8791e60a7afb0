import { movieLabel } from '../../store/catalogue';
import { measurementsOf, type Measurement, type NewbornList } from '../../store/newborn';
import { useApp } from '../../store';
import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals, integer, percent } from '../common/numbers';
import { useSeen } from '../common/visibility';

/** Rows are there before there is anything to put into them: nothing moves when it comes. */
const ROWS = [0, 1, 2, 3, 4];

/** What the network listed before it learned, beside what it lists now, and how good both are. */
export function NewbornLists() {
  const t = useLazyStrings().newborn;
  const language = useLanguage();
  const newborn = useSeen((s) => (s.newborn?.state === 'left' ? null : s.newborn));
  const now = newborn?.now ?? null;
  const measured = newborn && measurementsOf(newborn);
  return (
    <div className="newborn-lists">
      <Side
        name="before"
        title={t.before}
        portrait={newborn?.before ?? null}
        measured={measured?.before ?? null}
      />
      <Side
        name="now"
        title={now ? t.now(integer(now.steps, language)) : t.nowWaiting}
        portrait={now}
        measured={measured?.now ?? null}
      />
    </div>
  );
}

interface SideProps {
  name: 'before' | 'now';
  title: string;
  portrait: NewbornList | null;
  measured: Measurement | null;
}

function Side({ name, title, portrait, measured }: SideProps) {
  const t = useLazyStrings().newborn;
  const catalogue = useApp((s) => s.catalogue);
  const recordedTitles = useApp((s) => s.recordedTitles);
  const titleOf = (item: number | undefined) =>
    item === undefined ? '' : movieLabel({ catalogue, recordedTitles }, item).title;
  return (
    <div className="newborn-side" data-side={name} data-steps={portrait?.steps}>
      <h4 className="num">{title}</h4>
      <ol aria-label={t.list[name]}>
        {ROWS.map((row) => {
          const item = portrait?.first[row];
          return (
            <li key={row} data-item={item} translate="no">
              <span className="newborn-film" title={titleOf(item)}>
                {titleOf(item)}
              </span>
            </li>
          );
        })}
      </ol>
      <Measured measured={measured} />
    </div>
  );
}

function Measured({ measured }: { measured: Measurement | null }) {
  const t = useLazyStrings().newborn;
  const language = useLanguage();
  if (!measured) return <p className="newborn-measure">{t.measuring}</p>;
  const { metric, step, value } = measured;
  const isError = metric === 'mae';
  const said = isError ? decimals(value, 3, language) : percent(value, language);
  return (
    <p className="newborn-measure num" data-value={value} data-measured-at={step}>
      <b>{isError ? t.metrics.mae(said) : t.metrics['recall@20'](said)}</b>
      <small>{t.measuredAt(integer(step, language))}</small>
    </p>
  );
}
