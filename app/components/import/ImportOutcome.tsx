import { Button } from 'react-aria-components';
import type { Problem } from '../../../src/data/import/problem';
import { sayFault, sayProblem, type Wording } from '../../../src/data/import/words';
import type { Failed } from '../../workers/import/protocol';
import { integer } from '../common/numbers';
import { useLanguage, useStrings, type Strings } from '../../strings';
import { useLaterStrings, type LaterStrings } from '../../strings/later';
import { openData, type ImportState } from './useImport';

/** How the import goes, went, or why it did not. */
export function ImportOutcome({ state, onCancel }: { state: ImportState; onCancel: () => void }) {
  const strings = useStrings().data;
  // Asked for at once, so that a language is there before a fault has to be said in it.
  const words = useLaterStrings().imports;
  const language = useLanguage();
  const number = (n: number): string => integer(n, language);
  switch (state.state) {
    case 'working': {
      const { progress } = state;
      const share = progress && progress.total > 0 ? progress.done / progress.total : null;
      const percent = share === null ? '' : `${Math.floor(100 * share)}%`;
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
            {result.duplicates > 0 && ` ${strings.duplicates(number(result.duplicates))}`}
            {result.sampledOut > 0 && ` ${strings.sampledOut(number(result.sampledOut))}`}
          </p>
          {result.problems.count > 0 && (
            <>
              <p>{strings.skipped(number(result.problems.count))}</p>
              <Problems examples={result.problems.examples} />
            </>
          )}
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
  { failures, remedies }: Strings['data'],
  words: LaterStrings['imports'],
): Wording {
  if (failure.code === 'import') return sayFault(words, failure.fault);
  const { code, detail } = failure;
  const message = code === 'internal' ? failures.internal(detail) : failures[code];
  return { message, remedy: remedies[code] };
}

function Problems({ examples }: { examples: readonly Problem[] }) {
  const words = useLaterStrings().imports;
  if (examples.length === 0) return null;
  return (
    <ul className="import-problems">
      {examples.map((problem, index) => (
        <li key={index}>{sayProblem(words, problem)}</li>
      ))}
    </ul>
  );
}
