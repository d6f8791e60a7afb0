import { Button } from 'react-aria-components';
import { sayFault, type Wording } from '../../../src/data/import/messages';
import type { Failed } from '../../protocol/import';
import { integer, percent as inPercent } from '../common/numbers';
import { useLanguage } from '../../strings';
import { useLazyStrings, type LazyStrings } from '../../strings/lazy';
import { Problems, Summary } from './Summary';
import { openData } from '../common/open-data';
import type { ImportState } from './useImport';

/** How the import goes, went, or why it did not. */
export function ImportOutcome({ state, onCancel }: { state: ImportState; onCancel: () => void }) {
  const strings = useLazyStrings().data;
  // Asked for at once, so that a language is there before a fault has to be said in it.
  const words = useLazyStrings().imports;
  const language = useLanguage();
  const number = (n: number): string => integer(n, language);
  switch (state.state) {
    case 'working': {
      const { progress } = state;
      const share = progress && progress.total > 0 ? progress.done / progress.total : null;
      const percent = share === null ? '' : inPercent(Math.floor(100 * share) / 100, language);
      return (
        <div className="import-progress" role="status">
          <p>
            {progress
              ? strings.reading(
                  strings.stages[progress.stage],
                  strings.parts[progress.file as keyof typeof strings.parts] ?? progress.file,
                  percent,
                )
              : strings.recognising}
          </p>
          <progress value={share ?? undefined} aria-label={strings.title} />
          <Button className="button" onPress={onCancel}>
            {strings.cancel}
          </Button>
        </div>
      );
    }
    case 'recognising':
      return (
        <p className="import-outcome" role="status">
          {strings.recognising}
        </p>
      );
    case 'cancelled':
      return (
        <p className="import-outcome" role="status">
          {strings.cancelled}
        </p>
      );
    case 'built': {
      const { result } = state;
      const { users, items, ratings, scenarios } = result.counts;
      return (
        <div className="import-outcome" role="status">
          <p>
            <b>{strings.built(result.title)}</b>{' '}
            {strings.counts(number(users), number(items), number(ratings), number(scenarios))}
          </p>
          <Summary result={result} />
          <p className="import-open">
            <Button className="button primary" onPress={() => openData(result.data)}>
              {strings.open}
            </Button>
            {strings.openNote}
          </p>
        </div>
      );
    }
    case 'failed': {
      const { failure } = state;
      const { message, remedy } = wordingOf(failure, strings, words);
      return (
        <div className="import-outcome is-wrong" role="alert">
          <p>
            <b>{message}</b> {remedy}
          </p>
          {failure.code === 'import' && <Problems examples={failure.examples} />}
          <p>{strings.failed}</p>
        </div>
      );
    }
    default:
      return null;
  }
}

function wordingOf(
  failure: Failed,
  { failures, remedies }: LazyStrings['data'],
  words: LazyStrings['imports'],
): Wording {
  if (failure.code === 'import') return sayFault(words, failure.fault);
  const { code, detail } = failure;
  const message = code === 'internal' ? failures.internal(detail) : failures[code];
  return { message, remedy: remedies[code] };
}
