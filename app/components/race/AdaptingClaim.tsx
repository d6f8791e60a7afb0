import { useLanguage } from '../../strings';
import { useLazyStrings } from '../../strings/lazy';
import { decimals, duration, integer } from '../common/numbers';
import { nameOf } from './names';
import { claimOf, type Runs } from './summary';
import type { SystemId } from './systems';

/** What adapting costs, and what scoring does, apart and in numbers: the race's claim, or its refutation. */
export function AdaptingClaim({ runs, against }: { runs: Runs; against: SystemId }) {
  const t = useLazyStrings().race;
  const language = useLanguage();
  const claim = claimOf(runs, against);
  if (!claim) return null;
  const { cmml, other, ratio } = claim;
  const time = (ms: number) => duration(ms, language);
  const name = nameOf(t, against, runs[against]);
  const candidates = integer(runs.cmml?.candidates ?? 0, language);
  return (
    <p className="race-claim num" data-ratio={ratio}>
      {t.claim.adapting(time(cmml.adapt), name, time(other.adapt), decimals(ratio, 1, language))}{' '}
      {t.claim.scoring(candidates, time(cmml.score), time(other.score))}
    </p>
  );
}
