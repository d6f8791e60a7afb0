/** Reads a MovieLens release from its ratings and movies files. */
import { emptyAccount, type Account } from './account';
import type { Collected, CollectOptions } from './collect';
import { RatingCollector } from './collect';
import type { MovieLensFormat, MovieLine } from './movielens';
import { ImportError, Problems } from './import-error';
import type { Expectation } from './problem';
import type { Progress } from './progress';
import type { Source } from './source';
import { readLines } from './text';
import { isHopeless, isTooWrong } from './tolerance';

export interface MovieLensTables {
  format: MovieLensFormat;
  ratings: Collected;
  /** By source id; movies nobody rated are here too. */
  movies: Map<number, MovieLine>;
  /** Lines that were left out, with examples; empty when all were fine. */
  problems: Problems;
  /** Of the ratings. */
  account: Account;
}

/**
 * @throws ImportError when a file is missing, empty, cut off or of another kind.
 */
export async function readMovieLens(
  format: MovieLensFormat,
  sources: readonly Source[],
  options: CollectOptions,
  progress: Progress,
): Promise<MovieLensTables> {
  const ratings = find(sources, format.ratings, format);
  const movies = find(sources, format.movies, format);
  const problems = new Problems();

  const catalogue = new Map<number, MovieLine>();
  await eachLine(movies, format.header, { code: format.movies }, problems, progress, (line) => {
    const parsed = format.parseMovie(line);
    if (parsed) catalogue.set(parsed.item, parsed);
    return parsed !== null;
  });

  const collector = new RatingCollector(options);
  const expected = { code: format.ratings } as const;
  const account = await eachLine(ratings, format.header, expected, problems, progress, (line) => {
    const parsed = format.parseRating(line);
    if (parsed) collector.add(parsed.user, parsed.item, parsed.halfStars);
    return parsed !== null;
  });
  const collected = collector.finish();
  account.read = collected.user.length;
  account.leftOut.repeated = collected.duplicates;
  account.leftOut.sampled = collected.sampledOut;
  return { format, ratings: collected, movies: catalogue, problems, account };
}

function find(sources: readonly Source[], name: string, format: MovieLensFormat): Source {
  const source = sources.find((candidate) => candidate.name === name);
  if (source) return source;
  throw new ImportError({
    code: 'missing-file',
    release: format.name,
    file: name,
    together: [format.ratings, format.movies],
  });
}

/** Calls `take` for each line that is not blank; one it refuses is a problem, but for the header. */
async function eachLine(
  source: Source,
  header: boolean,
  expected: Expectation,
  problems: Problems,
  progress: Progress,
  take: (line: string) => boolean,
): Promise<Account> {
  const account = emptyAccount(source.name);
  const { leftOut } = account;
  for await (const { first, lines, bytes } of readLines(source)) {
    for (let i = 0; i < lines.length; i++) {
      const line = lines[i];
      account.lines += 1;
      if (line.trim() === '') leftOut.blank += 1;
      else if (take(line)) account.read += 1;
      else if (header && first + i === 1) leftOut.header += 1;
      else {
        leftOut.wrong += 1;
        problems.add(source.name, first + i, expected, line);
      }
    }
    progress.report({ stage: 'read', file: source.name, done: bytes, total: source.size });
    if (isHopeless(account.read, leftOut.wrong)) break;
  }
  const { read } = account;
  const { wrong } = leftOut;
  if (read + wrong === 0) {
    throw new ImportError({ code: 'empty-file', file: source.name, expected });
  }
  if (isTooWrong(read, wrong)) {
    throw new ImportError(
      { code: 'wrong-lines', file: source.name, wrong, read: read + wrong, expected },
      problems.examples,
    );
  }
  return account;
}
