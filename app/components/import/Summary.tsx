import { REASONS } from '../../../src/data/import/account';
import type { Note } from '../../../src/data/import/account';
import { sayProblem } from '../../../src/data/import/messages';
import type { Problem } from '../../../src/data/import/problem';
import type { ImportResult } from '../../protocol/import';
import { useLanguage } from '../../strings';
import type { ImportFormWords } from '../../strings/en/import-form';
import { useLazyStrings } from '../../strings/lazy';
import { integer } from '../common/numbers';

/** What was read, what was left out and why: every line of the ratings is in one of the two. */
export function Summary({ result }: { result: ImportResult }) {
  const { scales } = useLazyStrings().data;
  const form = useLazyStrings().importForm;
  const skipped = useLazyStrings().data.skipped;
  const language = useLanguage();
  const number = (n: number): string => integer(n, language);
  const { account, notes, problems } = result;
  const reasons = account ? REASONS.filter((reason) => account.leftOut[reason] > 0) : [];
  const say = (note: Note): string => {
    // The table has the code's own words for the code's own values: its type says so.
    const words = form.notes[note.code] as ImportFormWords['notes']['left-aside'];
    const plain = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
    return words(
      note as { file: string },
      (scale) => scales[scale],
      (value) => plain.format(value),
    );
  };
  return (
    <>
      {account && (
        <p className="import-account">
          {form.account(account.file, number(account.lines), number(account.read))}{' '}
          {reasons.length === 0
            ? form.nothingLeftOut
            : form.leftOut(
                reasons.map((reason) => form.reasons[reason](number(account.leftOut[reason]))),
              )}
        </p>
      )}
      {notes.length > 0 && (
        <ul className="import-hints">
          {notes.map((note, index) => (
            <li key={index}>{say(note)}</li>
          ))}
        </ul>
      )}
      {problems.count > 0 && (
        <>
          <p>{skipped(number(problems.count))}</p>
          <Problems examples={problems.examples} />
        </>
      )}
    </>
  );
}

/** Wrong lines, each with what was expected. */
export function Problems({ examples }: { examples: readonly Problem[] }) {
  const words = useLazyStrings().imports;
  if (examples.length === 0) return null;
  return (
    <ul className="import-problems">
      {examples.map((problem, index) => (
        <li key={index}>{sayProblem(words, problem)}</li>
      ))}
    </ul>
  );
}
